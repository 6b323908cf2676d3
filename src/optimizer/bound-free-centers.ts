import { makeBlocks } from "./blocks";
import type { BoundProgress, BoundSteps, Incumbent } from "./bound";
import { barSides, type CenterSide, closeGap, divideChoices } from "./center-sides";
import { climb, startAscent } from "./dual-ascent";
import { canOpenCenters } from "./exact";
import { type FreePricing, listNearBlocks, makePricing, setCredits } from "./free-pricing";
import { territoriesCost } from "./free-territories";
import { type Heap, makeHeap, popLeast, push } from "./heap";
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
/** Centers anywhere: iterations with sketches after which a bound is proven on the way, the last again and again. */
const PROOFS = [6, 30, 40];
/** Proofs without growth after which what is known of centers must come closer to what is proven, and how often that is done. */
const PROOFS_ALIKE = 3;
const SHARPENINGS = 4;
/** Iterations over which a bound must grow by this share of itself: what grows slower is not worth the wait. */
const STALL = 80;
const LEAST_GROWTH = 1e-5;
/** Pace of the ascent at first, and below which it does not fall while proofs show new centers. */
const FIRST_PACE = 1.2;
const LEAST_SKETCH_PACE = 0.05;
/** Where an ascent ended with blocks taken whole, it goes on at this pace with so many times as many looks at sets. */
const SECOND_PACE = 0.2;
const MORE_LOOKS = 6;
/** Up to so many blocks choices are branched on, with so many iterations each. */
const MOST_BRANCHED = 400;
const BRANCH_STEPS = 12;
/** Branches open at a time, each with credits of its own. */
const MOST_OPEN = 20_000;

/** One side of choices: a bound for the plans there, the credits that prove it, and the sides of the next choice. */
interface Branch {
  readonly cost: number;
  readonly credits: Float64Array;
  readonly sides: readonly CenterSide[];
  readonly next: readonly (readonly CenterSide[])[] | null;
}

