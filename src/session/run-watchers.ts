import type { BoundReport } from "../optimizer/bound";
import type { SearchProgress } from "../optimizer/progress";
import type { Impossible, ImpossibleFact, Remedy } from "./impossible";
import { impossibleFacts } from "./impossible-facts";
import type { OptimizationProblem } from "./optimization-problem";
import type { BoundRun, OptimizerPort } from "./optimizer-port";
import type { ProposalFrame } from "./proposal";
import { settingsLoosenings } from "./settings-loosening";

/** Bounds beside a search: computed from its first feasible plan on, and told of every better one. */
export function watchBounds(
  optimizer: OptimizerPort,
  { rows, options }: OptimizationProblem,
  tell: () => void,
) {
  const latest = new Map<BoundReport["kind"], BoundReport>();
  let work: BoundRun | null = null;
  let isOver = false;
  return {
    known() {
      const bounds = [...latest.values()];
      return { bounds, bound: tightest(bounds) };
    },
    better({ assignment, centers, cost }: SearchProgress) {
      if (isOver) return;
      const plan = { assignment, centers, cost: cost.total };
      if (work) return work.better(plan);
      work = optimizer.bound(
        { problem: rows, options, plan },
        {
          bound: (report) => {
            latest.set(report.kind, report);
            tell();
          },
          done: () => {},
          // A plan without a bound is still a plan.
          failed: () => {
            isOver = true;
          },
        },
      );
    },
    stop() {
      isOver = true;
      work?.stop();
    },
  };
}

/** The one with the smallest gap; of two alike, the one that speaks of every plan. */
function tightest(bounds: readonly BoundReport[]): BoundReport | null {
  let best: BoundReport | null = null;
  for (const report of bounds) {
    if (report.gap === null) continue;
    const isListed = report.kind === "listed-centers";
    if (best?.gap == null || report.gap < best.gap || (report.gap === best.gap && !isListed)) best = report;
  }
  return best;
}

/** What stands against the rules: the plain facts, once asked for, and ways out where there are any or a search ended without a plan. */
export function watchRules(optimizer: OptimizerPort, frame: ProposalFrame, seed: number, tell: () => void) {
  const { rows, options } = frame.problem;
  let facts: readonly ImpossibleFact[] = [];
  let remedies: readonly Remedy[] = [];
  let searching = false;
  let insisted = false;
  let stop = () => {};

  function ask(insist: boolean) {
    return optimizer.advise(
      { problem: rows, options, seed, insist },
      {
        facts: (found) => {
          facts = impossibleFacts(frame, found);
          searching = insist || facts.length > 0;
          if (searching) tell();
        },
        remedy: ({ loosenings, isLeast }) => {
          const inSettings = settingsLoosenings(frame, loosenings);
          if (!inSettings) return;
          remedies = [...remedies, { loosenings: inSettings, isLeast }];
          tell();
        },
        done: () => {
          const wasSearching = searching;
          searching = false;
          if (wasSearching) tell();
        },
        failed: () => {
          searching = false;
        },
      },
    );
  }

  return {
    known(): Impossible | null {
      return facts.length > 0 || insisted ? { facts, remedies, searching } : null;
    },
    start() {
      stop = ask(false);
    },
    /** The search has found no plan that meets everything. */
    insist() {
      if (insisted || facts.length > 0) return;
      insisted = true;
      searching = true;
      stop();
      stop = ask(true);
    },
    stop: () => stop(),
  };
}
