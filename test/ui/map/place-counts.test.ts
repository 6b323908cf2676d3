import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsByZoom, placeCounts } from "../../../src/ui/map/place-counts";

const places = (...at: readonly (readonly [number, number])[]) => ({
  xs: Float64Array.from(at, ([x]) => x),
  ys: Float64Array.from(at, ([, y]) => y),
});
const unit = fc.double({ min: 0, max: 0.999, noNaN: true });

describe("counts of places", () => {
  it("stand in the middle of the accounts of a square, the most first", () => {
    const counts = placeCounts(places([0.9, 0.9], [0.1, 0.1], [0.2, 0.1], [Number.NaN, 0.1]), null, 0.25);
    expect(counts.map(({ accounts }) => accounts)).toEqual([2, 1]);
    expect(counts[0]!.x).toBeCloseTo(0.15);
    expect(counts[0]!.y).toBeCloseTo(0.1);
  });

  it("count only what the filter lets through", () => {
    const counts = placeCounts(places([0.1, 0.1], [0.2, 0.1], [0.9, 0.9]), [1, 0, 0], 0.25);
    expect(counts).toEqual([{ x: 0.1, y: 0.1, accounts: 1 }]);
  });

  it("add up to all accounts, at every zoom, and get more as one comes nearer", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 200 }), (at) => {
        const countsAt = countsByZoom(places(...at), null);
        let before = 0;
        for (const zoom of [1, 3.5, 5, 7.75]) {
          const counts = countsAt(zoom);
          expect(counts.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(at.length);
          expect(counts.length).toBeGreaterThanOrEqual(before);
          before = counts.length;
        }
        expect(countsAt(8)).toEqual([]);
      }),
    );
  });
});
