import { greatCircleKm } from "../../geo/distance";
import { placeKey } from "../place-names";
import type { UsPostalColumns } from "../us-postal";
import { US_STATES, usStateIndex } from "../us-states";
import type { City, PostalRecord } from "./sources";

/** Beyond this distance the two sources contradict each other and one of them is wrong. */
const CONTRADICTION_KM = 40;

/** Territories that the GeoNames postal file lists as countries of their own, by the first digits of their codes. */
const TERRITORY_PREFIXES: readonly (readonly [prefix: string, state: string])[] = [
  ["96799", "AS"],
  ["96950", "MP"],
  ["96951", "MP"],
  ["96952", "MP"],
  ["969", "GU"],
  ["008", "VI"],
  ["006", "PR"],
  ["007", "PR"],
  ["009", "PR"],
];

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const km = (a: Position, b: Position): number =>
  greatCircleKm(a.longitude, a.latitude, b.longitude, b.latitude);

/**
 * Chooses between two positions of a code that lie far apart. The town the code is named after is the
 * third witness: the position nearer to it wins. Without one, a position that GeoNames took from the
 * town itself wins, since businesses are in the town while the centroid of a large rural ZIP code area
 * lies in the wilderness; an estimated one loses to the Census centroid.
 */
export function betterPosition(record: PostalRecord, census: Position, town: Position | undefined): Position {
  if (km(record, census) <= CONTRADICTION_KM) return record;
  if (!town) return record.atTown ? record : census;
  const own = km(record, town);
  const other = km(census, town);
  return own <= other ? record : census;
}

/** Merges both sources into one table; military codes, which have no state, are left out. */
export function mergeUsPostal(
  records: readonly PostalRecord[],
  census: readonly { code: string; latitude: number; longitude: number }[],
  cities: readonly City[],
): UsPostalColumns {
  const towns = new Map<string, City>();
  for (const city of cities)
    if (city.country === "US") towns.set(`${city.region} ${placeKey(city.name)}`, city);
  const centroids = new Map(census.map((area) => [area.code, area]));

  const merged = new Map<string, Position & { state: number }>();
  for (const record of records) {
    const state = US_STATES.findIndex((candidate) => candidate.code === record.state);
    if (state < 0) continue;
    const centroid = centroids.get(record.code);
    const town = towns.get(`${record.state} ${placeKey(record.place)}`);
    const { latitude, longitude } = centroid ? betterPosition(record, centroid, town) : record;
    merged.set(record.code, { latitude, longitude, state });
  }
  for (const { code, latitude, longitude } of census) {
    if (merged.has(code)) continue;
    const territory = TERRITORY_PREFIXES.find(([prefix]) => code.startsWith(prefix));
    if (!territory) throw new Error(`Expected the state of postal code ${code} to be known.`);
    merged.set(code, { latitude, longitude, state: usStateIndex(territory[1]) });
  }

  const codes = [...merged.keys()].sort();
  const entries = codes.map((code) => merged.get(code)!);
  return {
    codes: Uint32Array.from(codes, Number),
    latitude: Float64Array.from(entries, (entry) => entry.latitude),
    longitude: Float64Array.from(entries, (entry) => entry.longitude),
    state: Uint8Array.from(entries, (entry) => entry.state),
  };
}
