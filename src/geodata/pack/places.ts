import { placeKey, shortKey } from "../place-names";
import { type PlaceEntry, PlaceKind, type PlaceRegion } from "../place-table";
import type { UsPostalColumns } from "../us-postal";
import { US_STATES } from "../us-states";
import type { City, PostalRecord } from "./sources";

type Unsorted = Omit<PlaceEntry, "region"> & { readonly country: string; readonly code: string };

/** Compares by code unit, so that the order does not depend on the machine's locale. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Regions and places in packing order: by country, region, key, then from south to north. */
function arrange(places: readonly Unsorted[], regionName: (country: string, code: string) => string) {
  const sorted = [...places].sort(
    (a, b) =>
      byCodeUnit(a.country, b.country) ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.key, b.key) ||
      a.kind - b.kind ||
      a.latitude - b.latitude ||
      a.longitude - b.longitude,
  );
  const regions: PlaceRegion[] = [];
  const entries: PlaceEntry[] = [];
  for (const { country, code, ...place } of sorted) {
    const last = regions.at(-1);
    if (last?.country !== country || last.code !== code) {
      regions.push({ country, code, key: placeKey(regionName(country, code)) });
    }
    entries.push({ ...place, region: regions.length - 1 });
  }
  return { regions, places: entries };
}

const fromCity = (city: City, majors: ReadonlySet<City>): Unsorted => ({
  country: city.country,
  code: city.region,
  key: placeKey(city.name),
  kind: majors.has(city) ? PlaceKind.major : PlaceKind.town,
  latitude: city.latitude,
  longitude: city.longitude,
});

/** Towns outside the US, and the short forms of their names. */
export function worldPlaces(
  cities: readonly City[],
  majors: ReadonlySet<City>,
  regionNames: ReadonlyMap<string, string>,
) {
  const places: Unsorted[] = [];
  for (const city of cities) {
    if (city.country === "US") continue;
    const town = fromCity(city, majors);
    if (town.key === "") continue;
    places.push(town);
    const short = shortKey(city.name);
    if (short) places.push({ ...town, key: short, kind: PlaceKind.short });
  }
  return arrange(places, (country, code) => regionNames.get(`${country}.${code}`) ?? "");
}

/**
 * US towns, and the places that have a post office but no entry in the gazetteer: these lie where the
 * most central of their postal codes lies.
 */
export function usPlaces(
  cities: readonly City[],
  majors: ReadonlySet<City>,
  records: readonly PostalRecord[],
  postal: UsPostalColumns,
) {
  const places = cities.filter((city) => city.country === "US").map((city) => fromCity(city, majors));
  const known = new Set(places.map((place) => `${place.code} ${place.key}`));
  const indexOfCode = new Map(Array.from(postal.codes, (code, i) => [code, i]));
  const codesOfOffice = new Map<string, number[]>();
  for (const record of records) {
    const index = indexOfCode.get(Number(record.code));
    const office = `${record.state} ${placeKey(record.place)}`;
    if (index === undefined || known.has(office)) continue;
    codesOfOffice.set(office, [...(codesOfOffice.get(office) ?? []), index]);
  }
  for (const [office, indexes] of codesOfOffice) {
    const [code = "", key = ""] = office.split(" ");
    if (key === "") continue;
    const center = mostCentral(indexes, postal);
    places.push({
      country: "US",
      code,
      key,
      kind: PlaceKind.postOffice,
      latitude: postal.latitude[center]!,
      longitude: postal.longitude[center]!,
    });
  }
  const stateNames = new Map(US_STATES.map((state) => [state.code, state.name]));
  return arrange(places, (_, code) => stateNames.get(code) ?? "");
}

function mostCentral(indexes: readonly number[], { latitude, longitude }: UsPostalColumns): number {
  const mean = (values: Float64Array) => indexes.reduce((sum, i) => sum + values[i]!, 0) / indexes.length;
  const north = mean(latitude);
  const east = mean(longitude);
  const offset = (i: number) => Math.hypot(latitude[i]! - north, longitude[i]! - east);
  return indexes.reduce((best, i) => (offset(i) < offset(best) ? i : best));
}
