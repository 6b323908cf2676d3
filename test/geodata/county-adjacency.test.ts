import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { haveRealFiles } from "./real-files";
import { realUnits } from "./real-units";

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Counties that were renamed since the Census wrote its list. */
const RENAMED: Readonly<Record<string, string>> = { "46113": "46102", "02270": "02158" };

function censusPairs(): Set<string> {
  const file = fileURLToPath(new URL("../../../shared/data/census/county_adjacency.txt", import.meta.url));
  const pairs = new Set<string>();
  let county = "";
  for (const line of readFileSync(file, "latin1").split("\n")) {
    const fields = line.split("\t").map((field) => field.trim());
    const codes = [fields[1] ?? "", fields[3] ?? ""].map((code) => RENAMED[code] ?? code);
    if (codes[0]) county = codes[0];
    if (codes[1] && codes[1] !== county) pairs.add(pairOf(county, codes[1]));
  }
  return pairs;
}

function ourPairs(): { all: Set<string>; borders: Set<string> } {
  const { count, codes, start, neighbors, cornerOnly } = realUnits("us-county");
  const all = new Set<string>();
  const borders = new Set<string>();
  for (let unit = 0; unit < count; unit++) {
    for (let i = start[unit]!; i < start[unit + 1]!; i++) {
      const pair = pairOf(codes[unit]!, codes[neighbors[i]!]!);
      all.add(pair);
      if (!cornerOnly[i]) borders.add(pair);
    }
  }
  return { all, borders };
}

/** Short borders that the source's grid of about 300 m closed or moved by a point. */
const LOST_ON_LAND = ["08025 08041", "12039 13253", "12047 13027"];

describe.skipIf(!haveRealFiles)(
  "adjacency of counties against the Census's list (skipped without ../shared/data)",
  () => {
    const codes = new Set(haveRealFiles ? realUnits("us-county").codes : []);
    const comparable = (pair: string) => {
      const ends = pair.split(" ");
      // Connecticut has regions now, and Alaska's Valdez-Cordova became two areas
      return ends.every((code) => codes.has(code)) && !ends.some((code) => /^09|^02063|^02066/.test(code));
    };

    it("has every pair on land but three", () => {
      const census = censusPairs();
      const { all } = ourPairs();
      const missed = [...census].filter((pair) => comparable(pair) && !all.has(pair));
      expect(missed).toEqual(expect.arrayContaining(LOST_ON_LAND));
      // The others lie across water: the Great Lakes, the Chesapeake, San Francisco Bay, Puget Sound, sounds and passages.
      expect(missed.length - LOST_ON_LAND.length).toBe(158);
      expect([...census].filter(comparable).length).toBeGreaterThan(9_400);
    });

    it("claims no border that the Census does not know, but three", () => {
      const census = censusPairs();
      const extra = [...ourPairs().borders].filter((pair) => comparable(pair) && !census.has(pair));
      expect(extra.sort()).toEqual(["02198 02220", "12063 13087", "22095 22103"]);
    });

    it("claims few corners more: where four counties nearly meet, the source's grid lets them", () => {
      const census = censusPairs();
      const { all, borders } = ourPairs();
      const extra = [...all].filter((pair) => comparable(pair) && !borders.has(pair) && !census.has(pair));
      expect(extra.length).toBeLessThan(25);
    });
  },
);
