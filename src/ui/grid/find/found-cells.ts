import { type CellRange, rangeHolds } from "../cell-ranges";
import type { CellPlace } from "../move-focus";

/** The cells that a search found, in reading order. A value. */
export interface FoundCells {
  readonly count: number;
  /** By place of the column among those shown: 1 at each position that matches; null where it was not searched. */
  readonly columns: readonly (Uint8Array | null)[];
  /** Number of matches in the rows above each position; one more than there are positions. */
  readonly above: Uint32Array;
}

/** Puts together what columns found, in the order shown; only cells in `ranges` count, where there are any. */
export function foundCells(
  columns: readonly (Uint8Array | null)[],
  positions: number,
  ranges: readonly CellRange[] | null,
): FoundCells {
  const within = ranges ? columns.map((found, column) => found && inRanges(found, column, ranges)) : columns;
  const above = new Uint32Array(positions + 1);
  for (const found of within) {
    if (found)
      for (let position = 0; position < positions; position++) above[position + 1]! += found[position]!;
  }
  for (let position = 0; position < positions; position++) above[position + 1]! += above[position]!;
  return { count: above[positions]!, columns: within, above };
}

function inRanges(found: Uint8Array, column: number, ranges: readonly CellRange[]): Uint8Array {
  const kept = new Uint8Array(found.length);
  for (const range of ranges) {
    if (column < range.left || column > range.right) continue;
    for (let row = Math.max(0, range.top); row <= range.bottom && row < found.length; row++)
      kept[row] = found[row]!;
  }
  return kept;
}

export function isFound({ columns }: FoundCells, { row, column }: CellPlace): boolean {
  return columns[column]?.[row] === 1;
}

/** The number of a match, from 1; 0 where the cell is none. */
export function ordinal(found: FoundCells, place: CellPlace): number {
  if (!isFound(found, place)) return 0;
  let number = found.above[place.row]! + 1;
  for (let column = 0; column < place.column; column++) number += found.columns[column]?.[place.row] ?? 0;
  return number;
}

/** The next match behind a cell, or before it with `back`, going on at the other end; null where there is none. */
export function nextMatch(found: FoundCells, from: CellPlace, back: boolean): CellPlace | null {
  if (found.count === 0) return null;
  const step = back ? -1 : 1;
  const inRow = (row: number, column: number): CellPlace | null => {
    for (let at = column; at >= 0 && at < found.columns.length; at += step) {
      if (found.columns[at]?.[row] === 1) return { row, column: at };
    }
    return null;
  };
  const same = inRow(from.row, from.column + step);
  if (same) return same;
  const rows = found.above.length - 1;
  // One round, the row it began in once more: a match may lie on its other side.
  for (let i = 1; i <= rows; i++) {
    const row = (((from.row + i * step) % rows) + rows) % rows;
    if (found.above[row + 1] === found.above[row]) continue;
    const match = inRow(row, back ? found.columns.length - 1 : 0);
    if (match) return match;
  }
  return null;
}

/** Whether a cell lies in one of the ranges. */
export function inAnyRange(ranges: readonly CellRange[], place: CellPlace): boolean {
  return ranges.some((range) => rangeHolds(range, place));
}
