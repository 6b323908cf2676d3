import type { Plan } from "./plan";

/**
 * Where free centers may be, divided into regions: boxes of x, y, z at 6 × region (least x, y, z, then most). Where centers are
 * own blocks, a region lists them; else the regions together cover every place a center can have.
 */
export interface CenterRegions {
  readonly count: number;
  readonly boxes: Float64Array;
  /** Placed blocks by region. */
  readonly sites: readonly (readonly number[])[];
  /** Whether a center may be anywhere in a region, or is one of its blocks. */
  readonly anywhere: boolean;
}

/** Halves space (`anywhere`), or the blocks, at medians until no region holds more than `mostBlocks` of the placed blocks. */
export function centerRegions(plan: Plan, mostBlocks: number, anywhere: boolean): CenterRegions {
  const { places, count } = plan.blocks;
  const placed: number[] = [];
  for (let block = 0; block < count; block++) if (!Number.isNaN(places[3 * block]!)) placed.push(block);
  const boxes: Float64Array[] = [];
  const sites: number[][] = [];
  const divide = (blocks: number[], box: Float64Array): void => {
    const own = anywhere ? box : boundsOf(places, blocks);
    const around = anywhere ? boundsOf(places, blocks) : own;
    const axis = longestAxis(around);
    if (blocks.length <= mostBlocks || around[axis + 3]! - around[axis]! <= 0) {
      boxes.push(own);
      sites.push(blocks);
      return;
    }
    blocks.sort((a, b) => places[3 * a + axis]! - places[3 * b + axis]! || a - b);
    const half = blocks.length >> 1;
    const cut = places[3 * blocks[half]! + axis]!;
    const low = box.slice();
    const high = box.slice();
    low[axis + 3] = cut;
    high[axis] = cut;
    divide(blocks.slice(0, half), low);
    divide(blocks.slice(half), high);
  };
  if (placed.length > 0) divide(placed, reach(plan, boundsOf(places, placed)));
  const flat = new Float64Array(6 * boxes.length);
  for (const [region, box] of boxes.entries()) flat.set(box, 6 * region);
  return { count: boxes.length, boxes: flat, sites, anywhere };
}

/** Squared distance from a place to the nearest point of a box. */
export function squaredToBox(x: number, y: number, z: number, boxes: Float64Array, at: number): number {
  const dx = x < boxes[at]! ? boxes[at]! - x : x > boxes[at + 3]! ? x - boxes[at + 3]! : 0;
  const dy = y < boxes[at + 1]! ? boxes[at + 1]! - y : y > boxes[at + 4]! ? y - boxes[at + 4]! : 0;
  const dz = z < boxes[at + 2]! ? boxes[at + 2]! - z : z > boxes[at + 5]! ? z - boxes[at + 5]! : 0;
  return dx * dx + dy * dy + dz * dz;
}

/**
 * Visits × distance from a block to the nearest point of a box, in kilometers: at most its travel to any center inside, and just
 * that if the box is a point. Blocks without a place cost nothing.
 */
export function travelToBox(
  { problem, blocks }: Plan,
  block: number,
  boxes: Float64Array,
  at: number,
): number {
  if (blocks.atOneSpot[block]) {
    return blocks.visits[block]! * toBox(problem, blocks.places, block, boxes, at);
  }
  let travel = 0;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const item = blocks.members[i]!;
    travel += problem.visits[item]! * toBox(problem, problem.places, item, boxes, at);
  }
  return travel;
}

function toBox(
  { distance, kmPerUnit, surface }: Plan["problem"],
  places: Float64Array,
  index: number,
  boxes: Float64Array,
  at: number,
): number {
  const squared = squaredToBox(places[3 * index]!, places[3 * index + 1]!, places[3 * index + 2]!, boxes, at);
  if (!(squared > 0)) return 0;
  if (distance === "straight") return Math.sqrt(squared) * kmPerUnit;
  if (distance === "squared") return squared * kmPerUnit * kmPerUnit;
  // Centers are pulled to the sphere with an error of the last digits, which must not reach the next whole kilometer.
  return Math.floor(Math.sqrt(squared) * kmPerUnit * (surface === "sphere" ? 1 - 1e-12 : 1));
}

/** The longest side: 0, 1 or 2. */
export function longestAxis(box: Float64Array): number {
  let axis = 0;
  for (let other = 1; other < 3; other++)
    if (box[other + 3]! - box[other]! > box[axis + 3]! - box[axis]!) axis = other;
  return axis;
}

/** Whether a box holds any point of the unit sphere, with room for rounding. */
export function meetsSphere(box: Float64Array): boolean {
  let nearest = 0;
  let farthest = 0;
  for (let axis = 0; axis < 3; axis++) {
    const low = box[axis]!;
    const high = box[axis + 3]!;
    const near = low > 0 ? low : high < 0 ? -high : 0;
    const far = Math.max(-low, high);
    nearest += near * near;
    farthest += far * far;
  }
  return nearest <= 1 + 1e-7 && farthest >= 1 - 1e-7;
}

function boundsOf(places: Float64Array, blocks: readonly number[]): Float64Array {
  const box = Float64Array.of(
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  );
  for (const block of blocks) {
    for (let axis = 0; axis < 3; axis++) {
      const value = places[3 * block + axis]!;
      box[axis] = Math.min(box[axis]!, value);
      box[axis + 3] = Math.max(box[axis + 3]!, value);
    }
  }
  return box;
}

/** All places of a mean of blocks within the box; on a sphere, such means pulled back to its surface. */
function reach({ problem }: Plan, box: Float64Array): Float64Array {
  const nearest = Math.sqrt(squaredToBox(0, 0, 0, box, 0));
  const stretch =
    problem.surface === "plane" ? 1 : nearest > 0 ? Math.max(1, 1 / nearest) : Number.POSITIVE_INFINITY;
  return box.map((value, side) => {
    const outward = side < 3 ? Math.min(value, value * stretch) : Math.max(value, value * stretch);
    const margin = 1e-9 * Math.max(1, Math.abs(value));
    const wide = Number.isNaN(outward) ? value : side < 3 ? outward - margin : outward + margin;
    return problem.surface === "plane" ? wide : Math.max(-1.000001, Math.min(1.000001, wide));
  });
}
