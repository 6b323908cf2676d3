import type { AlignmentPath, Plan } from "../model/plan";
import type { SearchProgress } from "../optimizer/progress";
import { type CannotOptimize, type OptimizationProblem, optimizationProblem } from "./optimization-problem";
import { EFFORT_ITERATIONS, type OptimizationSettings } from "./optimization-settings";
import type { OptimizerPort } from "./optimizer-port";
import { type Proposal, proposalOf } from "./proposal";

/** What a run tells: the best proposal so far, or why there will be none. */
export type RunState =
  | { readonly kind: "running"; readonly proposal: Proposal | null; readonly progress: SearchProgress | null }
  | { readonly kind: "done"; readonly proposal: Proposal }
  | { readonly kind: "failed"; readonly message: string };

/** A search under way for one alignment of a plan. */
export interface OptimizationRun {
  readonly problem: OptimizationProblem;
  /** Ends the search and keeps the best so far: the last state is `done`, or `failed` where nothing was found yet. */
  stop(): void;
  /** Ends the search; nothing more is heard of it. */
  cancel(): void;
}

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
    if (proposal) listen({ kind: "done", proposal });
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
        listen({ kind: "running", proposal, progress });
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
  listen({ kind: "running", proposal: null, progress: null });
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
