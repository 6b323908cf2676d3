import { nearChordToKm } from "../../geo/distance";
import { type Alignment, primaryRep, type TerritorySlot } from "../alignment";
import { driveMinutes, type TravelSettings } from "../planning/workload";
import { rowById, type Table } from "../table";
import { placesOf } from "./places";
import { visitOrder } from "./visit-order";

/** What the drives of each territory add up to, before they are made into rounds. Arrays by slot; accounts without a place are left out. */
export interface TravelCount {
  /** Accounts that are visited. */
  readonly stops: Float64Array;
  /** Their visits a year. */
  readonly visits: Float64Array;
  /**
   * Drives between neighbors along the space-filling curve: minutes × the mean visits of the two, and these means. The first over the
   * second is the usual minutes from one stop to the next.
   */
  readonly hopMinutes: Float64Array;
  readonly hopWeights: Float64Array;
  /** Drives from the rep's home and back, one for each visit, in minutes a year. 0 for Unassigned. */
  readonly haulMinutes: Float64Array;
}

/** What the drives depend on besides who is where. */
export interface TravelBasis {
  readonly accounts: Table;
  /** Visits a year by account row, 0 for accounts that do not count. */
  readonly visits: Float64Array;
  /** x, y, z at 3 × slot: where the drives start. NaN = nowhere. */
  readonly bases: Float64Array;
  readonly settings: TravelSettings;
}

/** Where each territory's drives start: the home of its primary rep, or the middle of its accounts where that is not known. */
export function travelBases(alignment: Alignment, reps: Table, centers: Float64Array): Float64Array {
  const bases = centers.slice();
  const homes = placesOf(reps);
  const rows = rowById(reps);
  for (const [slot, territory] of alignment.territories.entries()) {
    const row = territory ? rows.get(primaryRep(territory) ?? Number.NaN) : undefined;
    if (slot === 0 || row === undefined || Number.isNaN(homes[3 * row]!)) continue;
    bases.set(homes.subarray(3 * row, 3 * row + 3), 3 * slot);
  }
  return bases;
}

/** The drives of all territories from scratch. */
export function travelCount(alignment: Alignment, basis: TravelBasis): TravelCount {
  const { length } = alignment.territories;
  const nothing = (): Float64Array => new Float64Array(length);
  const empty: TravelCount = {
    stops: nothing(),
    visits: nothing(),
    hopMinutes: nothing(),
    hopWeights: nothing(),
    haulMinutes: nothing(),
  };
  return recount(empty, new Set(alignment.territories.keys()), alignment, basis);
}

/** The same drives after accounts left and joined the touched territories: only these are counted again. */
export function updateTravelCount(
  before: TravelCount,
  touched: ReadonlySet<TerritorySlot>,
  alignment: Alignment,
  basis: TravelBasis,
): TravelCount {
  return recount(before, touched, alignment, basis);
}

function recount(
  before: TravelCount,
  touched: ReadonlySet<TerritorySlot>,
  { territories, territoryOf }: Alignment,
  { accounts, visits, bases, settings }: TravelBasis,
): TravelCount {
  const next = {
    stops: before.stops.slice(),
    visits: before.visits.slice(),
    hopMinutes: before.hopMinutes.slice(),
    hopWeights: before.hopWeights.slice(),
    haulMinutes: before.haulMinutes.slice(),
  };
  const counts = new Uint8Array(territories.length);
  for (const slot of touched) {
    counts[slot] = 1;
    for (const sums of Object.values(next)) sums[slot] = 0;
  }
  const { rows, places } = visitOrder(placesOf(accounts));
  const { stops, visits: visited, hopMinutes, hopWeights, haulMinutes } = next;
  // Position in the order of the account that each territory's tour came to last, and its visits.
  const last = new Int32Array(territories.length).fill(-1);
  const lastVisits = new Float64Array(territories.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const slot = territoryOf[row]!;
    const own = visits[row]!;
    if (counts[slot] === 0 || own === 0) continue;
    stops[slot]!++;
    visited[slot]! += own;
    const from = last[slot]!;
    if (from >= 0) {
      const weight = (lastVisits[slot]! + own) / 2;
      hopWeights[slot]! += weight;
      hopMinutes[slot]! += weight * minutesBetween(places, i, places, from, settings);
    }
    last[slot] = i;
    lastVisits[slot] = own;
    if (slot === 0) continue;
    const minutes = minutesBetween(places, i, bases, slot, settings);
    if (minutes > 0) haulMinutes[slot]! += 2 * own * minutes;
  }
  return next;
}

/** Minutes of the drives that one account takes part in, by account row: what `travelCount` sums up by slot. */
export function drivesByAccount(
  { territories, territoryOf }: Alignment,
  { accounts, visits, bases, settings }: TravelBasis,
): { readonly hops: Float64Array; readonly hauls: Float64Array; readonly located: Uint8Array } {
  const hops = new Float64Array(accounts.count);
  const hauls = new Float64Array(accounts.count);
  const located = new Uint8Array(accounts.count);
  const { rows, places } = visitOrder(placesOf(accounts));
  const last = new Int32Array(territories.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const slot = territoryOf[row]!;
    const visited = visits[row]!;
    if (visited === 0) continue;
    located[row] = 1;
    const from = last[slot]!;
    if (from >= 0) {
      // Half of a drive belongs to either end.
      const minutes = minutesBetween(places, i, places, from, settings);
      hops[row]! += (visited * minutes) / 2;
      hops[rows[from]!]! += (visits[rows[from]!]! * minutes) / 2;
    }
    last[slot] = i;
    if (slot === 0) continue;
    const minutes = minutesBetween(places, i, bases, slot, settings);
    if (minutes > 0) hauls[row] = 2 * visited * minutes;
  }
  return { hops, hauls, located };
}

/** Minutes to drive one way between the i-th of some places (x, y, z at 3 × i) and the j-th of others; NaN where one is not known. */
export function minutesBetween(
  from: Float64Array,
  i: number,
  to: Float64Array,
  j: number,
  settings: TravelSettings,
): number {
  const dx = from[3 * i]! - to[3 * j]!;
  const dy = from[3 * i + 1]! - to[3 * j + 1]!;
  const dz = from[3 * i + 2]! - to[3 * j + 2]!;
  return driveMinutes(nearChordToKm(Math.sqrt(dx * dx + dy * dy + dz * dz)), settings);
}
