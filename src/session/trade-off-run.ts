import type { Proposal } from "./proposal";

/** One plan between least disruption and best balance and least travel. */
export interface TradeOffPlan {
  readonly proposal: Proposal;
  /** Accounts with another rep than in the baseline. */
  readonly changedAccounts: number;
  /** What changes hands as the settings price it (km): the axis on which points are compared. */
  readonly disruption: number;
  /** 0 to 100. */
  readonly balance: number;
  /** Visits × distance (km). */
  readonly travel: number;
  /** Whether it meets the settings; only the present plan may not. */
  readonly feasible: boolean;
  readonly isPresent: boolean;
}

/** What the computation of a trade-off tells: the plans so far that none beats in everything, by rising disruption. */
export type TradeOffState =
  | {
      readonly kind: "running" | "done";
      readonly plans: readonly TradeOffPlan[];
      /** Plans tried so far, of how many. */
      readonly tried: number;
      readonly of: number;
    }
  | { readonly kind: "failed"; readonly message: string };

export interface TradeOffRun {
  /** Ends it at once; nothing more is heard of it. */
  cancel(): void;
}
