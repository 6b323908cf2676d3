import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupEntry } from "../../../src/model/views/row-entry";
import {
  type CellRange,
  cellCount,
  nextInRanges,
  rangeBetween,
  rangeHolds,
  rangeWithout,
  rowRuns,
  rowsTouched,
} from "../../../src/ui/grid/cell-ranges";
import { selectInRanges } from "../../../src/ui/grid/row-range";

const place = fc.record({ row: fc.nat(20), column: fc.nat(8) });
const range = fc.tuple(place, place).map(([a, b]) => rangeBetween(a, b));

describe("ranges of cells", () => {
  test("hold both cells they were drawn between, whichever came first", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const drawn = rangeBetween(a, b);
        expect(rangeHolds(drawn, a) && rangeHolds(drawn, b)).toBe(true);
        expect(rangeBetween(b, a)).toEqual(drawn);
      }),
    );
  });

  test("touch each row once, in order", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const rows = new Set(
          ranges.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, i) => top + i)),
        );
        expect(rowsTouched(ranges)).toEqual([...rows].sort((a, b) => a - b));
      }),
    );
  });

  test("count their cells", () => {
    expect(cellCount([rangeBetween({ row: 1, column: 1 }, { row: 3, column: 2 })])).toBe(6);
    expect(cellCount([])).toBe(0);
  });

  test("come in runs of the rows they touch", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const runs = rowRuns(ranges);
        const rows = runs.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        );
        expect(rows).toEqual(rowsTouched(ranges));
        for (let i = 1; i < runs.length; i++) expect(runs[i]!.first).toBeGreaterThan(runs[i - 1]!.last + 1);
      }),
    );
  });

  test("leave every other cell, once, when some are taken out", () => {
    fc.assert(
      fc.property(range, range, (whole, hole) => {
        const rest = rangeWithout(whole, hole).flatMap(cellsOf);
        const wanted = cellsOf(whole).filter((cell) => !cellsOf(hole).includes(cell));
        expect(rest.sort()).toEqual(wanted.sort());
      }),
    );
  });

  test("are gone through cell by cell, and back, round and round", () => {
    const apart = fc
      .array(range, { minLength: 1, maxLength: 3 })
      .filter((ranges) => new Set(ranges.flatMap(cellsOf)).size === cellCount(ranges));
    fc.assert(
      fc.property(apart, fc.boolean(), (ranges, down) => {
        const { top: row, left: column } = ranges[0]!;
        const seen: string[] = [];
        let at = { row, column };
        for (let i = 0; i < cellCount(ranges); i++) {
          seen.push(`${at.row}:${at.column}`);
          const next = nextInRanges(ranges, at, { down, back: false });
          expect(nextInRanges(ranges, next, { down, back: true })).toEqual(at);
          at = next;
        }
        expect(at).toEqual({ row, column });
        expect(seen.sort()).toEqual(ranges.flatMap(cellsOf).sort());
      }),
    );
  });

  test("select the rows they touch, without the headers of groups", () => {
    const entries = Uint32Array.of(groupEntry(0), 7, 3, groupEntry(1), 5);
    const { flags, count } = selectInRanges(9, entries, [
      { top: 0, left: 0, bottom: 2, right: 1 },
      { top: 2, left: 1, bottom: 4, right: 1 },
    ]);
    expect([...flags.entries()].filter(([, flag]) => flag).map(([row]) => row)).toEqual([3, 5, 7]);
    expect(count).toBe(3);
  });
});

/** "row:column" of each cell. */
function cellsOf({ top, left, bottom, right }: CellRange): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push(`${row}:${column}`);
  }
  return cells;
}
