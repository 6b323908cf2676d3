import { describe, expect, it } from "vitest";
import { countryCode, countryCodes, countryName } from "../../src/geodata/countries";
import { countryOf } from "../../src/geodata/locator";
import { canadianProvince } from "../../src/geodata/other-names";
import { isFullUkPostcode, ukPostcodeArea } from "../../src/geodata/uk-postcodes";
import { readUsPostalCode } from "../../src/geodata/us-postal-code";
import { US_STATES, usStateIndex } from "../../src/geodata/us-states";

describe("US postal codes", () => {
  it.each(["02139", "02139-4307", "021394307", "02139 4307", "02139-", "MA 02139", "US-02139", " 02139 "])(
    "%s is 02139",
    (text) => expect(readUsPostalCode(text)).toEqual({ kind: "full", code: 2139 }),
  );
  it.each(["2139", "2139.0", "2139-4307", "21394307"])("%s lost its zero", (text) =>
    expect(readUsPostalCode(text)).toEqual({ kind: "padded", code: 2139 }),
  );
  it("reads three digits as the front of a code", () =>
    expect(readUsPostalCode("606")).toEqual({ kind: "prefix", prefix: 606 }));
  it.each(["", "12", "SW1A 1AA", "K1A 0B1", "1234567", "123-456", "n/a", "3865-12"])("%s is none", (text) =>
    expect(readUsPostalCode(text)).toBeUndefined(),
  );
});

describe("US states", () => {
  const code = (text: string) => US_STATES[usStateIndex(text)]?.code;
  it.each([
    ["MA", "MA"],
    ["Massachusetts", "MA"],
    ["mass.", "MA"],
    ["N.Y.", "NY"],
    ["US-NY", "NY"],
    ["mt", "MT"],
    ["District of Columbia", "DC"],
    ["D.C.", "DC"],
    ["N. Carolina", "NC"],
  ])("%s is %s", (text, expected) => expect(code(text)).toBe(expected));
  it.each(["", "XX", "Ontario", "Bayern"])("%s is none", (text) => expect(usStateIndex(text)).toBe(-1));
});

describe("countries", () => {
  it.each([
    ["USA", "US"],
    ["U.S.", "US"],
    ["United States of America", "US"],
    ["UK", "GB"],
    ["England", "GB"],
    ["Deutschland", "DE"],
    ["Côte d’Ivoire", "CI"],
    ["Ivory Coast", "CI"],
    ["South Korea", "KR"],
    ["The Netherlands", "NL"],
    ["Türkiye", "TR"],
    ["pri", "PR"],
    ["Czech Republic", "CZ"],
  ])("%s is %s", (text, code) => expect(countryCode(text)).toBe(code));
  it("knows every country by both codes and by its English name", () => {
    for (const code of countryCodes()) expect([code, countryCode(countryName(code))]).toEqual([code, code]);
    expect(countryCode("BEL")).toBe("BE");
  });
  it("does not know what is none", () => expect(countryCode("Atlantis")).toBeUndefined());
});

describe("the country of an address", () => {
  const known = (code: string) => ({ kind: "known", code });
  it("is what the column says", () =>
    expect(countryOf({ country: "Germany", state: "CA" })).toEqual(known("DE")));
  it("shows in a UK or Canadian postcode", () => {
    expect(countryOf({ postalCode: "TS18 1HU" })).toEqual(known("GB"));
    expect(countryOf({ postalCode: "m5b 1n8" })).toEqual(known("CA"));
  });
  it("shows in the state", () => {
    expect(countryOf({ state: "Ohio", postalCode: "43085" })).toEqual(known("US"));
    expect(countryOf({ state: "NSW", postalCode: "2000" })).toEqual(known("AU"));
    expect(countryOf({ state: "Ontario" })).toEqual(known("CA"));
  });
  it("does not show in five digits", () =>
    expect(countryOf({ postalCode: "80331" })).toEqual({ kind: "none" }));
  it("is refused by name where it is none", () =>
    expect(countryOf({ country: "Atlantis" })).toEqual({ kind: "unknown-name", text: "Atlantis" }));
});

describe("UK postcodes", () => {
  it.each([
    ["TS18 1HU", "TS"],
    ["sw1a1aa", "SW"],
    ["M1 1AE", "M"],
    ["EC1A", "EC"],
  ])("%s lies in %s", (text, letters) => expect(ukPostcodeArea(text)?.letters).toBe(letters));
  it.each(["", "10001", "K1A 0B1", "QQ1 1AA", "TS18 1H"])("%s is none", (text) =>
    expect(ukPostcodeArea(text)).toBeUndefined(),
  );
  it("is full only with both halves", () => {
    expect(isFullUkPostcode("W1A 1AA")).toBe(true);
    expect(isFullUkPostcode("W1A")).toBe(false);
  });
});

describe("Canadian postal codes", () => {
  it("tell the province", () => {
    expect(canadianProvince("V6B 1H7")).toBe("britishcolumbia");
    expect(canadianProvince("K1A0B1")).toBe("ontario");
  });
  it("leave open which of two territories X is", () => expect(canadianProvince("X0A 0H0")).toBe(""));
  it("begin with no D", () => expect(canadianProvince("D1A 0B1")).toBeUndefined());
});
