import { explainInfeasible } from "./explain-infeasible";
import { loosen } from "./loosening";
import { NONE, type Problem } from "./problem";

/** Widest tolerance that is tried; beyond ten times the target a bound means nothing. */
const WIDEST = 10;
const HALVINGS = 24;
const ROUNDING = 1e-9;

/**
 * The least tolerance of a measure (± share of target in every territory) without which some plain fact makes the problem impossible,
 * whatever the other measures; 0 where nothing speaks against the bounds as they are. Every plan needs at least this much; whether it is
 * enough only a plan can show. Infinity where no tolerance helps.
 */
export function neededTolerance(problem: Problem, measure: number): number {
  const alone: Problem = { ...problem, measures: [problem.measures[measure]!] };
  const isRefuted = (tolerance: number): boolean => {
    const loosened = loosen(alone, [{ kind: "tolerance", measure: 0, tolerance }]);
    return locksLeaveTooLittle(loosened) || explainInfeasible(loosened).some((fact) => "measure" in fact);
  };
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

/** Whether what is locked to some territories leaves the others less in all than they must hold. */
function locksLeaveTooLittle({ measures, lockedTo, itemCount, territoryCount }: Problem): boolean {
  const { values, least } = measures[0]!;
  if (values.some((value) => value < 0)) return false;
  const locked = new Float64Array(territoryCount);
  let total = 0;
  for (let item = 0; item < itemCount; item++) {
    total += values[item]!;
    if (lockedTo[item] !== NONE) locked[lockedTo[item]!]! += values[item]!;
  }
  let needed = 0;
  for (const [territory, value] of locked.entries()) needed += Math.max(value, least[territory]!);
  return needed > total * (1 + ROUNDING);
}
