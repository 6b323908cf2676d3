import { planOfLayer } from "../eligibility";
import type { AlignmentPath, Measure, Plan } from "../plan";
import { measureValues } from "./measure-values";
import { workloadForecast, workloadShares } from "./workload-shares";

/**
 * What each account brings to a measure where it is now, by account row: `measureValues`, for workload its hours with its part of the
 * territory's travel, and nothing for measures of units, which accounts do not carry with them. Accounts that do not count in the layer
 * bring 0. Shared: do not write to it.
 */
export function accountShares(plan: Plan, path: AlignmentPath, measure: Measure): Float64Array {
  return measure.source.kind === "workload"
    ? workloadShares(plan, path)
    : measureValues(planOfLayer(plan, path.layer).tables.accounts, measure);
}

/** What an optimizer should count for each account: the same, for workload as it can be expected once territories are drawn well. */
export function accountForecast(plan: Plan, path: AlignmentPath, measure: Measure): Float64Array {
  return measure.source.kind === "workload"
    ? workloadForecast(plan, path)
    : accountShares(plan, path, measure);
}
