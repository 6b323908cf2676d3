import type { RowId } from "../model/ids";
import { placesOf } from "../model/metrics/places";
import type { Plan } from "../model/plan";
import { columnByRole } from "../model/table";

/**
 * What the planner asks of the optimizer: plain JSON data that names territories, measures, columns and accounts by id or key. Kept with
 * the proposal, so that a run can be repeated.
 */
export interface OptimizationSettings {
  readonly territories: TerritoryChoice;
  /** The measures to hold within a tolerance. */
  readonly balance: readonly BalanceRule[];
  /** What territories may hold at most. */
  readonly capacities: readonly CapacityRule[];
  /** How strongly accounts stay with their rep. */
  readonly keep: KeepPreference;
  /** What an account keeps: the rep it had in the baseline (absent), or the territory it is in now. */
  readonly keepWhat?: "territory";
  /** What an account that changes hands counts for: each the same, or by its revenue. */
  readonly keepBy: ChangeUnit;
  /** The most that may change hands, beside the price; null for no limit. */
  readonly changeLimit: ChangeLimitRule | null;
  /** Every territory hangs together: from any of its accounts there is a way to the others over neighbors of its own. */
  readonly connected: boolean;
  /** Accounts of one family (the same parent) stay together. */
  readonly families: boolean;
  /** Accounts with the same value in this column (by key) stay together, e.g. a postal code or a county; null for none. */
  readonly wholeColumn: string | null;
  /** Accounts that may part from their family or unit all the same. */
  readonly apart: readonly RowId[];
  /** How well reps suit accounts (language, industry, seniority, skills) counts beside travel; absent = it does not. */
  readonly countFit?: boolean;
  /** Travel counts from the reps' homes where they are known, else from wherever it is least. */
  readonly fromHomes: boolean;
  /** How long to search. */
  readonly effort: Effort;
  readonly seed: number;
}

/** Which territories there will be, and which of the accounts may move. Territories by id. */
export type TerritoryChoice =
  /** The existing ones, repaired. */
  | { readonly kind: "existing" }
  /** A number of them drawn anew. */
  | { readonly kind: "count"; readonly count: number }
  /**
   * Accounts of these only, among these only; the others stay untouched, and targets are those of the whole plan. Unassigned is one of them
   * by the id `UNASSIGNED_TERRITORY.id`: then its accounts are shared out.
   */
  | { readonly kind: "within"; readonly territories: readonly string[] }
  /** The existing ones and so many new ones. */
  | { readonly kind: "add"; readonly count: number }
  /** The existing ones without these, whose accounts are shared out. */
  | { readonly kind: "drop"; readonly territories: readonly string[] }
  /**
   * Regions first, then the territories inside each. `groups`: the existing territories in the regions they belong to. Else so many regions
   * drawn anew, with `count` territories in all.
   */
  | { readonly kind: "regions"; readonly regions: "groups" }
  | { readonly kind: "regions"; readonly regions: number; readonly count: number };

/** A measure to hold within ± a tolerance (a fraction) of the target in every territory. */
export interface BalanceRule {
  /** Plan measure, by id. */
  readonly measure: string;
  readonly tolerance: number;
  /** Tolerances of single territories, by territory id. */
  readonly tolerances?: Readonly<Record<string, number>>;
}

/** What no territory may hold more of. What is typed for a territory wins, then its rep's column, then `each`; without any there is no cap. */
export interface CapacityRule {
  /** Plan measure, by id. */
  readonly measure: string;
  /** Column of the reps (by key) that holds the capacity of the primary rep's territory, in the measure's unit. */
  readonly column: string | null;
  readonly each: number | null;
  /** By territory id. */
  readonly territories: Readonly<Record<string, number>>;
}

export type ChangeUnit = "accounts" | "revenue";

/** "At most 15 % of revenue changes hands": the share is of what had a rep in the baseline. */
export interface ChangeLimitRule {
  readonly by: ChangeUnit;
  /** A fraction: 0.15 = 15 %. */
  readonly share: number;
}

/** Iterations of the search after its first feasible plan, for each choice of how hard to try. */
export const EFFORT_ITERATIONS = { quick: 300, thorough: 4000 } as const;
export type Effort = keyof typeof EFFORT_ITERATIONS;

export type KeepPreference = "ignore" | "prefer" | "strongly";

/** What one account given to another rep costs, as a multiple of what an account's travel costs on average. */
export const KEEP_MULTIPLE: Readonly<Record<KeepPreference, number>> = {
  ignore: 0,
  prefer: 2,
  strongly: 20,
};

/**
 * A good first run: the existing territories, every weighted measure at its tolerance, relationships preferred, nothing above the
 * capacities that the measures have. Families stay together as the planner has said, else where the accounts name their parents.
 */
export function defaultOptimizationSettings(plan: Plan, territoryCount: number): OptimizationSettings {
  const weighted = plan.measures.filter((measure) => measure.weight > 0);
  return {
    territories:
      territoryCount > 1 ? { kind: "existing" } : { kind: "count", count: suggestedTerritories(plan) },
    balance: (weighted.length > 0 ? weighted : plan.measures).map(({ id, tolerance }) => ({
      measure: id,
      tolerance,
    })),
    capacities: plan.measures.flatMap(({ id, capacity }) =>
      capacity
        ? [
            {
              measure: id,
              column: capacity.kind === "column" ? capacity.column : null,
              each: capacity.kind === "same" ? capacity.most : null,
              territories: {},
            },
          ]
        : [],
    ),
    keep: "prefer",
    keepBy: "accounts",
    changeLimit: null,
    connected: false,
    families:
      plan.planning.families[0]?.together ?? columnByRole(plan.tables.accounts, "parent") !== undefined,
    wholeColumn: null,
    apart: [],
    fromHomes: balancesWorkload(plan),
    effort: "quick",
    seed: 1,
  };
}

/** Workload counts the way from home, so territories that are drawn anywhere else would miss it. */
function balancesWorkload({ measures, tables }: Plan): boolean {
  const balanced = measures.some(({ source, weight }) => source.kind === "workload" && weight > 0);
  return balanced && placesOf(tables.reps).some((part) => !Number.isNaN(part));
}

/** One territory per rep, else one per about 60 accounts, from 2 to 50. */
function suggestedTerritories(plan: Plan): number {
  const { accounts, reps } = plan.tables;
  const suggested = reps.count >= 2 ? reps.count : Math.round(accounts.count / 60);
  return Math.max(2, Math.min(50, suggested));
}
