import type { CellPlace } from "./move-focus";

/** A rectangle of cells by their places among those shown, edges included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The smallest range that holds both cells. */
export function rangeBetween(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function rangeHolds({ top, left, bottom, right }: CellRange, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Number of cells; those that several ranges hold count once for each. */
export function cellCount(ranges: readonly CellRange[]): number {
  return ranges.reduce(
    (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
    0,
  );
}

/** Positions of the rows that the ranges touch, ascending, each once. */
export function rowsTouched(ranges: readonly CellRange[]): number[] {
  const sorted = [...ranges].sort((a, b) => a.top - b.top);
  const rows: number[] = [];
  let next = 0;
  for (const { top, bottom } of sorted) {
    for (let row = Math.max(top, next); row <= bottom; row++) rows.push(row);
    next = Math.max(next, bottom + 1);
  }
  return rows;
}
