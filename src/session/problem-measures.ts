import { type Alignment, primaryRep } from "../model/alignment";
import { measureValues } from "../model/metrics/measure-values";
import type { Plan } from "../model/plan";
import { columnByKey, rowById } from "../model/table";
import type { Measure } from "../optimizer/problem";
import { type ChosenTerritories, shareOf } from "./chosen-territories";
import type { MeasureRule } from "./impossible";
import type { CapacityRule, OptimizationSettings } from "./optimization-settings";

/** A measure of the problem, its values by account row, and the rule it stands for. */
export interface RuledMeasure {
  readonly rule: MeasureRule;
  readonly measure: Measure;
}

/**
 * The measures to balance, then the capacities. Targets are those the plan shows: shares of the total of all accounts. Measures that
 * sum to nothing are left out, and so are capacities that cap nothing.
 */
export function problemMeasures(
  plan: Plan,
  alignment: Alignment,
  settings: OptimizationSettings,
  chosen: ChosenTerritories,
): RuledMeasure[] {
  return [...balanced(plan, alignment, settings, chosen), ...capped(plan, alignment, settings, chosen)];
}

function balanced(
  plan: Plan,
  alignment: Alignment,
  settings: OptimizationSettings,
  { slots, allShares }: ChosenTerritories,
): RuledMeasure[] {
  return settings.balance.flatMap(({ measure: id, tolerance, tolerances }): RuledMeasure[] => {
    const summed = measureOf(plan, id);
    if (!summed || !(summed.total > 0) || !(allShares > 0)) return [];
    const { values, total, weight } = summed;
    const target = Float64Array.from(slots, (slot) => (total * shareOf(alignment, slot)) / allShares);
    const allowed = Float64Array.from(slots, (slot) =>
      slot === null ? tolerance : (tolerances?.[alignment.territories[slot]!.id] ?? tolerance),
    );
    return [
      {
        rule: { kind: "balance", measure: id },
        measure: {
          values,
          target,
          least: target.map((value, territory) => value * (1 - allowed[territory]!)),
          most: target.map((value, territory) => value * (1 + allowed[territory]!)),
          weight: weight > 0 ? weight : 1,
        },
      },
    ];
  });
}

function capped(
  plan: Plan,
  alignment: Alignment,
  settings: OptimizationSettings,
  { slots }: ChosenTerritories,
): RuledMeasure[] {
  return settings.capacities.flatMap((rule): RuledMeasure[] => {
    const summed = measureOf(plan, rule.measure);
    const most = Float64Array.from(slots, (slot) => capacityOf(plan, alignment, rule, slot));
    if (!summed || most.every((cap) => cap === Number.POSITIVE_INFINITY)) return [];
    // Violations are told relative to the cap; where there is none, the even share stands in for it.
    const even = summed.total / slots.length;
    return [
      {
        rule: { kind: "capacity", measure: rule.measure },
        measure: {
          values: summed.values,
          target: most.map((cap) => (Number.isFinite(cap) && cap > 0 ? cap : even)),
          least: new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY),
          most,
          weight: 0,
        },
      },
    ];
  });
}

/** What a territory may hold at most; Infinity where nothing is said. */
function capacityOf(
  plan: Plan,
  alignment: Alignment,
  { column, each, territories }: CapacityRule,
  slot: number | null,
): number {
  const territory = slot === null ? null : alignment.territories[slot]!;
  const typed = territory ? territories[territory.id] : undefined;
  if (typed !== undefined) return typed;
  const rep = territory && primaryRep(territory);
  const row = rep === null ? undefined : rowById(plan.tables.reps).get(rep);
  const capacities = column === null ? undefined : columnByKey(plan.tables.reps, column);
  const ofRep = row !== undefined && capacities?.kind === "number" ? capacities.values[row]! : Number.NaN;
  return Number.isNaN(ofRep) ? (each ?? Number.POSITIVE_INFINITY) : ofRep;
}

function measureOf(plan: Plan, id: string) {
  const measure = plan.measures.find((candidate) => candidate.id === id);
  if (!measure) return null;
  const values = measureValues(plan.tables.accounts, measure);
  let total = 0;
  // Runs once between two frames: an index is several times as fast as an iterator then.
  for (let row = 0; row < values.length; row++) total += values[row]!;
  return { values, total, weight: measure.weight };
}
