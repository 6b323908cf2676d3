import type { Address } from "./address";
import { countryCode, countryName } from "./countries";
import { createLocator, type Locator } from "./locator";
import { placeKey } from "./place-names";
import { PlaceKind, PlaceTable } from "./place-table";
import { decodeUsPostal, type UsPostalTable } from "./us-postal";
import { US_STATES } from "./us-states";

/** A place that a search found. */
export interface FoundPlace {
  /** "Boston, Massachusetts", "02139 Massachusetts", "40.5, −74". */
  readonly name: string;
  readonly kind: "town" | "postal-code" | "coordinates";
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** The packed files that a search reads. */
export interface SearchFiles {
  readonly usPostal: ArrayBuffer;
  readonly usCities: ArrayBuffer;
  readonly worldCities: ArrayBuffer;
}

/** Finds places by the beginning of their name, by US postal code, or by coordinates; the likeliest first, at most `most`. */
export type PlaceSearch = (text: string, most: number) => FoundPlace[];

/** Reads the files once; a search then takes some milliseconds. `wellKnown` are names of cities as they are written: the tables have only keys. */
export function createPlaceSearch(files: SearchFiles, wellKnown: readonly string[]): PlaceSearch {
  const written = new Map(wellKnown.map((name) => [placeKey(name), name]));
  const postal = decodeUsPostal(files.usPostal);
  const tables = [
    new PlaceTable("us-cities", files.usCities),
    new PlaceTable("world-cities", files.worldCities),
  ];
  const locator = createLocator({
    usPostal: files.usPostal,
    usCities: files.usCities,
    worldCities: files.worldCities,
  });
  return (text, most) => {
    const wanted = text.trim();
    if (wanted === "") return [];
    const coordinates = coordinatesIn(wanted);
    if (coordinates) return [coordinates];
    const digits = /^(\d{2,5})(-\d{0,4})?$/.exec(wanted)?.[1];
    if (digits) return postalCodes(postal, digits, most);
    const found = towns(tables, written, wanted, most);
    const meant = asAddress(locator, wanted);
    if (!meant || found.some((place) => near(place, meant))) return found;
    return [meant, ...found].slice(0, most);
  };
}

/** "40.5, -74", "40.5 -74". */
function coordinatesIn(text: string): FoundPlace | null {
  const parts = /^([-−+]?\d{1,2}(?:\.\d+)?)[\s,;]+([-−+]?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!parts) return null;
  const [latitude, longitude] = [parts[1]!, parts[2]!].map((part) => Number(part.replace("−", "-"))) as [
    number,
    number,
  ];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { name: `${latitude}, ${longitude}`, kind: "coordinates", latitude, longitude };
}

const NATIVE = ["DE", "AT", "CH", "IT", "FR", "ES", "PT", "CZ", "PL", "DK", "SE", "NL", "BE"];

/** What an import would take the text for: native names, postal codes of other countries before or behind a town. */
function asAddress(locator: Locator, text: string): FoundPlace | null {
  const [first = "", ...rest] = text.split(",").map((part) => part.trim());
  const coded = /^(\S*\d\S*)\s+(\D+)$/.exec(first);
  const within = rest.join(" ");
  const tries: Address[] = coded
    ? [
        { postalCode: coded[1]!, city: coded[2]!, country: within },
        { city: coded[2]!, country: within },
      ]
    : [
        { city: first, country: within },
        { city: first, state: within },
        { postalCode: first, country: within },
      ];
  // A native name alone does not say where: the countries whose towns have other names in English are asked in turn.
  const abroad = coded || within !== "" ? [] : NATIVE.map((country) => ({ city: first, country }));
  for (const address of [...tries, ...abroad]) {
    const located = locator.locate(address);
    if (located.how === "none" || (located.how === "city-guess" && abroad.length > 0)) continue;
    const { latitude, longitude } = located;
    return { name: text, kind: "town", latitude, longitude };
  }
  return null;
}

/** Whether two places are the same town, give or take how exactly it was written down. */
function near(a: FoundPlace, b: FoundPlace): boolean {
  return Math.abs(a.latitude - b.latitude) < 0.05 && Math.abs(a.longitude - b.longitude) < 0.05;
}

function postalCodes(postal: UsPostalTable, digits: string, most: number): FoundPlace[] {
  const first = Number(digits.padEnd(5, "0"));
  const last = Number(digits.padEnd(5, "9"));
  const found: FoundPlace[] = [];
  for (let code = first; code <= last && found.length < most; code++) {
    const row = postal.indexOfCode[code]!;
    if (row < 0) continue;
    found.push({
      name: `${String(code).padStart(5, "0")} ${US_STATES[postal.state[row]!]?.name ?? ""}`.trim(),
      kind: "postal-code",
      latitude: postal.latitude[row]!,
      longitude: postal.longitude[row]!,
    });
  }
  return found;
}

interface Candidate {
  readonly table: PlaceTable;
  readonly place: number;
  readonly rank: number;
}

/** Exact names before beginnings, well-known towns before others, short names before long ones. */
function towns(
  tables: readonly PlaceTable[],
  written: ReadonlyMap<string, string>,
  text: string,
  most: number,
): FoundPlace[] {
  const [nameText = "", ...rest] = text.split(",");
  const key = placeKey(nameText);
  if (key === "") return [];
  const within = rest.map((part) => part.trim()).filter(Boolean);
  const best: Candidate[] = [];
  for (const table of tables) {
    const inside = regionsMeant(table, within);
    for (let place = 0; place < table.count; place++) {
      const name = table.keyOf(place);
      if (!name.startsWith(key) || table.kind[place] === PlaceKind.short) continue;
      if (inside && !inside[table.regionOf[place]!]) continue;
      const rank =
        (name === key ? 0 : 1000) + (table.kind[place] === PlaceKind.major ? 0 : 500) + name.length;
      if (best.length === most && rank >= best[most - 1]!.rank) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.rank > rank) at--;
      best.splice(at, 0, { table, place, rank });
      if (best.length > most) best.pop();
    }
  }
  return best.map(({ table, place }) => ({
    name: `${writtenName(written, table.keyOf(place)) ?? goneOnWith(nameText, key, table.keyOf(place))}, ${regionName(table, place)}`,
    kind: "town",
    latitude: table.latitude[place]!,
    longitude: table.longitude[place]!,
  }));
}

