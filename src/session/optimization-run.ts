import type { AlignmentPath, Plan } from "../model/plan";
import type { BoundReport } from "../optimizer/bound";
import type { SearchProgress } from "../optimizer/progress";
import type { Impossible } from "./impossible";
import { type CannotOptimize, type OptimizationProblem, optimizationProblem } from "./optimization-problem";
import { EFFORT_ITERATIONS, type OptimizationSettings } from "./optimization-settings";
import type { OptimizerPort } from "./optimizer-port";
import { type Proposal, proposalOf } from "./proposal";

/**
 * What a run tells. After `done` it is told again, still `done`, where a better bound or a remedy is found; `cancel` ends that too.
 */
export type RunState =
  | {
      readonly kind: "running";
      /** The best so far; null before the first plan. */
      readonly proposal: Proposal | null;
      readonly progress: SearchProgress | null;
      readonly bound: BoundReport | null;
      readonly bounds: readonly BoundReport[];
      readonly impossible: Impossible | null;
    }
  | {
      readonly kind: "done";
      readonly proposal: Proposal;
      /** The bound with the smallest gap, or null while none is known: `kind` says which plans it speaks of. */
      readonly bound: BoundReport | null;
      /** The last bound of each kind. */
      readonly bounds: readonly BoundReport[];
      /** Why not everything can be met, or null where nothing speaks against it (yet). */
      readonly impossible: Impossible | null;
    }
  | { readonly kind: "failed"; readonly message: string };

/** A search under way for one alignment of a plan. */
export interface OptimizationRun {
  readonly problem: OptimizationProblem;
  /** Ends the search and keeps the best so far: the next state is `done`, or `failed` where nothing was found yet. */
  stop(): void;
  /** Ends everything at once; nothing more is heard of it. */
  cancel(): void;
}

const NOTHING_PROVEN = { bound: null, bounds: [], impossible: null } as const;

/** Starts a search and tells `listen` of every better proposal. */
export function startOptimization(
  optimizer: OptimizerPort,
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  makeId: () => string,
  listen: (state: RunState) => void,
): OptimizationRun | CannotOptimize {
  const problem = optimizationProblem(plan, path, settings);
  if ("reason" in problem) return problem;

  // Every better proposal of the run is about the same new territories.
  const newIds = problem.slots.flatMap((slot) => (slot === null ? [makeId()] : []));
  let proposal: Proposal | null = null;
  let ended = false;
  const take = (progress: SearchProgress) => {
    const unchanged = proposal && proposal.progress.assignment === progress.assignment;
    if (progress.phase !== "seeding") {
      proposal =
        unchanged && proposal
          ? { ...proposal, progress }
          : proposalOf(plan, path, problem, settings, progress, newIds);
    }
  };
  const finish = () => {
    ended = true;
    if (proposal) listen({ kind: "done", proposal, ...NOTHING_PROVEN });
    else
      listen({
        kind: "failed",
        message: "Stopped before a first plan was found. Let it run a little longer.",
      });
  };

  const end = optimizer.start(
    {
      problem: problem.input,
      options: { mode: problem.mode, keep: 1 },
      seed: settings.seed,
      iterations: EFFORT_ITERATIONS[settings.effort],
    },
    {
      progress: (progress) => {
        if (ended) return;
        take(progress);
        listen({ kind: "running", proposal, progress, ...NOTHING_PROVEN });
      },
      done: (progress) => {
        if (ended) return;
        take(progress);
        finish();
      },
      failed: (message) => {
        if (ended) return;
        ended = true;
        listen({ kind: "failed", message });
      },
    },
  );
  listen({ kind: "running", proposal: null, progress: null, ...NOTHING_PROVEN });
  return {
    problem,
    stop: () => {
      end();
      if (!ended) finish();
    },
    cancel: () => {
      ended = true;
      end();
    },
  };
}
