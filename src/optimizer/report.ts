import type { Blocks } from "./blocks";
import { type Plan, tieCost, travelCost } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchCost, UnplacedItems, Violation } from "./progress";

/** Figures of a plan as the progress reports them. */
export interface PlanFigures {
  readonly violation: Violation | null;
  readonly cost: SearchCost;
  readonly balanceScore: number;
  readonly disruptedItems: number;
}

/** Reads all figures off a plan whose sums and centers are up to date. */
export function planFigures(plan: Plan): PlanFigures {
  let travel = 0;
  let ties = 0;
  let disruption = 0;
  let disruptedItems = 0;
  const { blocks, problem } = plan;
  for (let block = 0; block < blocks.count; block++) {
    const territory = plan.of[block]!;
    if (territory === NONE) continue;
    travel += travelCost(plan, block, territory);
    if (plan.costsMoreThanTravel) ties += tieCost(plan, block, territory);
    for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
      const item = blocks.members[i]!;
      const rep = problem.baselineRep[item]!;
      if (rep === NONE || problem.repOf[territory] === rep) continue;
      disruptedItems++;
      disruption += plan.keep * problem.disruptionPrice[item]!;
    }
  }
  return {
    violation: largestViolation(plan),
    cost: { travel, disruption, fit: ties - disruption, total: travel + ties },
    balanceScore: balanceScore(plan),
    disruptedItems,
  };
}

/** The largest violation relative to its target, ties to the lowest territory and measure; null if all bounds hold. */
export function largestViolation({ sums, least, most, scale, blocks, violation }: Plan): Violation | null {
  let worst: Violation | null = null;
  for (let territory = 0; territory < violation.length; territory++) {
    if (!(violation[territory]! > 0)) continue;
    for (let measure = 0; measure < blocks.measureCount; measure++) {
      const at = territory * blocks.measureCount + measure;
      const above = (sums[at]! - most[at]!) * scale[at]!;
      const below = (least[at]! - sums[at]!) * scale[at]!;
      const relative = Math.max(above, below);
      if (relative > (worst?.relative ?? 0))
        worst = { territory, measure, side: above > 0 ? "above" : "below", relative };
    }
  }
  return worst;
}

/** 100 × (1 − mean |value − target| ÷ target) over territories with a positive target, floored at 0, by measure weights. */
function balanceScore({ sums, target, blocks, problem }: Plan): number {
  let weighted = 0;
  let weights = 0;
  for (let measure = 0; measure < blocks.measureCount; measure++) {
    let deviation = 0;
    let counted = 0;
    for (let territory = 0; territory < problem.territoryCount; territory++) {
      const at = territory * blocks.measureCount + measure;
      if (!(target[at]! > 0)) continue;
      deviation += Math.abs(sums[at]! - target[at]!) / target[at]!;
      counted++;
    }
    if (counted === 0) continue;
    const { weight } = problem.measures[measure]!;
    weighted += weight * Math.max(0, 100 * (1 - deviation / counted));
    weights += weight;
  }
  return weights > 0 ? weighted / weights : 100;
}

/** Counts the items without a place by what becomes of them. */
export function unplacedItems(problem: Problem, blocks: Blocks): UnplacedItems {
  let kept = 0;
  let dealtForBalance = 0;
  for (let item = 0; item < problem.itemCount; item++) {
    if (!Number.isNaN(problem.places[3 * item]!)) continue;
    const block = blocks.blockOf[item]!;
    if (blocks.fixedTo[block] !== NONE) kept++;
    else if (Number.isNaN(blocks.places[3 * block]!)) dealtForBalance++;
  }
  return { kept, dealtForBalance };
}
