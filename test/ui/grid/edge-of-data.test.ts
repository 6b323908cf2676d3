import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeOfData } from "../../../src/ui/grid/edge-of-data";

/** "xx..x" = two filled cells, two blank ones, a filled one; "-" is passed over, as the header of a group. */
function jump(line: string, from: number, step: 1 | -1): number {
  const filled = (at: number) => (line[at] === "-" ? null : line[at] === "x");
  return edgeOfData(from, step, line.length - 1, filled);
}

describe("Ctrl with an arrow", () => {
  it("stops at the last filled cell before a blank one", () => expect(jump("xxx..x", 0, 1)).toBe(2));
  it("goes on from there to the next filled cell", () => expect(jump("xxx..x", 2, 1)).toBe(5));
  it("leaves a blank cell for the next filled one", () => expect(jump("x...xx", 2, 1)).toBe(4));
  it("goes to the end where nothing more is filled", () => expect(jump("xx....", 1, 1)).toBe(5));
  it("goes to the end of filled cells that reach it", () => expect(jump("xxxx", 1, 1)).toBe(3));
  it("stays at the end", () => expect(jump("xxxx", 3, 1)).toBe(3));
  it("works the other way round", () => {
    expect(jump("x..xxx", 5, -1)).toBe(3);
    expect(jump("x..xxx", 3, -1)).toBe(0);
    expect(jump("...xxx", 3, -1)).toBe(0);
  });
  it("passes over the headers of groups, and never stops on one", () => {
    expect(jump("-xx-xx-.x", 1, 1)).toBe(5);
    expect(jump("-xx-xx-.-", 5, 1)).toBe(7);
    expect(jump("-xx-", 1, -1)).toBe(1);
  });

  const line = fc.string({ unit: fc.constantFrom("x", ".", "-"), minLength: 1, maxLength: 30 });
  const step = fc.constantFrom(1 as const, -1 as const);

  it("stops where the data has an edge, or at the end", () => {
    fc.assert(
      fc.property(line, fc.nat(), step, (cells, pick, way) => {
        const from = pick % cells.length;
        // From the header of a group it is the next filled cell, which need not be an edge.
        fc.pre(cells[from] !== "-");
        const to = jump(cells, from, way);
        if (to === from) {
          const ahead = way > 0 ? cells.slice(from + 1) : cells.slice(0, from);
          expect(ahead.replaceAll("-", "")).toBe("");
          return;
        }
        expect(Math.sign(to - from)).toBe(way);
        expect(cells[to]).not.toBe("-");
        const kept = cells.replaceAll("-", "");
        const at = cells.slice(0, to).replaceAll("-", "").length;
        const isEnd = at === (way > 0 ? kept.length - 1 : 0);
        const hasEdge = kept[at] === "x" && (kept[at + way] === "." || kept[at - way] !== "x");
        expect(isEnd || hasEdge).toBe(true);
      }),
    );
  });

  it("reaches the end if pressed again and again", () => {
    fc.assert(
      fc.property(line, fc.nat(), step, (cells, pick, way) => {
        let at = pick % cells.length;
        for (let i = 0; i < cells.length; i++) at = jump(cells, at, way);
        const rest = way > 0 ? cells.slice(at + 1) : cells.slice(0, at);
        expect(rest.replaceAll("-", "")).toBe("");
      }),
    );
  });
});
