import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexPoints } from "../../src/geo/point-index";
import { pointsNearSegment, squaredToSegment } from "../../src/geo/swept-points";

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("points that a brush sweeps over", () => {
  test("are those near any position of its way, and no other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unit, unit), { maxLength: 60 }),
        fc.tuple(unit, unit, unit, unit),
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        (places, [x0, y0, x1, y1], radius) => {
          const xs = Float64Array.from(places, ([x]) => x);
          const ys = Float64Array.from(places, ([, y]) => y);
          const swept = pointsNearSegment(indexPoints(xs, ys), x0, y0, x1, y1, radius);
          const near = (i: number) => {
            let least = Number.POSITIVE_INFINITY;
            for (let step = 0; step <= 400; step++) {
              const x = x0 + ((x1 - x0) * step) / 400;
              const y = y0 + ((y1 - y0) * step) / 400;
              least = Math.min(least, Math.hypot(xs[i]! - x, ys[i]! - y));
            }
            return least;
          };
          const found = new Set(swept);
          for (let i = 0; i < places.length; i++) {
            // The steps are this far apart at most, so a point at the very edge may be judged either way.
            if (Math.abs(near(i) - radius) > 0.004) expect(found.has(i)).toBe(near(i) < radius);
          }
        },
      ),
    );
  });

  test("a brush that rests sweeps a circle", () => {
    expect(squaredToSegment(3, 4, 0, 0, 0, 0)).toBe(25);
  });
});
