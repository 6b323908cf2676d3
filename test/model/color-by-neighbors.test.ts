import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colorsByNeighbors } from "../../src/model/color-by-neighbors";
import { colorDistance } from "../../src/model/color-distance";
import { TERRITORY_COLORS } from "../../src/model/palette";

const OWN = "#123456";
const gray = "#9aa0a6";

const someGraph = fc.integer({ min: 1, max: 70 }).chain((count) =>
  fc.record({
    colors: fc
      .array(fc.oneof(fc.constantFrom(...TERRITORY_COLORS), fc.constant(OWN), fc.constant(null)), {
        minLength: count,
        maxLength: count,
      })
      .map((colors) => [gray, ...colors]),
    neighbors: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: count })), {
        maxLength: 200,
        selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
      })
      .map((pairs) => pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ a, b }))),
  }),
);

describe("colors by neighbors", () => {
  it("leave those that may not change, and keep new ones apart from them", () => {
    fc.assert(
      fc.property(someGraph, fc.nat(70), ({ colors, neighbors }, first) => {
        const given = colorsByNeighbors(colors, neighbors, (slot) => slot > first);
        for (const [slot, color] of colors.entries()) if (slot <= first) expect(given[slot]).toBe(color);
        const beside = colors.map(() => 0);
        for (const { a, b } of neighbors) for (const slot of [a, b]) beside[slot]!++;
        for (const { a, b } of neighbors) {
          const isNew = Math.max(a, b) > first && given[a] !== OWN && given[b] !== OWN;
          const roomFor = (slot: number) => beside[slot]! < TERRITORY_COLORS.length / 2;
          if (isNew && given[a] && given[b] && roomFor(a) && roomFor(b)) expect(given[a]).not.toBe(given[b]);
        }
      }),
    );
  });

  it("give no two neighbors the same while there are colors enough", () => {
    fc.assert(
      fc.property(someGraph, ({ colors, neighbors }) => {
        const after = colorsByNeighbors(colors, neighbors);
        const degree = colors.map(
          (_, slot) => neighbors.filter(({ a, b }) => a === slot || b === slot).length,
        );
        for (const { a, b } of neighbors) {
          if (!colors[a] || !colors[b] || (colors[a] === OWN && colors[b] === OWN)) continue;
          if (Math.max(degree[a]!, degree[b]!) >= TERRITORY_COLORS.length) continue;
          expect(after[a]).not.toBe(after[b]);
        }
      }),
    );
  });

  it("keep colors that were chosen by hand, territories that are gone, and Unassigned", () => {
    fc.assert(
      fc.property(someGraph, ({ colors, neighbors }) => {
        const after = colorsByNeighbors(colors, neighbors);
        expect(after.length).toBe(colors.length);
        expect(after[0]).toBe(gray);
        colors.forEach((color, slot) => {
          if (slot === 0) return;
          if (color === null || color === OWN) expect(after[slot]).toBe(color);
          else expect(TERRITORY_COLORS).toContain(after[slot]);
        });
      }),
    );
  });

  it("use plainly different colors where a few suffice, also for red-green blind people", () => {
    // A wheel: a hub in a ring of five, which needs four colors.
    const ring = [2, 3, 4, 5, 6];
    const neighbors = ring.flatMap((slot, i) => [
      { a: 1, b: slot },
      { a: slot, b: ring[(i + 1) % ring.length]! },
    ]);
    const after = colorsByNeighbors([gray, ...TERRITORY_COLORS.slice(0, 6)], neighbors);
    for (const { a, b } of neighbors) expect(colorDistance(after[a]!, after[b]!)).toBeGreaterThan(20);
  });

  it("do not change when asked again", () => {
    const neighbors = Array.from({ length: 30 }, (_, i) => ({
      a: 1 + (i % 20),
      b: 1 + ((i * 7 + 3) % 20),
    })).filter(({ a, b }) => a !== b);
    const colors = [gray, ...TERRITORY_COLORS.slice(0, 20)];
    const once = colorsByNeighbors(colors, neighbors);
    expect(colorsByNeighbors(once, neighbors)).toEqual(once);
  });
});

describe("the distance of colors", () => {
  it("is that of the eye that tells them apart the least", () => {
    expect(colorDistance("#ffffff", "#000000")).toBeCloseTo(100, 0);
    expect(colorDistance("#cc3311", "#cc3311")).toBe(0);
    // Red and green of like lightness are plain to most and alike to some.
    expect(colorDistance("#b05050", "#508050")).toBeLessThan(25);
    expect(colorDistance("#4477aa", "#ddaa33")).toBeGreaterThan(40);
  });
});
