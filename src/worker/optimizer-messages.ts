import type { SearchOptions, SearchProgress } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";

/** Starts the one search that a worker runs in its life. */
export interface OptimizerStart {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
  /** The search ends this many iterations after its first feasible plan (see `createBudget`); with regions, each of its searches. */
  readonly iterations: number;
  /** Ends it at this iteration instead, which repeats a search that was stopped there. */
  readonly until: number | null;
  /** Region of each territory, where regions are divided first; else null. */
  readonly regionOf: Uint16Array | null;
}

/** What the worker says. `assignment` is left out of a progress (null) where it is the one sent before. */
export type OptimizerReport =
  /** First of all: whether few enough items and groups are free for an exact attempt. */
  | { readonly kind: "stated"; readonly canBeExact: boolean }
  | {
      readonly kind: "progress" | "done";
      readonly progress: Omit<SearchProgress, "assignment">;
      readonly assignment: Uint16Array | null;
    }
  | { readonly kind: "failed"; readonly message: string };
