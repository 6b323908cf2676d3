import { UNASSIGNED } from "../alignment";
import type { AccountNeighbors } from "./account-neighbors";
import { placeShares } from "./place-shares";

/** A spot where accounts of several territories stand: no border can part them. */
export interface SharedSpot {
  /** Account rows on the spot that have a territory, ascending. */
  readonly accounts: readonly number[];
  /** How many territories share it; Unassigned does not count. */
  readonly territories: number;
}

/** The spots that several territories share: those with the most territories first, then those with the most accounts. */
export function sharedSpots(neighbors: AccountNeighbors, territoryOf: Uint16Array): SharedSpot[] {
  const { graph, start, accounts } = neighbors;
  const shares = placeShares(neighbors, territoryOf);
  const found: SharedSpot[] = [];
  for (let place = 0; place < graph.placeCount; place++) {
    let territories = 0;
    for (let share = shares.start[place]!; share < shares.start[place + 1]!; share++)
      if (shares.slots[share] !== UNASSIGNED) territories++;
    if (territories < 2) continue;
    const there = [...accounts.subarray(start[place]!, start[place + 1]!)].filter(
      (account) => territoryOf[account] !== UNASSIGNED,
    );
    found.push({ accounts: there, territories });
  }
  return found.sort(
    (a, b) =>
      b.territories - a.territories ||
      b.accounts.length - a.accounts.length ||
      a.accounts[0]! - b.accounts[0]!,
  );
}
