import type { CellRange } from "./cell-ranges";
import type { FilledTest } from "./edge-of-data";
import type { CellPlace } from "./move-focus";

/** What the fill handle of a range comes to at a cell: the range grown to one side, the one the cell lies farther out on. */
export function fillTarget(from: CellRange, to: CellPlace): CellRange {
  const below = to.row - from.bottom;
  const above = from.top - to.row;
  const right = to.column - from.right;
  const left = from.left - to.column;
  const farthest = Math.max(below, above, right, left);
  if (farthest <= 0) return from;
  if (farthest === below) return { ...from, bottom: to.row };
  if (farthest === above) return { ...from, top: to.row };
  return farthest === right ? { ...from, right: to.column } : { ...from, left: to.column };
}

/**
 * How far down a double click on the fill handle of a range fills: to the last filled cell below in the column left of it, or
 * where that is blank there, right of it. The range's own bottom where neither goes on.
 */
export function fillDownTo(
  range: CellRange,
  lastRow: number,
  lastColumn: number,
  filledDown: (column: number) => FilledTest,
): number {
  for (const column of [range.left - 1, range.right + 1]) {
    if (column < 0 || column > lastColumn) continue;
    const isFilled = filledDown(column);
    let reached = range.bottom;
    for (let row = range.bottom + 1; row <= lastRow && isFilled(row) !== false; row++)
      if (isFilled(row)) reached = row;
    if (reached > range.bottom) return reached;
  }
  return range.bottom;
}
