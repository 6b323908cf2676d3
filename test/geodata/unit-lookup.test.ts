import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInRing } from "../../src/geo/polygon";
import { createUnitLookup } from "../../src/geodata/unit-lookup";
import { unitOfAddress, zip3Of } from "../../src/geodata/unit-of-address";
import type { UnitSet } from "../../src/geodata/unit-set";
import { haveRealFiles, readRows } from "./real-files";
import { realUnits } from "./real-units";

const counties = realUnits("us-county");
const lookup = createUnitLookup(counties);
const codeAt = (longitude: number, latitude: number) => counties.codes[lookup.unitAt(longitude, latitude)];

/** Every unit that holds a place, by testing each ring. */
function holders({ count, ringsOf }: UnitSet, x: number, y: number): number[] {
  return Array.from({ length: count }, (_, unit) => unit).filter(
    (unit) => ringsOf(unit).filter((ring) => isInRing(x, y, ring)).length % 2 === 1,
  );
}

describe("the unit at a place", () => {
  it.each([
    ["Chicago", -87.63, 41.88, "17031"],
    ["Anchorage", -149.9, 61.2, "02020"],
    ["Adak, near the antimeridian", -176.64, 51.88, "02016"],
    ["Honolulu", -157.86, 21.31, "15003"],
    ["San Juan", -66.06, 18.4, "72127"],
  ])("%s", (_, longitude, latitude, code) => expect(codeAt(longitude, latitude)).toBe(code));

  it.each([
    ["on a pier in Lake Michigan", -87.58, 41.9, "17031"],
    ["off Miami Beach", -80.1, 25.79, "12086"],
  ])("the nearest one %s", (_, longitude, latitude, code) => expect(codeAt(longitude, latitude)).toBe(code));

  it.each([
    ["far out at sea", -60, 35],
    ["in Paris", 2.35, 48.86],
    ["nowhere", Number.NaN, 40],
    ["beyond the pole", -90, 91],
  ])("none %s", (_, longitude, latitude) => expect(lookup.unitAt(longitude, latitude)).toBe(-1));

  it.each(["us-county", "us-zip3", "country"])("agrees with testing every ring of %s", (id) => {
    const set = realUnits(id);
    const found = createUnitLookup(set);
    fc.assert(
      fc.property(
        fc.double({ min: -125, max: -66, noNaN: true }),
        fc.double({ min: 24, max: 50, noNaN: true }),
        (x, y) => {
          const inside = holders(set, x, y);
          if (inside.length > 0) expect(inside).toContain(found.unitAt(x, y));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finds every unit's own label place", () => {
    for (let unit = 0; unit < counties.count; unit++) {
      if (counties.areasKm2[unit] === 0) continue;
      expect(lookup.unitAt(counties.centers[2 * unit]!, counties.centers[2 * unit + 1]!)).toBe(unit);
    }
  });

  it("reports progress over many places", () => {
    const reports: number[] = [];
    lookup.unitsAt(new Float64Array(25_000), new Float64Array(25_000), (done) => reports.push(done));
    expect(reports).toEqual([0, 0.4, 0.8]);
  });
});

describe("the unit of an address", () => {
  const of = (id: string, address: Parameters<ReturnType<typeof unitOfAddress>>[0]) => {
    const set = realUnits(id);
    return set.codes[unitOfAddress(set)(address)];
  };
  it.each([
    ["60614", "606"],
    ["2139", "021"],
    ["10001-1234", "100"],
    ["K1A 0B1", undefined],
    ["", undefined],
  ])("ZIP3 of %j", (postalCode, zip3) => expect(of("us-zip3", { postalCode })).toBe(zip3));
  it("knows no ZIP3 that does not exist", () =>
    expect(of("us-zip3", { postalCode: "00099" })).toBeUndefined());
  it.each([
    ["us-state", { state: "illinois" }, "IL"],
    ["us-state", { state: "WA", country: "Australia" }, undefined],
    ["country", { country: "Deutschland" }, "DE"],
    ["country", { state: "TX" }, "US"],
    ["region:CA", { state: "Ontario", country: "Canada" }, "CA-ON"],
    ["region:CA", { state: "BC" }, "CA-BC"],
    ["region:DE", { state: "Bayern", country: "Austria" }, undefined],
    ["us-county", { state: "IL", postalCode: "60614" }, undefined],
  ])("%s of %j", (id, address, code) => expect(of(id, address)).toBe(code));
});

describe.skipIf(!haveRealFiles)("real places (skipped without ../shared/data)", () => {
  const hospitals = haveRealFiles ? readRows("hospitals/hospitals.csv") : [];

  it("lie in the counties that their file names", () => {
    const rows = hospitals.filter(({ COUNTYFIPS = "" }) => counties.codes.includes(COUNTYFIPS));
    const right = rows.filter(
      (row) => codeAt(Number(row.LONGITUDE), Number(row.LATITUDE)) === row.COUNTYFIPS,
    );
    expect(rows.length).toBeGreaterThan(7_000);
    expect(right.length / rows.length).toBeGreaterThan(0.985);
  });

  it("lie in their own 3-digit ZIP area in 19 of 20 cases", () => {
    const set = realUnits("us-zip3");
    const found = createUnitLookup(set);
    const share = (rows: readonly Readonly<Record<string, string>>[], zip: string, x: string, y: string) => {
      const placed = rows.filter(
        (row) => row[x] && row[y] && set.codes.includes(zip3Of(row[zip] ?? "") ?? ""),
      );
      const own = placed.filter(
        (row) => set.codes[found.unitAt(Number(row[x]), Number(row[y]))] === zip3Of(row[zip]!),
      );
      return own.length / placed.length;
    };
    const breweries = readRows("breweries/breweries.csv").filter((row) => row.country === "United States");
    const shares = [
      share(hospitals, "ZIP", "LONGITUDE", "LATITUDE"),
      share(breweries, "postal_code", "longitude", "latitude"),
    ];
    expect(Math.min(...shares)).toBeGreaterThan(0.94);
  });
});
