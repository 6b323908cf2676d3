import { makeBlocks } from "./blocks";
import type { BoundSteps, Incumbent } from "./bound";
import { climb, startAscent } from "./dual-ascent";
import { type FreePricing, listNearBlocks, makePricing, setCredits } from "./free-pricing";
import { territoriesCost } from "./free-territories";
import { type Meter, spend } from "./meter";
import { makePlan, type Plan, pairCost } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions } from "./progress";
import { hasWholeCosts } from "./relaxed-problem";

/** Above this many blocks the bound takes too long to be worth waiting for. */
export const MOST_FREE_BLOCKS = 5000;
/** Looks at a pair of block and place between two reports: about 5 ms. */
const STEP_WORK = 100_000;
/** Iterations without progress before the steps get shorter. */
const PATIENCE = 14;

/**
 * Bounds the cost of all plans wherever their centers are, by relaxing that each block is in one territory (Lagrange): with a credit
 * u_i for each block taken, every territory chooses its center and its blocks as it likes within its bounds, and
 * Σ_i u_i + Σ_j min over centers and sets (Σ_i (c_ij − u_i)) is at most the cost of any plan. Centers anywhere are judged by boxes,
 * with the distance to the nearest point of the box, halved where it matters.
 */
export function* boundFreeCenters(
  problem: Problem,
  options: SearchOptions,
  incumbent: Incumbent,
): BoundSteps {
  const plan = makePlan(problem, makeBlocks(problem, options.mode === "repair"), options.keep);
  const pricing = makePricing(plan, Math.abs(incumbent.cost));
  const { free } = pricing;
  const whole = hasWholeCosts(plan);
  const meter: Meter = { perStep: STEP_WORK, spent: 0 };
  const ascent = startAscent(firstCredits(plan, incumbent, free));
  const gradient = new Float64Array(free.length);
  let target = incumbent.cost;
  let bound = Number.NEGATIVE_INFINITY;
  let iterations = 0;

  for (let climbing = true; climbing && bound < target; ) {
    setCredits(pricing, ascent.point);
    let value = 0;
    for (const credit of ascent.point) value += credit;
    gradient.fill(1);
    const steps = [
      listNearBlocks(pricing),
      ...pricing.types.map((_, type) => territoriesCost(pricing, type, gradient)),
    ];
    for (const step of steps) {
      for (;;) {
        const { done, value: part } = step.next();
        if (done) {
          value += part;
          break;
        }
        if (!spend(meter, part)) continue;
        const cheaper = yield { kind: "free-centers", bound, iterations };
        if (cheaper !== undefined) target = Math.min(target, cheaper);
      }
    }
    iterations++;
    bound = Math.max(bound, whole ? Math.ceil(value - 1e-6) : value);
    const towards = value < target ? target : value + 0.01 * Math.abs(value);
    climbing = Number.isFinite(value) && climb(ascent, value, gradient, towards, PATIENCE);
    sharpen(pricing, iterations);
    const cheaper = yield { kind: "free-centers", bound, iterations };
    if (cheaper !== undefined) target = Math.min(target, cheaper);
  }
}

/** Boxes of centers get smaller as the credits settle. */
function sharpen(pricing: FreePricing, iterations: number): void {
  if (iterations % 12 === 0) pricing.resolution = Math.max(pricing.resolution / 2, pricing.finest);
}

/** Each block's credit: what it would cost in the next best territory of the incumbent. */
function firstCredits(plan: Plan, { assignment, centers }: Incumbent, free: Int32Array): Float64Array {
  const { blocks, problem } = plan;
  plan.centers.set(centers);
  return Float64Array.from(free, (block) => {
    const own = assignment[blocks.members[blocks.start[block]!]!]!;
    let next = Number.POSITIVE_INFINITY;
    for (let territory = 0; territory < problem.territoryCount; territory++) {
      if (territory === own || Number.isNaN(centers[3 * territory]!)) continue;
      next = Math.min(next, pairCost(plan, block, territory));
    }
    const here = own === NONE ? next : pairCost(plan, block, own);
    return Number.isFinite(next) ? Math.max(here, next) : Number.isFinite(here) ? here : 0;
  });
}
