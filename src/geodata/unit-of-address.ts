import { countryCode } from "./countries";
import { placeKey } from "./place-names";
import type { UnitSet } from "./unit-set";
import { readUsPostalCode } from "./us-postal-code";
import { US_STATES, usStateIndex } from "./us-states";

/** What a row says about where it is, as far as a unit can be told from it. Every field is the cell's text. */
export interface UnitAddress {
  readonly postalCode?: string;
  readonly state?: string;
  readonly country?: string;
}

/** The unit of an address that has no coordinates; -1 where the address does not tell. */
export type UnitOfAddress = (address: UnitAddress) => number;

/**
 * Reads addresses for a set: three digits from US postal codes, states and first-level regions from the state, countries from the country.
 * Counties and the planner's own areas cannot be told from an address.
 */
export function unitOfAddress(set: UnitSet): UnitOfAddress {
  const unitByCode = new Map(set.codes.map((code, unit) => [code, unit]));
  if (set.id === "us-zip3") return ({ postalCode = "" }) => unitByCode.get(zip3Of(postalCode) ?? "") ?? -1;
  if (set.id === "us-state") {
    return ({ state = "", country = "" }) =>
      isAbroad(country, "US") ? -1 : (unitByCode.get(US_STATES[usStateIndex(state)]?.code ?? "") ?? -1);
  }
  if (set.id === "country") {
    return ({ state = "", country = "" }) => {
      const code = country === "" && usStateIndex(state) >= 0 ? "US" : countryCode(country);
      return unitByCode.get(code ?? "") ?? -1;
    };
  }
  if (set.id.startsWith("region:")) {
    const home = set.id.slice("region:".length);
    const unitByKey = new Map(set.names.map((name, unit) => [placeKey(name), unit]));
    return ({ state = "", country = "" }) => {
      if (state === "" || isAbroad(country, home)) return -1;
      return unitByCode.get(`${home}-${state.toUpperCase()}`) ?? unitByKey.get(placeKey(state)) ?? -1;
    };
  }
  return () => -1;
}

/** Whether the address alone is the better source: the areas of a set that is only approximate miss one place in twenty. */
export function addressFirst(set: UnitSet): boolean {
  return set.id === "us-zip3";
}

/** The first three digits of a US postal code; undefined where the text is none. */
export function zip3Of(postalCode: string): string | undefined {
  const reading = readUsPostalCode(postalCode);
  if (!reading) return undefined;
  const zip3 = reading.kind === "prefix" ? reading.prefix : Math.floor(reading.code / 100);
  return String(zip3).padStart(3, "0");
}

function isAbroad(country: string, home: string): boolean {
  return country !== "" && countryCode(country) !== home;
}
