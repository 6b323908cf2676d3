import type { Condition } from "../condition";

/** A named part of the accounts: "Enterprise", "Small business". */
export interface Segment {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** Over the accounts. */
  readonly condition: Condition;
}

/** One way to divide the accounts by what they are (size, industry, type, value). An account is in the first segment whose condition it meets. */
export interface Segmentation {
  readonly id: string;
  readonly name: string;
  readonly segments: readonly Segment[];
}
