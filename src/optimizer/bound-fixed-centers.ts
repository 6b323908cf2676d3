import { makeBlocks } from "./blocks";
import type { BoundKind, BoundSteps, Incumbent } from "./bound";
import { cheapestTerritory, makeCheapest, setPrices } from "./cheapest-territory";
import { climb, startAscent } from "./dual-ascent";
import { type Meter, spend } from "./meter";
import { makePlan, type Plan, pairCost } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions } from "./progress";
import { hasWholeCosts, looseBounds } from "./relaxed-problem";

/** Looks at a pair of block and territory between two reports: about 5 ms. */
const STEP_WORK = 100_000;
/** Iterations without progress before the steps get shorter. */
const PATIENCE = 25;

/**
 * Bounds the cost of all plans for fixed centers by relaxing the measures' bounds with prices λ (Lagrange):
 * Σ_i min_j(c_ij + Σ_q λ_jq a_iq) − Σ_jq max(λ_jq most_jq, λ_jq least_jq) is at most the cost of any plan within the bounds, for any
 * λ. Every territory is considered for every block. Where the problem leaves centers free, those of the incumbent are taken, and the
 * bound speaks of that list only.
 */
export function* boundFixedCenters(
  problem: Problem,
  options: SearchOptions,
  incumbent: Incumbent,
): BoundSteps {
  const isFree = problem.centers.some((place) => Number.isNaN(place));
  const kind: BoundKind = isFree ? "listed-centers" : "fixed-centers";
  const plan = makePlan(problem, makeBlocks(problem, options.mode === "repair"), options.keep);
  const { count, measureCount, amounts } = plan.blocks;
  plan.centers.set(incumbent.centers);
  const { least, most } = looseBounds(plan);
  const whole = hasWholeCosts(plan);
  const meter: Meter = { perStep: STEP_WORK, spent: 0 };
  const memory = makeCheapest(plan);
  const ascent = startAscent(new Float64Array(plan.sums.length));
  const prices = ascent.point;
  const gradient = new Float64Array(prices.length);
  const scales = priceScales(plan, incumbent);
  let target = incumbent.cost;
  let bound = Number.NEGATIVE_INFINITY;
  let iterations = 0;

  for (let climbing = true; climbing && bound < target; ) {
    setPrices(memory, prices);
    gradient.fill(0);
    let value = 0;
    for (let block = 0; block < count; block++) {
      const territory = cheapestTerritory(memory, block);
      value += memory.least;
      for (let measure = 0; measure < measureCount; measure++) {
        gradient[territory * measureCount + measure]! += amounts[block * measureCount + measure]!;
      }
      if (spend(meter, memory.work)) {
        const cheaper = yield { kind, bound, iterations };
        if (cheaper !== undefined) target = Math.min(target, cheaper);
      }
      memory.work = 0;
    }
    for (let at = 0; at < prices.length; at++) {
      const price = prices[at]!;
      if (price > 0) value -= price * most[at]!;
      else if (price < 0) value -= price * least[at]!;
      gradient[at] = excess(gradient[at]!, price, least[at]!, most[at]!);
    }
    iterations++;
    bound = Math.max(bound, whole ? Math.ceil(value - 1e-6) : value);
    // Above the target no plan of this kind meets all bounds, or the incumbent breaks some: climb on towards something.
    const towards = value < target ? target : value + 0.01 * Math.abs(value);
    climbing = climb(ascent, value, gradient, towards, PATIENCE, scales);
    dropOpenSides(prices, least, most);
    const cheaper = yield { kind, bound, iterations };
    if (cheaper !== undefined) target = Math.min(target, cheaper);
  }
}

/** How far a sum is from the bound that its price stands for; without a price, from the bound it breaks. */
function excess(sum: number, price: number, least: number, most: number): number {
  if (price > 0) return sum - most;
  if (price < 0) return sum - least;
  return sum > most ? sum - most : sum < least ? sum - least : 0;
}

/** A side without a bound takes no price. */
function dropOpenSides(prices: Float64Array, least: Float64Array, most: Float64Array): void {
  for (let at = 0; at < prices.length; at++) {
    if (prices[at]! > 0 && most[at] === Number.POSITIVE_INFINITY) prices[at] = 0;
    if (prices[at]! < 0 && least[at] === Number.NEGATIVE_INFINITY) prices[at] = 0;
  }
}

/** Prices of a territory are of the size of what its load costs: little in town, much in the country. */
function priceScales(plan: Plan, { assignment, cost }: Incumbent): Float64Array {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const { measureCount } = blocks;
  const costs = new Float64Array(territoryCount);
  for (let block = 0; block < blocks.count; block++) {
    const territory = assignment[blocks.members[blocks.start[block]!]!]!;
    if (territory !== NONE) costs[territory]! += pairCost(plan, block, territory);
  }
  const mean = Math.abs(cost) / territoryCount;
  const scales = new Float64Array(territoryCount * measureCount).fill(1);
  if (!(mean > 0)) return scales;
  return scales.map((_, at) =>
    Math.sqrt(Math.max(costs[(at - (at % measureCount)) / measureCount]! / mean, 0.05)),
  );
}
