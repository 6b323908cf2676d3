import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import type { NeededCount, NoCount } from "../optimizer/territories-needed";
import { heldSlots } from "./chosen-territories";
import type { ImpossibleFact } from "./impossible";
import { impossibleFacts } from "./impossible-facts";
import { type CannotOptimize, optimizationProblem } from "./optimization-problem";
import type { OptimizationSettings } from "./optimization-settings";
import type { OptimizerPort } from "./optimizer-port";
import { proposalFrame } from "./proposal";

/** How many territories a capacity asks for, and why not fewer. */
export interface NeededTerritories {
  /** The least number for which a plan is known. */
  readonly count: number;
  /** What the sum alone asks for. */
  readonly bySum: number;
  /**
   * Why one fewer is not enough: the sum; facts about large or locked accounts (of the problem with one fewer); or only that no plan was found.
   */
  readonly because: "sum" | "facts" | "not-found";
  readonly facts: readonly ImpossibleFact[];
}

export type NeededTerritoriesState =
  /** `trying` territories now. */
  | { readonly kind: "running"; readonly trying: number; readonly bySum: number }
  | { readonly kind: "done"; readonly answer: NeededTerritories }
  /** No number is enough, as the facts say (an account above the capacity); without facts, none was found up to `tried`. */
  | { readonly kind: "impossible"; readonly facts: readonly ImpossibleFact[]; readonly tried: number }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Finds the least number of territories that hold no more than `each` of a measure. Locks, families, units and whether territories hang
 * together are kept as in the settings; balance and other capacities are not asked for.
 */
export function startNeededTerritories(
  optimizer: OptimizerPort,
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  capacity: { readonly measure: string; readonly each: number },
  listen: (state: NeededTerritoriesState) => void,
): { cancel(): void } | CannotOptimize {
  if (!(capacity.each > 0)) return { reason: "Say how much a territory may hold: more than 0." };
  const pinned = heldSlots(alignmentAt(plan, path));
  const asked: OptimizationSettings = {
    ...settings,
    territories: { kind: "count", count: Math.max(1, pinned.size) },
    balance: [],
    capacities: [{ ...capacity, column: null, territories: {} }],
    keep: "ignore",
    changeLimit: null,
    fromHomes: false,
  };
  const problem = optimizationProblem(plan, path, asked);
  if ("reason" in problem) return problem;
  // No plan is proposed, so new territories need no ids that last.
  const frame = proposalFrame(plan, path, problem, asked, () => "needed");
  let isOver = false;
  const tell = (state: NeededTerritoriesState) => {
    if (!isOver) listen(state);
  };
  const answered = (answer: NeededCount | NoCount): NeededTerritoriesState => {
    const facts = impossibleFacts(frame, answer.facts);
    if (answer.kind === "none") return { kind: "impossible", facts, tried: answer.tried };
    const { count, bySum, because } = answer;
    return { kind: "done", answer: { count, bySum, because, facts } };
  };
  const end = optimizer.territoriesNeeded(
    { problem: problem.rows, options: problem.options, seed: settings.seed },
    {
      trying: ({ count, bySum }) => tell({ kind: "running", trying: count, bySum }),
      answer: (answer) => tell(answered(answer)),
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
