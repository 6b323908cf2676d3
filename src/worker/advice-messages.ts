import type { InfeasibleFact } from "../optimizer/explain-infeasible";
import type { Loosening } from "../optimizer/loosening";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";

/** Asks what stands against a problem, and what would make it possible. */
export interface AdviceStart {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
  /** Looks for ways out even where no plain fact stands against it, because a search found no plan. */
  readonly insist: boolean;
}

/** Items and territories by number in the problem. */
export type AdviceMessage =
  | { readonly kind: "facts"; readonly facts: readonly InfeasibleFact[] }
  | { readonly kind: "remedy"; readonly loosenings: readonly Loosening[]; readonly isLeast: boolean }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };
