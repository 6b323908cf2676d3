import { type Alignment, territorySlots } from "../alignment";
import { type Measure, TARGET_BY_SHARE, type TargetRule } from "../measure";
import type { Table } from "../table";
import { repNumbers, repParts, territoryProductivity } from "./rep-part";

/** How the total of a measure is divided. Arrays by slot; slot 0 and deleted territories have weight 0. */
export interface TargetWeights {
  /** The rule that the weights follow: by share where the wanted one finds nothing to go by. */
  readonly rule: TargetRule["kind"];
  readonly weights: Float64Array;
  /** 1 where the rep's number is not known and the mean of the others stands for it. */
  readonly assumed: Uint8Array;
  /** The target that the planner typed; NaN where none was. */
  readonly typed: Float64Array;
}

/** The weights by which the territories of an alignment divide a measure. */
export function targetWeights(measure: Measure, alignment: Alignment, reps: Table): TargetWeights {
  const { length } = alignment.territories;
  const slots = territorySlots(alignment);
  const typed = new Float64Array(length).fill(Number.NaN);
  for (const slot of slots) {
    const target = measure.typed?.[alignment.territories[slot]!.id];
    if (target !== undefined && target >= 0) typed[slot] = target;
  }
  const share = (slot: number) => alignment.territories[slot]!.share;
  const divide = (kind: TargetRule["kind"], weightOf: (slot: number) => number): TargetWeights => {
    const weights = new Float64Array(length);
    for (const slot of slots) weights[slot] = weightOf(slot);
    return { rule: kind, weights, assumed: new Uint8Array(length), typed };
  };
  const rule = measure.target ?? TARGET_BY_SHARE;
  switch (rule.kind) {
    case "share":
      return divide("share", share);
    case "equal":
      return divide("equal", () => 1);
    case "ramp": {
      const productivity = territoryProductivity(alignment, reps, rule.from, rule.months);
      return divide("ramp", (slot) => share(slot) * productivity[slot]!);
    }
    case "quota":
    case "capacity": {
      const parts = repParts(alignment, reps, repNumbers(reps, rule.kind));
      const known = slots.filter((slot) => !Number.isNaN(parts[slot]!));
      const mean = known.reduce((sum, slot) => sum + parts[slot]!, 0) / known.length;
      if (!(mean > 0)) return divide("share", share);
      const divided = divide(rule.kind, (slot) => (Number.isNaN(parts[slot]!) ? mean : parts[slot]!));
      for (const slot of slots) if (Number.isNaN(parts[slot]!)) divided.assumed[slot] = 1;
      return divided;
    }
  }
}

/**
 * What each territory should hold, by slot: what was typed for it, else its part of the rest of the total, Unassigned included. Slot 0 and
 * deleted territories have 0.
 */
export function targetsOf({ weights, typed }: TargetWeights, total: number): Float64Array {
  const { parts, rest } = restOf({ weights, typed }, total);
  return weights.map((weight, slot) => {
    const own = typed[slot]!;
    if (!Number.isNaN(own)) return own;
    return parts > 0 ? (rest * weight) / parts : 0;
  });
}

/**
 * The same for a choice of slots, in their order, when the others are dropped; null stands for a territory to come, which has a full share
 * or the mean quota or capacity. Without dropped, coming and typed ones the targets sum to the total.
 */
export function targetsOfSlots(
  { rule, weights, typed }: TargetWeights,
  total: number,
  slots: readonly (number | null)[],
): Float64Array {
  const existing = slots.filter((slot) => slot !== null);
  const mean = existing.reduce((sum, slot) => sum + weights[slot]!, 0) / existing.length;
  const coming = (rule === "quota" || rule === "capacity") && mean > 0 ? mean : 1;
  const chosen = {
    rule,
    assumed: new Uint8Array(slots.length + 1),
    weights: Float64Array.of(0, ...slots.map((slot) => (slot === null ? coming : weights[slot]!))),
    typed: Float64Array.of(Number.NaN, ...slots.map((slot) => (slot === null ? Number.NaN : typed[slot]!))),
  };
  return targetsOf(chosen, total).slice(1);
}

/** What is left of a total after the typed targets (never below 0), and the sum of the weights that divide it. */
export function restOf(
  { weights, typed }: Pick<TargetWeights, "weights" | "typed">,
  total: number,
): { readonly rest: number; readonly parts: number } {
  let [rest, parts] = [total, 0];
  for (let slot = 1; slot < weights.length; slot++) {
    if (Number.isNaN(typed[slot]!)) parts += weights[slot]!;
    else rest -= typed[slot]!;
  }
  return { rest: Math.max(0, rest), parts };
}

/** Sum over all slots, Unassigned included. */
export function totalOf(totals: Float64Array): number {
  let total = 0;
  for (const value of totals) total += value;
  return total;
}
