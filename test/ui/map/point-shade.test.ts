import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointShades, SHADES, shadeColors } from "../../../src/ui/map/point-shade";

describe("the shades of accounts", () => {
  it("leave out accounts that have nothing", () => {
    const { classes, largest } = pointShades(Float64Array.of(Number.NaN, 0, -5, 100));
    expect([...classes]).toEqual([0, 0, 0, SHADES]);
    expect(largest).toBe(100);
  });
  it("grow with the value", () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 2 }), (values) => {
        const { classes } = pointShades(Float64Array.from(values));
        const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
        for (let i = 1; i < order.length; i++)
          expect(classes[order[i]!]!).toBeGreaterThanOrEqual(classes[order[i - 1]!]!);
      }),
    ));
  it("have a color each, others on dark land", () => {
    const light = shadeColors(false);
    expect(new Set(light.slice(1)).size).toBe(SHADES);
    expect(shadeColors(true)).not.toEqual(light);
  });
});
