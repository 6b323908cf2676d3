import type { Alignment } from "../alignment";
import type { AssignmentChange } from "../patch";

/** Sum of an account measure in each territory, by slot. */
export function territoryTotals(alignment: Alignment, values: Float64Array): Float64Array {
  const totals = new Float64Array(alignment.territories.length);
  const { territoryOf } = alignment;
  for (let account = 0; account < territoryOf.length; account++) {
    totals[territoryOf[account]!]! += values[account]!;
  }
  return totals;
}

/** The same totals after an edit, in time proportional to the accounts it moved. */
export function updateTerritoryTotals(
  totals: Float64Array,
  values: Float64Array,
  change: AssignmentChange,
): Float64Array {
  const next = totals.slice();
  for (let i = 0; i < change.accounts.length; i++) {
    const value = values[change.accounts[i]!]!;
    next[change.from[i]!]! -= value;
    next[change.to[i]!]! += value;
  }
  return next;
}
