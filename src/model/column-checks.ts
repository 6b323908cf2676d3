import type { CellValidation } from "./planning/column-rule";
import type { CellValue } from "./table";
import { foldText } from "./views/fold-text";
import type { ViewColumn } from "./views/view-column";

/** What a cell lacks or has too much of. */
export type CheckProblem =
  | { readonly kind: "required" }
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "length"; readonly most: number }
  | { readonly kind: "unique" };

/** What is wrong with a value by itself; null where nothing is. Whether it is unique, its column says: `twiceIn`. */
export function valueProblem(validation: CellValidation, value: CellValue): CheckProblem | null {
  if (value === null || value === "") return validation.required ? { kind: "required" } : null;
  switch (validation.kind) {
    case "choices": {
      const { choices } = validation;
      return choices.includes(String(value)) ? null : { kind: "choices", choices };
    }
    case "range": {
      const { from, to } = validation;
      const number = typeof value === "number" ? value : Number.NaN;
      return number >= (from ?? -Infinity) && number <= (to ?? Infinity) ? null : { kind: "range", from, to };
    }
    case "length": {
      const { most } = validation;
      return typeof value !== "string" || [...value].length <= most ? null : { kind: "length", most };
    }
    case "unique":
      return null;
  }
}

/** What is wrong with the cell of a row; null where nothing is. */
export function cellProblem(
  validation: CellValidation,
  column: ViewColumn,
  row: number,
  hidden: Uint8Array | null,
): CheckProblem | null {
  const value = viewValue(column, row);
  const problem = valueProblem(validation, value);
  if (problem || validation.kind !== "unique" || value === null) return problem;
  return isTaken(column, value, row, hidden) ? { kind: "unique" } : null;
}

/** 1 for each row whose cell breaks the rule, rows left out passed over; null where none does. */
export function breakingRows(
  validation: CellValidation,
  column: ViewColumn,
  hidden: Uint8Array | null,
): Uint8Array | null {
  const count = viewCount(column);
  const flags = new Uint8Array(count);
  let any = false;
  const problemOf = problemsByCode(validation, column);
  const times = validation.kind === "unique" ? timesOf(column, hidden) : null;
  for (let row = 0; row < count; row++) {
    if (hidden?.[row]) continue;
    const breaks = problemOf(row) || (times !== null && times(row) > 1);
    if (!breaks) continue;
    flags[row] = 1;
    any = true;
  }
  return any ? flags : null;
}

/** Whether another row than this one holds the value; texts are compared without case and diacritics. */
export function isTaken(
  column: ViewColumn,
  value: CellValue,
  row: number,
  hidden: Uint8Array | null,
): boolean {
  const count = valueTimes(column, hidden).get(keyOf(value)) ?? 0;
  const own = keyOf(viewValue(column, row)) === keyOf(value) && !hidden?.[row] ? 1 : 0;
  return value !== null && count > own;
}

/** The value that a view column has in a row. */
export function viewValue(column: ViewColumn, row: number): CellValue {
  switch (column.kind) {
    case "number": {
      const value = column.values[row]!;
      return Number.isNaN(value) ? null : value;
    }
    case "text":
      return column.texts.text(column.codes[row]!) || null;
    case "yesno":
      return column.flags[row] === 2 ? null : column.flags[row] === 1;
  }
}

function viewCount(column: ViewColumn): number {
  if (column.kind === "number") return column.values.length;
  return column.kind === "text" ? column.codes.length : column.flags.length;
}

/** Texts repeat: each is judged once. */
function problemsByCode(validation: CellValidation, column: ViewColumn): (row: number) => boolean {
  if (column.kind !== "text") return (row) => valueProblem(validation, viewValue(column, row)) !== null;
  const { codes, texts } = column;
  const judged = new Int8Array(texts.size).fill(-1);
  return (row) => {
    const code = codes[row]!;
    if (judged[code] === -1) judged[code] = valueProblem(validation, texts.text(code) || null) ? 1 : 0;
    return judged[code] === 1;
  };
}

function timesOf(column: ViewColumn, hidden: Uint8Array | null): (row: number) => number {
  const times = valueTimes(column, hidden);
  return (row) => {
    const value = viewValue(column, row);
    return value === null ? 0 : (times.get(keyOf(value)) ?? 0);
  };
}

const known = new WeakMap<
  object,
  { readonly hidden: Uint8Array | null; readonly times: ReadonlyMap<CellValue, number> }
>();

/** How many rows hold each value. Kept with the column's values. */
function valueTimes(column: ViewColumn, hidden: Uint8Array | null): ReadonlyMap<CellValue, number> {
  const cells =
    column.kind === "number" ? column.values : column.kind === "text" ? column.codes : column.flags;
  const before = known.get(cells);
  if (before && before.hidden === hidden) return before.times;
  const times = new Map<CellValue, number>();
  const keys: CellValue[] = [];
  for (let row = 0; row < cells.length; row++) {
    if (hidden?.[row]) continue;
    let key: CellValue;
    if (column.kind === "text") {
      const code = column.codes[row]!;
      key = keys[code] ?? keyOf(column.texts.text(code) || null);
      keys[code] = key;
    } else key = viewValue(column, row);
    if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  }
  known.set(cells, { hidden, times });
  return times;
}

function keyOf(value: CellValue): CellValue {
  return typeof value === "string" ? foldText(value.trim()) : value;
}
