import type { ExactAnswer } from "../optimizer/exact-answer";
import type { SearchProgress } from "../optimizer/progress";
import type { OptimizerPort } from "./optimizer-port";
import { type ExactOutcome, type Proposal, proposalOf } from "./proposal";

/** What an exact attempt tells. */
export type ExactState =
  | {
      readonly kind: "running";
      /** No plan costs less (km); −Infinity until something is known. */
      readonly bound: number;
      /** Share of the bound by which the proposal lies above it; null until a bound is known. */
      readonly gap: number | null;
      readonly seconds: number;
    }
  /** `proposal.exact` says what is proven; `better` is true where its plan is another than the one it was started with. */
  | { readonly kind: "done"; readonly proposal: Proposal; readonly better: boolean }
  /** No plan meets all rules. */
  | { readonly kind: "impossible" }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly message: string };

export interface ExactRun {
  /** Ends it at once; nothing more is heard of it. */
  cancel(): void;
}

/** Tries to prove that no plan is better than the proposal, or finds a better one. Null where the proposal is too large to be worth it. */
export function startExact(
  optimizer: OptimizerPort,
  proposal: Proposal,
  seconds: number,
  listen: (state: ExactState) => void,
): ExactRun | null {
  if (!proposal.canBeExact) return null;
  const { problem, progress } = proposal;
  const cost = progress.cost.total;
  let isOver = false;
  let spent = 0;
  const tell = (state: ExactState) => {
    if (!isOver) listen(state);
  };
  const end = optimizer.exact(
    {
      problem: problem.rows,
      options: problem.options,
      plan: { assignment: progress.assignment, centers: progress.centers, cost },
      feasible: progress.feasible,
      seconds,
    },
    {
      state: (state) => {
        spent = state.seconds;
        tell({ kind: "running", ...state, gap: gapAbove(cost, state.bound) });
      },
      done: (answer, better) => {
        if (answer.status === "impossible") return tell({ kind: "impossible" });
        const isBetter = better !== null && isImproved(progress, better);
        const outcome = outcomeOf(answer, isBetter ? better : progress, spent);
        const next = isBetter ? withPlan(proposal, better) : proposal;
        tell({ kind: "done", proposal: { ...next, exact: outcome }, better: isBetter });
      },
      tooLarge: () => tell({ kind: "too-large" }),
      failed: (message) => tell({ kind: "failed", message }),
    },
  );
  tell({ kind: "running", bound: Number.NEGATIVE_INFINITY, gap: null, seconds: 0 });
  return {
    cancel() {
      isOver = true;
      end();
    },
  };
}

function withPlan(proposal: Proposal, found: SearchProgress): Proposal {
  const progress = { ...found, iterations: proposal.progress.iterations };
  return proposalOf(proposal, progress, proposal);
}

function isImproved(now: SearchProgress, next: SearchProgress): boolean {
  if (now.feasible !== next.feasible) return next.feasible;
  return next.cost.total < now.cost.total;
}

function outcomeOf(
  { status, scope, bound }: ExactAnswer,
  { cost }: SearchProgress,
  seconds: number,
): ExactOutcome {
  return { proven: status === "proven", scope, bound, gap: gapAbove(cost.total, bound), seconds };
}

/** By what share of the bound a cost lies above it; null where the bound says nothing. */
function gapAbove(cost: number, bound: number): number | null {
  if (!(bound > 0) || !Number.isFinite(bound)) return cost <= bound ? 0 : null;
  return Math.max(0, cost / bound - 1);
}
