import { type TerritorySlot, UNASSIGNED } from "../alignment";
import type { AccountNeighbors } from "./account-neighbors";
import { lastOf } from "./last-of";
import { placeShares } from "./place-shares";

/** An account in the midst of another territory. */
export interface InterleavedAccount {
  readonly account: number;
  readonly slot: TerritorySlot;
  /** The territory that most of its neighbors belong to. */
  readonly among: TerritorySlot;
  /** Part of its neighbors that belong to other territories, 0 to 1. */
  readonly others: number;
}

/** Fewer places around than these say nothing. */
const LEAST_NEIGHBORS = 3;

/** Neighbors more than this many times as far as places usually lie apart here are beyond a gap: at the rim, or across water. */
const FAR_TIMES = 4;

/** Places looked at in one step: a few milliseconds. */
const STEP = 600;

/**
 * Accounts of which more than half of the neighbors belong to other territories: where footprints interleave. Neighbors are the places beside
 * an account's, each counting as one by the parts of its accounts, so that a town does not outweigh all others; and its own place, unless
 * territories share it, which `sharedSpots` tells. Accounts without a territory do not count. `places` are x, y, z at 3 × account. The deepest
 * in come first.
 */
export function interleavedAccounts(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
  places: Float64Array,
): InterleavedAccount[] {
  return lastOf(interleavedSteps(neighbors, territoryOf, places));
}

/** The same in short steps, for a page that goes on meanwhile. */
export function* interleavedSteps(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
  places: Float64Array,
): Generator<void, InterleavedAccount[]> {
  const { graph, start, accounts } = neighbors;
  const shares = placeShares(neighbors, territoryOf);
  const found: InterleavedAccount[] = [];
  const around = new Map<TerritorySlot, number>();
  const squareBetween = (a: number, b: number) => {
    const from = 3 * accounts[start[a]!]!;
    const to = 3 * accounts[start[b]!]!;
    const dx = places[from]! - places[to]!;
    const dy = places[from + 1]! - places[to + 1]!;
    const dz = places[from + 2]! - places[to + 2]!;
    return dx * dx + dy * dy + dz * dz;
  };
  yield;
  const spacing = new Float64Array(graph.placeCount).fill(Number.POSITIVE_INFINITY);
  for (let place = 0; place < graph.placeCount; place++) {
    if (place % (8 * STEP) === 8 * STEP - 1) yield;
    for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++) {
      const square = squareBetween(place, graph.neighbors[edge]!);
      if (square < spacing[place]!) spacing[place] = square;
    }
  }
  for (let place = 0; place < graph.placeCount; place++) {
    if (place % STEP === STEP - 1) yield;
    around.clear();
    let total = 0;
    const own = soleShare(shares, place);
    // The account itself is no neighbor of its own.
    if (own && own.count > 1) total = 1;
    if (own) around.set(own.slot, total);
    const beside = graph.neighbors.subarray(graph.start[place]!, graph.start[place + 1]!);
    const usual = Float64Array.from(beside, (other) => spacing[other]!).sort();
    const farthest = FAR_TIMES ** 2 * Math.max(spacing[place]!, usual[usual.length >> 1] ?? 0);
    for (const other of beside) {
      if (squareBetween(place, other) > farthest) continue;
      let there = 0;
      for (let share = shares.start[other]!; share < shares.start[other + 1]!; share++)
        if (shares.slots[share] !== UNASSIGNED) there += shares.counts[share]!;
      if (there === 0) continue;
      total++;
      for (let share = shares.start[other]!; share < shares.start[other + 1]!; share++) {
        const slot = shares.slots[share]!;
        if (slot === UNASSIGNED) continue;
        around.set(slot, (around.get(slot) ?? 0) + shares.counts[share]! / there);
      }
    }
    if (total < LEAST_NEIGHBORS) continue;
    const ranked = [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (let i = start[place]!; i < start[place + 1]!; i++) {
      const slot = territoryOf[accounts[i]!]!;
      if (slot === UNASSIGNED) continue;
      const others = (total - (around.get(slot) ?? 0)) / total;
      if (others <= 0.5) continue;
      const [among] = ranked.find(([other]) => other !== slot)!;
      found.push({ account: accounts[i]!, slot, among, others });
    }
  }
  yield;
  return found.sort((a, b) => b.others - a.others || a.account - b.account);
}

/** Who has a place, and how many accounts there, where it is one territory; else null. */
function soleShare(
  { start, slots, counts }: ReturnType<typeof placeShares>,
  place: number,
): { readonly slot: TerritorySlot; readonly count: number } | null {
  let sole: { slot: TerritorySlot; count: number } | null = null;
  for (let share = start[place]!; share < start[place + 1]!; share++) {
    if (slots[share] === UNASSIGNED) continue;
    if (sole) return null;
    sole = { slot: slots[share]!, count: counts[share]! };
  }
  return sole;
}
