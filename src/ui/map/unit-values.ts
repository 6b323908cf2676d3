import type { Measure } from "../../model/measure";
import { accountShares } from "../../model/metrics/account-shares";
import { unitValues } from "../../model/metrics/measure-values";
import type { AlignmentPath, Plan } from "../../model/plan";
import { accountsPerUnit, unitOfAccount } from "../../model/units";

/** How much of a measure each unit has, by unit row: its own potential, or what the accounts in it bring. */
export function valuesOfUnits(plan: Plan, path: AlignmentPath, measure: Measure): Float64Array {
  const { units } = plan.tables;
  if (measure.source.kind === "unit-column") return unitValues(units, measure.source.column);
  const values = new Float64Array(units.count);
  const shares = accountShares(plan, path, measure);
  const unitOf = unitOfAccount(plan);
  for (let account = 0; account < shares.length; account++) {
    const unit = unitOf[account]!;
    if (unit >= 0) values[unit]! += shares[account]!;
  }
  return values;
}

/** The same for units without an account; NaN for those that have one. */
export function whiteSpace(plan: Plan, path: AlignmentPath, measure: Measure): Float64Array {
  const counts = accountsPerUnit(plan);
  return valuesOfUnits(plan, path, measure).map((value, unit) => (counts[unit]! > 0 ? Number.NaN : value));
}

/** The value from which on the scale has its strongest color: all but the largest hundredth are below. 0 where none is above 0. */
export function strongestValue(values: Float64Array): number {
  const positive = values.filter((value) => value > 0).sort();
  return positive[Math.max(0, Math.ceil(positive.length * 0.99) - 1)] ?? 0;
}
