/** 100 × value ÷ target; NaN (shown as a blank) where the target is not above 0. */
export function indexOf(value: number, target: number): number {
  return target > 0 ? (100 * value) / target : Number.NaN;
}

/** (value − target) ÷ target, as a fraction; NaN where the target is not above 0. */
export function deviationOf(value: number, target: number): number {
  return target > 0 ? (value - target) / target : Number.NaN;
}

/**
 * 100 × (1 − mean over territories of |value − target| ÷ target), floored at 0. Territories whose target is not above 0
 * are left out; NaN where none is left.
 */
export function measureScore(totals: Float64Array, targets: Float64Array): number {
  let territories = 0;
  let deviations = 0;
  for (let slot = 1; slot < targets.length; slot++) {
    const deviation = deviationOf(totals[slot]!, targets[slot]!);
    if (Number.isNaN(deviation)) continue;
    territories++;
    deviations += Math.abs(deviation);
  }
  return territories === 0 ? Number.NaN : Math.max(0, 100 * (1 - deviations / territories));
}

/** Mean of the measures' scores by weight; measures without a score or a weight are left out. NaN where none is left. */
export function balanceScore(scores: readonly { readonly score: number; readonly weight: number }[]): number {
  let weights = 0;
  let sum = 0;
  for (const { score, weight } of scores) {
    if (Number.isNaN(score) || weight <= 0) continue;
    weights += weight;
    sum += weight * score;
  }
  return weights === 0 ? Number.NaN : sum / weights;
}

/** Territories whose deviation is within the tolerance (a fraction), of those that have a target. */
export function territoriesWithin(totals: Float64Array, targets: Float64Array, tolerance: number): number {
  let within = 0;
  for (let slot = 1; slot < targets.length; slot++) {
    if (Math.abs(deviationOf(totals[slot]!, targets[slot]!)) <= tolerance + 1e-9) within++;
  }
  return within;
}
