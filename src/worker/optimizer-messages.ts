import type { ProblemInput } from "../optimizer/problem";
import type { SearchOptions, SearchProgress } from "../optimizer/progress";

/** Starts the one search that a worker runs in its life. */
export interface OptimizerStart {
  readonly problem: ProblemInput;
  readonly options: SearchOptions;
  readonly seed: number;
  /** The search ends this many iterations after its first feasible plan (see `createBudget`). */
  readonly iterations: number;
}

/** What the worker says. `assignment` is left out of a progress (null) where it is the one sent before. */
export type OptimizerReport =
  | {
      readonly kind: "progress" | "done";
      readonly progress: Omit<SearchProgress, "assignment">;
      readonly assignment: Uint16Array | null;
    }
  | { readonly kind: "failed"; readonly message: string };
