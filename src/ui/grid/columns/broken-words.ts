import { canonicalText } from "../../../model/canonical-text";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { checkWords } from "./check-words";

/** Which rule of its column a cell breaks, in words; "" where none. */
export function brokenWords(grid: GridState, column: GridColumn, row: number): string {
  const look = grid.looks().get(column.key);
  const problem = look?.breaks(row) ? look.problem(row) : null;
  const format = column.format ?? ((value: number) => canonicalText(value, column.type));
  return problem ? checkWords(problem, format) : "";
}
