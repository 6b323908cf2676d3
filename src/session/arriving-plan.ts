import type { Plan } from "../model/plan";
import type { PlanSummary, PlanWithHistory } from "../model/saved-plan";

/** A plan from a file whose id a saved plan has already. */
export interface PlanConflict {
  readonly arriving: PlanWithHistory;
  readonly saved: PlanSummary;
  /** Milliseconds since 1970 of the file's last change. */
  readonly changedAt: number;
}

/** The saved plan that the arriving one would replace, with what a person needs to choose; null where there is none. */
export function planConflict(
  arriving: PlanWithHistory,
  savedPlans: readonly PlanSummary[],
): PlanConflict | null {
  const saved = savedPlans.find((summary) => summary.id === arriving.plan.id);
  if (!saved) return null;
  const changedAt = arriving.revisions.at(-1)?.time ?? arriving.plan.createdAt;
  return { arriving, saved, changedAt };
}

/** The plan as another one beside those saved: "West", "West (2)", "West (3)". */
export function asAnotherPlan(plan: Plan, id: string, savedPlans: readonly PlanSummary[]): Plan {
  const taken = new Set(savedPlans.map((summary) => summary.name));
  let name = plan.name;
  for (let number = 2; taken.has(name); number++) name = `${plan.name} (${number})`;
  return { ...plan, id, name };
}
