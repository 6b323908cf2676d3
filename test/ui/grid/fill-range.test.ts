import { describe, expect, it } from "vitest";
import { columnAt } from "../../../src/ui/grid/cell-at-point";
import { layoutColumns } from "../../../src/ui/grid/column-layout";
import { edgeSpeed } from "../../../src/ui/grid/edge-scroll";
import { fillDownTo, fillTarget } from "../../../src/ui/grid/fill-range";

const from = { top: 5, left: 2, bottom: 6, right: 3 };

describe("the fill handle", () => {
  it("grows the range to the side that the pointer is farther out on", () => {
    expect(fillTarget(from, { row: 9, column: 4 })).toEqual({ ...from, bottom: 9 });
    expect(fillTarget(from, { row: 1, column: 3 })).toEqual({ ...from, top: 1 });
    expect(fillTarget(from, { row: 7, column: 8 })).toEqual({ ...from, right: 8 });
    expect(fillTarget(from, { row: 6, column: 0 })).toEqual({ ...from, left: 0 });
  });
  it("leaves the range as it is inside of it", () => {
    expect(fillTarget(from, { row: 5, column: 3 })).toBe(from);
  });
});

describe("a double click on the fill handle", () => {
  // A column a string, downwards: "x" is filled, "-" the header of a group.
  const down = (columns: readonly string[]) =>
    fillDownTo({ top: 0, left: 1, bottom: 1, right: 1 }, 7, 2, (column) => (row) => {
      const cell = columns[column]![row];
      return cell === "-" ? null : cell === "x";
    });
  it("fills down to where the column at the left ends", () => {
    expect(down(["xxxxx...", "xx......", "xxxxxxxx"])).toBe(4);
  });
  it("takes the column at the right where the left one does not go on", () => {
    expect(down(["xx......", "xx......", "xxxxxx.x"])).toBe(5);
  });
  it("fills nothing where neither goes on", () => {
    expect(down(["xx.xxxxx", "xx......", "x......."])).toBe(1);
  });
  it("goes past the headers of groups, but does not end on one", () => {
    expect(down(["xxx-xx-.", "xx......", "........"])).toBe(5);
  });
});

describe("a drag at the edge", () => {
  it("scrolls faster farther out, and the longer it lasts, up to a limit", () => {
    expect(edgeSpeed(0, 5000)).toBe(0);
    expect(edgeSpeed(40, 0)).toBeGreaterThan(edgeSpeed(10, 0));
    expect(edgeSpeed(10, 1000)).toBeGreaterThan(edgeSpeed(10, 0));
    expect(edgeSpeed(500, 60_000)).toBe(edgeSpeed(900, 90_000));
  });
});

describe("the column under the pointer", () => {
  const columns = ["name", "a", "b", "c"].map((key) => ({ key }));
  const layout = layoutColumns(columns, () => 100, 1, 60);
  it("is the pinned one over its place, however far the others are scrolled", () => {
    expect([columnAt(layout, 0, 20), columnAt(layout, 150, 159)]).toEqual([0, 0]);
  });
  it("counts what is scrolled away", () => {
    expect([columnAt(layout, 0, 160), columnAt(layout, 100, 160), columnAt(layout, 100, 900)]).toEqual([
      1, 2, 3,
    ]);
  });
});
