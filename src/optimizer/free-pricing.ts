import { type CenterRegions, centerRegions, travelToBox } from "./center-regions";
import { makeSubset, type SubsetProblem } from "./cheapest-subset";
import type { Plan } from "./plan";
import { NONE } from "./problem";
import { type TerritoryType, territoryTypes } from "./territory-types";

/** Regions for each territory, so that a region is a small part of one. */
const REGIONS_PER_TERRITORY = 8;
/** Up to this many free blocks, prices below zero have no limit and every region lists all blocks. */
const LIST_ALL = 200;
/** Up to this many free blocks for each territory, blocks are taken whole. */
const WHOLE_BELOW = 25;
/** With no more free blocks than this, up to so many for each territory. */
const FEW = 300;
const WHOLE_BELOW_OF_FEW = 40;
/** Slack to begin with, as a share of what a territory costs. */
const FIRST_SLACK = 0.001;
/** Neighboring regions that are looked at together first. */
const TOGETHER = 12;

/** Prices centers and sets of blocks for territories whose centers are free. */
export interface FreePricing {
  readonly plan: Plan;
  readonly types: readonly TerritoryType[];
  /** Blocks that are not locked, and the position of each in this list (−1 for locked ones). */
  readonly free: Int32Array;
  readonly position: Int32Array;
  readonly regions: CenterRegions;
  /** Credit for taking each block. */
  readonly credits: Float64Array;
  /** Least cost besides travel of each block over all types. */
  readonly leastTies: Float64Array;
  /** A block with at least this cost after its credit pays for no territory, at any price within the limits. */
  readonly margin: Float64Array;
  /** Blocks near each region and their travel to its box. */
  readonly near: NearBlocks;
  /** Last prices at (type × region) × measure. */
  readonly prices: Float64Array;
  readonly subset: SubsetProblem;
  /** Cost of each block on the subset's list with the center at the nearest point of a box: scratch. */
  readonly nearest: Float64Array;
  /** 1 for measures with negative amounts, by measure. */
  readonly hasNegative: Uint8Array;
  readonly whole: boolean;
  /**
   * What a territory of each type cost at least in each region when last priced, at type × region (NaN before), and how far such costs
   * may have fallen until then: credits that rise lower them by no more than what one territory can take of the rise.
   */
  readonly lastCost: Float64Array;
  readonly lastFall: Float64Array;
  /** How far costs may have fallen since the start, by type. */
  readonly fall: Float64Array;
  /** The last good center in each region for each type, x, y, z at 3 × (type × region); NaN before the first. */
  readonly sketched: Float64Array;
  /** Blocks ruled out for own blocks as centers, by block × block count + center; null where none is. */
  barred: Uint8Array | null;
  /** How often each was chosen, in the same order; null where nobody counts. */
  tally: Float64Array | null;
  /** Centers that proofs found cheapest, latest first, as boxes by type × region. */
  readonly found: Map<number, readonly Float64Array[]>;
  /** Centers anywhere are judged by a few good places in each region: quick, near the truth, and no proof. */
  sketch: boolean;
  /** Mean distance in units of `places`: what is far, and what is near. */
  readonly unit: number;
  /** How much more a territory may cost at a known center than proven for its region; then the region is not divided any more. */
  slack: number;
}

interface NearBlocks {
  readonly start: Int32Array;
  block: Int32Array;
  travel: Float64Array;
}

/**
 * Prepares a problem for pricing. `anywhere`: centers may be anywhere, else they are own blocks; `cost` is what a plan of the problem
 * costs, to scale by.
 */
export function makePricing(plan: Plan, cost: number, anywhere: boolean): FreePricing {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const types = territoryTypes(plan);
  const position = new Int32Array(blocks.count).fill(-1);
  const free: number[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] !== NONE) continue;
    position[block] = free.length;
    free.push(block);
  }
  const mostBlocks = Math.max(1, blocks.count / (REGIONS_PER_TERRITORY * territoryCount));
  const regions = centerRegions(plan, mostBlocks, anywhere);
  const subset = makeSubset(blocks.measureCount);
  for (let measure = 0; measure < blocks.measureCount; measure++) {
    // Without a lower bound no price falls below zero.
    const hasFloor = types.some(({ least }) => least[measure]! > 0);
    const usual =
      free.length > LIST_ALL
        ? (0.3 * cost) / (territoryCount * blocks.measureCount)
        : Number.POSITIVE_INFINITY;
    subset.limit[measure] = hasFloor ? usual : 0;
  }
  const margin = new Float64Array(blocks.count);
  for (const block of free) margin[block] = marginOf(plan, subset, block);
  let visits = 0;
  for (let block = 0; block < blocks.count; block++) visits += blocks.visits[block]!;
  const meanDistance = problem.distance === "squared" ? Math.sqrt(cost / visits) : cost / visits;
  const unit = visits > 0 && cost > 0 ? meanDistance / problem.kmPerUnit : 1;
  return {
    plan,
    types,
    free: Int32Array.from(free),
    position,
    regions,
    credits: new Float64Array(blocks.count),
    leastTies: leastTies(types, blocks.count),
    margin,
    near: {
      start: new Int32Array(regions.count + 1),
      block: new Int32Array(1024),
      travel: new Float64Array(1024),
    },
    prices: new Float64Array(types.length * regions.count * blocks.measureCount),
    subset,
    hasNegative: Uint8Array.from({ length: blocks.measureCount }, (_, measure) =>
      free.some((block) => blocks.amounts[block * blocks.measureCount + measure]! < 0) ? 1 : 0,
    ),
    nearest: new Float64Array(free.length),
    whole: free.length < (free.length <= FEW ? WHOLE_BELOW_OF_FEW : WHOLE_BELOW) * territoryCount,
    lastCost: new Float64Array(types.length * regions.count).fill(Number.NaN),
    lastFall: new Float64Array(types.length * regions.count),
    fall: new Float64Array(types.length),
    sketched: new Float64Array(3 * types.length * regions.count).fill(Number.NaN),
    barred: null,
    tally: null,
    found: new Map(),
    sketch: anywhere,
    unit,
    slack: (FIRST_SLACK * cost) / territoryCount,
  };
}

