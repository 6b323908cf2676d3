import type { Plan } from "./plan";
import type { Random } from "./random";

/**
 * Divides blocks into parts by recursive balanced line cuts (successive dichotomies; Kalcsics, Nickel & Schröder 2005): each cut
 * splits the bulk as `share(first, middle, last)` says, the part of it due to the parts before `middle`. Looks at places and bulk
 * only. Calls `assign` once per block and yields after each cut with the number of blocks it looked at.
 */
export function* lineCuts(
  plan: Plan,
  blocks: Uint32Array,
  parts: number,
  share: (first: number, middle: number, last: number) => number,
  random: Random,
  assign: (block: number, part: number) => void,
): Generator<number, void> {
  const keys = new Float64Array(plan.blocks.count);
  const pending = [{ from: 0, to: blocks.length, first: 0, last: parts }];
  for (let cut = pending.pop(); cut; cut = pending.pop()) {
    const { from, to, first, last } = cut;
    if (last - first === 1) {
      for (let i = from; i < to; i++) assign(blocks[i]!, first);
      continue;
    }
    const middle = (first + last) >> 1;
    project(plan, blocks, from, to, keys, random);
    const at = splitByBulk(plan, blocks, from, to, keys, share(first, middle, last));
    pending.push({ from: at, to, first: middle, last }, { from, to: at, first, last: middle });
    yield to - from;
  }
}

/** Shares for parts of equal bulk. */
export function evenShare(first: number, middle: number, last: number): number {
  return (middle - first) / (last - first);
}

/** Shares in proportion to the targets of the territories, `territories[part]` being what the part is for. */
export function targetShare(
  plan: Plan,
  territories: ArrayLike<number>,
): (first: number, middle: number, last: number) => number {
  return (first, middle, last) => shareOf(plan, territories, first, middle, last);
}

function shareOf(
  plan: Plan,
  territories: ArrayLike<number>,
  first: number,
  middle: number,
  last: number,
): number {
  const { measureCount } = plan.blocks;
  let before = 0;
  let all = 0;
  for (let i = first; i < last; i++) {
    let target = measureCount === 0 ? 1 : 0;
    for (let measure = 0; measure < measureCount; measure++) {
      const value = plan.target[territories[i]! * measureCount + measure]!;
      target += Number.isFinite(value) && value > 0 ? value : 0;
    }
    all += target;
    if (i < middle) before += target;
  }
  return all > 0 ? before / all : (middle - first) / (last - first);
}

/** Keys along a direction in which the blocks spread widely: a random one, pulled towards the main axis by the covariance. */
function project(
  plan: Plan,
  blocks: Uint32Array,
  from: number,
  to: number,
  keys: Float64Array,
  random: Random,
): void {
  const { places } = plan.blocks;
  const count = to - from;
  const mean = [0, 0, 0];
  for (let i = from; i < to; i++) {
    for (let axis = 0; axis < 3; axis++) mean[axis]! += places[3 * blocks[i]! + axis]! / count;
  }
  let direction = [random.next() - 0.5, random.next() - 0.5, random.next() - 0.5];
  for (let power = 0; power < 3; power++) {
    const image = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const at = 3 * blocks[i]!;
      const x = places[at]! - mean[0]!;
      const y = places[at + 1]! - mean[1]!;
      const z = places[at + 2]! - mean[2]!;
      const along = x * direction[0]! + y * direction[1]! + z * direction[2]!;
      image[0]! += along * x;
      image[1]! += along * y;
      image[2]! += along * z;
    }
    const length = Math.sqrt(image[0]! * image[0]! + image[1]! * image[1]! + image[2]! * image[2]!);
    if (!(length > 0)) break;
    direction = image.map((value) => value / length);
  }
  for (let i = from; i < to; i++) {
    const at = 3 * blocks[i]!;
    keys[blocks[i]!] =
      places[at]! * direction[0]! + places[at + 1]! * direction[1]! + places[at + 2]! * direction[2]!;
  }
}

/** Weighted quickselect: reorders `blocks[from..to)` so that the first part holds `share` of the bulk; returns where it ends. */
function splitByBulk(
  plan: Plan,
  blocks: Uint32Array,
  from: number,
  to: number,
  keys: Float64Array,
  share: number,
): number {
  const { bulk } = plan.blocks;
  let total = 0;
  for (let i = from; i < to; i++) total += Math.max(bulk[blocks[i]!]!, 1e-12);
  let wanted = total * share;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const pivot = blocks[(low + high) >> 1]!;
    const pivotKey = keys[pivot]!;
    let at = low;
    let before = 0;
    for (let i = low; i < high; i++) {
      const block = blocks[i]!;
      if (keys[block]! < pivotKey || (keys[block] === pivotKey && block < pivot)) {
        blocks[i] = blocks[at]!;
        blocks[at++] = block;
        before += Math.max(bulk[block]!, 1e-12);
      }
    }
    if (before > wanted && at > low) high = at;
    else {
      // The pivot is the smallest of the rest: it comes next.
      for (let i = at; i < high; i++) {
        if (blocks[i] !== pivot) continue;
        blocks[i] = blocks[at]!;
        blocks[at] = pivot;
        break;
      }
      const pivotBulk = Math.max(bulk[pivot]!, 1e-12);
      if (before + pivotBulk >= wanted) return before + pivotBulk / 2 <= wanted ? at + 1 : at;
      wanted -= before + pivotBulk;
      low = at + 1;
    }
  }
  return low;
}
