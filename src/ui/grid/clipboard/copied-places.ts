import { type CellRange, rowsTouched } from "../cell-ranges";

/** Positions of rows and places of columns, ascending, that together make a block. */
export interface CopiedPlaces {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The block that ranges come to where they stand in the same columns or in the same rows, as spreadsheets copy several at once; else null.
 */
export function copiedPlaces(ranges: readonly CellRange[]): CopiedPlaces | null {
  const [first] = ranges;
  if (!first) return null;
  if (ranges.every(({ left, right }) => left === first.left && right === first.right))
    return { rows: rowsTouched(ranges), columns: between(first.left, first.right) };
  if (!ranges.every(({ top, bottom }) => top === first.top && bottom === first.bottom)) return null;
  const columns = new Set(ranges.flatMap(({ left, right }) => between(left, right)));
  return { rows: between(first.top, first.bottom), columns: [...columns].sort((a, b) => a - b) };
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
