import type { GridState } from "../grid-state";
import { columnsOf, dataRows, sheetOf } from "./fill-cells";
import { writePlaced } from "./write-placed";

/** Delete: makes all selected cells blank in one undo step, and says which stay. False where no cell is selected. */
export function clearCells(grid: GridState): boolean {
  const placements = grid.ranges().map((range) => ({
    columns: columnsOf(grid, range),
    rows: dataRows(grid, range.top, range.bottom),
    cell: () => "",
    ...sheetOf(grid),
  }));
  if (placements.every(({ rows }) => rows.length === 0)) return false;
  void writePlaced(grid, placements, { label: "Clear", past: "cleared" });
  return true;
}
