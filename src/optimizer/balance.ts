import type { Blocks } from "./blocks";
import { type Candidates, findAllCandidates } from "./candidates";
import { recenter } from "./centers";
import { overrun, stepChangePrice } from "./change-limit";
import { type Meter, spend } from "./meter";
import { settleNewcomers } from "./newcomers";
import {
  changeCost,
  isAllowed,
  moveBlock,
  type Plan,
  pairCost,
  planValue,
  recount,
  violationWith,
} from "./plan";
import { makePrices, type Prices, stepPrices } from "./prices";
import { NONE } from "./problem";

/** How long to balance. */
export interface BalanceEffort {
  /** Sweeps in which free centers follow their territories. */
  readonly movingSweeps: number;
  /** Sweeps altogether; fewer if all bounds hold. */
  readonly sweeps: number;
  /** Part of their width by which the bounds are tightened, in the first half of the sweeps and in the second. */
  readonly margins?: readonly [number, number];
}

/** Sweeps before which the nearest centers are looked up again. */
const LOOK_UP = new Set([0, 2, 5, 10, 18, 30, 45]);

/**
 * Draws a balanced power diagram over all placed free blocks: every block to its cheapest candidate, then prices towards the
 * bounds, then centers to their blocks, over and over (location–allocation, Hess et al. 1965). Starts from the plan's centers.
 *
 */
export function* balanceByPrices(
  plan: Plan,
  candidates: Candidates,
  prices: Prices,
  { movingSweeps, sweeps, margins = [0.25, 0.1] }: BalanceEffort,
  meter: Meter,
): Generator<void, void> {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const free = freePlacedBlocks(blocks);
  const reserve = reserveOf(plan);
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] !== NONE) moveBlock(plan, block, blocks.fixedTo[block]!);
    else if (Number.isNaN(blocks.places[3 * block]!)) moveBlock(plan, block, NONE);
  }
  const movable = plan.fixedCenter.includes(0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (LOOK_UP.has(sweep) && ((movable && sweep <= movingSweeps) || sweep === 0)) {
      yield* findAllCandidates(plan, candidates, meter);
    }
    for (const block of free) {
      moveBlock(plan, block, cheapest(plan, candidates, prices, block));
      if (spend(meter, candidates.width)) yield;
    }
    const { cost } = planValue(plan);
    if (plan.budget) stepChangePrice(plan.budget, cost / territoryCount);
    const violation = addReserve(plan, reserve, 1) + (plan.budget ? overrun(plan.budget) : 0);
    for (let territory = 0; territory < territoryCount; territory++) {
      stepPrices(plan, prices, territory, cost / territoryCount, margins[sweep < sweeps / 2 ? 0 : 1]);
    }
    addReserve(plan, reserve, -1);
    if (movable && sweep < movingSweeps) {
      for (let territory = 0; territory < territoryCount; territory++) {
        recenter(plan, territory, 2);
        if (spend(meter, 4 * plan.size[territory]!)) yield;
      }
    } else if (violation === 0) break;
  }
  recount(plan);
  yield* dealUnplaced(plan, meter);
}

function cheapest(plan: Plan, { near, width }: Candidates, prices: Prices, block: number): number {
  const { amounts, measureCount } = plan.blocks;
  let best = NONE;
  let least = Number.POSITIVE_INFINITY;
  for (let at = block * width; at < (block + 1) * width; at++) {
    const territory = near[at]!;
    if (territory === NONE) break;
    let cost = pairCost(plan, block, territory) + changeCost(plan, block, territory);
    for (let measure = 0; measure < measureCount; measure++) {
      cost += prices.value[territory * measureCount + measure]! * amounts[block * measureCount + measure]!;
    }
    if (cost < least || (cost === least && territory < best)) {
      least = cost;
      best = territory;
    }
  }
  // Forbidden everywhere: reported by explainInfeasible, but it must still be somewhere.
  return best === NONE ? (plan.of[block] !== NONE ? plan.of[block]! : 0) : best;
}

