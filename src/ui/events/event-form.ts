import { territoryAt, territorySlots } from "../../model/alignment";
import {
  defaultOptimizationSettings,
  type OptimizationSettings,
  type TerritoryChoice,
} from "../../session/optimization-settings";
import type { Planner } from "../planner";

/** What the form of an event tells the dialog around it. */
export interface EventForm {
  /** What is still to be said, in words; null where nothing is. */
  readonly missing: () => string | null;
  /** What the button says. */
  readonly verb: () => string;
  readonly run: () => void;
}

/**
 * Settings that touch as little as possible: accounts stay in the territory they are in, and a territory that is out of balance today may stay as far
 * out as it is, so that only the event itself moves accounts.
 */
export function gentleSettings(planner: Planner, territories: TerritoryChoice): OptimizationSettings {
  const { plan, alignment, figures } = planner.session;
  const settings = defaultOptimizationSettings(plan, 2);
  const gone = new Set(territories.kind === "drop" ? territories.territories : []);
  const staying = territorySlots(alignment).filter((slot) => !gone.has(territoryAt(alignment, slot).id));
  const balance = settings.balance.map((rule) => {
    const figure = figures.measures.find(({ measure }) => measure.id === rule.measure);
    if (!figure) return rule;
    const { totals, targets } = figure;
    const before = targets.reduce((sum, target) => sum + target, 0);
    const after = staying.reduce((sum, slot) => sum + targets[slot]!, 0);
    const growth = after > 0 ? before / after : 1;
    const tolerances = staying.flatMap((slot) => {
      // What is empty is to be filled.
      if (!(targets[slot]! > 0) || totals[slot] === 0) return [];
      const deviation = Math.abs(totals[slot]! / (growth * targets[slot]!) - 1);
      return [[territoryAt(alignment, slot).id, Math.max(rule.tolerance, roundedUp(deviation))] as const];
    });
    return { ...rule, tolerances: Object.fromEntries(tolerances) };
  });
  return { ...settings, territories, balance, keep: "strongly", keepWhat: "territory" };
}

/** To the next half of a percent. */
function roundedUp(deviation: number): number {
  return Math.ceil(deviation * 200) / 200;
}
