import { balanceByPrices } from "./balance";
import { makeBlocks } from "./blocks";
import { makeCandidates } from "./candidates";
import { evenShare, lineCuts } from "./cuts";
import { type Meter, spend } from "./meter";
import { makePlan, type Plan } from "./plan";
import type { Prices } from "./prices";
import { defineProblem, NONE } from "./problem";
import type { Random } from "./random";

const LEAST_CELLS = 8000;
const CELLS_PER_TERRITORY = 30;
const EFFORT = { movingSweeps: 45, sweeps: 110 };

/** Whether a problem is so large that centers and prices should first be found on cells of blocks. */
export function isWorthCoarsening(plan: Plan): boolean {
  return plan.blocks.count > 2 * cellCount(plan);
}

function cellCount(plan: Plan): number {
  return Math.max(LEAST_CELLS, CELLS_PER_TERRITORY * plan.problem.territoryCount);
}

/**
 * Finds centers and prices on cells of neighboring blocks, and sets them as the start for the blocks themselves. Looks at travel and
 * balance only: ties and forbidden pairs come in on the fine plan.
 */
export function* balanceCoarsely(
  plan: Plan,
  prices: Prices,
  reserve: Float64Array,
  width: number,
  random: Random,
  meter: Meter,
): Generator<void, void> {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const { measureCount, places, amounts, visits, unitOf } = blocks;
  const free: number[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] === NONE && !Number.isNaN(places[3 * block]!)) free.push(block);
  }
  const cells = cellCount(plan);
  const cellOf = new Int32Array(blocks.count).fill(-1);
  for (const looked of lineCuts(plan, Uint32Array.from(free), cells, evenShare, random, (block, cell) => {
    cellOf[block] = cell;
  })) {
    if (spend(meter, 4 * looked)) yield;
  }

  // After the cells comes one item per territory, for all that is fixed there and the room kept for what has no place.
  const itemCount = cells + territoryCount;
  const sums = new Float64Array(3 * itemCount);
  const weights = new Float64Array(itemCount);
  const trips = new Float64Array(itemCount);
  const values = Array.from({ length: measureCount }, () => new Float64Array(itemCount));
  for (let block = 0; block < blocks.count; block++) {
    const fixed = blocks.fixedTo[block]!;
    const item = fixed !== NONE ? cells + fixed : cellOf[block]!;
    if (item < 0) continue;
    for (let measure = 0; measure < measureCount; measure++) {
      values[measure]![item]! += amounts[block * measureCount + measure]! * unitOf[measure]!;
    }
    if (Number.isNaN(places[3 * block]!)) continue;
    const pull = visits[block]! + 1e-9;
    for (let axis = 0; axis < 3; axis++) sums[3 * item + axis]! += pull * places[3 * block + axis]!;
    weights[item]! += pull;
    trips[item]! += visits[block]!;
  }
  const lockedTo = new Uint16Array(itemCount).fill(NONE);
  for (let territory = 0; territory < territoryCount; territory++) {
    lockedTo[cells + territory] = territory;
    for (let measure = 0; measure < measureCount; measure++) {
      values[measure]![cells + territory]! += reserve[territory * measureCount + measure]! * unitOf[measure]!;
    }
  }
  const coarse = defineProblem({
    itemCount,
    territoryCount,
    surface: problem.surface,
    kmPerUnit: problem.kmPerUnit,
    distance: problem.distance,
    centerRule: problem.centerRule,
    places: sums.map((sum, at) => sum / weights[(at - (at % 3)) / 3]!),
    visits: trips,
    centers: problem.centers,
    lockedTo,
    measures: problem.measures.map((measure, index) => ({ ...measure, values: values[index]! })),
  });
  const coarsePlan = makePlan(coarse, makeBlocks(coarse, false), 0);
  coarsePlan.centers.set(plan.centers);
  yield* balanceByPrices(coarsePlan, makeCandidates(coarsePlan, width), prices, EFFORT, meter);
  plan.centers.set(coarsePlan.centers);
}
