import type { Incumbent } from "../optimizer/bound";
import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import type { SearchOptions, SearchProgress } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";

/** Starts the one exact attempt that a worker makes in its life. */
export interface ExactStart {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  /** A plan of the search; only cheaper ones are looked for if it is feasible. */
  readonly plan: Incumbent;
  readonly feasible: boolean;
  readonly seconds: number;
}

/** What the worker says; `too-large` where the problem has more free blocks than can be solved while somebody waits. */
export type ExactMessage =
  | { readonly kind: "state"; readonly state: ExactState }
  /** `progress`: figures of the answer's plan, null where it has none. */
  | { readonly kind: "done"; readonly answer: ExactAnswer; readonly progress: SearchProgress | null }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly message: string };
