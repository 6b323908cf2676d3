import { type Address, type Located, missingTable, type NotLocated, notLocated } from "./address";
import { countryCode } from "./countries";
import { UsLocator } from "./locate-us";
import { WorldLocator } from "./locate-world";
import { canadianProvince, countryOfRegion } from "./other-names";
import { placeKey } from "./place-names";
import { PlaceTable } from "./place-table";
import { isFullUkPostcode, ukPostcodeArea } from "./uk-postcodes";
import { decodeUsPostal } from "./us-postal";
import { readUsPostalCode } from "./us-postal-code";
import { US_STATES, US_TERRITORIES, usStateIndex } from "./us-states";

/** The packed files, as far as loaded. Without the cities, addresses that need them are answered with `needs`. */
export interface LocatorFiles {
  readonly usPostal?: ArrayBuffer | Uint8Array;
  readonly usCities?: ArrayBuffer | Uint8Array;
  readonly worldCities?: ArrayBuffer | Uint8Array;
}

/** What a row says about its country: an ISO code, nothing, or a text that is no country we know. */
export type CountryEvidence =
  | { readonly kind: "known"; readonly code: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown-name"; readonly text: string };

/** Places addresses on the map from packed tables. Makes no request and needs no DOM. */
export interface Locator {
  /** `defaultCountry` (ISO 3166-1 alpha-2) applies to rows that say nothing about their country. */
  locate(address: Address, defaultCountry?: string): Located | NotLocated;
}

/**
 * The country of an address: its country column, else the shape of its postal code where only one
 * country's codes look so, else its state. Five digits alone prove nothing: Germany has them too.
 */
export function countryOf({ country = "", state = "", postalCode = "" }: Address): CountryEvidence {
  if (country.trim() !== "") {
    const code = countryCode(country);
    if (code) return { kind: "known", code };
  }
  if (isFullUkPostcode(postalCode)) return { kind: "known", code: "GB" };
  if (canadianProvince(postalCode) !== undefined && ukPostcodeArea(postalCode) === undefined) {
    return { kind: "known", code: "CA" };
  }
  const region = stateCountry(state, postalCode);
  if (region) return { kind: "known", code: region };
  if (country.trim() !== "") return { kind: "unknown-name", text: country.trim() };
  if (/^\d{5}-\d{4}$/.test(postalCode.trim())) return { kind: "known", code: "US" };
  return { kind: "none" };
}

function stateCountry(state: string, postalCode: string): string | undefined {
  if (state.trim() === "") return undefined;
  const usPossible = postalCode.trim() === "" || readUsPostalCode(postalCode) !== undefined;
  if (usPossible && usStateIndex(state) >= 0) return "US";
  return countryOfRegion(state);
}

/** Makes a locator from packed files; decoding the files is most of its cost. */
export function createLocator(files: LocatorFiles): Locator {
  const postal = files.usPostal && decodeUsPostal(files.usPostal);
  const usCities = files.usCities && new PlaceTable("us-cities", files.usCities);
  const us = postal && new UsLocator(postal, usCities);
  const world = new WorldLocator(files.worldCities && new PlaceTable("world-cities", files.worldCities));

  const locateIn = (address: Address, country: string): Located | NotLocated => {
    const territory = US_TERRITORIES.has(country)
      ? US_STATES.findIndex((state) => state.code === country)
      : -1;
    if (country !== "US" && territory < 0) return world.locate(address, country);
    return us ? us.locate(address, territory) : missingTable("usPostal");
  };

  return {
    locate(address, defaultCountry) {
      const evidence = countryOf(address);
      if (evidence.kind === "known") return locateIn(address, evidence.code);
      if (evidence.kind === "unknown-name") return notLocated(`We know no country called ${evidence.text}.`);
      if (defaultCountry) return locateIn(address, defaultCountry);
      return locateAnywhere(address, us, world, files);
    },
  };
}

/** Neither the row nor its file names a country: only a name that a single major town has will do. */
function locateAnywhere(
  address: Address,
  us: UsLocator | undefined,
  world: WorldLocator,
  files: LocatorFiles,
): Located | NotLocated {
  const { city = "", postalCode = "" } = address;
  const inUs = readUsPostalCode(postalCode)?.kind === "full" && us?.locate(address, -1);
  if (!us) return missingTable("usPostal");
  if (inUs && inUs.how === "postal")
    return { ...inUs, doubt: "Taken for a US postal code: the row names no country." };
  if (placeKey(city) === "")
    return notLocated("The row has no country, and no city or postal code that tells one.");
  if (!files.usCities) return missingTable("usCities");
  if (!files.worldCities) return missingTable("worldCities");
  const abroad = world.locateByNameOnly(city);
  const atHome = us.locate({ city }, -1);
  if (abroad && !us.knowsMajorTown(city)) return abroad;
  if (!abroad && atHome.how !== "none") {
    return {
      ...atHome,
      how: "city-guess",
      doubt: `Taken for ${city.trim()} in the US: the row names no country.`,
    };
  }
  return notLocated(
    `${city.trim()} could be in several countries, or in none we know: the row names no country.`,
  );
}
