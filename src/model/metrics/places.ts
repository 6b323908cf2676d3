import { unitVectors } from "../../geo/unit-vectors";
import { columnByRole, type Table } from "../table";

const cache = new WeakMap<Float64Array, { longitude: Float64Array; vectors: Float64Array }>();
const nowhere = new WeakMap<Float64Array, Float64Array>();

/**
 * Where each row of a table is, as unit vectors (x, y, z at 3 × row), from the columns with the roles latitude and
 * longitude; NaN for rows without a place. Shared: do not write to it.
 */
export function placesOf(table: Table): Float64Array {
  const latitude = columnByRole(table, "latitude");
  const longitude = columnByRole(table, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") {
    let none = nowhere.get(table.ids);
    if (!none) {
      none = new Float64Array(3 * table.count).fill(Number.NaN);
      nowhere.set(table.ids, none);
    }
    return none;
  }
  let places = cache.get(latitude.values);
  if (places?.longitude !== longitude.values) {
    const vectors = unitVectors(longitude.values, latitude.values);
    for (let row = 0; row < table.count; row++) {
      if (!isPlace(latitude.values[row]!, longitude.values[row]!))
        vectors.fill(Number.NaN, 3 * row, 3 * row + 3);
    }
    places = { longitude: longitude.values, vectors };
    cache.set(latitude.values, places);
  }
  return places.vectors;
}

/** Degrees of a row, or null where it has no place. */
export function placeOf(table: Table, row: number): { latitude: number; longitude: number } | null {
  const latitude = columnByRole(table, "latitude");
  const longitude = columnByRole(table, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") return null;
  const place = { latitude: latitude.values[row]!, longitude: longitude.values[row]! };
  return isPlace(place.latitude, place.longitude) ? place : null;
}

/** Whether degrees are a place where somebody can be: on the globe, no pole, and not the 0, 0 of records that have none. */
export function isPlace(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) < 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
}
