import { columnByKey, type Table } from "./table";
import { type ColumnFilter, filterRows, type TextMatch } from "./views/column-filter";
import { type ViewColumn, viewColumnOf } from "./views/view-column";

/** What a cell must be, as plain data that plan files hold. Ranges include both ends; null = no limit; a blank cell has no text and no number. */
export type CellTest =
  | { readonly kind: "text"; readonly match: TextMatch; readonly text: string }
  /** One of these texts, exactly; "" stands for a blank. */
  | { readonly kind: "one-of"; readonly texts: readonly string[] }
  | { readonly kind: "none-of"; readonly texts: readonly string[] }
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "blank" }
  | { readonly kind: "filled" };

/** A test of the cells of one column, by key. */
export interface ColumnTest {
  readonly column: string;
  readonly test: CellTest;
}

/** Which rows of a table are meant. Without tests `all` means every row and `any` means none. */
export interface Condition {
  readonly match: "all" | "any";
  readonly tests: readonly ColumnTest[];
}

/** Every row. */
export const EVERY_ROW: Condition = { match: "all", tests: [] };

/**
 * 1 for each row that the condition means, deleted rows included, by row number. A test of a column that is gone, or that does not suit
 * its kind, is met by no row.
 */
export function rowsMeeting(table: Table, condition: Condition): Uint8Array {
  const all = new Uint32Array(table.count).map((_, row) => row);
  const meeting = new Uint8Array(table.count);
  if (condition.match === "all") {
    let rows: Uint32Array = all;
    for (const test of condition.tests) rows = rowsPassing(table, rows, test);
    for (const row of rows) meeting[row] = 1;
  } else {
    for (const test of condition.tests) for (const row of rowsPassing(table, all, test)) meeting[row] = 1;
  }
  return meeting;
}

/** Whether one row meets the condition: for a row at a time, as when a lead comes in. */
export function rowMeets(table: Table, row: number, condition: Condition): boolean {
  const only = Uint32Array.of(row);
  const passes = (test: ColumnTest) => rowsPassing(table, only, test).length === 1;
  return condition.match === "all" ? condition.tests.every(passes) : condition.tests.some(passes);
}

/** The tests that speak of columns the table no longer has. */
export function lostTests(table: Table, condition: Condition): readonly ColumnTest[] {
  return condition.tests.filter(({ column }) => !columnByKey(table, column));
}

function rowsPassing(table: Table, rows: Uint32Array, { column: key, test }: ColumnTest): Uint32Array {
  const column = columnByKey(table, key);
  if (!column) return new Uint32Array(0);
  const view = viewColumnOf(column);
  if (test.kind !== "none-of") return filterRows(rows, view, filterOf(test));
  return without(rows, filterRows(rows, view, { kind: "values", values: new Set(test.texts) }), view);
}

function filterOf(test: Exclude<CellTest, { kind: "none-of" }>): ColumnFilter {
  return test.kind === "one-of" ? { kind: "values", values: new Set(test.texts) } : test;
}

/** `rows` less `taken`, both ascending; none where texts say nothing about the column. */
function without(rows: Uint32Array, taken: Uint32Array, { kind }: ViewColumn): Uint32Array {
  if (kind === "number") return new Uint32Array(0);
  let next = 0;
  return rows.filter((row) => {
    if (taken[next] !== row) return true;
    next++;
    return false;
  });
}
