import type { Plan } from "../plan";
import { derivedKey, type FormulaName, type FormulaRecord, isFormula } from "../planning/derived-column";
import { type Column, type ColumnType, shownColumns, type TableName } from "../table";
import { FormulaError, type Span } from "./problem";
import { bracketed, tokensOf } from "./tokens";
import type { Kind } from "./vectors";

/** The keys of the columns that show an account's place in the alignment, as its sheet has them. */
export const TERRITORY_KEY = "@territory";
export const REP_KEY = "@rep";
export const LOCKED_KEY = "@locked";

/** A column of a sheet by the name that formulas give it. */
export interface SheetColumn {
  readonly key: string;
  /** Its header, with "#2" behind it for the second column of the same header. */
  readonly name: string;
  /** null for formula columns, whose kind follows from their text. */
  readonly kind: Kind | null;
}

/** The tables that may have formula columns. */
export type FormulaTable = TableName;

const ALIGNMENT_COLUMNS: readonly (readonly [key: string, header: string, kind: Kind])[] = [
  [TERRITORY_KEY, "Territory", "text"],
  [REP_KEY, "Rep", "text"],
  [LOCKED_KEY, "Locked", "yesno"],
];

/** What a column's values are to formulas. */
export function kindOfColumn({ kind, type }: Pick<Column, "kind" | "type">): Kind {
  if (kind !== "number") return kind;
  return type === "date" || type === "datetime" ? "date" : "number";
}

/** The types as which results of a kind can be shown; the first is the usual one. */
export function typesOf(kind: Kind): readonly [ColumnType, ...ColumnType[]] {
  switch (kind) {
    case "number":
      return ["number", "currency", "percent"];
    case "date":
      return ["date", "datetime"];
    default:
      return [kind];
  }
}

/** Every column that a formula of the table may name, in the order of the sheet. */
export function sheetColumns(
  { tables, planning }: Pick<Plan, "tables" | "planning">,
  table: FormulaTable,
): readonly SheetColumn[] {
  const headers = new Map<string, number>();
  const named = (key: string, header: string, kind: Kind | null): SheetColumn => {
    const trimmed = header.trim();
    const count = (headers.get(trimmed) ?? 0) + 1;
    headers.set(trimmed, count);
    return { key, name: count === 1 ? trimmed : `${trimmed}#${count}`, kind };
  };
  return [
    ...(table === "accounts" ? ALIGNMENT_COLUMNS.map((entry) => named(...entry)) : []),
    ...shownColumns(tables[table]).map((column) => named(column.key, column.header, kindOfColumn(column))),
    ...planning.columns
      .filter((record) => record.table === table && isFormula(record))
      .map((record) => named(derivedKey(record), record.header, null)),
  ];
}

/** The column meant by a name: written exactly so, else whatever its case. */
export function columnNamed(columns: readonly SheetColumn[], name: string): SheetColumn | undefined {
  const exact = columns.find((column) => column.name === name);
  if (exact) return exact;
  const lower = name.toLowerCase();
  return columns.find((column) => column.name.toLowerCase() === lower);
}

/** Which columns the names in a formula mean now, to be kept with it. */
export function namesIn(text: string, columns: readonly SheetColumn[]): readonly FormulaName[] {
  const names = new Map<string, string>();
  for (const { name } of bracketsIn(text)) {
    const key = columnNamed(columns, name)?.key;
    if (key) names.set(name, key);
  }
  return [...names].map(([name, key]) => ({ name, key }));
}

/** The formula as a person is to see it: columns by the names that they have now. */
export function shownText(
  { source: { text, names } }: FormulaRecord,
  columns: readonly SheetColumn[],
): string {
  let shown = text;
  for (const { name, start, end } of bracketsIn(text).toReversed()) {
    const key = names?.find((entry) => entry.name === name)?.key;
    const now = columns.find((column) => column.key === key)?.name;
    if (now !== undefined && now !== name) shown = shown.slice(0, start) + bracketed(now) + shown.slice(end);
  }
  return shown;
}

/** The names in brackets; none where the text cannot be read. */
function bracketsIn(text: string): readonly (Span & { readonly name: string })[] {
  try {
    return tokensOf(text).filter((token) => token.kind === "column");
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}
