import type { TerritorySlot } from "../alignment";
import { planOfLayer } from "../eligibility";
import { misplacedAccounts, refusedCount } from "../hybrid";
import { isHeld } from "../named-accounts";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { accountShares } from "./account-shares";
import { balanceScore, deviationOf, indexOf } from "./balance";
import type { Figures } from "./figures";

/** What a move would do to one territory in one measure. Indexes are NaN without a target. */
export interface MoveEffect {
  readonly measure: string;
  readonly before: number;
  readonly after: number;
  /** Whether the index after the move lies within the measure's tolerance; true without a target. */
  readonly within: boolean;
}

/** What a move would do to the territory that takes the accounts, and to the plan. */
export interface MoveEffects {
  /** Accounts that would move; those that stay and those already there do not count. */
  readonly moved: number;
  /** Accounts that are there already. */
  readonly there: number;
  /** Of those that would move: accounts whose segment the territory does not take. */
  readonly refused: number;
  /** In the order of the plan's measures. */
  readonly effects: readonly MoveEffect[];
  /** The balance score after the move; NaN where nothing can be balanced. */
  readonly balance: number;
}

/** What a move would do to a territory that accounts leave. */
export interface LeavingEffects {
  readonly slot: TerritorySlot;
  readonly left: number;
  readonly effects: readonly MoveEffect[];
}

/** Accounts that a move leaves where they are, whatever its target; each counts once. */
export interface StayingAccounts {
  readonly locked: number;
  readonly named: number;
  readonly ineligible: number;
}

export interface MovePreview {
  /** Accounts that were asked about. */
  readonly accounts: number;
  readonly staying: StayingAccounts;
  /** Constant time for each target but for the measures. */
  readonly to: (slot: TerritorySlot) => MoveEffects;
  /** The territories that would lose accounts to a target, Unassigned too, the one whose indexes change most first. */
  readonly from: (slot: TerritorySlot) => LeavingEffects[];
}

/**
 * What moving the accounts (each once) would do, by the slot they move to. One pass over the accounts, then any number of targets. For
 * workload it is an estimate: the accounts bring the travel they cause where they are.
 */
export function previewMove(
  plan: Plan,
  path: AlignmentPath,
  figures: Figures,
  accounts: readonly number[],
): MovePreview {
  const alignment = alignmentAt(plan, path);
  const { locked, territoryOf, territories } = alignment;
  const eligible = planOfLayer(plan, path.layer).tables.accounts;
  const staying = { locked: 0, named: 0, ineligible: 0 };
  const movable: number[] = [];
  for (const account of accounts) {
    if (!isLive(eligible, account)) staying.ineligible++;
    else if (!locked[account]) movable.push(account);
    else if (isHeld(plan, alignment, account)) staying.locked++;
    else staying.named++;
  }
  const countIn = new Float64Array(territories.length);
  for (const account of movable) countIn[territoryOf[account]!]!++;
  const leaving = [...countIn.keys()].filter((slot) => countIn[slot]! > 0);
  const moves = figures.measures.map(({ measure, totals, targets }) => {
    const values = accountShares(plan, path, measure);
    const sumIn = new Float64Array(territories.length);
    let sum = 0;
    for (const account of movable) {
      sum += values[account]!;
      sumIn[territoryOf[account]!]! += values[account]!;
    }
    return { measure, totals, targets, sum, sumIn, ...deviationsOf(totals, targets, leaving, sumIn) };
  });
  const refusedBy = refusedCount(plan, path, movable);
  const misplaced = misplacedAccounts(plan, path);
  const refusedIn = new Float64Array(territories.length);
  if (misplaced) for (const account of movable) refusedIn[territoryOf[account]!]! += misplaced[account]!;
  const effectOf = (move: (typeof moves)[number], slot: TerritorySlot, change: number): MoveEffect => {
    const target = move.targets[slot]!;
    const deviation = deviationOf(move.totals[slot]! + change, target);
    return {
      measure: move.measure.name,
      before: indexOf(move.totals[slot]!, target),
      after: indexOf(move.totals[slot]! + change, target),
      within: !(Math.abs(deviation) > move.measure.tolerance + 1e-9),
    };
  };
  return {
    accounts: accounts.length,
    staying,
    to: (slot) => ({
      moved: movable.length - countIn[slot]!,
      there: countIn[slot]!,
      refused: refusedBy(slot) - refusedIn[slot]!,
      effects: moves.map((move) => effectOf(move, slot, move.sum - move.sumIn[slot]!)),
      balance: balanceScore(
        moves.map((move) => ({ score: scoreAfter(move, slot), weight: move.measure.weight })),
      ),
    }),
    from: (target) =>
      leaving
        .filter((slot) => slot !== target)
        .map((slot) => ({
          slot,
          left: countIn[slot]!,
          effects: moves.map((move) => effectOf(move, slot, -move.sumIn[slot]!)),
        }))
        .sort((a, b) => largestChange(b) - largestChange(a) || b.left - a.left || a.slot - b.slot),
  };
}

/** The sum of all deviations, how many there are, and by how much leaving changes those of the territories that are left. */
function deviationsOf(
  totals: Float64Array,
  targets: Float64Array,
  leaving: readonly TerritorySlot[],
  sumIn: Float64Array,
) {
  let count = 0;
  let deviations = 0;
  for (let slot = 1; slot < targets.length; slot++) {
    const deviation = deviationOf(totals[slot]!, targets[slot]!);
    if (Number.isNaN(deviation)) continue;
    count++;
    deviations += Math.abs(deviation);
  }
  const lossAt = new Map(leaving.map((slot) => [slot, growth(totals[slot]!, -sumIn[slot]!, targets[slot]!)]));
  let losses = 0;
  for (const loss of lossAt.values()) losses += loss;
  return { count, deviations, lossAt, losses };
}

/** By how much a change of a territory's total takes it further from its target (nearer: below 0), as a share of the target. */
function growth(total: number, change: number, target: number): number {
  if (!(target > 0)) return 0;
  return Math.abs(deviationOf(total + change, target)) - Math.abs(deviationOf(total, target));
}

function scoreAfter(
  move: ReturnType<typeof deviationsOf> & {
    readonly totals: Float64Array;
    readonly targets: Float64Array;
    readonly sum: number;
    readonly sumIn: Float64Array;
  },
  slot: TerritorySlot,
): number {
  if (move.count === 0) return Number.NaN;
  const gain = growth(move.totals[slot]!, move.sum - move.sumIn[slot]!, move.targets[slot]!);
  const deviations = move.deviations + move.losses - (move.lossAt.get(slot) ?? 0) + gain;
  return Math.max(0, 100 * (1 - deviations / move.count));
}

function largestChange({ effects }: LeavingEffects): number {
  return effects.reduce((most, { before, after }) => Math.max(most, Math.abs(after - before) || 0), 0);
}
