import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointShades, SHADES, shadeColors } from "../../../src/ui/map/point-shade";

describe("the shades of accounts", () => {
  it("leave out accounts of which nothing is known", () => {
    const { shades, largest } = pointShades(Float64Array.of(Number.NaN, 0, -5, 100));
    expect([...shades]).toEqual([0, 1, 1, SHADES]);
    expect(largest).toBe(100);
  });
  it("grow with the value", () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 2 }), (values) => {
        const { shades } = pointShades(Float64Array.from(values));
        const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
        for (let i = 1; i < order.length; i++)
          expect(shades[order[i]!]!).toBeGreaterThanOrEqual(shades[order[i - 1]!]!);
      }),
    ));
  it("have a color each, others on dark land", () => {
    const gray = { red: 128, green: 128, blue: 128 };
    expect(new Set(shadeColors(gray, false)).size).toBe(SHADES + 1);
    expect(shadeColors(gray, true)[1]).not.toBe(shadeColors(gray, false)[1]);
  });
});
