import type { ProblemInput } from "../optimizer/problem";
import type { SearchOptions, SearchProgress } from "../optimizer/progress";

/** What a run of the optimizer is given. */
export interface OptimizerJob {
  readonly problem: ProblemInput;
  readonly options: SearchOptions;
  readonly seed: number;
  /** The search ends this many iterations after its first feasible plan. */
  readonly iterations: number;
}

export interface OptimizerListener {
  progress(progress: SearchProgress): void;
  done(progress: SearchProgress): void;
  failed(message: string): void;
}

/** Runs searches beside the page. */
export interface OptimizerPort {
  /** Starts a search; the returned function ends it at once, and nothing more is heard of it. */
  start(job: OptimizerJob, listener: OptimizerListener): () => void;
}
