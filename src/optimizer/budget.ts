import type { SearchProgress } from "./progress";

/** Steps without less violation, in budgets, after which a search without a feasible plan is given up. */
const PATIENCE = 8;

/**
 * Says when a search has done enough: `steps` iterations after its first feasible plan, or, without one, eight times as many
 * after the violation last shrank. Counts iterations only, so that a run can be repeated on any machine.
 */
export function createBudget(steps: number): (progress: SearchProgress) => boolean {
  let feasibleAt: number | null = null;
  let leastViolation = Number.POSITIVE_INFINITY;
  let improvedAt = 0;
  return ({ feasible, iterations, totalViolation, phase }) => {
    if (phase === "seeding") return false;
    if (feasible) {
      feasibleAt ??= iterations;
      return iterations - feasibleAt >= steps;
    }
    if (totalViolation < leastViolation) {
      leastViolation = totalViolation;
      improvedAt = iterations;
    }
    return iterations - improvedAt >= PATIENCE * steps;
  };
}