/** 1 for each region that all the parts behind the comma may mean; null where there is none. */
function regionsMeant(table: PlaceTable, within: readonly string[]): Uint8Array | null {
  if (within.length === 0) return null;
  return Uint8Array.from(table.regions, ({ country, code, key }) =>
    within.every((part) => {
      const wanted = placeKey(part);
      return (
        countryCode(part) === country ||
        placeKey(countryName(country)).startsWith(wanted) ||
        key.startsWith(wanted) ||
        (country === "US" && code === part.toUpperCase())
      );
    })
      ? 1
      : 0,
  );
}

/** A well-known city is also known by its key without "city". */
function writtenName(written: ReadonlyMap<string, string>, key: string): string | undefined {
  return written.get(key) ?? (key.endsWith("city") ? written.get(key.slice(0, -4)) : undefined);
}

function regionName(table: PlaceTable, place: number): string {
  const { country, code } = table.regions[table.regionOf[place]!]!;
  if (country !== "US") return countryName(country);
  return US_STATES.find((state) => state.code === code)?.name ?? code;
}

/** The tables have neither capitals nor spaces: what was typed is kept as it was written, and the rest of the name follows. */
function goneOnWith(typed: string, typedKey: string, key: string): string {
  const words = typed.trim().toLowerCase().split(/\s+/).join(" ");
  return `${words}${key.slice(typedKey.length)}`.replace(
    /(^|[\s'-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
