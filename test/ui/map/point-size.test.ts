import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthOfValue, legendValues, pointSizes, sizeGrowth } from "../../../src/ui/map/point-size";

describe("points sized by a measure", () => {
  it("have areas that go with their values", () => {
    const { classes, largest } = pointSizes(Float64Array.from([400, 100, 25]));
    expect(largest).toBe(400);
    const [whole, quarter] = [...classes].map(sizeGrowth);
    expect(quarter! / whole!).toBeCloseTo(0.5, 1);
    expect(growthOfValue(100, largest) / growthOfValue(400, largest)).toBeCloseTo(0.5);
  });

  it("never shrink as values rise, and blanks, zeros and negatives get the smallest", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 1e9 }), { minLength: 1 }), (list) => {
        const values = Float64Array.from(list);
        const { classes } = pointSizes(values);
        const order = [...values.keys()]
          .filter((i) => !Number.isNaN(values[i]!))
          .sort((a, b) => values[a]! - values[b]!);
        for (let i = 1; i < order.length; i++)
          expect(classes[order[i]!]).toBeGreaterThanOrEqual(classes[order[i - 1]!]!);
        for (const [i, value] of values.entries())
          if (!(value > 0)) expect(sizeGrowth(classes[i]!)).toBe(sizeGrowth(Math.min(...classes)));
      }),
    );
  });

  it("are not made dots by one giant", () => {
    const values = new Float64Array(1000).fill(10);
    values[0] = 1e9;
    const { classes, largest } = pointSizes(values);
    expect(largest).toBe(10);
    expect(classes[0]).toBe(classes[1]);
  });

  it("have round values in the legend, the largest first", () => {
    expect(legendValues(734)).toEqual([500, 125, 50]);
    expect(legendValues(0)).toEqual([]);
  });
});
