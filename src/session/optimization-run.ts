import type { AlignmentPath, Plan } from "../model/plan";
import type { BoundReport } from "../optimizer/bound";
import type { SearchProgress } from "../optimizer/progress";
import type { Impossible } from "./impossible";
import { type CannotOptimize, type OptimizationProblem, optimizationProblem } from "./optimization-problem";
import { EFFORT_ITERATIONS, type Effort, type OptimizationSettings } from "./optimization-settings";
import type { OptimizerPort } from "./optimizer-port";
import { type Proposal, type ProposalFrame, proposalFrame, proposalOf, type RunRecord } from "./proposal";
import { watchBounds, watchRules } from "./run-watchers";

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

export type { BoundKind, BoundReport } from "../optimizer/bound";

type Listen = (state: RunState) => void;

/** Starts a search and tells `listen` of every better proposal. */
export function startOptimization(
  optimizer: OptimizerPort,
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  makeId: () => string,
  listen: Listen,
): OptimizationRun | CannotOptimize {
  const problem = optimizationProblem(plan, path, settings);
  if ("reason" in problem) return problem;
  const frame = proposalFrame(plan, path, problem, settings, makeId);
  const { seed, effort } = settings;
  return run(optimizer, { frame, earlier: [], seed, effort, until: null }, listen);
}

/** Goes on from a proposal, however it was found, with the same settings but for how long to search. */
export function continueOptimization(
  optimizer: OptimizerPort,
  proposal: Proposal,
  effort: Effort,
  listen: Listen,
): OptimizationRun {
  const { settings, runs } = proposal;
  const frame = frameFrom(proposal, { ...settings, effort });
  const seed = settings.seed + runs.length;
  return run(optimizer, { frame, earlier: runs, seed, effort, until: null }, listen);
}

/**
 * Runs the searches of an earlier proposal again, each for as many iterations. On the same plan with the same settings the last state is
 * the same proposal, whatever the machine's speed.
 */
export function repeatOptimization(
  optimizer: OptimizerPort,
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  runs: readonly RunRecord[],
  makeId: () => string,
  listen: Listen,
): OptimizationRun | CannotOptimize {
  const problem = optimizationProblem(plan, path, settings);
  if ("reason" in problem) return problem;
  let now: OptimizationRun | null = null;
  const next = (frame: ProposalFrame, done: number): OptimizationRun => {
    const { seed, effort, iterations } = runs[done] ?? { ...settings, iterations: 0 };
    const job = { frame, earlier: runs.slice(0, done), seed, effort, until: iterations };
    return run(optimizer, job, (state) => {
      const isLast = done + 1 >= runs.length;
      if (state.kind !== "done" || isLast) return listen(state);
      now?.cancel();
      now = next(frameFrom(state.proposal, settings), done + 1);
    });
  };
  now = next(proposalFrame(plan, path, problem, settings, makeId), 0);
  return { problem, stop: () => now?.stop(), cancel: () => now?.cancel() };
}

/** The same question with the proposal as the start. */
function frameFrom(proposal: Proposal, settings: OptimizationSettings): ProposalFrame {
  const { path, problem, slots, measures, rules, territories, groups, progress } = proposal;
  return {
    path,
    settings,
    slots,
    measures,
    rules,
    territories,
    groups,
    problem: {
      ...problem,
      rows: { ...problem.rows, start: progress.assignment },
      options: { ...problem.options, mode: "repair" },
    },
  };
}

interface SearchRun {
  readonly frame: ProposalFrame;
  readonly earlier: readonly RunRecord[];
  readonly seed: number;
  readonly effort: Effort;
  /** Ends it at this iteration instead of when the effort is made. */
  readonly until: number | null;
}

/** Iterations without less violation after which ways out are looked for, while the search still goes on. */
const STALLED = 600;

/** One search with what is computed beside it: bounds once a plan is feasible, and what stands against the rules. */
function run(optimizer: OptimizerPort, job: SearchRun, listen: Listen): OptimizationRun {
  const { frame, seed, effort } = job;
  const { rows, options, regions } = frame.problem;
  let proposal: Proposal | null = null;
  let progress: SearchProgress | null = null;
  let canBeExact = false;
  let state: "searching" | "done" | "over" = "searching";
  let leastViolation = Number.POSITIVE_INFINITY;
  let improvedAt = 0;

  const tell = () => {
    const impossible = proposal?.progress.feasible ? null : rules.known();
    const beside = { ...bounds.known(), impossible };
    if (state === "searching") listen({ kind: "running", proposal, progress, ...beside });
    else if (state === "done" && proposal) listen({ kind: "done", proposal, ...beside });
  };
  const bounds = watchBounds(optimizer, frame.problem, tell);
  const rules = watchRules(optimizer, frame, seed, tell);
  const take = (next: SearchProgress) => {
    progress = next;
    if (next.phase === "seeding") return;
    const runs = [...job.earlier, { seed, effort, iterations: next.iterations }];
    const isSame = proposal?.progress.assignment === next.assignment;
    proposal =
      proposal && isSame
        ? { ...proposal, progress: next, runs }
        : proposalOf(frame, next, { runs, canBeExact });
    if (next.feasible && !isSame) bounds.better(next);
    if (next.totalViolation < leastViolation) {
      leastViolation = next.totalViolation;
      improvedAt = next.iterations;
    }
    if (next.feasible) rules.stop();
    else if (next.iterations - improvedAt >= STALLED) rules.insist();
  };
  const fail = (message: string) => {
    cancel();
    listen({ kind: "failed", message });
  };
  const finish = () => {
    if (!proposal) return fail("Stopped before a first plan was found. Let it run a little longer.");
    state = "done";
    if (!proposal.progress.feasible) rules.insist();
    tell();
  };

  const end = optimizer.search(
    {
      problem: rows,
      options,
      seed,
      iterations: EFFORT_ITERATIONS[effort],
      until: job.until,
      regionOf: regions?.of ?? null,
    },
    {
      stated: (facts) => {
        if (state !== "searching") return;
        canBeExact = facts.canBeExact;
        // Not in the same breath as the search: posting a large plan takes a few milliseconds.
        rules.start();
      },
      progress: (next) => {
        if (state !== "searching") return;
        take(next);
        tell();
      },
      done: (next) => {
        if (state !== "searching") return;
        take(next);
        finish();
      },
      failed: (message) => {
        if (state === "searching") fail(message);
      },
    },
  );
  const cancel = () => {
    state = "over";
    end();
    bounds.stop();
    rules.stop();
  };
  tell();
  return {
    problem: frame.problem,
    stop: () => {
      if (state !== "searching") return;
      end();
      finish();
    },
    cancel,
  };
}
