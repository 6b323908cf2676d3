import { makeBlocks } from "./blocks";
import { createBudget } from "./budget";
import { recenter } from "./centers";
import { makePlan, planValue, recount } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions, SearchProgress } from "./progress";
import { createRandom } from "./random";
import { planFigures } from "./report";
import { search } from "./search";

/** One plan on the curve, with what it is judged by. */
export interface TradeOffPoint {
  readonly assignment: Uint16Array;
  readonly centers: Float64Array;
  /** Sum of the disruption prices (km) of the items with another rep than in the baseline, and their number. */
  readonly disruption: number;
  readonly disruptedItems: number;
  /** Balance score, 0 to 100. */
  readonly balance: number;
  /** Visits × distance (km). */
  readonly travel: number;
  /** Whether it meets the bounds of the problem. Only the present plan may not. */
  readonly feasible: boolean;
  /** How it was found: multiplier of the disruption prices, and share of the tolerances used; null for the present plan. */
  readonly settings: { readonly keep: number; readonly tightness: number } | null;
}

/** Multipliers of the disruption prices, from keeping almost everything to keeping nothing for its own sake. */
const KEEPS = [32, 8, 4, 2, 1, 0.5, 0.25, 0];
/** Shares of the tolerances, from as they are to nearly even. */
const TIGHTNESSES = [1, 0.5, 0.2];
/** Plans that a whole trade-off tries, the present one apart. */
export const PLANS_TRIED = KEEPS.length * TIGHTNESSES.length;

/**
 * Computes plans from least disruption to best balance and least travel, each by a repair of the one next to it on the curve. Yields null
 * after each step of work, and after each plan the points that no other point beats in all of disruption, balance and travel, by rising
 * disruption. `steps` is how long to improve each plan after it is feasible. Repeatable with the same seed.
 */
export function* tradeOff(
  problem: Problem,
  mode: SearchOptions["mode"],
  seed: number,
  steps = 60,
): Generator<readonly TradeOffPoint[] | null, void> {
  let points: TradeOffPoint[] = [];
  const isPresent = problem.current.every((territory) => territory !== NONE) && mode === "repair";
  if (isPresent) points.push(pointOf(problem, problem.current, null, null));
  let beside: Uint16Array = problem.current;
  for (const [row, tightness] of TIGHTNESSES.entries()) {
    // There and back again, so that neighbors on the curve follow each other.
    for (const keep of row % 2 === 0 ? KEEPS : [...KEEPS].reverse()) {
      const isFirst = points.length === 0 && beside === problem.current;
      const trial: Problem = { ...tighten(problem, tightness), current: beside };
      const plan = yield* bestPlan(trial, { mode: isFirst ? mode : "repair", keep }, seed, steps);
      if (!plan) return;
      beside = plan.assignment;
      const point = pointOf(problem, plan.assignment, plan.centers, { keep, tightness });
      if (point.feasible) points = withPoint(points, point);
      yield points;
    }
  }
}

/** Whether a point is at least as good in all three, and better in one. */
export function beats(a: TradeOffPoint, b: TradeOffPoint): boolean {
  if (a.feasible !== b.feasible) return false;
  const isAsGood = a.disruption <= b.disruption && a.balance >= b.balance && a.travel <= b.travel;
  return isAsGood && (a.disruption < b.disruption || a.balance > b.balance || a.travel < b.travel);
}

function withPoint(points: readonly TradeOffPoint[], point: TradeOffPoint): TradeOffPoint[] {
  const isSame = (other: TradeOffPoint): boolean =>
    other.disruption === point.disruption && other.balance === point.balance && other.travel === point.travel;
  if (points.some((other) => beats(other, point) || isSame(other))) return [...points];
  return [...points.filter((other) => !beats(point, other)), point].sort(
    (a, b) => a.disruption - b.disruption || a.travel - b.travel,
  );
}

/** Bounds drawn towards the targets; those without a target between them stay. */
function tighten(problem: Problem, share: number): Problem {
  if (share === 1) return problem;
  const draw = (bound: number, target: number): number =>
    Number.isFinite(bound) && bound !== target ? target + share * (bound - target) : bound;
  return {
    ...problem,
    measures: problem.measures.map((measure) => ({
      ...measure,
      least: measure.least.map((value, territory) => draw(value, measure.target[territory]!)),
      most: measure.most.map((value, territory) => draw(value, measure.target[territory]!)),
    })),
  };
}

/** Judges an assignment by the problem itself. Without centers, the search's own rule places them. */
function pointOf(
  problem: Problem,
  assignment: Uint16Array,
  centers: Float64Array | null,
  settings: TradeOffPoint["settings"],
): TradeOffPoint {
  const blocks = makeBlocks({ ...problem, groupOf: new Int32Array(problem.itemCount).fill(-1) }, false);
  const plan = makePlan(problem, blocks, 1);
  for (let block = 0; block < blocks.count; block++)
    plan.of[block] = assignment[blocks.members[blocks.start[block]!]!]!;
  if (centers) plan.centers.set(centers);
  recount(plan);
  if (!centers)
    for (let territory = 0; territory < problem.territoryCount; territory++) recenter(plan, territory);
  const { cost, balanceScore, disruptedItems } = planFigures(plan);
  return {
    assignment,
    centers: plan.centers.slice(),
    disruption: cost.disruption,
    disruptedItems,
    balance: balanceScore,
    travel: cost.travel,
    feasible: planValue(plan).violation === 0,
    settings,
  };
}

function* bestPlan(
  problem: Problem,
  options: SearchOptions,
  seed: number,
  steps: number,
): Generator<null, SearchProgress | null> {
  const enough = createBudget(steps);
  let best: SearchProgress | null = null;
  for (const progress of search(problem, options, createRandom(seed))) {
    if (progress.phase !== "seeding") best = progress;
    if (enough(progress)) break;
    yield null;
  }
  return best;
}
