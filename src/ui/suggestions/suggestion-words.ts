import { type Alignment, type TerritorySlot, territoryAt } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { indexOf } from "../../model/metrics/balance";
import type { Figures } from "../../model/metrics/figures";
import { meanKm } from "../../model/metrics/travel";
import type { Plan } from "../../model/plan";
import type { Suggestion } from "../../model/suggest/suggest-moves";
import type { Diagnosis } from "../../model/suggest/territory-diagnosis";
import { rowName } from "../grid/table-columns";
import { countText, deviationText, distanceText, indexText, percentText, shortValue } from "../number-format";

/** What a suggestion does: "Move 12 accounts from Florida to Georgia". */
export function suggestionTitle(plan: Plan, alignment: Alignment, { moves }: Suggestion): string {
  const [first, second] = moves;
  const name = (slot: TerritorySlot) => territoryAt(alignment, slot).name;
  const what = (accounts: readonly number[]) =>
    accounts.length === 1
      ? rowName(plan.tables.accounts.columns, accounts[0]!) || "1 account"
      : countOf(accounts.length);
  if (second)
    return `Swap ${what(first!.accounts)} of ${name(first!.from)} for ${what(second.accounts)} of ${name(second.from)}`;
  return `Move ${what(first!.accounts)} from ${name(first!.from)} to ${name(first!.to)}`;
}

/** What it changes, exactly: balance, the measure that gains most, travel. */
export function suggestionEffect(plan: Plan, before: Figures, { moves, after }: Suggestion): string {
  const parts = [`Balance ${decimal(before.balanceScore)} → ${decimal(after.balanceScore)}`];
  const { from, to } = moves[0]!;
  const shift = strongestShift(before, after, from, to);
  if (shift) parts.push(shift);
  const [kmBefore, kmAfter] = [meanKm(before.travel), meanKm(after.travel)];
  const [was, is] = [distanceText(plan, kmBefore), distanceText(plan, kmAfter)];
  if (was !== is) parts.push(`mean distance ${was} → ${is}`);
  const lost = (after.disruption?.changedAccounts ?? 0) - (before.disruption?.changedAccounts ?? 0);
  if (lost > 0) parts.push(`${countOf(lost)} more ${lost === 1 ? "loses its" : "lose their"} rep`);
  if (lost < 0) parts.push(`${countOf(-lost)} back with ${lost === -1 ? "its" : "their"} rep`);
  return parts.join(" · ");
}

/** The indexes of the measure that changes most: "Revenue 165 → 132 and 71 → 98". */
function strongestShift(
  before: Figures,
  after: Figures,
  from: TerritorySlot,
  to: TerritorySlot,
): string | null {
  let strongest: { change: number; text: string } | null = null;
  for (const [m, { measure, totals, targets }] of before.measures.entries()) {
    const next = after.measures[m];
    if (measure.weight <= 0 || !next) continue;
    const texts: string[] = [];
    let change = 0;
    for (const slot of [from, to]) {
      const [was, is] = [
        indexOf(totals[slot]!, targets[slot]!),
        indexOf(next.totals[slot]!, next.targets[slot]!),
      ];
      if (Number.isNaN(was) || Number.isNaN(is)) continue;
      change += Math.abs(is - was);
      texts.push(`${indexText(was)} → ${indexText(is)}`);
    }
    if (texts.length > 0 && change > (strongest?.change ?? 0))
      strongest = { change, text: `${measure.name} ${texts.join(" and ")}` };
  }
  return strongest?.text ?? null;
}

/** What is off: "Florida: Revenue +65 %, $212K too much". */
export function diagnosisTitle(
  plan: Plan,
  alignment: Alignment,
  { slot, measure, deviation, excess }: Diagnosis,
): string {
  const amount = shortValue(plan, measure, Math.abs(excess));
  const name = territoryAt(alignment, slot).name;
  return `${name}: ${measure.name} ${deviationText(deviation)}, ${amount} ${excess > 0 ? "too much" : "missing"}`;
}

/** Below this share one account does not explain why a territory has too much. */
const TELLING_SHARE = 0.1;

/** What weighs most in it, and what it would be without: only where that says something. `accounts`: how many the territory has. */
export function diagnosisReason(plan: Plan, { largest, excess }: Diagnosis, accounts: number): string | null {
  const [first] = largest;
  if (!first) return "No account brings any.";
  const name = rowName(plan.tables.accounts.columns, first.account) || "One account";
  if (excess <= 0)
    return first.share >= 0.25 ? `${percentText(first.share)} of what it has is ${name} alone.` : null;
  if (first.share < TELLING_SHARE)
    return `It is many accounts (${countText(plan, accounts)}): none of them brings ${percentText(TELLING_SHARE)} of it.`;
  return `${name} alone is ${percentText(first.share)} of it; without it the index would be ${indexText(first.indexWithout)}.`;
}

function decimal(score: number): string {
  return Number.isNaN(score) ? "–" : score.toFixed(1);
}
