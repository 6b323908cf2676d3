import { describe, expect, it } from "vitest";
import { greatCircleKm } from "../../src/geo/distance";
import type { Address } from "../../src/geodata/address";
import { type AddressColumns, locateColumns, majorityCountry } from "../../src/geodata/locate-columns";
import { createLocator } from "../../src/geodata/locator";
import { packed } from "./packed";

const usPostal = packed("us-postal.bin");
const usCities = packed("us-cities.bin");
const worldCities = packed("world-cities.bin");
const locator = createLocator({ usPostal, usCities, worldCities });

const BOSTON = [42.36, -71.06] as const;
const CAMBRIDGE_MA = [42.365, -71.104] as const;
const CHICAGO = [41.88, -87.63] as const;
const MANHATTAN = [40.751, -73.997] as const;

/** Distance in km of where an address is located from where it should be. */
function kmFrom(place: readonly [number, number], address: Address, defaultCountry?: string): number {
  const found = locator.locate(address, defaultCountry);
  if (found.how === "none") throw new Error(found.reason);
  return greatCircleKm(place[1], place[0], found.longitude, found.latitude);
}

const how = (address: Address, defaultCountry?: string) => locator.locate(address, defaultCountry).how;
const us = (address: Address): Address => ({ country: "USA", ...address });

describe("a US address with a postal code", () => {
  it.each(["10001", "10001-1234", "100011234", "10001 1234"])("%s is found", (postalCode) => {
    expect(how(us({ postalCode }))).toBe("postal");
    expect(kmFrom(MANHATTAN, us({ postalCode }))).toBeLessThan(2);
  });
  it("gets a lost zero back, and says so", () => {
    expect(how(us({ postalCode: "2139", state: "MA" }))).toBe("postal-padded");
    expect(kmFrom(CAMBRIDGE_MA, us({ postalCode: "2139" }))).toBeLessThan(2);
  });
  it("follows city and state where the code lies in a state that neither names", () => {
    const found = locator.locate(us({ postalCode: "43202", city: "Owensboro", state: "KY" }));
    expect(found).toMatchObject({
      how: "city",
      doubt: "Postal code 43202 lies in Ohio, the row says Kentucky.",
    });
  });
  it("follows code and city where the state disagrees with both", () => {
    const found = locator.locate(us({ postalCode: "02139", city: "Cambridge", state: "WY" }));
    expect(found).toMatchObject({
      how: "postal",
      doubt: "Postal code 02139 lies in Massachusetts, the row says Wyoming.",
    });
  });
  it("does not mind a code just across the state line", () =>
    expect(locator.locate(us({ postalCode: "66101", city: "Kansas City", state: "MO" }))).not.toHaveProperty(
      "doubt",
    ));
  it("keeps the code and doubts it where the city lies far away in the same state", () =>
    expect(locator.locate(us({ postalCode: "79731", city: "Corpus Christi", state: "TX" }))).toMatchObject({
      how: "postal",
      doubt: expect.stringMatching(/^Postal code 79731 lies \d+ km from Corpus Christi\.$/),
    }));
  it("does not restore a zero that leads to another state", () =>
    expect(locator.locate(us({ postalCode: "2139", state: "IL" }))).toEqual({
      how: "none",
      reason: "Postal code 02139, with its zero restored, lies in Massachusetts, the row says Illinois.",
    }));
  it("finds the three-digit area of a code that does not exist", () => {
    expect(how(us({ postalCode: "10098" }))).toBe("zip3");
    expect(kmFrom(MANHATTAN, us({ postalCode: "10098" }))).toBeLessThan(15);
  });
  it("reads three digits as an area, and says what else they could be", () => {
    expect(locator.locate(us({ postalCode: "606", state: "IL" }))).not.toHaveProperty("doubt");
    expect(locator.locate(us({ postalCode: "606" }))).toMatchObject({
      how: "zip3",
      doubt: "Could also be 00606 with its zeros lost.",
    });
  });
  it("lies in a territory where the country column names one", () =>
    expect(kmFrom([18.44, -66.0], { country: "Puerto Rico", postalCode: "00926" })).toBeLessThan(15));
});

