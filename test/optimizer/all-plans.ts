import { makeBlocks } from "../../src/optimizer/blocks";
import { recenter } from "../../src/optimizer/centers";
import { extraPieces } from "../../src/optimizer/contiguity";
import { isAllowed, makePlan, type Plan, planValue, recount } from "../../src/optimizer/plan";
import { NONE, type Problem } from "../../src/optimizer/problem";
import type { SearchOptions } from "../../src/optimizer/progress";

/** A plan found by trying all: territory of each item, centers and cost. */
export interface TriedPlan {
  readonly assignment: Uint16Array;
  readonly centers: Float64Array;
  readonly cost: number;
}

/**
 * Tries every plan of a tiny problem and returns the cheapest that meets all bounds, or null. Centers of least travel are found to a
 * hair above their true cost; with `centers` given, all stay there.
 */
export function cheapestPlan(
  problem: Problem,
  options: SearchOptions,
  centers?: Float64Array,
): TriedPlan | null {
  const blocks = makeBlocks(problem, options.mode === "repair");
  const plan = makePlan(problem, blocks, options.keep);
  const choices = Array.from({ length: blocks.count }, (_, block) => choicesOf(plan, block));
  let best: TriedPlan | null = null;
  const tryFrom = (block: number): void => {
    if (block < blocks.count) {
      for (const territory of choices[block]!) {
        plan.of[block] = territory;
        tryFrom(block + 1);
      }
      return;
    }
    plan.centers.set(centers ?? problem.centers);
    recount(plan);
    if (!centers)
      for (let territory = 0; territory < problem.territoryCount; territory++) recenter(plan, territory, 60);
    else if (usesMissingCenter(plan)) return;
    const { violation, cost } = planValue(plan);
    if (isInPieces(plan) || breaksLimit(plan)) return;
    if (violation > 0 || (best && cost >= best.cost)) return;
    const assignment = Uint16Array.from(blocks.blockOf, (of) => plan.of[of]!);
    best = { assignment, centers: plan.centers.slice(), cost };
  };
  tryFrom(0);
  return best;
}

/** How many plans {@link cheapestPlan} would try. */
export function planCount(problem: Problem, options: SearchOptions): number {
  const blocks = makeBlocks(problem, options.mode === "repair");
  const plan = makePlan(problem, blocks, options.keep);
  let count = 1;
  for (let block = 0; block < blocks.count; block++) count *= choicesOf(plan, block).length;
  return count;
}

function choicesOf(plan: Plan, block: number): number[] {
  const fixed = plan.blocks.fixedTo[block]!;
  if (fixed !== NONE) return [fixed];
  const all = Array.from({ length: plan.problem.territoryCount }, (_, territory) => territory);
  const allowed = all.filter((territory) => isAllowed(plan, block, territory));
  return allowed.length > 0 ? allowed : all;
}

function usesMissingCenter({ blocks, of, centers }: Plan): boolean {
  return of.some(
    (territory, block) => Number.isNaN(centers[3 * territory]!) && !Number.isNaN(blocks.places[3 * block]!),
  );
}

function isInPieces(plan: Plan): boolean {
  const { contiguity } = plan;
  if (!contiguity) return false;
  return plan.size.some((_, territory) => extraPieces(contiguity, plan, territory) > 0);
}

function breaksLimit({ problem, blocks, of }: Plan): boolean {
  const { changeLimit } = problem;
  if (!changeLimit) return false;
  let changed = 0;
  for (let item = 0; item < problem.itemCount; item++) {
    const rep = problem.baselineRep[item]!;
    if (rep !== NONE && problem.repOf[of[blocks.blockOf[item]!]!] !== rep)
      changed += changeLimit.weights[item]!;
  }
  return changed > changeLimit.most;
}
