import { type Alignment, primaryRep } from "../alignment";
import { cellText } from "../cells";
import { type Remembered, remembered } from "../metrics/remembered";
import { cellFormatOf } from "../parse-cell";
import type { Plan } from "../plan";
import { derivedKey, type FormulaRecord } from "../planning/derived-column";
import {
  type Column,
  type ColumnType,
  columnByKey,
  columnByRole,
  type NumberColumn,
  rowById,
  type Table,
} from "../table";
import { TextDictionary } from "../text-dictionary";
import { type CodedTexts, codedTexts, viewColumnOf } from "../views/view-column";
import { type FormulaTable, kindOfColumn, LOCKED_KEY, REP_KEY, TERRITORY_KEY, typesOf } from "./column-names";
import type { Scope } from "./kernels";
import type { FormulaProblem } from "./problem";
import { afterChange, touchedRows } from "./recalculate";
import { type SheetFormula, type SheetFormulas, sheetFormulas } from "./sheet-formulas";
import { CELL_ERRORS, type TextVector, type Vector } from "./vectors";

/** A formula column's values, by row; or why there are none. */
export type CalculatedColumn =
  | {
      readonly ok: true;
      /** Never constant. The same object for as long as nothing it depends on changes. */
      readonly values: Vector;
      readonly type: ColumnType;
    }
  | { readonly ok: false; readonly problem: FormulaProblem };

/**
 * The values of a formula column. Deleted rows have some too, but no whole-column function counts them. `alignment` is the one that is
 * shown; null where formulas that depend on one are not to be calculated. Only what changed since it was last asked is calculated again.
 */
export function calculatedColumn(
  plan: Plan,
  record: FormulaRecord,
  alignment: Alignment | null,
): CalculatedColumn {
  const table = record.table as FormulaTable;
  const formulas = sheetFormulas(plan, table);
  const found = formulas.get(derivedKey(record));
  if (!found) throw new Error(`Expected the formula column "${record.header}" in the plan, got none.`);
  return calculatedFormula(plan, found, formulas, alignment);
}

/** The same of a formula that was checked, such as one being written; `formulas` are those that it may name. */
export function calculatedFormula(
  plan: Plan,
  found: SheetFormula,
  formulas: SheetFormulas,
  alignment: Alignment | null,
): CalculatedColumn {
  if (!found.ok) return { ok: false, problem: found.problem };
  if (found.onAlignment && !alignment) {
    return { ok: false, problem: { start: 0, end: 0, message: "It depends on who has which account." } };
  }
  const { record, formula } = found;
  const types = typesOf(formula.kind);
  const type = types.find((candidate) => candidate === record.source.type) ?? types[0];
  return { ok: true, values: valuesOf(plan, found, formulas, alignment), type };
}

/** A calculated column as one of a table: what cannot be calculated is blank. */
export function asTableColumn(
  { header, ...record }: FormulaRecord,
  values: Vector,
  type: ColumnType,
): Column {
  const base = { key: derivedKey(record), header, role: null, origin: "planner", source: null } as const;
  switch (values.kind) {
    case "yesno":
      return { ...base, kind: "yesno", type: "yesno", flags: values.flags };
    case "text": {
      const { dictionary, codes } = dictionaryOf(values);
      return { ...base, kind: "text", type: type === "choice" ? "choice" : "text", dictionary, codes };
    }
    default:
      return { ...base, kind: "number", type: type as NumberColumn["type"], values: values.values };
  }
}

function dictionaryOf({ codes, texts }: TextVector): { dictionary: TextDictionary; codes: Uint32Array } {
  if (texts instanceof TextDictionary && codes instanceof Uint32Array) return { dictionary: texts, codes };
  const dictionary = new TextDictionary();
  const codeOf = Array.from({ length: texts.size }, (_, code) => dictionary.code(texts.text(code)));
  return { dictionary, codes: Uint32Array.from(codes, (code) => codeOf[code]!) };
}

/** How many cells of rows that are not deleted cannot be calculated, by why. */
export function errorCounts(
  { errors }: Vector,
  { deleted }: Pick<Table, "deleted">,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!errors) return counts;
  const byCode = new Float64Array(CELL_ERRORS.length);
  for (let row = 0; row < errors.length; row++) if (!deleted?.[row]) byCode[errors[row]!]!++;
  for (let code = 1; code < byCode.length; code++)
    if (byCode[code]! > 0) counts.set(CELL_ERRORS[code]!, byCode[code]!);
  return counts;
}

/** What a formula gave for its columns. A record's text never changes, so that the columns alone decide it. */
interface Kept {
  readonly columns: readonly Vector[];
  readonly scope: Scope;
  readonly values: Vector;
}

