import type { TerritorySlot } from "../alignment";
import { planOfLayer } from "../eligibility";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { accountShares } from "./account-shares";
import { indexOf } from "./balance";
import type { Figures } from "./figures";

/** What a move would do to the territory that takes the accounts, in one measure. Indexes are NaN without a target. */
export interface MoveEffect {
  readonly measure: string;
  readonly before: number;
  readonly after: number;
}

export interface MoveEffects {
  /** Accounts that would move; locked ones and those already there do not count. */
  readonly moved: number;
  /** In the order of the plan's measures. */
  readonly effects: readonly MoveEffect[];
}

/**
 * What moving the accounts (each once) would do, by the slot they move to. Asked of every slot it costs one pass over the accounts. For
 * workload it is an estimate: the accounts bring the travel they cause where they are.
 */
export function moveEffects(
  plan: Plan,
  path: AlignmentPath,
  figures: Figures,
  accounts: readonly number[],
): (slot: TerritorySlot) => MoveEffects {
  const { locked, territoryOf, territories } = alignmentAt(plan, path);
  const eligible = planOfLayer(plan, path.layer).tables.accounts;
  const movable = accounts.filter((account) => !locked[account] && isLive(eligible, account));
  const countIn = new Float64Array(territories.length);
  for (const account of movable) countIn[territoryOf[account]!]!++;
  const sums = figures.measures.map(({ measure }) => {
    const values = accountShares(plan, path, measure);
    const sumIn = new Float64Array(territories.length);
    let sum = 0;
    for (const account of movable) {
      sum += values[account]!;
      sumIn[territoryOf[account]!]! += values[account]!;
    }
    return { sum, sumIn };
  });
  return (slot) => ({
    moved: movable.length - countIn[slot]!,
    effects: figures.measures.map(({ measure, totals, targets }, i) => ({
      measure: measure.name,
      before: indexOf(totals[slot]!, targets[slot]!),
      after: indexOf(totals[slot]! + sums[i]!.sum - sums[i]!.sumIn[slot]!, targets[slot]!),
    })),
  });
}
