import type { Blocks } from "./blocks";
import { type Meter, spend } from "./meter";
import { NONE } from "./problem";

/** For each movable placed block the movable placed blocks around it, nearest first: `near[block × width + rank]`, −1 where fewer. */
export interface NearBlocks {
  readonly width: number;
  readonly near: Int32Array;
  /** The movable placed blocks themselves. */
  readonly movable: Int32Array;
}

/** Looks from each block both ways along the axis of greatest spread, no farther than a nearer one could still lie. */
export function* findNearBlocks(
  { count, places, fixedTo }: Blocks,
  width: number,
  meter: Meter,
): Generator<void, NearBlocks> {
  const own: number[] = [];
  for (let block = 0; block < count; block++) {
    if (fixedTo[block] === NONE && !Number.isNaN(places[3 * block]!)) own.push(block);
  }
  const axis = widestAxis(places, own);
  own.sort((a, b) => places[3 * a + axis]! - places[3 * b + axis]! || a - b);
  const movable = Int32Array.from(own);
  const near = new Int32Array(count * width).fill(-1);
  const away = new Float64Array(width);
  for (let rank = 0; rank < movable.length; rank++) {
    const block = movable[rank]!;
    let found = 0;
    let looked = 0;
    for (const step of [-1, 1]) {
      for (let at = rank + step; at >= 0 && at < movable.length; at += step) {
        const other = movable[at]!;
        const along = places[3 * other + axis]! - places[3 * block + axis]!;
        if (found === width && along * along > away[width - 1]!) break;
        looked++;
        const dx = places[3 * other]! - places[3 * block]!;
        const dy = places[3 * other + 1]! - places[3 * block + 1]!;
        const dz = places[3 * other + 2]! - places[3 * block + 2]!;
        const squared = dx * dx + dy * dy + dz * dz;
        if (found === width && squared >= away[width - 1]!) continue;
        let slot = found < width ? found++ : width - 1;
        for (; slot > 0 && away[slot - 1]! > squared; slot--) {
          away[slot] = away[slot - 1]!;
          near[block * width + slot] = near[block * width + slot - 1]!;
        }
        away[slot] = squared;
        near[block * width + slot] = other;
      }
    }
    if (spend(meter, looked / 4)) yield;
  }
  return { width, near, movable };
}

function widestAxis(places: Float64Array, own: readonly number[]): number {
  let widest = 0;
  let most = -1;
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const block of own) {
      low = Math.min(low, places[3 * block + axis]!);
      high = Math.max(high, places[3 * block + axis]!);
    }
    if (high - low > most) {
      most = high - low;
      widest = axis;
    }
  }
  return widest;
}
