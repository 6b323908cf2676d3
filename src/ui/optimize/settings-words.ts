import { type Alignment, territorySlots } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import type { Plan } from "../../model/plan";
import { columnByKey } from "../../model/table";
import type { OptimizationSettings } from "../../session/optimization-settings";
import { percentText } from "../number-format";

/** "Potential ±10 %, Revenue ±5 %". */
export function balanceWords(plan: Plan, { balance, capacities }: OptimizationSettings): string {
  const measures = balance.flatMap(({ measure: id, tolerance }) => {
    const measure = plan.measures.find((candidate) => candidate.id === id);
    return measure ? [`${measure.name} ±${Math.round(tolerance * 100)} %`] : [];
  });
  if (capacities.length > 0)
    measures.push(capacities.length === 1 ? "1 capacity" : `${capacities.length} capacities`);
  return measures.length > 0 ? measures.join(", ") : "Nothing yet";
}

/** "Prefer today's rep · at most 15 % of revenue". */
export function protectWords({ keep, changeLimit, countFit }: OptimizationSettings, locked: number): string {
  const parts = [{ ignore: "Draw freely", prefer: "Prefer today's rep", strongly: "Touch little" }[keep]];
  if (changeLimit) parts.push(`at most ${percentText(changeLimit.share)} of ${changeLimit.by}`);
  if (countFit) parts.push("rep fit");
  if (locked > 0) parts.push(`${locked} locked`);
  return parts.join(" · ");
}

/** "Families · territories hang together". */
export function togetherWords(plan: Plan, settings: OptimizationSettings): string {
  const { families, wholeColumn, connected } = settings;
  const parts: string[] = [];
  if (families) parts.push("Families");
  if (wholeColumn) parts.push(columnByKey(plan.tables.accounts, wholeColumn)?.header ?? "units");
  if (connected) parts.push("territories in one piece");
  const text = parts.join(" · ");
  return text ? text[0]!.toUpperCase() + text.slice(1) : "Nothing in particular";
}

/** "From the reps' homes". */
export function travelWords({ fromHomes }: OptimizationSettings): string {
  return fromHomes ? "From the reps' homes" : "To the middle of each territory";
}

/** "The 24 existing ones". */
export function territoriesWords(
  alignment: Alignment,
  { territories: choice }: OptimizationSettings,
): string {
  const existing = territorySlots(alignment).length;
  switch (choice.kind) {
    case "existing":
      return existing === 1 ? "The existing one" : `The ${existing} existing ones`;
    case "within":
      return `Only ${choice.territories.length} of ${existing}`;
    case "add":
      return `${existing} and ${choice.count} new`;
    case "drop":
      return `Without ${choice.territories.length} of ${existing}`;
    case "count":
      return `${choice.count} drawn anew`;
    case "regions":
      return choice.regions === "groups"
        ? "Inside today's regions"
        : `${choice.regions} regions, then ${choice.count}`;
  }
}

/** "12 accounts are locked …". */
export function lockWords(locked: number): string {
  if (locked === 0) return "No account is locked. Locked accounts always stay.";
  const stay = locked === 1 ? "it stays where it is" : "they stay where they are";
  return `${countOf(locked)} locked: ${stay}.`;
}
