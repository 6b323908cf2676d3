import { type Alignment, type TerritorySlot, territorySlots, UNASSIGNED } from "../alignment";
import type { Travel } from "../metrics/travel";

/** Accounts of one territory that lie nearest to another one's middle, compared with their own. */
export interface BorderAccounts {
  readonly from: TerritorySlot;
  readonly to: TerritorySlot;
  /** Account rows, the one that would lose least first. */
  readonly accounts: readonly number[];
}

/** Neighbors looked at for each territory. */
const NEIGHBORS = 6;
/** Accounts kept for each pair of territories: this many at least, and this part of a mean territory. */
const KEPT_AT_LEAST = 12;
const KEPT_AT_MOST = 120;
const KEPT_PART = 0.1;
/** Accounts without a territory that are looked at; the others wait until these are dealt with. */
const UNASSIGNED_SEEN = 2000;
const ACCOUNTS_PER_STEP = 5000;
const SLOTS_PER_STEP = 100;

/**
 * For each territory and its nearest neighbors, the accounts that could change sides with the least extra way. `free` is 1 for accounts that
 * may move, `places` are unit vectors by account. Accounts without a territory are offered to the nearest ones. One pass over the
 * accounts; yields now and then, so that a page can do it bit by bit.
 */
export function* borderAccounts(
  alignment: Alignment,
  { centers }: Travel,
  free: Uint8Array,
  places: Float64Array,
): Generator<void, BorderAccounts[]> {
  const slots = territorySlots(alignment).filter((slot) => !Number.isNaN(centers[3 * slot]!));
  const neighbors = new Map<TerritorySlot, TerritorySlot[]>();
  for (const [i, slot] of slots.entries()) {
    if (i % SLOTS_PER_STEP === 0) yield;
    neighbors.set(slot, nearestSlots(centers, slot, slots));
  }
  const mean = alignment.territoryOf.length / Math.max(1, slots.length);
  const kept = Math.max(KEPT_AT_LEAST, Math.min(KEPT_AT_MOST, Math.round(KEPT_PART * mean)));
  const pairs = new Map<number, Shortlist>();
  const offer = (from: number, to: number, account: number, extra: number) => {
    const key = from * 65_536 + to;
    let list = pairs.get(key);
    if (!list) {
      list = new Shortlist(from, to, kept);
      pairs.set(key, list);
    }
    list.offer(account, extra);
  };
  let unassignedSeen = 0;
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    if (account % ACCOUNTS_PER_STEP === 0) yield;
    if (!free[account] || Number.isNaN(places[3 * account]!)) continue;
    const from = alignment.territoryOf[account]!;
    if (from === UNASSIGNED) {
      if (unassignedSeen++ >= UNASSIGNED_SEEN) continue;
      for (const to of nearestTo(places, account, centers, slots, 2))
        offer(from, to, account, distance(places, account, centers, to));
      continue;
    }
    const own = distance(places, account, centers, from);
    for (const to of neighbors.get(from) ?? [])
      offer(from, to, account, distance(places, account, centers, to) - own);
  }
  return [...pairs.values()].map((list) => list.result());
}

/** The accounts with the least extra way, in order; ties by row. */
class Shortlist {
  readonly #from: TerritorySlot;
  readonly #to: TerritorySlot;
  readonly #kept: number;
  readonly #accounts: number[] = [];
  readonly #extras: number[] = [];

  constructor(from: TerritorySlot, to: TerritorySlot, kept: number) {
    this.#from = from;
    this.#to = to;
    this.#kept = kept;
  }

  offer(account: number, extra: number): void {
    insertSorted(this.#accounts, this.#extras, account, extra, this.#kept);
  }

  result(): BorderAccounts {
    return { from: this.#from, to: this.#to, accounts: this.#accounts };
  }
}

/** Keeps the `most` items with the smallest keys in order; an item behind equal keys. */
function insertSorted(items: number[], keys: number[], item: number, key: number, most: number): void {
  if (keys.length === most && key >= keys[most - 1]!) return;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! > key) high = middle;
    else low = middle + 1;
  }
  keys.splice(low, 0, key);
  items.splice(low, 0, item);
  if (keys.length > most) {
    keys.pop();
    items.pop();
  }
}

function nearestSlots(
  centers: Float64Array,
  slot: TerritorySlot,
  slots: readonly TerritorySlot[],
): TerritorySlot[] {
  return nearestTo(centers, slot, centers, slots, NEIGHBORS + 1).filter((other) => other !== slot);
}

function nearestTo(
  places: Float64Array,
  place: number,
  centers: Float64Array,
  slots: readonly TerritorySlot[],
  count: number,
): TerritorySlot[] {
  const nearest: TerritorySlot[] = [];
  const keys: number[] = [];
  for (const slot of slots) insertSorted(nearest, keys, slot, distance(places, place, centers, slot), count);
  return nearest;
}

/** The chord, which orders as kilometers do. */
function distance(places: Float64Array, place: number, centers: Float64Array, center: number): number {
  const dx = places[3 * place]! - centers[3 * center]!;
  const dy = places[3 * place + 1]! - centers[3 * center + 1]!;
  const dz = places[3 * place + 2]! - centers[3 * center + 2]!;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
