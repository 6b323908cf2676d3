import type { Incumbent } from "../optimizer/bound";
import type { MoveExplanation, MoveReason, TerritoryBounds } from "../optimizer/explain-moves";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";

/** Starts the explanation of one plan of a problem. */
export interface ExplainStart {
  readonly kind: "start";
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly plan: Incumbent;
}

/** A question about it; the answer carries the same number. */
export type ExplainQuestion =
  | { readonly kind: "summary"; readonly number: number }
  | { readonly kind: "moves"; readonly number: number; readonly from: number; readonly count: number }
  | { readonly kind: "move-of"; readonly number: number; readonly item: number }
  | { readonly kind: "territories"; readonly number: number };

export type ExplainRequest = ExplainStart | ExplainQuestion;

export interface ExplainSummary {
  readonly moves: number;
  readonly items: number;
  readonly byReason: Readonly<Record<MoveReason, number>>;
}

export type ExplainMessage =
  | { readonly kind: "summary"; readonly number: number; readonly summary: ExplainSummary }
  | { readonly kind: "moves"; readonly number: number; readonly moves: readonly MoveExplanation[] }
  | {
      readonly kind: "territories";
      readonly number: number;
      readonly territories: readonly TerritoryBounds[];
    }
  | { readonly kind: "failed"; readonly message: string };
