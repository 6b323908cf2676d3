import { cellText } from "./cells";
import { isTaken, viewValue } from "./column-checks";
import { trimCell } from "./parse-cell";
import { degreesOf, placeDoubts } from "./place-doubts";
import { type Column, type ColumnRole, columnByKey, columnByRole, type Table } from "./table";
import { foldText } from "./views/fold-text";
import { viewColumnOf } from "./views/view-column";

/** What looks wrong in a cell although its column takes it. The last two are said of a row's place, whichever of its degrees was written. */
export const CELL_WARNINGS = [
  "short-postal-code",
  "no-key",
  "repeated-key",
  "hidden-characters",
  "negative",
  "inexact",
  "latitude-range",
  "longitude-range",
  "swapped-place",
  "zero-place",
] as const;
export type CellWarningKind = (typeof CELL_WARNINGS)[number];

/** Cells of one column that look wrong for one reason: their rows, in the order given. */
export interface CellWarning {
  readonly kind: CellWarningKind;
  readonly rows: readonly number[];
}

/** What is never less than zero. */
export const NEVER_NEGATIVE: ReadonlySet<ColumnRole | null> = new Set<ColumnRole>([
  "revenue",
  "potential",
  "amount",
  "employees",
  "visits",
  "quota",
  "capacity",
]);
/** Direction marks, zero-width spaces, soft hyphens. A joiner is none: emoji are made with it. */
const HIDDEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** Half of a character beyond the first 65,536: no text holds one on purpose. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const SHORT_ZIP = /^(\d{3,4})(-\d{4})?$/;
const FULL_ZIP = /^\d{5}(-?\d{4})?$/;
const UNITED_STATES: ReadonlySet<string> = new Set([
  "us",
  "usa",
  "u.s.",
  "u.s.a.",
  "united states",
  "united states of america",
]);

/** What looks wrong in the cells of a column that have just been written, by reason. They stand; nothing is refused for it. */
export function cellWarnings(table: Table, columnKey: string, rows: Iterable<number>): CellWarning[] {
  const column = columnByKey(table, columnKey);
  if (!column) return [];
  const kindsOf = warner(table, column);
  const found = new Map<CellWarningKind, number[]>();
  for (const row of rows) {
    const kind = kindsOf(row);
    if (kind === null) continue;
    const same = found.get(kind);
    if (same) same.push(row);
    else found.set(kind, [row]);
  }
  return [...found].map(([kind, warned]) => ({ kind, rows: warned }));
}

/** A ZIP code that a spreadsheet has taken for a number, with its zeros again; null for any other text. */
export function paddedPostalCode(text: string): string | null {
  const match = SHORT_ZIP.exec(trimCell(text));
  return match && `${match[1]!.padStart(5, "0")}${match[2] ?? ""}`;
}

function warner(table: Table, column: Column): (row: number) => CellWarningKind | null {
  if (column.role === "latitude" || column.role === "longitude") {
    const doubtOf = placeDoubts(degreesOf(table));
    const others = column.role === "latitude" ? "longitude-range" : "latitude-range";
    return (row) => {
      const doubt = doubtOf(row);
      return doubt === others ? null : doubt;
    };
  }
  if (column.kind === "number") return (row) => numberWarning(column.values[row]!, column.role);
  if (column.kind !== "text") return () => null;
  const byCode = new Map<number, CellWarningKind | null>();
  const isUnitedStates = column.role === "postalCode" ? unitedStatesTest(table, column) : null;
  return (row) => {
    const code = column.codes[row]!;
    const text = column.dictionary.text(code);
    if (column.role === "key") {
      if (trimCell(text) === "") return "no-key";
      const view = viewColumnOf(column);
      if (isTaken(view, viewValue(view, row), row, table.deleted)) return "repeated-key";
    }
    let warning = byCode.get(code);
    if (warning === undefined) {
      warning = HIDDEN.test(text) || HALF.test(text) ? "hidden-characters" : null;
      byCode.set(code, warning);
    }
    if (warning === null && isUnitedStates && SHORT_ZIP.test(trimCell(text)) && isUnitedStates(row))
      return "short-postal-code";
    return warning;
  };
}

function numberWarning(value: number, role: ColumnRole | null): CellWarningKind | null {
  // A whole number past 2^53 stands for its neighbors too.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return "inexact";
  return value < 0 && NEVER_NEGATIVE.has(role) ? "negative" : null;
}

/** Says whether a row's postal code is one of the United States: by its country, else by what most codes of the column are. */
function unitedStatesTest(table: Table, column: Column): (row: number) => boolean {
  const country = columnByRole(table, "country");
  let most: boolean | null = null;
  return (row) => {
    const named = foldText(cellText(country, row).trim());
    if (named !== "") return UNITED_STATES.has(named);
    most ??= mostlyZip(table, column);
    return most;
  };
}

function mostlyZip(table: Table, column: Column): boolean {
  let full = 0;
  let other = 0;
  for (let row = 0; row < table.count; row++) {
    if (table.deleted?.[row]) continue;
    const text = trimCell(cellText(column, row));
    if (FULL_ZIP.test(text)) full++;
    else if (text !== "" && !SHORT_ZIP.test(text)) other++;
  }
  return full >= other;
}
