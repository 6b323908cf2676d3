import { makeBlocks } from "../optimizer/blocks";
import { createBudget } from "../optimizer/budget";
import { MOST_EXACT_BLOCKS } from "../optimizer/exact";
import { judgedPlan } from "../optimizer/judged-plan";
import { keepNames } from "../optimizer/keep-names";
import { NONE, type Problem } from "../optimizer/problem";
import type { SearchOptions, SearchProgress } from "../optimizer/progress";
import { createRandom } from "../optimizer/random";
import { stateProblem } from "../optimizer/row-problem";
import { search } from "../optimizer/search";
import { searchByRegions } from "../optimizer/search-regions";
import type { OptimizerReport, OptimizerStart } from "./optimizer-messages";

/** Milliseconds between two reports that are worth drawing; a large plan takes the page longer to draw. */
const REPORT_EVERY_MS = 120;
const REPORT_EVERY_MS_PER_ITEM = 0.005;

/**
 * Runs a search to its end and reports on the way: the first plan and the first feasible one at once, others no more often than is worth
 * drawing. `now` tells milliseconds; it decides only what is reported, never what is found.
 */
export function runSearch(
  start: OptimizerStart,
  post: (report: OptimizerReport) => void,
  now: () => number,
): void {
  const problem = stateProblem(start.problem);
  const { options, until } = start;
  post({ kind: "stated", canBeExact: freeBlocks(problem, options) <= MOST_EXACT_BLOCKS });
  const enough = until === null && !start.regionOf ? createBudget(start.iterations) : () => false;
  const everyMs = Math.max(REPORT_EVERY_MS, problem.itemCount * REPORT_EVERY_MS_PER_ITEM);
  const report = reporter(problem, start, post);
  let last: SearchProgress | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;
  for (const progress of stepsOf(problem, start)) {
    const isNews = progress.phase !== last?.phase;
    last = progress;
    if (until !== null ? progress.iterations >= until : enough(progress)) break;
    if (!isNews && now() - reportedAt < everyMs) continue;
    reportedAt = now();
    report("progress", progress);
  }
  if (last) report("done", last);
  else post({ kind: "failed", message: "There was nothing to choose: every account is locked." });
}

function stepsOf(problem: Problem, { options, seed, iterations, regionOf }: OptimizerStart) {
  return regionOf
    ? searchByRegions(problem, regionOf, options, seed, iterations)
    : search(problem, options, createRandom(seed));
}

/** Posts each assignment once, under the names that keep most; regions have their own territories, which keep their names. */
function reporter(
  problem: Problem,
  { options, regionOf }: OptimizerStart,
  post: (report: OptimizerReport) => void,
) {
  let sent: Uint16Array | null = null;
  let named: SearchProgress | null = null;
  return (kind: "progress" | "done", progress: SearchProgress) => {
    const isNew = progress.assignment !== sent || !named;
    if (isNew || !named) named = regionOf ? progress : underKeptNames(problem, options, progress);
    const { phase, iterations, unplaced } = progress;
    const { assignment, ...figures } = named;
    post({
      kind,
      progress: { ...figures, phase, iterations, unplaced },
      assignment: isNew ? assignment : null,
    });
    sent = progress.assignment;
  };
}

function underKeptNames(problem: Problem, options: SearchOptions, progress: SearchProgress): SearchProgress {
  if (progress.phase === "seeding") return progress;
  const named = keepNames(problem, progress);
  // Under other names fewer items change hands.
  return named === progress ? progress : { ...judgedPlan(problem, options, named, progress.iterations) };
}

function freeBlocks(problem: Problem, { mode }: SearchOptions): number {
  let free = 0;
  for (const fixed of makeBlocks(problem, mode === "repair").fixedTo) if (fixed === NONE) free++;
  return free;
}
