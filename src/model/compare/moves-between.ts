import { type Alignment, territoryAt } from "../alignment";
import { hasNoReps, keepers } from "../metrics/disruption";

/** The accounts that stand in another territory in one alignment than in another. The arrays run in parallel. */
export interface Moves {
  /** Account rows, ascending. */
  readonly accounts: Uint32Array;
  /** Slots in the earlier alignment. */
  readonly from: Uint16Array;
  /** Slots in the later alignment. */
  readonly to: Uint16Array;
  /** 1 where the account had a rep (or, without any reps, a territory) that it no longer has. */
  readonly changesHands: Uint8Array;
}

/**
 * The moves from one alignment to another over the same accounts, territories matched by id. `live` is 1 for accounts that count; an
 * account that is younger than the earlier alignment was unassigned there.
 */
export function movesBetween(before: Alignment, after: Alignment, live: Float64Array): Moves {
  const byTerritory = hasNoReps(before);
  const keptBy = keepers(before, byTerritory);
  const keeps = keepers(after, byTerritory);
  const idBefore = before.territories.map((_, slot) => territoryAt(before, slot).id);
  const idAfter = after.territories.map((_, slot) => territoryAt(after, slot).id);
  const accounts: number[] = [];
  for (let account = 0; account < after.territoryOf.length; account++) {
    const from = before.territoryOf[account] ?? 0;
    if (live[account] && idBefore[from] !== idAfter[after.territoryOf[account]!]) accounts.push(account);
  }
  const from = Uint16Array.from(accounts, (account) => before.territoryOf[account] ?? 0);
  const to = Uint16Array.from(accounts, (account) => after.territoryOf[account]!);
  const changesHands = Uint8Array.from(accounts, (_, i) => {
    const keeper = keptBy[from[i]!] ?? null;
    return keeper !== null && keeps[to[i]!] !== keeper ? 1 : 0;
  });
  return { accounts: Uint32Array.from(accounts), from, to, changesHands };
}
