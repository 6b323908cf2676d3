import type { TerritorySlot } from "../alignment";
import type { RoutingRule } from "../planning/routing-rule";
import type { Ineligible } from "./eligibility";
import type { TerritoryMissing, TerritoryReason } from "./find-territory";

/** A rep, by row, who was passed over. */
export interface SkippedRep {
  readonly rep: number;
  readonly why: Ineligible;
}

/** Why it is this territory or this rep. */
export type RoutingReason =
  | TerritoryReason
  | { readonly kind: "rep" }
  | { readonly kind: "turns" | "weights" }
  | { readonly kind: "capacity"; readonly left: number }
  | { readonly kind: "match"; readonly matched: readonly string[] }
  | { readonly kind: "nearest"; readonly km: number };

/** Why a rule that means a row gives it to nobody. */
export type NobodyReason =
  | TerritoryMissing
  | { readonly kind: "nobody-eligible" | "left-unassigned" | "rep-gone" };

/** What a rule that means a row does with it. */
export type RuleAnswer =
  | {
      readonly given: true;
      readonly territory: TerritorySlot;
      /** Row of the rep; −1 where the territory has none. */
      readonly rep: number;
      readonly by: RoutingReason;
      readonly skipped: readonly SkippedRep[];
    }
  | { readonly given: false; readonly why: NobodyReason; readonly skipped: readonly SkippedRep[] };

/** Where a row goes. */
export interface Decision {
  readonly row: number;
  /** Days since 1970 with fractions. */
  readonly at: number;
  /** The rule that decided; null = the catch-all. */
  readonly rule: RoutingRule | null;
  readonly answer: RuleAnswer;
  /** Rules before it that mean the row but had nobody for it. */
  readonly fellThrough: readonly { readonly rule: RoutingRule; readonly answer: RuleAnswer }[];
}
