import type { Condition } from "./condition";

/** What a plan can balance. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly source: MeasureSource;
  /** Its part in the balance score relative to the other measures; 0 = shown but not balanced. */
  readonly weight: number;
  /** Half-width of the band around the target that counts as balanced, as a fraction (0.1 = ±10 %). */
  readonly tolerance: number;
  /** How its total is divided among the territories; absent = by their shares. */
  readonly target?: TargetRule | undefined;
  /** Targets the planner typed, by territory id, in the measure's own unit; the other territories divide the rest. */
  readonly typed?: Readonly<Record<string, number>> | undefined;
  /** The most of it that one rep can carry; absent = no limit. */
  readonly capacity?: Capacity | undefined;
}

/** Where a measure's numbers come from. Blanks and columns that are gone bring 0. */
export type MeasureSource =
  /** Each account as 1. */
  | { readonly kind: "accounts" }
  /** The number in an account column. */
  | { readonly kind: "column"; readonly column: string }
  /** The sum of its parts, account by account. */
  | { readonly kind: "blend"; readonly parts: readonly BlendPart[] }
  | LifetimeValue
  /** The number in a unit column, such as the market potential of a postal code; it follows who has the unit, not the account. */
  | { readonly kind: "unit-column"; readonly column: string }
  /** Hours a year by the plan's workload record: visits and the travel that the alignment makes of them. */
  | { readonly kind: "workload" };

/** One part of a blend. */
export type BlendPart =
  /** The column's number times the weight; `scaled` first makes it percent of the column's total, so that money and counts can be added. */
  | {
      readonly kind: "column";
      readonly column: string;
      readonly weight: number;
      readonly scaled: boolean;
    }
  /** Points by the text of a column: "Lead" 50, "Opportunity" 200. Texts are compared exactly; "" is the blank. */
  | {
      readonly kind: "choice";
      readonly column: string;
      readonly points: readonly ChoicePoints[];
      readonly otherwise: number;
    }
  /** Points for every account that meets a condition. */
  | { readonly kind: "condition"; readonly condition: Condition; readonly points: number };

export interface ChoicePoints {
  readonly text: string;
  readonly points: number;
}

/**
 * Customer lifetime value, the simple retention model with a constant margin, paid at the end of each year (Gupta & Lehmann 2003):
 * margin × retention ÷ (1 + discount − retention), the margin being a share of a money column. All three are fractions.
 */
export interface LifetimeValue {
  readonly kind: "lifetime";
  readonly column: string;
  readonly margin: number;
  readonly retention: number;
  readonly discount: number;
}

/** How the total of a measure is divided among territories. Each is a weight per territory; a territory's part is its weight over the sum. */
export type TargetRule =
  /** By `Territory.share`. */
  | { readonly kind: "share" }
  /** The same for all. */
  | { readonly kind: "equal" }
  /** By the quota, or the capacity, of the territory's primary rep, split evenly where the rep has several territories. */
  | { readonly kind: "quota" }
  | { readonly kind: "capacity" }
  /** By share × the mean productivity of the primary rep over a period: new reps grow evenly from 0 to full over their months of ramp. */
  | { readonly kind: "ramp"; readonly from: number; readonly months: number };

/** The most of a measure that one rep can carry: the same for all, or the number in a rep column (blank = no limit). */
export type Capacity =
  | { readonly kind: "same"; readonly most: number }
  | { readonly kind: "column"; readonly column: string };

export const TARGET_BY_SHARE: TargetRule = { kind: "share" };