/** Results are kept for as many alignments or layers as are looked at side by side. */
const MOST_KEPT = 3;
const kept = new WeakMap<FormulaRecord, Kept[]>();

function valuesOf(
  plan: Plan,
  { record, formula }: SheetFormula & { ok: true },
  formulas: SheetFormulas,
  alignment: Alignment | null,
): Vector {
  const table = plan.tables[record.table as FormulaTable];
  const columns = formula.columns.map((key) => {
    const other = formulas.get(key);
    return other?.ok ? valuesOf(plan, other, formulas, alignment) : columnVector(plan, table, key, alignment);
  });
  const scope: Scope = {
    count: table.count,
    // What a formula does not read is left out, so that its results hold when it changes.
    day: formula.readsDay ? (plan.day ?? Number.NaN) : Number.NaN,
    decimal: decimalOf(plan.settings.locale),
    deleted: formula.whole ? table.deleted : null,
    territoryOf: formula.readsAlignment ? alignment!.territoryOf : null,
  };
  const results = kept.get(record) ?? [];
  kept.set(record, results);
  const same = results.find((each) => sameInputs(each, columns, scope));
  if (same) return same.values;

  const values =
    changedValues(results, formula, columns, scope) ?? afterChange(formula, columns, scope, null);
  results.unshift({ columns, scope, values });
  if (results.length > MOST_KEPT) results.pop();
  return values;
}

/** The values from the nearest earlier ones, where few rows differ and each stands alone; else null. */
function changedValues(
  results: readonly Kept[],
  formula: (SheetFormula & { ok: true })["formula"],
  columns: readonly Vector[],
  scope: Scope,
): Vector | null {
  if (formula.whole) return null;
  for (const before of results) {
    if (!Object.is(before.scope.day, scope.day)) continue;
    if (before.scope.decimal !== scope.decimal) continue;
    const rows = touchedRows(before.columns, columns, before.scope.count, scope.count);
    if (rows) return afterChange(formula, columns, scope, { rows, values: before.values });
  }
  return null;
}

function sameInputs(before: Kept, columns: readonly Vector[], scope: Scope): boolean {
  const { count, day, decimal, deleted, territoryOf } = before.scope;
  return (
    count === scope.count &&
    Object.is(day, scope.day) &&
    decimal === scope.decimal &&
    deleted === scope.deleted &&
    territoryOf === scope.territoryOf &&
    before.columns.length === columns.length &&
    before.columns.every((column, i) => column === columns[i])
  );
}

const vectors: Remembered<object, Vector> = new WeakMap();

/** A column of the table or of the alignment as a vector; the same object for as long as its values are the same. */
function columnVector(plan: Plan, table: Table, key: string, alignment: Alignment | null): Vector {
  const plain = { constant: false, errors: null } as const;
  if (alignment) {
    const { territoryOf, territories, locked } = alignment;
    if (key === LOCKED_KEY)
      return remembered(vectors, locked, [], () => ({ kind: "yesno", flags: locked, ...plain }));
    if (key === TERRITORY_KEY || key === REP_KEY) {
      const texts = key === TERRITORY_KEY ? territoryNames(territories) : repNames(plan, territories);
      return remembered(vectors, texts, [territoryOf], () => ({
        kind: "text",
        codes: territoryOf,
        texts,
        ...plain,
      }));
    }
  }
  const column = columnByKey(table, key);
  if (!column) throw new Error(`Expected a column "${key}", got none.`);
  return remembered(vectors, column, [], () => {
    const view = viewColumnOf(column);
    if (view.kind !== "number") return { ...view, ...plain };
    return { kind: kindOfColumn(column) as "number" | "date", values: view.values, ...plain };
  });
}

type Territories = Alignment["territories"];
const namesOfTerritories: Remembered<Territories, CodedTexts> = new WeakMap();
const namesOfReps: Remembered<Territories, CodedTexts> = new WeakMap();

function territoryNames(territories: Territories): CodedTexts {
  return remembered(namesOfTerritories, territories, [], () =>
    codedTexts(territories.map((territory) => territory?.name ?? "")),
  );
}

function repNames({ tables: { reps } }: Plan, territories: Territories): CodedTexts {
  const names = columnByRole(reps, "name") ?? columnByRole(reps, "key");
  return remembered(namesOfReps, territories, [names, reps.ids], () =>
    codedTexts(
      territories.map((territory) => {
        const row = territory ? rowById(reps).get(primaryRep(territory) ?? Number.NaN) : undefined;
        return row === undefined ? "" : cellText(names, row);
      }),
    ),
  );
}

const decimals = new Map<string, "." | ",">();

function decimalOf(locale: string): "." | "," {
  const decimal = decimals.get(locale) ?? cellFormatOf(locale).decimal;
  decimals.set(locale, decimal);
  return decimal;
}
