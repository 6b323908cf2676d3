import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neighborGraph } from "../../src/geo/neighbor-graph";
import { stereographic } from "../../src/geo/stereographic";
import { unitVectors } from "../../src/geo/unit-vectors";

const at = (...places: readonly (readonly [longitude: number, latitude: number])[]) =>
  stereographic(
    unitVectors(
      Float64Array.from(places, ([longitude]) => longitude),
      Float64Array.from(places, ([, latitude]) => latitude),
    ),
  );

describe("the stereographic plane", () => {
  it("has the middle of the points at its origin", () => {
    const { xs, ys } = at([10, 40], [10, 50], [10, 45]);
    expect(Math.hypot(xs[2]!, ys[2]!)).toBeLessThan(1e-8);
    expect(Math.hypot(xs[0]!, ys[0]!)).toBeCloseTo(2 * Math.tan((2.5 * Math.PI) / 180), 8);
  });

  it("keeps nearby distances alike in all directions", () => {
    const place = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    fc.assert(
      fc.property(place, ([longitude, latitude]) => {
        const step = 1e-3;
        const { xs, ys } = at(
          [longitude, latitude],
          [longitude, latitude + step],
          [longitude + step / Math.cos((latitude * Math.PI) / 180), latitude],
        );
        const away = (point: number) => Math.hypot(xs[point]! - xs[0]!, ys[point]! - ys[0]!);
        expect(away(1) / away(2)).toBeCloseTo(1, 3);
      }),
    );
  });

  it("joins neighbors across the date line", () => {
    const { xs, ys } = at([179.9, 0], [-179.9, 0.01], [179.9, 1], [-179.9, 1.01]);
    const graph = neighborGraph(xs, ys);
    const beside = [...graph.neighbors.subarray(graph.start[0]!, graph.start[1]!)];
    expect(beside).toContain(1);
  });

  it("leaves points without a place out, and no points are no middle", () => {
    const { xs, ys } = stereographic(Float64Array.of(1, 0, 0, Number.NaN, Number.NaN, Number.NaN));
    expect([xs[0], ys[0]]).toEqual([0, 0]);
    expect(xs[1]).toBeNaN();
    expect(stereographic(new Float64Array(0)).xs).toHaveLength(0);
  });
});
