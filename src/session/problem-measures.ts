import type { Alignment } from "../model/alignment";
import { accountForecast } from "../model/metrics/account-shares";
import { repNumbersByKey, repParts } from "../model/metrics/rep-part";
import { targetsOfSlots, targetWeights } from "../model/metrics/targets";
import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import type { Measure } from "../optimizer/problem";
import type { ChosenTerritories } from "./chosen-territories";
import type { MeasureRule } from "./impossible";
import type { CapacityRule, OptimizationSettings } from "./optimization-settings";

/** A measure of the problem, its values by account row, and the rule it stands for. */
export interface RuledMeasure {
  readonly rule: MeasureRule;
  readonly measure: Measure;
}

/**
 * The measures to balance, then the capacities. Targets are those the plan shows for these territories. Workload counts as it is shared out
 * among the accounts now. Measures that sum to nothing are left out (so are those of units, which accounts do not carry with them), and
 * so are capacities that cap nothing.
 */
export function problemMeasures(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  chosen: ChosenTerritories,
): RuledMeasure[] {
  return [...balanced(plan, path, settings, chosen), ...capped(plan, path, settings, chosen)];
}

function balanced(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  { slots, dividing }: ChosenTerritories,
): RuledMeasure[] {
  const alignment = alignmentAt(plan, path);
  return settings.balance.flatMap(({ measure: id, tolerance, tolerances }): RuledMeasure[] => {
    const summed = measureOf(plan, path, id);
    if (!summed || !(summed.total > 0)) return [];
    const { measure, values, total } = summed;
    const weights = targetWeights(measure, alignment, plan.tables.reps);
    const divided = targetsOfSlots(weights, total, dividing);
    const target =
      dividing === slots ? divided : Float64Array.from(slots, (slot) => divided[dividing.indexOf(slot)] ?? 0);
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
          weight: measure.weight > 0 ? measure.weight : 1,
        },
      },
    ];
  });
}

function capped(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  { slots }: ChosenTerritories,
): RuledMeasure[] {
  const alignment = alignmentAt(plan, path);
  return settings.capacities.flatMap((rule): RuledMeasure[] => {
    const summed = measureOf(plan, path, rule.measure);
    const most = capacities(plan, alignment, rule, slots);
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

/** What each territory may hold at most; Infinity where nothing is said. A rep with several territories splits the capacity evenly. */
function capacities(
  plan: Plan,
  alignment: Alignment,
  { column, each, territories }: CapacityRule,
  slots: readonly (number | null)[],
): Float64Array {
  const { reps } = plan.tables;
  const ofReps = column === null ? null : repParts(alignment, reps, repNumbersByKey(reps, column));
  return Float64Array.from(slots, (slot) => {
    const typed = slot === null ? undefined : territories[alignment.territories[slot]!.id];
    const ofRep = slot === null || !ofReps ? Number.NaN : ofReps[slot]!;
    return typed ?? (Number.isNaN(ofRep) ? (each ?? Number.POSITIVE_INFINITY) : ofRep);
  });
}

function measureOf(plan: Plan, path: AlignmentPath, id: string) {
  const measure = plan.measures.find((candidate) => candidate.id === id);
  if (!measure) return null;
  const values = accountForecast(plan, path, measure);
  let total = 0;
  // Runs once between two frames: an index is several times as fast as an iterator then.
  for (let row = 0; row < values.length; row++) total += values[row]!;
  return { measure, values, total };
}
