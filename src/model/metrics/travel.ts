import { chordToKm } from "../../geo/distance";
import type { Alignment, TerritorySlot } from "../alignment";
import type { AssignmentChange } from "../patch";
import type { Table } from "../table";
import { placesOf } from "./places";

/** How far the accounts lie from the middle of their territory. Arrays by slot; slot 0 and deleted ones hold 0. */
export interface Travel {
  /** x, y, z at 3 × slot: the middle of the accounts. NaN without accounts. */
  readonly centers: Float64Array;
  /** Sum over the located accounts of the great-circle kilometers to the center, one way. */
  readonly km: Float64Array;
  /** Accounts that have a place. */
  readonly located: Float64Array;
}

/** Travel of every territory from scratch. `live` is 1 for accounts that count. */
export function travel(alignment: Alignment, accounts: Table, live: Float64Array): Travel {
  const all = new Set(alignment.territories.keys());
  return recount(nothingCounted(alignment), all, alignment, accounts, live);
}

/** The same travel after accounts moved in `alignment`: only the territories they left and joined are counted again. */
export function updateTravel(
  before: Travel,
  alignment: Alignment,
  accounts: Table,
  live: Float64Array,
  change: AssignmentChange,
): Travel {
  const touched = new Set<TerritorySlot>();
  for (let i = 0; i < change.accounts.length; i++) {
    touched.add(change.from[i]!);
    touched.add(change.to[i]!);
  }
  return recount(before, touched, alignment, accounts, live);
}

/** Great-circle kilometers between two rows of unit vectors (x, y, z at 3 × row); NaN where either has no place. */
export function kmBetween(
  places: Float64Array,
  account: number,
  centers: Float64Array,
  slot: number,
): number {
  const dx = places[3 * account]! - centers[3 * slot]!;
  const dy = places[3 * account + 1]! - centers[3 * slot + 1]!;
  const dz = places[3 * account + 2]! - centers[3 * slot + 2]!;
  return chordToKm(Math.sqrt(dx * dx + dy * dy + dz * dz));
}

/** Mean kilometers from an account to its territory's middle; NaN where nothing is located. */
export function meanKm(travel: Travel): number {
  let km = 0;
  let located = 0;
  for (let slot = 1; slot < travel.km.length; slot++) {
    km += travel.km[slot]!;
    located += travel.located[slot]!;
  }
  return located === 0 ? Number.NaN : km / located;
}

/** Accounts that are counted between two looks at the clock. */
const STEP = 16_384;

/** Travel of every territory from scratch, in steps of about a millisecond, for a page that must not stand still. */
export function travelSteps(
  alignment: Alignment,
  accounts: Table,
  live: Float64Array,
): Generator<void, Travel> {
  return recountSteps(
    nothingCounted(alignment),
    new Set(alignment.territories.keys()),
    alignment,
    accounts,
    live,
  );
}

function nothingCounted({ territories: { length } }: Alignment): Travel {
  return {
    centers: new Float64Array(3 * length).fill(Number.NaN),
    km: new Float64Array(length),
    located: new Float64Array(length),
  };
}

function recount(...given: Parameters<typeof recountSteps>): Travel {
  const steps = recountSteps(...given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* recountSteps(
  before: Travel,
  touched: ReadonlySet<TerritorySlot>,
  alignment: Alignment,
  accounts: Table,
  live: Float64Array,
): Generator<void, Travel> {
  const next = { centers: before.centers.slice(), km: before.km.slice(), located: before.located.slice() };
  const counts = new Uint8Array(alignment.territories.length);
  for (const slot of touched) {
    counts[slot] = slot === 0 ? 0 : 1;
    next.km[slot] = 0;
    next.located[slot] = 0;
    next.centers.fill(0, 3 * slot, 3 * slot + 3);
  }
  const { territoryOf } = alignment;
  const places = placesOf(accounts);
  const { length } = territoryOf;
  // The accounts concerned, so that few touched territories do not cost a second pass over all accounts.
  const members = new Uint32Array(length);
  let found = 0;
  for (let from = 0; from < length; from += STEP) {
    found = addPlaces(
      next,
      members,
      found,
      counts,
      territoryOf,
      places,
      live,
      from,
      Math.min(length, from + STEP),
    );
    yield;
  }
  for (const slot of touched) toUnitLength(next.centers, slot);
  for (let from = 0; from < found; from += STEP) {
    addKm(next, members.subarray(from, Math.min(found, from + STEP)), territoryOf, places);
    yield;
  }
  return next;
}

/** Adds the places of the accounts in a range to the centers of their territories; returns how many members there are now. */
function addPlaces(
  { centers, located }: Travel,
  members: Uint32Array,
  found: number,
  counts: Uint8Array,
  territoryOf: Uint16Array,
  places: Float64Array,
  live: Float64Array,
  from: number,
  to: number,
): number {
  let count = found;
  for (let account = from; account < to; account++) {
    const slot = territoryOf[account]!;
    if (counts[slot] === 0 || live[account] === 0 || Number.isNaN(places[3 * account]!)) continue;
    members[count++] = account;
    located[slot]!++;
    centers[3 * slot]! += places[3 * account]!;
    centers[3 * slot + 1]! += places[3 * account + 1]!;
    centers[3 * slot + 2]! += places[3 * account + 2]!;
  }
  return count;
}

function addKm(
  { centers, km }: Travel,
  members: Uint32Array,
  territoryOf: Uint16Array,
  places: Float64Array,
): void {
  for (const account of members) {
    const slot = territoryOf[account]!;
    km[slot]! += kmBetween(places, account, centers, slot);
  }
}

function toUnitLength(centers: Float64Array, slot: TerritorySlot): void {
  const [x, y, z] = [centers[3 * slot]!, centers[3 * slot + 1]!, centers[3 * slot + 2]!];
  const length = Math.sqrt(x * x + y * y + z * z);
  for (let axis = 0; axis < 3; axis++) {
    centers[3 * slot + axis] = length > 0 ? centers[3 * slot + axis]! / length : Number.NaN;
  }
}
