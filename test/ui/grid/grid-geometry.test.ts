import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutColumns, scrollLeftFor, visibleColumns } from "../../../src/ui/grid/column-layout";
import { HEADER_ROW, movedFocus } from "../../../src/ui/grid/move-focus";
import { MAX_BODY_PX, poolSize, rowWindow, scrollTopFor } from "../../../src/ui/grid/row-window";

const geometry = fc.record({
  rowCount: fc.nat({ max: 2_000_000 }),
  rowHeight: fc.constantFrom(28, 44),
  viewHeight: fc.integer({ min: 100, max: 2_000 }),
});

describe("the window of rows", () => {
  it("never needs more elements than the pool has", () => {
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const scrollTop = share * Math.max(0, rowWindow(rows, 0).bodyHeight - rows.viewHeight);
        const { first, end } = rowWindow(rows, scrollTop);
        expect(end - first).toBeLessThanOrEqual(poolSize(rows));
      }),
    );
  });

  it("covers the view wherever it is scrolled, however many rows there are", () => {
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        fc.pre(rows.rowCount * rows.rowHeight > rows.viewHeight);
        const scrollTop = share * (rowWindow(rows, 0).bodyHeight - rows.viewHeight);
        const { first, end, shift } = rowWindow(rows, scrollTop);
        expect(first * rows.rowHeight + shift).toBeLessThanOrEqual(scrollTop + 1e-3);
        expect(end * rows.rowHeight + shift).toBeGreaterThanOrEqual(scrollTop + rows.viewHeight - 1e-3);
      }),
    );
  });

  it("stays within the height that browsers lay out", () => {
    const rows = { rowCount: 1_000_000, rowHeight: 44, viewHeight: 800 };
    expect(rowWindow(rows, 0).bodyHeight).toBe(MAX_BODY_PX);
    expect(rowWindow(rows, MAX_BODY_PX - 800).end).toBe(1_000_000);
  });

  it("brings any row wholly into view, and leaves a visible one where it is", () => {
    fc.assert(
      fc.property(geometry, fc.nat(), (rows, pick) => {
        fc.pre(rows.rowCount > 0);
        const position = pick % rows.rowCount;
        const scrollTop = scrollTopFor(rows, position, 0);
        const { shift } = rowWindow(rows, scrollTop);
        const top = position * rows.rowHeight + shift - scrollTop;
        expect(top).toBeGreaterThanOrEqual(-1e-3);
        expect(top + rows.rowHeight).toBeLessThanOrEqual(rows.viewHeight + 1e-3);
        expect(scrollTopFor(rows, position, scrollTop)).toBeCloseTo(scrollTop, 3);
      }),
    );
  });
});

describe("the columns", () => {
  const columns = ["name", "a", "b", "c"].map((key) => ({ key }));
  const layout = layoutColumns(columns, () => 100, 1, 60);
  const keys = (scrollLeft: number) => visibleColumns(layout, scrollLeft, 300).map(({ key }) => key);

  it("lie side by side behind the row numbers", () => {
    expect(layout.columns.map(({ left }) => left)).toEqual([60, 160, 260, 360]);
    expect([layout.width, layout.pinnedWidth]).toEqual([460, 160]);
  });
  it("are drawn where they are not under the pinned ones", () => {
    expect(keys(0)).toEqual(["a", "b"]);
    expect(keys(100)).toEqual(["b", "c"]);
    expect(keys(160)).toEqual(["b", "c"]);
  });
  it("scroll no further than needed to show one", () => {
    expect(scrollLeftFor(layout, layout.byKey.get("b")!, 0, 300)).toBe(60);
    expect(scrollLeftFor(layout, layout.byKey.get("a")!, 60, 300)).toBe(0);
    expect(scrollLeftFor(layout, layout.byKey.get("name")!, 60, 300)).toBe(60);
  });
});

describe("the focus", () => {
  const filled = () => () => true;
  const size = { rows: 100, columns: 5, page: 20, filledDown: filled, filledAlong: filled };
  const from = { row: 50, column: 2 };
  const at = (key: string, ctrl = false, place = from) => {
    const to = movedFocus(key, ctrl, place, size);
    return to && [to.row, to.column];
  };

  it("moves by a cell and stays at the edges", () => {
    expect(at("ArrowDown")).toEqual([51, 2]);
    expect(at("ArrowRight", false, { row: 99, column: 4 })).toEqual([99, 4]);
    expect(at("ArrowDown", false, { row: 99, column: 4 })).toEqual([99, 4]);
  });
  it("goes up into the headers and no further", () => {
    expect(at("ArrowUp", false, { row: 0, column: 2 })).toEqual([HEADER_ROW, 2]);
    expect(at("ArrowUp", false, { row: HEADER_ROW, column: 2 })).toEqual([HEADER_ROW, 2]);
  });
  it("jumps to the edges of the data with Ctrl", () => {
    expect(at("ArrowUp", true)).toEqual([0, 2]);
    expect(at("ArrowDown", true)).toEqual([99, 2]);
    expect(at("ArrowLeft", true)).toEqual([50, 0]);
    expect(at("ArrowRight", true)).toEqual([50, 4]);
  });
  it("knows Home, End and their Ctrl forms", () => {
    expect(at("Home")).toEqual([50, 0]);
    expect(at("End")).toEqual([50, 4]);
    expect(at("Home", true)).toEqual([0, 0]);
    expect(at("End", true)).toEqual([99, 4]);
  });
  it("moves by a screen without leaving the rows", () => {
    expect(at("PageDown", false, { row: 90, column: 2 })).toEqual([99, 2]);
    expect(at("PageUp", false, { row: 5, column: 2 })).toEqual([0, 2]);
  });
  it("leaves other keys alone", () => expect(at("a")).toBeNull());
});
