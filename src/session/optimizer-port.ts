import type { BoundReport, Incumbent } from "../optimizer/bound";
import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import type { InfeasibleFact } from "../optimizer/explain-infeasible";
import type { MoveExplanation, MoveReason, TerritoryBounds } from "../optimizer/explain-moves";
import type { Loosening } from "../optimizer/loosening";
import type { SearchOptions, SearchProgress } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import type { NeededCount, NoCount } from "../optimizer/territories-needed";

/** Runs the optimizer beside the page. Every function that is returned ends its work at once, and nothing more is heard of it. */
export interface OptimizerPort {
  search(job: SearchJob, listener: SearchListener): () => void;
  /** Computes what any plan must cost while a search runs. */
  bound(job: PlanJob, listener: BoundListener): BoundRun;
  /** Attempts an exact answer for a small problem. */
  exact(job: ExactJob, listener: ExactListener): () => void;
  /** Tells what stands against a problem, and what would make it possible. */
  advise(job: AdviceJob, listener: AdviceListener): () => void;
  /** Explains a plan, question by question. */
  explain(job: PlanJob): Explainer;
  /** Plans from least disruption to best balance and least travel. */
  tradeOff(job: TradeOffJob, listener: TradeOffListener): () => void;
  /** How many territories like the problem's first are needed. */
  territoriesNeeded(job: NeededJob, listener: NeededListener): () => void;
}

/** What a search is given. */
export interface SearchJob {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
  /** The search ends this many iterations after its first feasible plan; with regions, each of its searches. */
  readonly iterations: number;
  /** Ends it at this iteration instead, which repeats a search that was stopped there. */
  readonly until: number | null;
  /** Region of each territory, where regions are divided first; else null. */
  readonly regionOf: Uint16Array | null;
}

export interface SearchListener {
  /** First of all: whether few enough accounts and families are free for an exact attempt. */
  stated(facts: { readonly canBeExact: boolean }): void;
  progress(progress: SearchProgress): void;
  done(progress: SearchProgress): void;
  failed(message: string): void;
}

/** A problem and a plan of it. */
export interface PlanJob {
  readonly problem: RowProblem;
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
  stop(): void;
}

/** An exact attempt for at most `MOST_EXACT_BLOCKS` free accounts or families. */
export interface ExactJob extends PlanJob {
  /** Whether the plan meets all bounds; then only cheaper ones are looked for. */
  readonly feasible: boolean;
  readonly seconds: number;
}

export interface ExactListener {
  /** The bound (km) so far; the remaining gap is its distance from the plan's cost. */
  state(state: ExactState): void;
  /** `progress`: figures of the answer's plan, where it has one. */
  done(answer: ExactAnswer, progress: SearchProgress | null): void;
  tooLarge(): void;
  failed(message: string): void;
}

export interface AdviceJob {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
  /** Looks for ways out even where no plain fact stands against the problem, because a search found no plan. */
  readonly insist: boolean;
}

export interface AdviceListener {
  facts(facts: readonly InfeasibleFact[]): void;
  remedy(remedy: { readonly loosenings: readonly Loosening[]; readonly isLeast: boolean }): void;
  done(): void;
  failed(message: string): void;
}

/** Answers questions about one plan until it is closed; then all open ones are rejected. Items and territories by number. */
export interface Explainer {
  summary(): Promise<{
    readonly moves: number;
    readonly items: number;
    readonly byReason: Readonly<Record<MoveReason, number>>;
  }>;
  moves(from: number, count: number): Promise<readonly MoveExplanation[]>;
  moveOf(item: number): Promise<readonly MoveExplanation[]>;
  territories(): Promise<readonly TerritoryBounds[]>;
  close(): void;
}

export interface TradeOffJob {
  readonly problem: RowProblem;
  readonly mode: SearchOptions["mode"];
  readonly seed: number;
}

export interface TradeOffListener {
  /** The curve after each plan tried: what is new on it, and the numbers of all that are on it now, by rising disruption. */
  points(points: {
    readonly news: readonly {
      readonly number: number;
      readonly progress: SearchProgress;
      /** Null for the present plan. */
      readonly place: { readonly keep: number; readonly tightness: number } | null;
    }[];
    readonly order: readonly number[];
    readonly tried: number;
    readonly of: number;
  }): void;
  done(): void;
  failed(message: string): void;
}

export interface NeededJob {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
}

export interface NeededListener {
  trying(state: { readonly count: number; readonly bySum: number }): void;
  answer(answer: NeededCount | NoCount): void;
  failed(message: string): void;
}
