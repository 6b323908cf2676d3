import type { Plan } from "./plan";

/** The search takes relative violations up to 1e-9 for rounding; the bounds must not be stricter. */
const ROUNDING = 2e-9;

/** The normalized bounds of a plan at territory × measure, loosened by what counts as rounding. */
export function looseBounds(plan: Plan): { readonly least: Float64Array; readonly most: Float64Array } {
  return {
    least: plan.least.map((value, at) => value - ROUNDING / plan.scale[at]!),
    most: plan.most.map((value, at) => value + ROUNDING / plan.scale[at]!),
  };
}

/** Whether every cost is a whole number of kilometers, so that a bound may be rounded up. */
export function hasWholeCosts({ problem, keep }: Plan): boolean {
  const isWhole = (value: number): boolean => value === Math.floor(value);
  return (
    problem.distance === "floored" &&
    problem.visits.every(isWhole) &&
    problem.disruptionPrice.every((price) => isWhole(keep * price)) &&
    (problem.classes?.cost ?? []).every(isWhole)
  );
}
