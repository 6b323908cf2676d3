import { greatCircleKm } from "../geo/distance";
import { PlaceKind, type PlaceTable } from "./place-table";

/** Places of one name within this distance count as one: a town and the township around it. */
const SAME_PLACE_KM = 25;

/** A position in degrees near which a place must lie, and how far from it at most. */
export interface Vicinity {
  readonly latitude: number;
  readonly longitude: number;
  readonly withinKm: number;
}

/** The place meant among several of one name, and whether that is sure. */
export interface PlaceChoice {
  readonly place: number;
  readonly sure: boolean;
}

/**
 * Chooses among places of one name: those in the vicinity if one is given, the nearest first; else the
 * only one; else a major town. Undefined where nothing tells them apart or none lies in the vicinity.
 */
export function choosePlace(
  table: PlaceTable,
  places: readonly number[],
  vicinity: Vicinity | undefined,
): PlaceChoice | undefined {
  if (vicinity) return nearestPlace(table, places, vicinity);
  const [first] = places;
  if (first === undefined) return undefined;
  const major = places.find((place) => table.kind[place] === PlaceKind.major);
  const best = major ?? first;
  const short = table.kind[best] === PlaceKind.short;
  if (areOnePlace(table, places, best)) return { place: best, sure: !short };
  return major === undefined ? undefined : { place: major, sure: false };
}

/** Whether places lie so close together that they count as one; distances are taken from the first, if not from another. */
export function areOnePlace(table: PlaceTable, places: readonly number[], from = places[0]!): boolean {
  return places.every((place) => kmBetween(table, from, place) <= SAME_PLACE_KM);
}

function nearestPlace(
  table: PlaceTable,
  places: readonly number[],
  vicinity: Vicinity,
): PlaceChoice | undefined {
  let nearest: number | undefined;
  let least = vicinity.withinKm;
  for (const place of places) {
    const km = kmTo(table, place, vicinity);
    if (km > least) continue;
    least = km;
    nearest = place;
  }
  return nearest === undefined ? undefined : { place: nearest, sure: true };
}

/** Great-circle distance of a place from a position. */
export function kmTo(table: PlaceTable, place: number, to: { latitude: number; longitude: number }): number {
  return greatCircleKm(table.longitude[place]!, table.latitude[place]!, to.longitude, to.latitude);
}

const kmBetween = (table: PlaceTable, a: number, b: number): number =>
  kmTo(table, a, { latitude: table.latitude[b]!, longitude: table.longitude[b]! });
