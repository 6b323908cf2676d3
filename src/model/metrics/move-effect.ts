import type { TerritorySlot } from "../alignment";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { indexOf } from "./balance";
import type { Figures } from "./figures";
import { measureValues } from "./measure-values";

/** What a move would do to the territory that takes the accounts, in one measure. Indexes are NaN without a target. */
export interface MoveEffect {
  readonly measure: string;
  readonly before: number;
  readonly after: number;
}

/** What moving the accounts to `slot` would do to its indexes; locked ones and those already there do not count. */
export function moveEffect(
  plan: Plan,
  path: AlignmentPath,
  figures: Figures,
  accounts: readonly number[],
  slot: TerritorySlot,
): { readonly moved: number; readonly effects: readonly MoveEffect[] } {
  const alignment = alignmentAt(plan, path);
  const moving = accounts.filter(
    (account) => !alignment.locked[account] && alignment.territoryOf[account] !== slot,
  );
  const effects = figures.measures.map(({ measure, totals, targets }) => {
    const values = measureValues(plan.tables.accounts, measure);
    const gained = moving.reduce((sum, account) => sum + values[account]!, 0);
    return {
      measure: measure.name,
      before: indexOf(totals[slot]!, targets[slot]!),
      after: indexOf(totals[slot]! + gained, targets[slot]!),
    };
  });
  return { moved: moving.length, effects };
}
