import type { CellTest } from "../condition";
import type { ColumnRole } from "../table";

/** The tables whose rows rules share out. */
export const ROUTED_TABLES = ["accounts", "leads"] as const;
export type RoutedTable = (typeof ROUTED_TABLES)[number];

/**
 * A field that accounts and leads may both have: what a column is used for, or else a column of one table by key. In the other
 * table that one is the column with the same header; `header` is the header it had when chosen.
 */
export type RuleField =
  | { readonly kind: "role"; readonly role: ColumnRole }
  | {
      readonly kind: "column";
      readonly table: RoutedTable;
      readonly column: string;
      readonly header: string;
    };

/** What a row must be. Records that are gone are met by no row. */
export type RuleTest =
  | { readonly kind: "cell"; readonly field: RuleField; readonly test: CellTest }
  /** In one of these segments of a segmentation, by id; leads are segmented as accounts with the same fields. */
  | { readonly kind: "segment"; readonly segmentation: string; readonly segments: readonly string[] }
  /** Nearest to the center of one of these territories, by id. Rows without a place never are. */
  | { readonly kind: "nearest-territory"; readonly territories: readonly string[] };

/** How a pool shares out what comes to it. Ties go to whoever has waited longest. */
export const POOL_SHARES = ["turns", "weights", "capacity", "match", "nearest"] as const;
export type PoolShare = (typeof POOL_SHARES)[number];

/** A rep of a pool. `weight` is above 0 and counts only where shares go by weight. */
export interface PoolRep {
  /** Row id in the table of reps, as `formatRowId` writes it. */
  readonly rep: string;
  readonly weight: number;
}

/** Who gets what a rule takes. Territories are named by id. A territory's reps are asked in the order of its coverage. */
export type RuleTarget =
  | { readonly kind: "unassigned" }
  | { readonly kind: "territory"; readonly territory: string }
  /** The territory whose center is nearest; of all where none is named. */
  | { readonly kind: "nearest-territory"; readonly among: readonly string[] }
  /**
   * The territory of the unit that the field names by its key or name, else the one that most accounts with the same text stand in; the
   * first `length` characters of the field count, null = all of it.
   */
  | { readonly kind: "unit"; readonly field: RuleField; readonly length: number | null }
  /** The territory of the account that the field names, by its key or name. */
  | { readonly kind: "account"; readonly field: RuleField }
  | { readonly kind: "rep"; readonly rep: string }
  | { readonly kind: "pool"; readonly reps: readonly PoolRep[]; readonly share: PoolShare };

/** What passes a rep over. Being away and the daily cap count for leads only. */
export interface Eligibility {
  readonly away: boolean;
  readonly dailyCap: boolean;
  readonly language: boolean;
  readonly capacity: boolean;
}

/** One rule. Rules are asked in their order; the first that takes a row decides. */
export interface RoutingRule {
  readonly id: string;
  /** Distinct among the rules: rows remember by it who routed them. */
  readonly name: string;
  readonly enabled: boolean;
  readonly rows: "both" | RoutedTable;
  /** Without tests `all` means every row and `any` none. */
  readonly match: "all" | "any";
  readonly tests: readonly RuleTest[];
  readonly target: RuleTarget;
  readonly eligibility: Eligibility;
  /** What becomes of a row that it takes where nobody may have it: the next rule is asked, or it stays unassigned. */
  readonly otherwise: "next" | "stop";
}

/** What holds for all rules. A plan has at most one record. */
export interface RoutingSettings {
  readonly id: "";
  /** Who gets what no rule takes. */
  readonly catchAll: RuleTarget;
  /** Leads a day for reps whose row says nothing else; null = any number. */
  readonly dailyCap: number | null;
}

export const NO_ROUTING: RoutingSettings = { id: "", catchAll: { kind: "unassigned" }, dailyCap: null };

export const EVERY_ELIGIBILITY: Eligibility = { away: true, dailyCap: true, language: true, capacity: false };
