import type { BoundReport, Incumbent } from "../optimizer/bound";
import type { ExactAnswer } from "../optimizer/exact-answer";
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
  /** Computes what any plan must cost while a search runs, beside it. Absent: no bound is shown. */
  bound?(job: BoundJob, listener: BoundListener): BoundRun;
  /** Attempts an exact answer for a small problem; the returned function ends it at once. Absent: no attempt is offered. */
  exact?(job: ExactJob, listener: ExactListener): () => void;
}

/** What a bound is computed for: a problem, and the first plan to hold against it. */
export interface BoundJob {
  readonly problem: ProblemInput;
  readonly options: SearchOptions;
  readonly plan: Incumbent;
}

export interface BoundListener {
  /**
   * A bound grew, or speaks of a newer plan. Bounds of several kinds come in turns: keep the last of each. Only a plan that meets all
   * bounds is comparable.
   */
  bound(report: BoundReport): void;
  /** Nothing more can be proven about the latest plan. */
  done(): void;
  failed(message: string): void;
}

export interface BoundRun {
  /** Tells of a better plan of the same problem. */
  better(plan: Incumbent): void;
  /** Ends it at once; nothing more is heard of it. */
  stop(): void;
}

/** An exact attempt for at most `MOST_EXACT_BLOCKS` free items or groups, from a plan of the search. */
export interface ExactJob extends BoundJob {
  /** Whether the plan meets all bounds; then only cheaper ones are looked for. */
  readonly feasible: boolean;
  readonly seconds: number;
}

export interface ExactListener {
  /** The bound (km) so far; the remaining gap is its distance from the plan's cost. */
  state(state: { readonly bound: number; readonly seconds: number }): void;
  done(answer: ExactAnswer): void;
  tooLarge(): void;
  failed(message: string): void;
}