describe("a US address without a postal code", () => {
  it.each([
    [{ city: "Chicago", state: "Illinois" }, CHICAGO],
    [{ city: "BOSTON", state: "MA" }, BOSTON],
    [{ city: "Boston" }, BOSTON],
    [{ city: "New York", state: "NY" }, [40.71, -74.01]],
    [{ city: "St Louis", state: "MO" }, [38.63, -90.2]],
    [{ city: "Ft. Wayne", state: "IN" }, [41.13, -85.13]],
    [{ city: "Coeur D Alene", state: "ID" }, [47.68, -116.78]],
    [{ city: "Washington", state: "DC" }, [38.9, -77.04]],
  ] as const)("%j is found", (address, place) => expect(kmFrom(place, us(address))).toBeLessThan(12));

  it("finds a place too small for the gazetteer by its post office", () =>
    expect(how(us({ city: "Angle Inlet", state: "MN" }))).toBe("city"));
  it("refuses to choose among namesakes without a state", () =>
    expect(locator.locate(us({ city: "Midway" }))).toEqual({
      how: "none",
      reason: expect.stringMatching(/^\d+ US places are called Midway; a state would tell which\.$/),
    }));
  it("says what it does not know", () => {
    expect(locator.locate(us({ city: "Atlantis", state: "OH" }))).toEqual({
      how: "none",
      reason: "We know no Atlantis in Ohio.",
    });
    expect(locator.locate(us({}))).toEqual({
      how: "none",
      reason: "The row has neither a postal code nor a city.",
    });
  });
});

describe("an address elsewhere", () => {
  it.each([
    [{ city: "München", country: "Deutschland" }, [48.14, 11.58]],
    [{ city: "Muenchen", country: "DE" }, [48.14, 11.58]],
    [{ city: "Köln", country: "Germany" }, [50.93, 6.95]],
    [{ city: "Frankfurt", country: "Germany" }, [50.11, 8.68]],
    [{ city: "Toronto", state: "ON", country: "Canada" }, [43.7, -79.4]],
    [{ city: "Richmond", state: "BC", country: "CA" }, [49.17, -123.14]],
    [{ city: "Richmond", postalCode: "V7E 3L8" }, [49.17, -123.14]],
    [{ city: "Newcastle", state: "NSW", country: "Australia" }, [-32.93, 151.78]],
    [{ city: "Bruxelles", country: "Belgium" }, [50.85, 4.35]],
    [{ city: "Sao Paulo", country: "Brasil" }, [-23.55, -46.63]],
  ] as const)("%j is found", (address, place) => expect(kmFrom(place, address)).toBeLessThan(15));

  it("does not take a namesake from another state", () =>
    expect(locator.locate({ city: "Albion", state: "QLD", country: "Australia" })).toEqual({
      how: "none",
      reason: "Albion exists in Australia, but we know none in QLD.",
    }));
  it("refuses a country that is none", () =>
    expect(locator.locate({ city: "Poseidonis", country: "Atlantis" })).toEqual({
      how: "none",
      reason: "We know no country called Atlantis.",
    }));
  it("takes a great city without a country only as a guess", () => {
    expect(locator.locate({ city: "Zürich" })).toMatchObject({
      how: "city-guess",
      doubt: expect.stringContaining("Switzerland"),
    });
    expect(how({ city: "Zürich" }, "CH")).toBe("city");
  });
});

describe("a UK address", () => {
  it.each([
    [{ city: "STOCKTON ON TEES", postalCode: "TS18 1HU" }, [54.57, -1.32]],
    [{ city: "NEWCASTLE", postalCode: "NE1 4LP" }, [54.97, -1.61]],
    [{ city: "NEWPORT", postalCode: "NP20 4UA" }, [51.59, -3.0]],
    [{ city: "Newport", postalCode: "PO30 1XW" }, [50.7, -1.29]],
    [{ city: "Hull", postalCode: "HU1 3SQ" }, [53.74, -0.34]],
  ] as const)("%j is found by town and postcode", (address, place) => {
    expect(how(address)).toBe("city");
    expect(kmFrom(place, address)).toBeLessThan(10);
  });
  it("falls back to a street line near the postcode's area, as a guess", () =>
    expect(
      locator.locate({
        city: "Cleveland",
        lines: ["Trimdon Avenue", "MIDDLESBROUGH"],
        postalCode: "TS5 8SB",
      }),
    ).toMatchObject({
      how: "city-guess",
      doubt: "Placed by MIDDLESBROUGH, which is not the town column.",
    }));
  it("falls back to the postcode's area, which in London says more than the town", () => {
    expect(how({ postalCode: "TS5 8SB" })).toBe("postal-area");
    expect(how({ city: "London", postalCode: "SE13 6LH" })).toBe("postal-area");
    expect(kmFrom([51.46, -0.01], { city: "London", postalCode: "SE13 6LH" })).toBeLessThan(5);
  });
});

describe("a locator without all tables", () => {
  it("answers what it can and names the table it misses", () => {
    const bare = createLocator({ usPostal });
    expect(bare.locate(us({ postalCode: "10001" })).how).toBe("postal");
    expect(bare.locate(us({ city: "Chicago", state: "IL" }))).toMatchObject({
      how: "none",
      needs: "usCities",
    });
    expect(bare.locate({ city: "Paris", country: "France" })).toMatchObject({
      how: "none",
      needs: "worldCities",
    });
    expect(createLocator({}).locate(us({ postalCode: "10001" }))).toMatchObject({
      how: "none",
      needs: "usPostal",
    });
  });
});

