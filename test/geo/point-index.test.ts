import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  indexPoints,
  nearestPoint,
  pointsInBox,
  pointsInRing,
  pointsWithin,
} from "../../src/geo/point-index";
import { isInRing } from "../../src/geo/polygon";

const coordinate = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 120 });
const build = (list: [number, number][]) => {
  const xs = Float64Array.from(list, ([x]) => x);
  const ys = Float64Array.from(list, ([, y]) => y);
  return { xs, ys, index: indexPoints(xs, ys) };
};
const sorted = (found: Uint32Array) => [...found].sort((a, b) => a - b);
const matching = (xs: Float64Array, test: (point: number) => boolean) => [...xs.keys()].filter(test);

describe("point index agrees with looking at every point", () => {
  it("in a box", () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (list, x, y) => {
        const { xs, ys, index } = build(list);
        const inside = (p: number) => xs[p]! >= x && xs[p]! <= x + 5 && ys[p]! >= y && ys[p]! <= y + 5;
        expect(sorted(pointsInBox(index, x, y, x + 5, y + 5))).toEqual(matching(xs, inside));
      }),
    ));
  it("in a lasso", () =>
    fc.assert(
      fc.property(points, (list) => {
        const { xs, ys, index } = build(list);
        const ring = [1.5, 1.5, 18.5, 3.5, 9.5, 8.5, 12.5, 18.5, 2.5, 14.5];
        expect(sorted(pointsInRing(index, ring))).toEqual(
          matching(xs, (p) => isInRing(xs[p]!, ys[p]!, ring)),
        );
      }),
    ));
  it("near a pointer", () =>
    fc.assert(
      fc.property(points, (list) => {
        const { xs, ys, index } = build(list);
        const away = (p: number) => Math.hypot(xs[p]! - 10, ys[p]! - 10);
        const near = matching(xs, (p) => away(p) <= 4);
        expect(sorted(pointsWithin(index, 10, 10, 4))).toEqual(near);
        const nearest = near.sort((a, b) => away(a) - away(b) || a - b)[0] ?? -1;
        expect(nearestPoint(index, 10, 10, 4)).toBe(nearest);
      }),
    ));
});

it("skips the points the caller rules out", () => {
  const { index } = build([
    [1, 1],
    [2, 2],
  ]);
  expect(nearestPoint(index, 1, 1, 9, (point) => point !== 0)).toBe(1);
});

it("finds nothing in an empty index or with a lasso of two corners", () => {
  const { index } = build([[Number.NaN, 1]]);
  expect(pointsInBox(index, 0, 0, 9, 9)).toHaveLength(0);
  expect(nearestPoint(index, 0, 0, 9)).toBe(-1);
  expect(pointsInRing(build([[1, 1]]).index, [0, 0, 9, 9])).toHaveLength(0);
});
