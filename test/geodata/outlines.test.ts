import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutLine, cutRing } from "../../src/geodata/antimeridian";
import { decodeOutlines } from "../../src/geodata/outlines";
import { simplifyLine } from "../../src/geodata/pack/simplify";
import { packed } from "./packed";

const longitudes = (line: ArrayLike<number>) => Array.from(line).filter((_, i) => i % 2 === 0);
const longestStep = (line: ArrayLike<number>) => {
  const xs = longitudes(line);
  return Math.max(0, ...xs.slice(1).map((x, i) => Math.abs(x - xs[i]!)));
};

describe("cutting at the antimeridian", () => {
  it("leaves a line alone that stays on its side", () =>
    expect(cutLine([10, 1, 20, 2])).toEqual([Float64Array.of(10, 1, 20, 2)]));
  it("splits a line where it crosses, on both sides of the map", () =>
    expect(cutLine([170, 0, -170, 10])).toEqual([
      Float64Array.of(170, 0, 180, 5),
      Float64Array.of(-180, 5, -170, 10),
    ]));
  it("splits a ring into closed halves", () => {
    const halves = cutRing([170, 0, -170, 0, -170, 10, 170, 10, 170, 0]);
    expect(halves.map((half) => [Math.min(...longitudes(half)), Math.max(...longitudes(half))])).toEqual([
      [170, 180],
      [-180, -170],
    ]);
    for (const half of halves) expect([half[0], half[1]]).toEqual([half.at(-2), half.at(-1)]);
  });
  it("closes a ring around the south pole over the pole", () => {
    const [ring] = cutRing([-180, -70, -90, -70, 0, -70, 90, -70, 180, -70]);
    expect(Math.min(...Array.from(ring!).filter((_, i) => i % 2 === 1))).toBe(-90);
  });
  it("never leaves a piece that reaches across the map", () => {
    const point = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -80, max: 80 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 12 }), (points) => {
        for (const piece of cutLine(points.flat())) {
          expect(longestStep(piece)).toBeLessThanOrEqual(180);
          expect(Math.max(...longitudes(piece).map(Math.abs))).toBeLessThanOrEqual(180);
        }
      }),
    );
  });
});

describe("simplifying", () => {
  it("drops what is nearly straight and keeps ends and corners", () =>
    expect(
      simplifyLine(
        [
          [0, 0],
          [1, 0.001],
          [2, 0],
          [2, 2],
        ],
        0.01,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
    ]));
  it("keeps an island of four points, however small", () => {
    const island = [
      [0, 0],
      [0, 0.01],
      [0.01, 0.01],
      [0, 0],
    ] as const;
    expect(simplifyLine(island, 1)).toEqual(island);
  });
});

describe("the bundled outlines", () => {
  const outlines = decodeOutlines(packed("outlines.bin"));
  const shapes = [...outlines.countries, ...outlines.states, ...outlines.lakes];

  it("hold every larger country once, and the US as states", () => {
    const codes = outlines.countries.map((country) => country.code);
    for (const code of ["CA", "MX", "DE", "IN", "CO", "ID", "MN", "GB", "AU", "CD", "ZA"]) {
      expect(codes.filter((candidate) => candidate === code).length, code).toBe(1);
    }
    expect(codes).not.toContain("US");
    expect(outlines.states.length).toBe(56);
    expect(new Set(outlines.states.map((state) => state.code)).size).toBe(56);
  });
  it("close every ring", () => {
    for (const { name, rings } of shapes) {
      expect(rings.length, name).toBeGreaterThan(0);
      for (const ring of rings) expect([ring[0], ring[1]], name).toEqual([ring.at(-2), ring.at(-1)]);
    }
  });
  it("draw nothing across the map", () => {
    const antarctica = outlines.countries.find((country) => country.code === "AQ");
    for (const line of [...outlines.countryBorders, ...outlines.stateBorders, ...outlines.coasts]) {
      expect(longestStep(line)).toBeLessThan(60);
    }
    for (const shape of shapes) {
      // only Antarctica's edge along the pole spans the map
      if (shape !== antarctica)
        for (const ring of shape.rings) expect(longestStep(ring), shape.name).toBeLessThan(60);
    }
  });
  it("separate states and countries by lines", () => {
    expect(outlines.stateBorders.length).toBeGreaterThan(100);
    expect(outlines.countryBorders.length).toBeGreaterThan(250);
  });
  it("label cities where they are, the most important first", () => {
    const city = (name: string) => outlines.cities.find((candidate) => candidate.name === name);
    expect(city("New York")).toMatchObject({ rank: 1, state: "NY" });
    expect(city("Chicago")!.latitude).toBeCloseTo(41.85, 1);
    expect(city("London")!.longitude).toBeCloseTo(-0.13, 1);
    const ranks = outlines.cities.map((candidate) => candidate.rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});