describe("columns", () => {
  const table = (
    rows: readonly (readonly [postalCode: string, city: string, state: string, country?: string])[],
  ): AddressColumns => ({
    count: rows.length,
    postalCode: (row) => rows[row]![0],
    city: (row) => rows[row]![1],
    state: (row) => rows[row]![2],
    country: (row) => rows[row]![3] ?? "",
  });

  it("are located row by row, with a tally and a note for every row that needs a look", () => {
    const located = locateColumns(
      locator,
      table([
        ["02139", "Cambridge", "MA"],
        ["2139", "Cambridge", "MA"],
        ["", "Chicago", "IL"],
        ["", "Atlantis", "OH"],
        ["43202", "Owensboro", "KY"],
      ]),
    );
    expect(located.tally).toEqual({
      postal: 1,
      "postal-padded": 1,
      city: 2,
      "city-guess": 0,
      zip3: 0,
      "postal-area": 0,
      none: 1,
    });
    expect(located.notes.map((note) => [note.row, note.how])).toEqual([
      [3, "none"],
      [4, "city"],
    ]);
    expect(located.latitude[3]).toBeNaN();
    expect(located.latitude[0]).toBe(located.latitude[1]);
  });
  it("lend their country to rows that name none", () => {
    const german = table([
      ["80331", "München", "", "Germany"],
      ["20095", "Hamburg", "", "Germany"],
      ["10115", "Berlin", "", ""],
    ]);
    expect(majorityCountry(german)).toBe("DE");
    expect(locateColumns(locator, german).tally.city).toBe(3);
  });
  it("with nothing but five-digit codes are in the US", () =>
    expect(
      majorityCountry(
        table([
          ["10001", "", ""],
          ["60601", "", ""],
        ]),
      ),
    ).toBe("US"));
  it("of many countries lend none", () =>
    expect(
      majorityCountry(
        table([
          ["", "Paris", "", "France"],
          ["", "Rome", "", "Italy"],
        ]),
      ),
    ).toBeUndefined());
});

describe("a German address", () => {
  const de = (address: Address): Address => ({ country: "DE", ...address });
  const NEUSTADT_WEINSTRASSE = [49.35, 8.14] as const;
  const ESSEN_RUHR = [51.46, 7.01] as const;

  it("is found among namesakes by the first digits of its postal code", () => {
    expect(how(de({ city: "Neustadt", postalCode: "67433" }))).toBe("city");
    expect(kmFrom(NEUSTADT_WEINSTRASSE, de({ city: "Neustadt", postalCode: "67433" }))).toBeLessThan(5);
    expect(kmFrom(ESSEN_RUHR, de({ city: "Essen", postalCode: "D-45127" }))).toBeLessThan(5);
    expect(kmFrom([52.72, 7.94], de({ city: "Essen", postalCode: "49632" }))).toBeLessThan(5);
  });

  it("without a code is taken for the large town of that name, as a guess", () => {
    expect(how(de({ city: "Essen" }))).toBe("city-guess");
    expect(kmFrom(ESSEN_RUHR, de({ city: "Essen" }))).toBeLessThan(5);
    expect(how(de({ city: "Neustadt" }))).toBe("none");
  });

  it("lies in the middle of its postal region where the town is unknown or lies elsewhere", () => {
    expect(how(de({ city: "Frankfurt", postalCode: "15230" }))).toBe("postal-area");
    expect(kmFrom([52.34, 14.55], de({ city: "Frankfurt", postalCode: "15230" }))).toBeLessThan(60);
    expect(how(de({ city: "Xyzheim", postalCode: "73525" }))).toBe("postal-area");
    expect(how(de({ city: "Xyzheim" }))).toBe("none");
  });

  it.each([
    ["Dresden", "Hessen", "01067", [51.05, 13.74]],
    ["Kiel", "Saarland", "", [54.32, 10.13]],
    ["Augsburg", "Hamburg", "", [48.37, 10.9]],
  ] as const)("in %s is not lost to a wrong state, but doubted", (city, state, postalCode, place) => {
    const found = locator.locate(de({ city, state, postalCode }));
    expect(found).toMatchObject({ how: "city-guess", doubt: expect.stringContaining(state) });
    expect(kmFrom(place, de({ city, state, postalCode }))).toBeLessThan(5);
  });

  it("in a small town that the state does not have stays unknown", () => {
    expect(how(de({ city: "Lingen", state: "Bayern" }))).toBe("none");
  });
});
