import type { SearchOptions, SearchProgress } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import type { TradeOffPoint } from "../optimizer/trade-off";

export interface TradeOffStart {
  readonly problem: RowProblem;
  readonly mode: SearchOptions["mode"];
  readonly seed: number;
}

/** A plan on the curve; each crosses over once. */
export interface TradeOffNews {
  readonly number: number;
  readonly progress: SearchProgress;
  /** How it was found; null for the present plan. */
  readonly place: TradeOffPoint["settings"];
}

export type TradeOffMessage =
  /** `order`: numbers of all plans on the curve now, by rising disruption. */
  | {
      readonly kind: "points";
      readonly news: readonly TradeOffNews[];
      readonly order: readonly number[];
      readonly tried: number;
      readonly of: number;
    }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };
