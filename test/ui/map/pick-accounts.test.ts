import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectedRows, selectRows } from "../../../src/session/row-selection";
import { accountPoints } from "../../../src/ui/map/account-points";
import { boxRing, extendWay, selectionMode } from "../../../src/ui/map/map-strokes";
import {
  accountsInStroke,
  nextOfStack,
  pickedSelection,
  stackAt,
  territoriesIn,
} from "../../../src/ui/map/pick-accounts";
import { numberColumn, table } from "./map-plan";

const WORLD = 3600;
const view = { left: 0, top: 0, worldSize: WORLD };
const anyone = () => true;
/** Accounts on the equator at these pixels from the left; the equator is 1,800 pixels from the top. */
const accountsAtPixels = (...pixels: number[]) =>
  accountPoints(
    table(pixels.length, 1, [
      numberColumn("lat", "latitude", new Float64Array(pixels.length)),
      numberColumn(
        "lon",
        "longitude",
        Float64Array.from(pixels, (pixel) => (pixel / WORLD) * 360 - 180),
      ),
    ]),
  );

describe("the accounts under the pointer", () => {
  const points = accountsAtPixels(100, 200, 200, 200, 204);

  it("are those on the nearest spot, the topmost last", () => {
    expect(stackAt(points, view, 201, 1800, () => 5, anyone)).toEqual([1, 2, 3]);
    expect(stackAt(points, view, 203, 1800, () => 5, anyone)).toEqual([4]);
  });

  it("may be of several territories; those that nobody has do not count", () => {
    expect(territoriesIn([1, 2, 3], Uint16Array.from([3, 1, 2, 1, 4]))).toBe(2);
    expect(territoriesIn([1, 2], Uint16Array.from([3, 1, 0]))).toBe(1);
    expect(territoriesIn([], new Uint16Array(5))).toBe(0);
  });

  it("are hit as far as their own point reaches", () => {
    const reachOf = (account: number) => (account === 4 ? 0.5 : 5);
    expect(stackAt(points, view, 203, 1800, reachOf, anyone)).toEqual([1, 2, 3]);
  });

  it("are none where nothing is near", () =>
    expect(stackAt(points, view, 150, 1800, () => 5, anyone)).toEqual([]));

  it("leave out those that the filter hides", () =>
    expect(
      stackAt(
        points,
        view,
        201,
        1800,
        () => 2,
        (account) => account !== 2,
      ),
    ).toEqual([1, 3]));

  it("follow the view", () =>
    expect(stackAt(points, { ...view, left: 50, top: 1000 }, 50, 800, () => 5, anyone)).toEqual([0]));
});

describe("a click on a stack", () => {
  it("selects the topmost, then the ones below in turn", () => {
    expect(nextOfStack([3, 5, 8], selectRows(9, []))).toBe(8);
    expect(nextOfStack([3, 5, 8], selectRows(9, [8]))).toBe(5);
    expect(nextOfStack([3, 5, 8], selectRows(9, [5]))).toBe(3);
    expect(nextOfStack([3, 5, 8], selectRows(9, [3]))).toBe(8);
  });

  it("starts at the top where several were selected", () =>
    expect(nextOfStack([3, 5, 8], selectRows(9, [5, 8]))).toBe(8));

  it("selects nothing where nobody stands", () => expect(nextOfStack([], selectRows(9, []))).toBeNull());
});

describe("a stroke", () => {
  it("takes the same accounts as a box, whichever corner it starts from, and as a lasso around it", () => {
    const points = accountsAtPixels(10, 20, 30, 40);
    const boxes = [boxRing(15, 1790, 35, 1810), boxRing(35, 1810, 15, 1790), boxRing(15, 1810, 35, 1790)];
    for (const ring of boxes) {
      for (const tool of ["box", "lasso"] as const) {
        expect([...accountsInStroke(points, view, { tool, ring }, anyone)].sort()).toEqual([1, 2]);
      }
    }
  });

  it("leaves out accounts that the filter hides", () => {
    const stroke = { tool: "box", ring: boxRing(0, 1790, 100, 1810) } as const;
    const picked = accountsInStroke(accountsAtPixels(10, 20), view, stroke, (account) => account === 1);
    expect([...picked]).toEqual([1]);
  });

  it("takes nothing with a lasso too short to enclose anything", () =>
    expect(
      accountsInStroke(accountsAtPixels(10), view, { tool: "lasso", ring: [10, 1800] }, anyone),
    ).toHaveLength(0));

  it("keeps only corners that one can tell apart", () => {
    expect(extendWay([0, 0], 1, 1)).toEqual([0, 0]);
    expect(extendWay([0, 0], 4, 0)).toEqual([0, 0, 4, 0]);
  });
});

describe("picking accounts", () => {
  const rows = fc.uniqueArray(fc.nat(19));

  it("replaces, adds or toggles", () => {
    fc.assert(
      fc.property(rows, rows, (before, picked) => {
        const start = selectRows(20, before);
        const pickedBy = (mode: "replace" | "add" | "toggle") =>
          selectedRows(pickedSelection(start, 20, picked, mode));
        const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b);
        expect(pickedBy("replace")).toEqual(sorted(picked));
        expect(pickedBy("add")).toEqual(sorted(new Set([...before, ...picked])));
        expect(pickedBy("toggle")).toEqual(
          sorted([
            ...before.filter((row) => !picked.includes(row)),
            ...picked.filter((row) => !before.includes(row)),
          ]),
        );
      }),
    );
  });

  it("goes by the keys held", () => {
    const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect(selectionMode(keys)).toBe("replace");
    expect(selectionMode({ ...keys, shiftKey: true })).toBe("add");
    expect(selectionMode({ ...keys, metaKey: true })).toBe("toggle");
    expect(selectionMode({ ...keys, ctrlKey: true })).toBe("toggle");
  });
});
