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

/** What is left of a range without a hole: up to four ranges that do not overlap. */
export function rangeWithout(range: CellRange, hole: CellRange): readonly CellRange[] {
  const { top, left, bottom, right } = range;
  if (hole.top > bottom || hole.bottom < top || hole.left > right || hole.right < left) return [range];
  const rest: CellRange[] = [];
  const from = Math.max(top, hole.top);
  const to = Math.min(bottom, hole.bottom);
  if (top < from) rest.push({ top, left, bottom: from - 1, right });
  if (left < hole.left) rest.push({ top: from, left, bottom: to, right: hole.left - 1 });
  if (hole.right < right) rest.push({ top: from, left: hole.right + 1, bottom: to, right });
  if (to < bottom) rest.push({ top: to + 1, left, bottom, right });
  return rest;
}

/** The rows that the ranges touch as runs of neighbors, ascending; ends included. */
export function rowRuns(ranges: readonly CellRange[]): readonly { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const { top, bottom } of [...ranges].sort((a, b) => a.top - b.top)) {
    const before = runs.at(-1);
    if (before && top <= before.last + 1) before.last = Math.max(before.last, bottom);
    else runs.push({ first: top, last: bottom });
  }
  return runs;
}

/**
 * The cell that Enter (`down`) or Tab reaches inside the ranges from one of their cells, round and round. `skips` is asked
 * for positions that are no rows.
 */
export function nextInRanges(
  ranges: readonly CellRange[],
  from: CellPlace,
  way: { readonly down: boolean; readonly back: boolean },
  skips: (row: number) => boolean = () => false,
): CellPlace {
  const step = way.back ? -1 : 1;
  let at = ranges.findLastIndex((range) => rangeHolds(range, from));
  if (at < 0) return from;
  let { row, column } = from;
  for (let tries = cellCount(ranges); tries > 0; tries--) {
    const { top, left, bottom, right } = ranges[at]!;
    if (way.down) row += step;
    else column += step;
    if (way.down && (row < top || row > bottom)) {
      row = way.back ? bottom : top;
      column += step;
    } else if (!way.down && (column < left || column > right)) {
      column = way.back ? right : left;
      row += step;
    }
    if (row < top || row > bottom || column < left || column > right) {
      at = (at + step + ranges.length) % ranges.length;
      const next = ranges[at]!;
      row = way.back ? next.bottom : next.top;
      column = way.back ? next.right : next.left;
    }
    if (!skips(row)) return { row, column };
  }
  return from;
}