/** What a bound leaves behind for others: the credits of the free blocks that prove it, in the blocks' order. */
export interface BoundNotes {
  credits: Float64Array | null;
}

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
  notes: BoundNotes = { credits: null },
): BoundSteps {
  const plan = makePlan(problem, makeBlocks(problem, options.mode === "repair"), options.keep);
  const whole = hasWholeCosts(plan);
  const meter: Meter = { perStep: STEP_WORK, spent: 0 };
  const pricing = makePricing(plan, Math.abs(incumbent.cost), problem.centerRule !== "item");
  const gradient = new Float64Array(pricing.free.length);
  const scales = creditScales(plan, pricing.free);
  let target = incumbent.cost;
  let bound = Number.NEGATIVE_INFINITY;
  let iterations = 0;

  /** Value at credits; notes it as a bound unless it is only a sketch. */
  function* evaluate(credits: Float64Array): Generator<BoundProgress, number, number | undefined> {
    setCredits(pricing, credits);
    let value = 0;
    for (const credit of credits) value += credit;
    gradient.fill(1);
    for (const step of pricingSteps(pricing, gradient)) {
      for (let next = step.next(); ; next = step.next()) {
        if (next.done) {
          value += next.value;
          break;
        }
        if (spend(meter, next.value)) yield* report();
      }
    }
    // What is barred holds on one side only.
    if (!pricing.sketch && !pricing.barred) {
      const proven = whole ? Math.ceil(value - 1e-6) : value;
      if (!notes.credits || proven > bound) notes.credits = credits.slice();
      bound = Math.max(bound, proven);
    }
    return value;
  }
  function* report(): Generator<BoundProgress, void, number | undefined> {
    const cheaper = yield { kind: "free-centers", bound, iterations };
    if (cheaper !== undefined) target = Math.min(target, cheaper);
  }

  let ascent = startAscent(firstCredits(plan, incumbent, pricing.free), FIRST_PACE);
  if (pricing.sketch) yield* climbBySketches();
  else {
    yield* climbByProofs();
    if (bound < target && pricing.whole) {
      pricing.subset.mostLooks *= MORE_LOOKS;
      ascent = startAscent(ascent.bestPoint, SECOND_PACE);
      yield* climbByProofs();
    }
    if (bound < target && plan.blocks.count <= MOST_BRANCHED && canOpenCenters(plan))
      yield* climbByBranches();
  }

  /** The sides of a choice that every plan has to make, again and again where the bound is lowest (branch and bound). */
  function* climbByBranches(): Generator<BoundProgress, void, number | undefined> {
    const { count } = plan.blocks;
    const barred = new Uint8Array(count * count);
    const tally = new Float64Array(count * count);
    const open: Heap<Branch> = makeHeap();
    pricing.barred = barred;
    pricing.tally = tally;
    function* grow(from: Float64Array, sides: readonly CenterSide[], least: number) {
      barSides(barred, sides);
      ascent = startAscent(from.slice(), SECOND_PACE);
      for (let climbing = true, step = 0; climbing && step < BRANCH_STEPS && ascent.best < target; step++) {
        // First choices still are those of the other side too.
        if (step <= BRANCH_STEPS / 3) tally.fill(0);
        climbing = yield* climbOnce();
        yield* report();
      }
      const proven = whole ? Math.ceil(ascent.best - 1e-6) : ascent.best;
      const cost = Math.max(least, proven);
      if (cost < target)
        push(open, {
          cost,
          credits: ascent.bestPoint,
          sides,
          next: divideChoices(plan, tally) ?? closeGap(plan, tally),
        });
    }
    yield* grow(ascent.bestPoint, [], bound);
    while (bound < target) {
      const branch = popLeast(open);
      bound = Math.max(bound, Math.min(branch?.cost ?? target, target));
      yield* report();
      if (!branch?.next || open.entries.length >= MOST_OPEN) return;
      for (const side of branch.next) yield* grow(branch.credits, [...branch.sides, ...side], branch.cost);
    }
  }

  function* climbByProofs(): Generator<BoundProgress, void, number | undefined> {
    let mark = Number.NEGATIVE_INFINITY;
    for (let climbing = true, step = 1; climbing && bound < target; step++) {
      climbing = yield* climbOnce();
      if (step % STALL === 0) {
        if (ascent.best - mark < LEAST_GROWTH * Math.abs(ascent.best)) climbing = false;
        mark = ascent.best;
      }
      yield* report();
    }
  }

  /** Sketches are cheap and their credits nearly right; each proof on the way shows them the centers they missed. */
  function* climbBySketches(): Generator<BoundProgress, void, number | undefined> {
    let alike = 0;
    let sharpened = 0;
    for (let proof = 0; bound < target; proof++) {
      const steps = PROOFS[Math.min(proof, PROOFS.length - 1)]!;
      let climbing = true;
      for (let step = 0; climbing && step < steps && bound < target; step++) {
        climbing = yield* climbOnce();
        yield* report();
      }
      const before = bound;
      pricing.sketch = false;
      const proven = yield* evaluate(ascent.bestPoint);
      pricing.sketch = true;
      // Where the proof says otherwise, back to the best proven credits, with one more center known.
      if (proven < bound && notes.credits) ascent.bestPoint.set(notes.credits);
      ascent.best = Math.max(proven, before);
      yield* report();
      ascent.pace = Math.max(ascent.pace, LEAST_SKETCH_PACE);
      ascent.point.set(ascent.bestPoint);
      ascent.direction.fill(0);
      alike = bound - before < LEAST_GROWTH * Math.abs(bound) ? alike + 1 : 0;
      if (alike < PROOFS_ALIKE) continue;
      if (++sharpened > SHARPENINGS) return;
      pricing.slack /= 2;
      alike = 0;
    }
  }

  function* climbOnce(): Generator<BoundProgress, boolean, number | undefined> {
    const value = yield* evaluate(ascent.point);
    iterations++;
    const towards = value < target ? target : value + 0.01 * Math.abs(value);
    return Number.isFinite(value) && climb(ascent, value, gradient, towards, PATIENCE, scales);
  }
}

function pricingSteps(pricing: FreePricing, gradient: Float64Array): Generator<number, number>[] {
  return [
    listNearBlocks(pricing),
    ...pricing.types.map((_, type) => territoriesCost(pricing, type, gradient)),
  ];
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

/** Credits of blocks go with their size. */
function creditScales({ blocks }: Plan, free: Int32Array): Float64Array {
  const size = (block: number): number => blocks.visits[block]!;
  let mean = 0;
  for (const block of free) mean += size(block) / free.length;
  return Float64Array.from(free, (block) => (mean > 0 ? Math.sqrt(Math.max(size(block) / mean, 0.05)) : 1));
}
