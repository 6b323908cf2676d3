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

/** Fewer neighbors than these say nothing. */
const LEAST_NEIGHBORS = 3;

/** Places looked at in one step: a few milliseconds. */
const STEP = 4000;

/**
 * Accounts of which more than half of the neighbors belong to other territories: where footprints interleave. Neighbors are the accounts on
 * the same spot and those at the places beside it; accounts without a territory do not count. The deepest in come first.
 */
export function interleavedAccounts(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
): InterleavedAccount[] {
  return lastOf(interleavedSteps(neighbors, territoryOf));
}

/** The same in short steps, for a page that goes on meanwhile. */
export function* interleavedSteps(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
): Generator<void, InterleavedAccount[]> {
  const { graph, start, accounts } = neighbors;
  const shares = placeShares(neighbors, territoryOf);
  const found: InterleavedAccount[] = [];
  const around = new Map<TerritorySlot, number>();
  const count = (place: number) => {
    for (let share = shares.start[place]!; share < shares.start[place + 1]!; share++) {
      const slot = shares.slots[share]!;
      if (slot !== UNASSIGNED) around.set(slot, (around.get(slot) ?? 0) + shares.counts[share]!);
    }
  };
  yield;
  for (let place = 0; place < graph.placeCount; place++) {
    if (place % STEP === STEP - 1) yield;
    around.clear();
    count(place);
    for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++)
      count(graph.neighbors[edge]!);
    if (around.size < 2) continue;
    let total = 0;
    for (const counted of around.values()) total += counted;
    // The account itself is no neighbor of its own.
    if (--total < LEAST_NEIGHBORS) continue;
    const ranked = [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (let i = start[place]!; i < start[place + 1]!; i++) {
      const slot = territoryOf[accounts[i]!]!;
      if (slot === UNASSIGNED) continue;
      const others = (total - (around.get(slot)! - 1)) / total;
      if (others <= 0.5) continue;
      const [among] = ranked.find(([other]) => other !== slot)!;
      found.push({ account: accounts[i]!, slot, among, others });
    }
  }
  yield;
  return found.sort((a, b) => b.others - a.others || a.account - b.account);
}
