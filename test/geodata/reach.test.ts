import { describe, expect, it } from "vitest";
import { locateColumns } from "../../src/geodata/locate-columns";
import { createLocator } from "../../src/geodata/locator";
import { packed } from "./packed";
import { addressColumns, errorsKm, haveRealFiles, quantile, readRows } from "./real-files";

describe.skipIf(!haveRealFiles)("reach on real files (skipped without ../shared/data)", () => {
  const locator = createLocator({
    usPostal: packed("us-postal.bin"),
    usCities: packed("us-cities.bin"),
    worldCities: packed("world-cities.bin"),
  });
  const locate = (path: string, headers: Parameters<typeof addressColumns>[1]) => {
    const rows = readRows(path);
    const located = locateColumns(locator, addressColumns(rows, headers));
    return { rows, located, share: 1 - located.tally.none / rows.length };
  };

  it("finds 99 % of US hospitals within about 2 km by postal code, city and state", () => {
    const { rows, located, share } = locate("hospitals/hospitals.csv", {
      postalCode: "ZIP",
      city: "CITY",
      state: "STATE",
    });
    const errors = errorsKm(rows, located, "LATITUDE", "LONGITUDE");
    expect(share).toBeGreaterThan(0.99);
    expect(quantile(errors, 0.5)).toBeLessThan(2.2);
    expect(quantile(errors, 0.95)).toBeLessThan(10);
  });
  it("finds 98 % of them by city and state alone", () => {
    const { rows, located, share } = locate("hospitals/hospitals.csv", { city: "CITY", state: "STATE" });
    expect(share).toBeGreaterThan(0.98);
    expect(quantile(errorsKm(rows, located, "LATITUDE", "LONGITUDE"), 0.5)).toBeLessThan(3);
  });
  it("restores all 449 lost zeros of the order lines", () => {
    const { located } = locate("superstore/superstore.csv", {
      postalCode: "Postal Code",
      city: "City",
      state: "State",
      country: "Country",
    });
    expect(located.tally).toMatchObject({ postal: 9545, "postal-padded": 449, none: 0 });
  });
  it("finds the breweries of the US and most of those elsewhere", () => {
    const { located, rows, share } = locate("breweries/breweries.csv", {
      postalCode: "postal_code",
      city: "city",
      state: "state_province",
      country: "country",
    });
    expect(share).toBeGreaterThan(0.95);
    expect(quantile(errorsKm(rows, located, "latitude", "longitude"), 0.5)).toBeLessThan(2.5);
  });
  it("finds every practice in England from town and postcode, without a country column", () => {
    const { located } = locate("nhs-gp/practices.csv", {
      postalCode: "Postcode",
      city: "Town",
      state: "County",
      lines: ["Address1", "Address2"],
    });
    expect(located.defaultCountry).toBe("GB");
    expect(located.tally.none).toBe(0);
    expect(located.tally.city).toBeGreaterThan(4900);
  });
});
