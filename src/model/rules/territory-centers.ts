import { chordToKm } from "../../geo/distance";
import type { Alignment, TerritorySlot } from "../alignment";
import { placesOf } from "../metrics/places";
import { isLive, type Table } from "../table";

/** Where each territory is, as unit vectors at 3 × slot: the middle of its accounts. NaN where no account has a place. */
export function territoryCenters(accounts: Table, alignment: Alignment): Float64Array {
  const places = placesOf(accounts);
  const centers = new Float64Array(3 * alignment.territories.length);
  for (let account = 0; account < accounts.count; account++) {
    if (Number.isNaN(places[3 * account]!) || !isLive(accounts, account)) continue;
    const slot = alignment.territoryOf[account]!;
    for (let axis = 0; axis < 3; axis++) centers[3 * slot + axis]! += places[3 * account + axis]!;
  }
  for (let slot = 0; slot < alignment.territories.length; slot++) {
    const length = Math.hypot(...centers.subarray(3 * slot, 3 * slot + 3));
    const isThere = slot > 0 && alignment.territories[slot] && length > 0;
    for (let axis = 0; axis < 3; axis++) centers[3 * slot + axis]! /= isThere ? length : Number.NaN;
  }
  return centers;
}

/** The slot among `slots` whose center is nearest to a row's place, the first of equals; 0 where the row or all of them have none. */
export function nearestCenter(
  centers: Float64Array,
  slots: readonly TerritorySlot[],
  places: Float64Array,
  row: number,
): TerritorySlot {
  const [x, y, z] = [places[3 * row]!, places[3 * row + 1]!, places[3 * row + 2]!];
  let best = 0;
  let nearness = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    const cosine = x * centers[3 * slot]! + y * centers[3 * slot + 1]! + z * centers[3 * slot + 2]!;
    if (cosine > nearness) {
      best = slot;
      nearness = cosine;
    }
  }
  return best;
}

/** Great-circle kilometers between two of the places of two lists; NaN where either has none. */
export function kmBetween(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const chord = Math.hypot(
    a[3 * i]! - b[3 * j]!,
    a[3 * i + 1]! - b[3 * j + 1]!,
    a[3 * i + 2]! - b[3 * j + 2]!,
  );
  return chordToKm(chord);
}
