import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { setMeasure } from "../../src/model/edits/plan-records";
import { workloadForecast } from "../../src/model/metrics/workload-shares";
import type { Plan } from "../../src/model/plan";
import { optimizationProblem } from "../../src/session/optimization-problem";
import {
  defaultOptimizationSettings,
  type OptimizationSettings,
} from "../../src/session/optimization-settings";
import { PATH } from "../helpers/small-plan";
import { twelveAccounts } from "../helpers/twelve-accounts";

function measuresOf(plan: Plan, settings: Partial<OptimizationSettings> = {}) {
  const problem = optimizationProblem(plan, PATH, { ...defaultOptimizationSettings(plan, 2), ...settings });
  if ("reason" in problem) throw new Error(problem.reason);
  return problem.rows.measures;
}
const only = (id: string) => ({ balance: [{ measure: id, tolerance: 0.1 }] });

describe("a problem over workload", () => {
  it("has each account bring the hours it will from the nearest base, towards shares of their total", () => {
    const plan = twelveAccounts();
    const [workload] = measuresOf(plan, only("workload"));
    const values = [...workloadForecast(plan, PATH)];
    expect([...workload!.values]).toEqual(values);
    const total = values.reduce((sum, hours) => sum + hours, 0);
    expect(workload!.target[0]).toBeCloseTo(total / 2, 8);
  });

  it("has centers at the reps' homes, which the way is counted from", () => {
    const plan = twelveAccounts();
    expect(defaultOptimizationSettings(plan, 2).fromHomes).toBe(true);
    const without = { ...plan, measures: plan.measures.slice(0, 2) };
    expect(defaultOptimizationSettings(without, 2).fromHomes).toBe(false);
  });

  it("follows quotas and typed targets", () => {
    const plan = twelveAccounts();
    const byQuota = { ...plan.measures[1]!, target: { kind: "quota" } } as const;
    const quota = applyPatch(plan, setMeasure(plan, "revenue", byQuota));
    expect([...measuresOf(quota, only("revenue"))[0]!.target]).toEqual([5850, 1950]);
    const typed = applyPatch(
      plan,
      setMeasure(plan, "revenue", { ...byQuota, typed: { "territory-A": 800 } }),
    );
    expect([...measuresOf(typed, only("revenue"))[0]!.target]).toEqual([800, 7000]);
  });

  it("leaves measures of units out, which no move of accounts changes", () => {
    const plan = twelveAccounts();
    const units = { ...plan.measures[0]!, source: { kind: "unit-column", column: "market" } } as const;
    const measured = applyPatch(plan, setMeasure(plan, "count", units));
    expect(measuresOf(measured, only("count"))).toEqual([]);
  });

  it("caps what the measures say a rep can carry, unless told otherwise", () => {
    const plan = twelveAccounts();
    const capped = { ...plan.measures[0]!, capacity: { kind: "same", most: 7 } } as const;
    const limited = applyPatch(plan, setMeasure(plan, "count", capped));
    expect([...measuresOf(limited, only("count"))[1]!.most]).toEqual([7, 7]);
    expect(measuresOf(limited, { ...only("count"), capacities: [] })).toHaveLength(1);
  });
});
