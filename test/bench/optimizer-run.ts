import { type BoundProgress, boundOf } from "../../src/optimizer/bound";
import type { Problem } from "../../src/optimizer/problem";
import type { SearchOptions, SearchProgress } from "../../src/optimizer/progress";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";

const FRESH: SearchOptions = { mode: "fresh", keep: 1 };

let clock = (): number => performance.now();

/** Counts the processor's time from here on: fair where other work keeps the machine busy. */
export function countProcessorTime(): void {
  clock = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
}

/** What a search did in its time; times in seconds since its start. */
export interface Run {
  readonly last: SearchProgress;
  readonly elapsed: number;
  readonly firstPlan: number | null;
  readonly firstFeasible: number | null;
  readonly firstFeasibleCost: number | null;
  readonly longestStepMs: number;
}

/** Lets a search run for some seconds, as the worker would. */
export function runFor(problem: Problem, seconds: number, seed: number, options = FRESH): Run {
  const start = clock();
  let before = start;
  let last: SearchProgress | undefined;
  let firstPlan: number | null = null;
  let firstFeasible: number | null = null;
  let firstFeasibleCost: number | null = null;
  let longestStepMs = 0;
  for (const progress of search(problem, options, createRandom(seed))) {
    const now = clock();
    longestStepMs = Math.max(longestStepMs, now - before);
    before = now;
    last = progress;
    if (progress.phase !== "seeding") firstPlan ??= (now - start) / 1000;
    if (progress.feasible && firstFeasible === null) {
      firstFeasible = (now - start) / 1000;
      firstFeasibleCost = progress.cost.total;
    }
    if (now - start > 1000 * seconds) break;
  }
  if (!last) throw new Error("Expected a report, got none.");
  return {
    last,
    elapsed: (before - start) / 1000,
    firstPlan,
    firstFeasible,
    firstFeasibleCost,
    longestStepMs,
  };
}

export interface BoundRun extends BoundProgress {
  readonly seconds: number;
}

/** Lets the bound of a plan climb for some seconds, as its worker would. */
export function boundFor(
  problem: Problem,
  { assignment, centers, cost }: SearchProgress,
  seconds: number,
): BoundRun | null {
  const start = clock();
  let last: BoundProgress | null = null;
  for (const progress of boundOf(problem, FRESH, { assignment, centers, cost: cost.total })) {
    last = progress;
    if (clock() - start > 1000 * seconds) break;
  }
  return last && { ...last, seconds: (clock() - start) / 1000 };
}
