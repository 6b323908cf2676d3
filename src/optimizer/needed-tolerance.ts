import { explainInfeasible } from "./explain-infeasible";
import { loosen } from "./loosening";
import type { Problem } from "./problem";

/** Widest tolerance that is tried; beyond ten times the target a bound means nothing. */
const WIDEST = 10;
const HALVINGS = 24;

/**
 * The least tolerance of a measure (± share of target in every territory) without which some plain fact makes the problem impossible,
 * whatever the other measures; 0 where nothing speaks against the bounds as they are. Every plan needs at least this much; whether it is
 * enough only a plan can show. Infinity where no tolerance helps.
 */
export function neededTolerance(problem: Problem, measure: number): number {
  const alone: Problem = { ...problem, measures: [problem.measures[measure]!] };
  const isRefuted = (tolerance: number): boolean =>
    explainInfeasible(loosen(alone, [{ kind: "tolerance", measure: 0, tolerance }])).some(
      (fact) => "measure" in fact,
    );
  if (!isRefuted(0)) return 0;
  if (isRefuted(WIDEST)) return Number.POSITIVE_INFINITY;
  let tooLittle = 0;
  let enough = WIDEST;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (tooLittle + enough) / 2;
    if (isRefuted(middle)) tooLittle = middle;
    else enough = middle;
  }
  return enough;
}
