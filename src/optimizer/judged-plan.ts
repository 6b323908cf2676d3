import { makeBlocks } from "./blocks";
import type { Incumbent } from "./bound";
import { makePlan, type Plan, planValue, recount, recountPieces } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions, SearchProgress } from "./progress";
import { planFigures, unplacedItems } from "./report";

/**
 * What the search would report of an assignment and its centers, counted from scratch. Items that move together are taken apart where the
 * assignment splits them. Items without a territory make it `seeding`.
 */
export function judgedPlan(
  problem: Problem,
  options: SearchOptions,
  { assignment, centers }: Pick<Incumbent, "assignment" | "centers">,
  iterations: number,
): SearchProgress {
  const plan = planOf(problem, options, assignment, centers);
  const { violation, cost, balanceScore, disruptedItems } = planFigures(plan);
  const totalViolation = planValue(plan).violation;
  const pieces = plan.contiguity ? plan.pieces.reduce((sum, count) => sum + count, 0) : 0;
  const isComplete = !assignment.includes(NONE);
  return {
    phase: !isComplete ? "seeding" : totalViolation > 0 ? "balancing" : "improving",
    iterations,
    assignment,
    centers,
    feasible: isComplete && totalViolation === 0,
    violation,
    totalViolation,
    cost,
    balanceScore,
    disruptedItems,
    unplaced: unplacedItems(problem, makeBlocks(problem, options.mode === "repair")),
    ...(plan.budget && { changed: plan.budget.spent }),
    ...(plan.contiguity && { extraPieces: pieces }),
  };
}

function planOf(
  problem: Problem,
  options: SearchOptions,
  assignment: Uint16Array,
  centers: Float64Array,
): Plan {
  const whole = makeBlocks(problem, options.mode === "repair");
  const isSplit = whole.blockOf.some(
    (block, item) => assignment[item] !== assignment[whole.members[whole.start[block]!]!],
  );
  const blocks = isSplit
    ? makeBlocks({ ...problem, groupOf: new Int32Array(problem.itemCount).fill(-1) }, false)
    : whole;
  const plan = makePlan(problem, blocks, options.keep);
  for (let block = 0; block < blocks.count; block++)
    plan.of[block] = assignment[blocks.members[blocks.start[block]!]!]!;
  plan.centers.set(centers);
  recount(plan);
  if (plan.contiguity) recountPieces(plan, plan.size.keys());
  return plan;
}
