import { describe, expect, it } from "vitest";
import { decodeWaters } from "../../src/geodata/waters";
import { packed } from "./packed";

const { rivers, lakes } = decodeWaters(packed("waters.bin"));
const shores = lakes.flatMap((lake) => lake.rings);

/** Whether one of the lines has a corner within so many degrees of a place. */
function passes(
  lines: readonly Float64Array[],
  longitude: number,
  latitude: number,
  within: number,
): boolean {
  return lines.some((line) =>
    line.some(
      (east, i) =>
        i % 2 === 0 && Math.abs(east - longitude) < within && Math.abs(line[i + 1]! - latitude) < within,
    ),
  );
}

describe("the bundled waters", () => {
  it("hold the great rivers where they flow", () => {
    expect(passes(rivers, -90.2, 38.6, 0.5), "the Mississippi at St. Louis").toBe(true);
    expect(passes(rivers, 31.2, 30, 0.5), "the Nile at Cairo").toBe(true);
    expect(passes(rivers, 8.5, 49.5, 0.5), "the Rhine at Mannheim").toBe(true);
    expect(passes(rivers, -120, -30, 3), "the Pacific").toBe(false);
  });
  it("hold lakes within the land, and leave the Great Lakes to the outlines", () => {
    expect(passes(shores, -112.3, 41.2, 0.6), "Great Salt Lake").toBe(true);
    expect(passes(shores, 33, -1, 1.5), "Lake Victoria").toBe(true);
    expect(passes(shores, -87.3, 47, 0.7), "Lake Superior").toBe(false);
    for (const ring of shores) expect([ring[0], ring[1]]).toEqual([ring.at(-2), ring.at(-1)]);
  });
  it("come after the map, in few bytes", () => expect(packed("waters.bin").length).toBeLessThan(45_000));
});
