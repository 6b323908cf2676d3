import type { Plan } from "../model/plan";

/** What the planner asks of the optimizer. Kept with the proposal, so that a run can be repeated. */
export interface OptimizationSettings {
  /** The existing territories, or a number of them drawn anew. */
  readonly territories: { readonly kind: "existing" } | { readonly kind: "count"; readonly count: number };
  /** The measures to hold within a tolerance (a fraction), by measure id. */
  readonly balance: readonly { readonly measure: string; readonly tolerance: number }[];
  /** How strongly accounts stay with their rep. */
  readonly keep: KeepPreference;
  /** Travel counts from the reps' homes where they are known, else from wherever it is least. */
  readonly fromHomes: boolean;
  /** How long to search. */
  readonly effort: Effort;
  readonly seed: number;
}

/** Iterations of the search after its first feasible plan, for each choice of how hard to try. */
export const EFFORT_ITERATIONS = { quick: 300, thorough: 4000 } as const;
export type Effort = keyof typeof EFFORT_ITERATIONS;

export type KeepPreference = "ignore" | "prefer" | "strongly";

/** What one account given to another rep costs, as a multiple of the mean distance from account to territory center. */
export const KEEP_MULTIPLE: Readonly<Record<KeepPreference, number>> = {
  ignore: 0,
  prefer: 4,
  strongly: 40,
};

/** A good first run: the existing territories, every weighted measure at its tolerance, relationships preferred. */
export function defaultOptimizationSettings(plan: Plan, territoryCount: number): OptimizationSettings {
  const weighted = plan.measures.filter((measure) => measure.weight > 0);
  return {
    territories:
      territoryCount > 1 ? { kind: "existing" } : { kind: "count", count: suggestedTerritories(plan) },
    balance: (weighted.length > 0 ? weighted : plan.measures).map(({ id, tolerance }) => ({
      measure: id,
      tolerance,
    })),
    keep: "prefer",
    fromHomes: false,
    effort: "quick",
    seed: 1,
  };
}

/** One territory per rep, else one per about 60 accounts, from 2 to 50. */
function suggestedTerritories(plan: Plan): number {
  const { accounts, reps } = plan.tables;
  const suggested = reps.count >= 2 ? reps.count : Math.round(accounts.count / 60);
  return Math.max(2, Math.min(50, suggested));
}
