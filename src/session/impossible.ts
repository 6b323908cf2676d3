import type { ChangeUnit } from "./optimization-settings";

/** A rule over one measure of the plan: a tolerance around the targets, or a capacity. */
export interface MeasureRule {
  readonly kind: "balance" | "capacity";
  /** Plan measure, by id. */
  readonly measure: string;
}

/**
 * One reason why no plan can meet all rules, true by itself. Accounts by row, territories by slot of the proposal; values in the measure's unit;
 * `share` is relative to the target (or cap) of the territory it is held against: 1.4 = "140 % of a territory".
 */
export type ImpossibleFact =
  | {
      readonly kind: "too-much-in-all";
      readonly rule: MeasureRule;
      readonly total: number;
      readonly most: number;
    }
  | {
      readonly kind: "too-little-in-all";
      readonly rule: MeasureRule;
      readonly total: number;
      readonly least: number;
    }
  | {
      readonly kind: "account-too-large";
      /** The accounts that move together, one where it stands alone. */
      readonly accounts: readonly number[];
      readonly rule: MeasureRule;
      readonly value: number;
      readonly most: number;
      readonly share: number;
    }
  | {
      readonly kind: "locks-too-large";
      readonly territory: number;
      readonly rule: MeasureRule;
      readonly value: number;
      readonly most: number;
      readonly share: number;
      /** The locked accounts, largest first. */
      readonly accounts: readonly number[];
    }
  | {
      readonly kind: "too-little-allowed";
      readonly territory: number;
      readonly rule: MeasureRule;
      readonly value: number;
      readonly least: number;
      readonly share: number;
    }
  | {
      readonly kind: "too-many-large";
      /** So many large accounts (or families, by their first) that some territory must take `together` of them, `value` at least. */
      readonly accounts: readonly number[];
      readonly together: number;
      readonly rule: MeasureRule;
      readonly value: number;
      readonly most: number;
      readonly share: number;
    }
  | {
      /** Accounts that count the same each: whole ones are too many (`most`) or too few (`least`) for what the territories may hold. */
      readonly kind: "indivisible";
      readonly rule: MeasureRule;
      readonly side: "most" | "least";
      readonly count: number;
      readonly territories: number;
      /** Whole accounts that there is room for in all (`most`), or that are needed (`least`). */
      readonly whole: number;
    }
  | {
      readonly kind: "locks-change-too-much";
      readonly by: ChangeUnit;
      readonly value: number;
      readonly most: number;
      readonly accounts: readonly number[];
    }
  | { readonly kind: "nowhere-allowed"; readonly account: number }
  | { readonly kind: "lock-forbidden"; readonly account: number; readonly territory: number }
  | { readonly kind: "family-locked-apart"; readonly accounts: readonly number[] };

/** One way to loosen the settings or the locks, in the plan's words. */
export type SettingsLoosening =
  /** ± this share of the target (at least) in every territory. */
  | { readonly kind: "tolerance"; readonly measure: string; readonly tolerance: number }
  /** The same in one territory only; `territory` is a territory id. */
  | {
      readonly kind: "territory-tolerance";
      readonly measure: string;
      readonly territory: string;
      readonly tolerance: number;
    }
  | {
      readonly kind: "capacity";
      readonly measure: string;
      readonly territory: string;
      readonly most: number;
    }
  /** Every cap of the measure times the factor; `caps` as they are, by territory id. */
  | {
      readonly kind: "capacities";
      readonly measure: string;
      readonly factor: number;
      readonly caps: Readonly<Record<string, number>>;
    }
  /** Accounts by row. */
  | { readonly kind: "unlock"; readonly accounts: readonly number[] }
  | { readonly kind: "split-family"; readonly accounts: readonly number[] }
  | { readonly kind: "change-limit"; readonly share: number };

/** A way out of impossible settings; a plan that meets them once they are loosened is known. */
export interface Remedy {
  readonly loosenings: readonly SettingsLoosening[];
  /** True where nothing less of the same kind is enough; false where less may do, but no such plan is known. */
  readonly isLeast: boolean;
}

/** Why the settings cannot be met, and what would help. */
export interface Impossible {
  /** Empty where no plain fact speaks against them, only that the search found no plan. */
  readonly facts: readonly ImpossibleFact[];
  /** The newest last; each is enough by itself. */
  readonly remedies: readonly Remedy[];
  /** True while more remedies may come. */
  readonly searching: boolean;
}
