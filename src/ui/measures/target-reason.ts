import type { Measure } from "../../model/measure";
import { restOf, type TargetWeights } from "../../model/metrics/targets";
import type { Plan } from "../../model/plan";
import { columnByRole } from "../../model/table";
import { fullValue, numberFormat, percentText } from "../number-format";

/** Why a territory's target is what it is: "quota $1,200,000 of $9,600,000: 12.5 % of 8,400 h". */
export function targetReason(
  plan: Plan,
  measure: Measure,
  weights: TargetWeights,
  slot: number,
  total: number,
): string {
  if (!Number.isNaN(weights.typed[slot]!)) return "typed";
  const { rest, parts } = restOf(weights, total);
  const weight = weights.weights[slot]!;
  const part = parts > 0 ? weight / parts : 0;
  const hasTyped = weights.typed.some((typed) => !Number.isNaN(typed));
  const of = `${percentText(part, 1)} of ${hasTyped ? "the remaining " : ""}${fullValue(plan, measure, rest)}`;
  switch (weights.rule) {
    case "equal":
      return of;
    case "share":
      return `share ${percentText(weight)}: ${of}`;
    case "ramp":
      return `share × productivity ${percentText(weight)}: ${of}`;
    case "quota":
    case "capacity": {
      const words = weights.assumed[slot] ? `${weights.rule} not known, the mean` : weights.rule;
      const text = (value: number) => repNumber(plan, weights.rule as "quota" | "capacity", value);
      return `${words} ${text(weight)} of ${text(parts)}: ${of}`;
    }
  }
}

function repNumber({ tables, settings }: Plan, role: "quota" | "capacity", value: number): string {
  const money = columnByRole(tables.reps, role)?.type === "currency";
  const style = money ? ({ style: "currency", currency: settings.currency } as const) : {};
  return numberFormat(settings.locale, { ...style, maximumFractionDigits: 0 }).format(value);
}
