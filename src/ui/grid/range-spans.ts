import type { Span } from "../../model/views/selection-sums";
import type { CellRange } from "./cell-ranges";

/** The positions that ranges hold of each column among those shown, ascending and apart from each other; columns without any are left out. */
export function spansByColumn(ranges: readonly CellRange[]): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { top, left, bottom, right } of [...ranges].sort((a, b) => a.top - b.top)) {
    for (let column = left; column <= right; column++) {
      const before = spans.get(column);
      const last = before?.at(-1);
      if (!before) spans.set(column, [{ first: top, last: bottom }]);
      else if (last && top <= last.last + 1) {
        before[before.length - 1] = { first: last.first, last: Math.max(last.last, bottom) };
      } else before.push({ first: top, last: bottom });
    }
  }
  return spans;
}
