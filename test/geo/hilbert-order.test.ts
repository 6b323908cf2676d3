import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hilbertKeys } from "../../src/geo/hilbert-order";
import { tourLength } from "../../src/geo/tour-length";
import { curveExcess } from "../../src/model/metrics/workload";
import { seededRandom } from "../helpers/seeded-random";

describe("the Hilbert curve", () => {
  it("goes from cell to neighboring cell", () => {
    const cells = Array.from({ length: 64 }, (_, i) => ({ x: i % 8, y: Math.floor(i / 8) }));
    // Each of 8 × 8 cells is hit in its lower left corner; the last one spans the square.
    const keys = hilbertKeys(
      Float64Array.from(cells, ({ x }) => x),
      Float64Array.from(cells, ({ y }) => y),
    );
    const order = cells.map((cell, i) => ({ ...cell, key: keys[i]! })).sort((a, b) => a.key - b.key);
    expect(new Set(keys).size).toBe(64);
    const jumps = order.slice(1).map(({ x, y }, i) => Math.abs(x - order[i]!.x) + Math.abs(y - order[i]!.y));
    expect(jumps.reduce((sum, jump) => sum + jump, 0)).toBeLessThan(63 * 1.6);
  });

  it("follows a straight road from end to end", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 20 }), (road) => {
        const ys = Float64Array.from(road.toSorted((a, b) => a - b));
        const keys = [...hilbertKeys(new Float64Array(ys.length), ys)];
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
      }),
    );
  });

  it("leaves out points without a place", () => {
    const keys = hilbertKeys(
      Float64Array.of(0, Number.NaN, 1),
      Float64Array.of(0, 1, Number.POSITIVE_INFINITY),
    );
    expect([...keys]).toEqual([0, 0xffffffff, 0xffffffff]);
  });
});

describe("a tour along the curve, less its excess", () => {
  it.each([8, 15, 25, 50, 100, 200, 400])(
    "is as long as the continuous approximation says for %i stops",
    (stops) => {
      const random = seededRandom(stops);
      const squares = Math.ceil(20_000 / stops);
      let length = 0;
      for (let square = 0; square < squares; square++) {
        const xs = Float64Array.from({ length: stops }, random);
        const ys = Float64Array.from({ length: stops }, random);
        const keys = hilbertKeys(xs, ys);
        const order = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!);
        let path = 0;
        for (let i = 1; i < stops; i++) {
          path += Math.hypot(xs[order[i]!]! - xs[order[i - 1]!]!, ys[order[i]!]! - ys[order[i - 1]!]!);
        }
        length += (path / (stops - 1)) * stops;
      }
      const tour = length / squares / curveExcess(stops);
      expect(tour / tourLength(stops, 1)).toBeGreaterThan(0.96);
      expect(tour / tourLength(stops, 1)).toBeLessThan(1.04);
    },
  );
});