function marginOf({ blocks }: Plan, { limit }: SubsetProblem, block: number): number {
  let margin = 0;
  for (let measure = 0; measure < blocks.measureCount; measure++) {
    const amount = blocks.amounts[block * blocks.measureCount + measure]!;
    if (amount > 0 && limit[measure]! > 0) margin += limit[measure]! * amount;
  }
  return margin;
}

function leastTies(types: readonly TerritoryType[], count: number): Float64Array {
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (const { ties } of types)
    for (let block = 0; block < count; block++)
      least[block] = Math.min(least[block]!, ties ? ties[block]! : 0);
  return least;
}

/** Takes the credits of the free blocks, in their order. */
export function setCredits(pricing: FreePricing, values: Float64Array): void {
  const { credits, free, types, fall, plan } = pricing;
  const { measureCount, amounts } = plan.blocks;
  let rise = 0;
  const steepest = new Float64Array(measureCount);
  for (let i = 0; i < free.length; i++) {
    const block = free[i]!;
    const more = values[i]! - credits[block]!;
    credits[block] = values[i]!;
    if (!(more > 0)) continue;
    rise += more;
    for (let measure = 0; measure < measureCount; measure++) {
      const amount = amounts[block * measureCount + measure]!;
      const ratio = amount > 0 ? more / amount : Number.POSITIVE_INFINITY;
      if (ratio > steepest[measure]!) steepest[measure] = ratio;
    }
  }
  for (const [type, { most }] of types.entries()) {
    let fallen = rise;
    for (let measure = 0; measure < measureCount; measure++) {
      if (pricing.hasNegative[measure] || !(most[measure]! >= 0)) continue;
      const taken = steepest[measure]! * most[measure]!;
      if (taken < fallen) fallen = taken;
    }
    fall[type]! += fallen;
  }
}

/** Lists for each region the blocks that may pay for a center in it. Yields work done; returns 0. */
export function* listNearBlocks(pricing: FreePricing): Generator<number, number> {
  const { plan, regions, near, free } = pricing;
  let end = 0;
  const group = new Int32Array(free.length);
  const box = new Float64Array(6);
  for (let first = 0; first < regions.count; first += TOGETHER) {
    const last = Math.min(regions.count, first + TOGETHER);
    joinBoxes(regions.boxes, first, last, box);
    let grouped = 0;
    for (const block of free)
      if (mayPay(pricing, block, travelToBox(plan, block, box, 0))) group[grouped++] = block;
    yield free.length;
    for (let region = first; region < last; region++) {
      near.start[region] = end;
      if (near.block.length < end + grouped) grow(near, 2 * (end + grouped));
      for (let i = 0; i < grouped; i++) {
        const block = group[i]!;
        const travel = travelToBox(plan, block, regions.boxes, 6 * region);
        if (!mayPay(pricing, block, travel)) continue;
        near.block[end] = block;
        near.travel[end++] = travel;
      }
      yield grouped;
    }
  }
  near.start[regions.count] = end;
  return 0;
}

function mayPay({ leastTies, credits, margin }: FreePricing, block: number, travel: number): boolean {
  return travel + leastTies[block]! - credits[block]! < margin[block]!;
}

function joinBoxes(boxes: Float64Array, first: number, last: number, into: Float64Array): void {
  for (let side = 0; side < 6; side++) {
    into[side] = boxes[6 * first + side]!;
    for (let region = first + 1; region < last; region++) {
      const value = boxes[6 * region + side]!;
      into[side] = side < 3 ? Math.min(into[side]!, value) : Math.max(into[side]!, value);
    }
  }
}

function grow(near: NearBlocks, size: number): void {
  const block = new Int32Array(size);
  const travel = new Float64Array(size);
  block.set(near.block);
  travel.set(near.travel);
  near.block = block;
  near.travel = travel;
}
