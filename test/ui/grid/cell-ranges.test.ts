import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellCount, rangeBetween, rangeHolds, rowsTouched } from "../../../src/ui/grid/cell-ranges";

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
});
