import type { AlignmentPath, Plan } from "../model/plan";
import type { SearchProgress } from "../optimizer/progress";
import { type CannotOptimize, optimizationProblem } from "./optimization-problem";
import type { OptimizationSettings } from "./optimization-settings";
import type { OptimizerPort } from "./optimizer-port";
import { type Proposal, type ProposalFrame, proposalFrame, proposalOf, type TradeOffPlace } from "./proposal";

/** One plan between least disruption and best balance and least travel. */
export interface TradeOffPlan {
  readonly proposal: Proposal;
  /** Accounts with another rep than in the baseline. */
  readonly changedAccounts: number;
  /** What changes hands as the settings price it (km): the axis on which points are compared. */
  readonly disruption: number;
  /** 0 to 100. */
  readonly balance: number;
  /** Visits × distance (km). */
  readonly travel: number;
  /** Whether it meets the settings; only the present plan may not. */
  readonly feasible: boolean;
  readonly isPresent: boolean;
}

/** What the computation of a trade-off tells: the plans so far that none beats in everything, by rising disruption. */
export type TradeOffState =
  | {
      readonly kind: "running" | "done";
      readonly plans: readonly TradeOffPlan[];
      /** Plans tried so far, of how many. */
      readonly tried: number;
      readonly of: number;
    }
  | { readonly kind: "failed"; readonly message: string };

export interface TradeOffRun {
  /** Ends it at once; nothing more is heard of it. */
  cancel(): void;
}

/**
 * Computes plans from least disruption to best balance and least travel under the settings; how strongly accounts stay with their rep is
 * what it varies. All plans are about the same territories.
 */
export function startTradeOff(
  optimizer: OptimizerPort,
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  makeId: () => string,
  listen: (state: TradeOffState) => void,
): TradeOffRun | CannotOptimize {
  const problem = optimizationProblem(plan, path, settings);
  if ("reason" in problem) return problem;
  if (problem.regions)
    return { reason: "Compare plans without regions: they are divided one after another." };
  const frame = proposalFrame(plan, path, problem, settings, makeId);
  const known = new Map<number, TradeOffPlan>();
  let plans: readonly TradeOffPlan[] = [];
  let tried = 0;
  let of = 0;
  let isOver = false;
  const tell = (state: TradeOffState) => {
    if (!isOver) listen(state);
  };
  const end = optimizer.tradeOff(
    { problem: problem.rows, mode: problem.options.mode, seed: settings.seed },
    {
      points: (points) => {
        for (const { number, progress, place } of points.news)
          known.set(number, tradeOffPlan(frame, progress, place));
        plans = points.order.map((number) => known.get(number)!);
        tried = points.tried;
        of = points.of;
        tell({ kind: "running", plans, tried, of });
      },
      done: () => tell({ kind: "done", plans, tried, of }),
      failed: (message) => tell({ kind: "failed", message }),
    },
  );
  return {
    cancel() {
      isOver = true;
      end();
    },
  };
}

function tradeOffPlan(
  frame: ProposalFrame,
  progress: SearchProgress,
  tradeOff: TradeOffPlace | null,
): TradeOffPlan {
  return {
    proposal: proposalOf(frame, progress, { tradeOff }),
    changedAccounts: progress.disruptedItems,
    disruption: progress.cost.disruption,
    balance: progress.balanceScore,
    travel: progress.cost.travel,
    feasible: progress.feasible,
    isPresent: tradeOff === null,
  };
}
