import { describe, expect, it } from "vitest";
import { isInRing } from "../../src/geo/polygon";
import type { UnitSet } from "../../src/geodata/unit-set";
import { BUILT_IN_UNIT_SETS } from "../../src/geodata/unit-sets";
import { packed } from "./packed";
import { neighborCodes, realUnits } from "./real-units";

const total = (set: UnitSet) => set.areasKm2.reduce((sum, area) => sum + area, 0);
const area = (set: UnitSet, code: string) => set.areasKm2[set.codes.indexOf(code)]!;

describe("every set of units", () => {
  it.each(BUILT_IN_UNIT_SETS.map(({ id }) => id))(
    "%s names its units once and gives them a place inside",
    (id) => {
      const set = realUnits(id);
      expect(new Set(set.codes).size).toBe(set.count);
      expect(new Set(set.names).size).toBe(set.count);
      let outside = 0;
      for (let unit = 0; unit < set.count; unit++) {
        const rings = set.ringsOf(unit);
        const [x, y] = [set.centers[2 * unit]!, set.centers[2 * unit + 1]!];
        const depth = rings.filter((ring) => isInRing(x, y, ring)).length;
        // the counties' source is too coarse for Falls Church, 5 km²
        if (rings.length > 0 && depth % 2 === 0 && set.codes[unit] !== "51610") outside++;
        for (const ring of rings) expect([ring[0], ring[1]]).toEqual([ring.at(-2), ring.at(-1)]);
      }
      expect(outside).toBe(0);
    },
  );

  it("is small: all of the US in less than 660 KB", () => {
    const bytes = (["us-counties.bin", "us-states.bin", "us-zip3.bin"] as const).map(
      (name) => packed(name).length,
    );
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(500_000);
    expect(packed("countries.bin").length).toBeLessThan(220_000);
    expect(packed("regions.bin").length).toBeLessThan(400_000);
  });
});

describe("US counties", () => {
  const counties = realUnits("us-county");
  it("are named as people call them", () => {
    const named = (code: string) => counties.names[counties.codes.indexOf(code)];
    expect(named("17031")).toBe("Cook County, IL");
    expect(named("22071")).toBe("Orleans Parish, LA");
    expect(named("24510")).toBe("Baltimore city, MD");
    expect(named("24005")).toBe("Baltimore County, MD");
    expect(named("32510")).toBe("Carson City, NV");
  });
  it("have Connecticut's planning regions", () => {
    const regions = counties.codes.filter((code) => code.startsWith("09"));
    expect(regions).toHaveLength(9);
    expect(counties.names[counties.codes.indexOf("09110")]).toBe("Capitol Planning Region, CT");
  });
  it("cover what the states cover", () => {
    expect(total(counties) / total(realUnits("us-state"))).toBeCloseTo(1, 9);
    // Los Angeles County, 10,515 km² of land by the Census
    expect(area(counties, "06037")).toBeGreaterThan(10_300);
    expect(area(counties, "06037")).toBeLessThan(10_700);
  });
  it("tell borders from corners", () => {
    // Utah's San Juan meets New Mexico's at the Four Corners only
    expect(neighborCodes(counties, "49037")).not.toContain("35045");
    expect(neighborCodes(counties, "49037", true)).toContain("35045");
  });
});

describe("3-digit ZIP areas", () => {
  const zip3 = realUnits("us-zip3");
  it("divide the states among them without gap or overlap", () => {
    expect(zip3.count).toBeGreaterThan(900);
    expect(Math.abs(total(zip3) / total(realUnits("us-state")) - 1)).toBeLessThan(1e-4);
  });
  it("share their borders", () => {
    expect(neighborCodes(zip3, "606")).toEqual(expect.arrayContaining(["600", "604"]));
    // across the state line
    expect(neighborCodes(zip3, "604")).toContain("463");
  });
  it("include codes for mail only, without an area", () => {
    const areas = zip3.polygons.filter((polygons) => polygons.length === 0).length;
    expect(areas).toBeLessThan(10);
    expect(zip3.codes).toContain("203");
  });
});

describe("other sets", () => {
  it("have countries by their ISO codes", () => {
    const countries = realUnits("country");
    expect(neighborCodes(countries, "PT")).toEqual(["ES"]);
    expect(neighborCodes(countries, "CH")).toEqual(["AT", "DE", "FR", "IT", "LI"]);
    expect(area(countries, "FR")).toBeGreaterThan(600_000);
  });
  it("have Germany's sixteen Länder and Canada's thirteen provinces", () => {
    expect(realUnits("region:DE").count).toBe(16);
    expect(realUnits("region:CA").count).toBe(13);
    expect(neighborCodes(realUnits("region:DE"), "DE-SL")).toEqual(["DE-RP"]);
  });
});
