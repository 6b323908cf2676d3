import type { Incumbent } from "../optimizer/bound";
import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import type { ProblemInput } from "../optimizer/problem";
import type { SearchOptions } from "../optimizer/progress";

/** Starts the one exact attempt that a worker makes in its life. */
export interface ExactStart {
  readonly problem: ProblemInput;
  readonly options: SearchOptions;
  /** A plan of the search; only cheaper ones are looked for if it is feasible. */
  readonly plan: Incumbent;
  readonly feasible: boolean;
  readonly seconds: number;
}

/** What the worker says; `too-large` where the problem has more free blocks than can be solved while somebody waits. */
export type ExactMessage =
  | { readonly kind: "state"; readonly state: ExactState }
  | { readonly kind: "done"; readonly answer: ExactAnswer }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly message: string };
