import type {
  BrokenBound,
  CostChange,
  IndexChange,
  MoveExplanation,
  MoveReason,
} from "../optimizer/explain-moves";
import type { MeasureRule } from "./impossible";
import type { OptimizerPort } from "./optimizer-port";
import type { Proposal } from "./proposal";

export type { CostChange, MoveReason } from "../optimizer/explain-moves";

/** A measure of a territory without and with what moved, as index: 100 × value ÷ target (for a capacity, ÷ cap). */
export interface IndexEffect {
  readonly rule: MeasureRule;
  readonly without: number;
  readonly with: number;
}

export interface BrokenRule {
  readonly territory: number;
  readonly rule: MeasureRule;
  readonly side: "above" | "below";
  /** By what share of the target. */
  readonly relative: number;
}

/** Why accounts that move together went from one territory to another. Accounts by row, territories by slot of the proposal. */
export interface ExplainedMove {
  readonly accounts: readonly number[];
  readonly from: number;
  readonly to: number;
  /**
   * The main reason, all else as proposed: a lock; the old territory is forbidden; the new one costs less; going back would break a
   * rule (`backBreaks`); or none of these: it made room for other moves.
   */
  readonly reason: MoveReason;
  /** By measure, as proposed: the territory they leave, and the one they join. */
  readonly left: readonly IndexEffect[];
  readonly joined: readonly IndexEffect[];
  /** Kilometers (visits × distance and what counts like them) that the new territory costs more than the old one. */
  readonly cost: CostChange;
  readonly backBreaks: BrokenRule | null;
  /** The next best territory: what it would cost more, and what it would break. */
  readonly runnerUp: {
    readonly territory: number;
    readonly extra: CostChange;
    readonly breaks: BrokenRule | null;
  } | null;
}

/** How near a territory is to its rules, tightest first. Slack in the measure's unit, negative where broken; `share` of the target. */
export interface BindingRules {
  readonly territory: number;
  readonly slacks: readonly {
    readonly rule: MeasureRule;
    readonly side: "above" | "below";
    readonly slack: number;
    readonly share: number;
  }[];
}

/** How many accounts move for which reason. Accounts that had no territory, or one that is dropped, are not among them. */
export interface MovesSummary {
  readonly moves: number;
  readonly accounts: number;
  readonly byReason: Readonly<Record<MoveReason, number>>;
}

/** The explanation of a proposal, kept beside the page and asked for piece by piece. All promises reject once it is closed. */
export interface ProposalExplanation {
  summary(): Promise<MovesSummary>;
  /** `count` moves from position `from`, in the order of their first account. */
  moves(from: number, count: number): Promise<readonly ExplainedMove[]>;
  /** The move an account (row) is part of, or null where it stays. */
  moveOf(account: number): Promise<ExplainedMove | null>;
  /** What binds each territory of the proposal. */
  territories(): Promise<readonly BindingRules[]>;
  close(): void;
}

/** Explains a proposal against the alignment that it was made from. Close it when it is no longer looked at. */
export function explainProposal(optimizer: OptimizerPort, proposal: Proposal): ProposalExplanation {
  const { problem, progress, slots, rules } = proposal;
  const { assignment, centers, cost } = progress;
  const explainer = optimizer.explain({
    problem: problem.rows,
    options: problem.options,
    plan: { assignment, centers, cost: cost.total },
  });
  const broken = (bound: BrokenBound | null): BrokenRule | null =>
    bound && {
      territory: slots[bound.territory]!,
      rule: rules[bound.measure]!,
      side: bound.side,
      relative: bound.relative,
    };
  const effects = (changes: readonly IndexChange[]) =>
    changes.map((change) => ({ rule: rules[change.measure]!, without: change.without, with: change.with }));
  const explained = ({ items, runnerUp, ...move }: MoveExplanation): ExplainedMove => ({
    accounts: items.map((item) => problem.rows.rows[item]!),
    from: slots[move.from]!,
    to: slots[move.to]!,
    reason: move.reason,
    left: effects(move.left),
    joined: effects(move.joined),
    cost: move.cost,
    backBreaks: broken(move.backBreaks),
    runnerUp: runnerUp && {
      territory: slots[runnerUp.territory]!,
      extra: runnerUp.extra,
      breaks: broken(runnerUp.breaks),
    },
  });
  return {
    summary: async () => {
      const { moves, items, byReason } = await explainer.summary();
      return { moves, accounts: items, byReason };
    },
    moves: async (from, count) => (await explainer.moves(from, count)).map(explained),
    moveOf: async (account) => {
      const item = itemOf(problem.rows.rows, account);
      const [move] = item < 0 ? [] : await explainer.moveOf(item);
      return move ? explained(move) : null;
    },
    territories: async () =>
      (await explainer.territories()).map(({ territory, slacks }) => ({
        territory: slots[territory]!,
        slacks: slacks.map(({ measure, ...slack }) => ({ ...slack, rule: rules[measure]! })),
      })),
    close: () => explainer.close(),
  };
}

/** Position of a row among rising rows; -1 where it is none of them. */
function itemOf(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else if (rows[middle]! > row) high = middle - 1;
    else return middle;
  }
  return -1;
}