function freePlacedBlocks(blocks: Blocks): Uint32Array {
  const free: number[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] === NONE && !Number.isNaN(blocks.places[3 * block]!)) free.push(block);
  }
  return Uint32Array.from(free);
}

/** Room to keep for the free blocks without a place, spread by targets: territory × measure. */
export function reserveOf(plan: Plan): Float64Array {
  const { blocks, target } = plan;
  const { measureCount, amounts } = blocks;
  const reserve = new Float64Array(target.length);
  for (let measure = 0; measure < measureCount; measure++) {
    let open = 0;
    for (let block = 0; block < blocks.count; block++) {
      const waiting = blocks.fixedTo[block] === NONE && Number.isNaN(blocks.places[3 * block]!);
      if (waiting) open += amounts[block * measureCount + measure]!;
    }
    let total = 0;
    for (let at = measure; at < target.length; at += measureCount)
      if (Number.isFinite(target[at]!)) total += target[at]!;
    for (let at = measure; at < target.length; at += measureCount) {
      if (total > 0 && Number.isFinite(target[at]!)) reserve[at] = (open * target[at]!) / total;
    }
  }
  return reserve;
}

/** Adds the reserve to the sums, or takes it off; returns the violation with the sums as they then are. */
function addReserve(plan: Plan, reserve: Float64Array, sign: number): number {
  let violation = 0;
  for (let at = 0; at < reserve.length; at++) plan.sums[at]! += sign * reserve[at]!;
  for (let territory = 0; territory < plan.violation.length; territory++)
    violation += violationWith(plan, territory);
  return violation;
}

/**
 * Puts every block that is still nowhere: to its cheapest candidate, or where there is room if it has no place. Where moves cost more
 * than travel, a few without a territory go where there is room too: farther, but others need not make way for them.
 */
export function* placeTheRest(plan: Plan, candidates: Candidates, meter: Meter): Generator<void, void> {
  const { blocks, problem } = plan;
  const none = makePrices(problem.territoryCount, blocks.measureCount);
  yield* findAllCandidates(plan, candidates, meter);
  const open: number[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (plan.of[block] === NONE && !Number.isNaN(blocks.places[3 * block]!)) open.push(block);
  }
  const roomy = plan.costsMoreThanTravel && !plan.contiguity && open.length < blocks.count / 8;
  if (roomy) yield* settleNewcomers(plan, open, meter);
  else
    for (const block of open) {
      moveBlock(plan, block, cheapest(plan, candidates, none, block));
      if (spend(meter, candidates.width)) yield;
    }
  yield* dealUnplaced(plan, meter);
}

/** Gives each free block without a place, largest first, to the allowed territory that is emptiest in its fullest measure. */
function* dealUnplaced(plan: Plan, meter: Meter): Generator<void, void> {
  const { blocks, problem, sums, scale } = plan;
  const { measureCount } = blocks;
  const waiting: number[] = [];
  for (let block = 0; block < blocks.count; block++) if (plan.of[block] === NONE) waiting.push(block);
  waiting.sort((a, b) => blocks.bulk[b]! - blocks.bulk[a]! || a - b);
  for (const block of waiting) {
    let best = NONE;
    let emptiest = Number.POSITIVE_INFINITY;
    for (let territory = 0; territory < problem.territoryCount; territory++) {
      if (!isAllowed(plan, block, territory)) continue;
      let fullness = measureCount === 0 ? plan.size[territory]! : 0;
      for (let at = territory * measureCount; at < (territory + 1) * measureCount; at++) {
        fullness = Math.max(fullness, sums[at]! * scale[at]!);
      }
      if (fullness < emptiest) {
        emptiest = fullness;
        best = territory;
      }
    }
    moveBlock(plan, block, best === NONE ? 0 : best);
    if (spend(meter, problem.territoryCount)) yield;
  }
}
