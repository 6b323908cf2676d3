import { type Alignment, primaryRep } from "../alignment";
import type { AssignmentChange } from "../patch";

/** What an alignment takes from the reps who had it. Accounts without a rep in the baseline cannot be disrupted. */
export interface Disruption {
  /** Accounts that had a rep. */
  readonly accounts: number;
  /** Of these, the ones whose rep changes. */
  readonly changedAccounts: number;
  /** The revenue of either. */
  readonly revenue: number;
  readonly changedRevenue: number;
}

/**
 * Who answers for each slot, in a form that two alignments of one plan can be compared by: the primary rep, or with
 * `byTerritory` the territory itself. null = nobody.
 */
export function keepers(alignment: Alignment, byTerritory: boolean): (string | number | null)[] {
  return alignment.territories.map((territory, slot) => {
    if (slot === 0 || !territory) return null;
    return byTerritory ? territory.id : primaryRep(territory);
  });
}

/** True where an alignment names no rep at all: then its territories stand for themselves when it is compared. */
export function hasNoReps(alignment: Alignment): boolean {
  return alignment.territories.every((territory) => !territory || primaryRep(territory) === null);
}

/** Counts from scratch. `revenue` holds one number per account; `live` is 1 for accounts that count (`measureValues` of the accounts). */
export function disruption(
  alignment: Alignment,
  baseline: Alignment,
  live: Float64Array,
  revenue: Float64Array,
): Disruption {
  const byTerritory = hasNoReps(baseline);
  const before = keepers(baseline, byTerritory);
  const now = keepers(alignment, byTerritory);
  const counted = { accounts: 0, changedAccounts: 0, revenue: 0, changedRevenue: 0 };
  for (let account = 0; account < baseline.territoryOf.length; account++) {
    const keeper = before[baseline.territoryOf[account]!] ?? null;
    if (keeper === null || !live[account]) continue;
    counted.accounts++;
    counted.revenue += revenue[account]!;
    if (now[alignment.territoryOf[account]!] !== keeper) {
      counted.changedAccounts++;
      counted.changedRevenue += revenue[account]!;
    }
  }
  return counted;
}

/** The same counts after accounts moved in `alignment`, in time proportional to the accounts moved. */
export function updateDisruption(
  counted: Disruption,
  alignment: Alignment,
  baseline: Alignment,
  live: Float64Array,
  revenue: Float64Array,
  change: AssignmentChange,
): Disruption {
  const byTerritory = hasNoReps(baseline);
  const before = keepers(baseline, byTerritory);
  const now = keepers(alignment, byTerritory);
  let { changedAccounts, changedRevenue } = counted;
  for (let i = 0; i < change.accounts.length; i++) {
    const account = change.accounts[i]!;
    const keeper = before[baseline.territoryOf[account] ?? 0] ?? null;
    if (keeper === null || !live[account]) continue;
    const changed = Number(now[change.to[i]!] !== keeper) - Number((now[change.from[i]!] ?? null) !== keeper);
    changedAccounts += changed;
    changedRevenue += changed * revenue[account]!;
  }
  return { ...counted, changedAccounts, changedRevenue };
}

/** 1 for each account whose rep (or, without reps, territory) differs from the baseline's, by account row. */
export function movedFromBaseline(alignment: Alignment, baseline: Alignment): Uint8Array {
  const byTerritory = hasNoReps(baseline);
  const before = keepers(baseline, byTerritory);
  const now = keepers(alignment, byTerritory);
  const moved = new Uint8Array(alignment.territoryOf.length);
  for (let account = 0; account < baseline.territoryOf.length; account++) {
    const keeper = before[baseline.territoryOf[account]!] ?? null;
    if (keeper !== null && now[alignment.territoryOf[account]!] !== keeper) moved[account] = 1;
  }
  return moved;
}
