import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeKey, placeKeys, shortKey } from "../../src/geodata/place-names";

describe("placeKey", () => {
  it.each([
    ["St. Louis", "SAINT LOUIS"],
    ["Ft. Wayne", "Fort Wayne"],
    ["Mt Pleasant", "Mount Pleasant"],
    ["Winston-Salem", "winston salem"],
    ["Coeur d’Alene", "Coeur D Alene"],
    ["O'Fallon", "O Fallon"],
    ["N. Little Rock", "North Little Rock"],
    ["Newcastle upon Tyne", "NEWCASTLE-ON-TYNE"],
    ["São Paulo", "Sao Paulo"],
    ["Łódź", "Lodz"],
    ["Åre", "Are"],
    ["Gießen", "Giessen"],
    ["DeKalb", "De Kalb"],
  ])("%s = %s", (one, other) => expect(placeKey(one)).toBe(placeKey(other)));

  it.each([
    ["Springfield", "Springdale"],
    ["Fort Worth", "Forest"],
    ["North Platte", "Platte"],
  ])("%s ≠ %s", (one, other) => expect(placeKey(one)).not.toBe(placeKey(other)));

  it("does not depend on case or surrounding space, and stays as it is when taken again", () => {
    const names = fc.string({ unit: fc.constantFrom(..."abcdeéïöß '-.") });
    fc.assert(
      fc.property(names, (name) => {
        expect(placeKey(` ${name.toLowerCase()} `)).toBe(placeKey(name));
        expect(placeKey(placeKey(name))).toMatch(/^[a-z]*$/);
      }),
    );
  });
});

describe("placeKeys", () => {
  it("tries the name as it stands first", () => expect(placeKeys("Kansas City")[0]).toBe("kansascity"));
  it("then without City and with it", () => {
    expect(placeKeys("Baker City")).toContain("baker");
    expect(placeKeys("New York")).toContain("newyorkcity");
    expect(placeKeys("City of Industry")).toContain("industry");
  });
  it("leaves out brackets and what follows a comma", () => {
    expect(placeKeys("Weingarten (Baden)")).toContain("weingarten");
    expect(placeKeys("Boulder, CO")).toContain("boulder");
  });
  it("is empty for a name without letters", () => expect(placeKeys(" - ")).toEqual([]));
});

describe("shortKey", () => {
  it.each([
    ["Newcastle upon Tyne", "newcastle"],
    ["Frankfurt am Main", "frankfurt"],
    ["Weil im Schönbuch", "weil"],
  ])("%s → %s", (name, key) => expect(shortKey(name)).toBe(key));
  it("has nothing to shorten in a plain name", () => {
    expect(shortKey("Springfield")).toBeUndefined();
    expect(shortKey("On Top")).toBeUndefined();
  });
});
