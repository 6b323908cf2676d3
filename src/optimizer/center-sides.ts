import { eachNeighbor } from "./contiguity";
import type { Plan } from "./plan";

/** A block's center is on one side: `near` has 1 for each block on the near side, by block; `isNear` says which side is meant. */
export interface CenterSide {
  readonly block: number;
  readonly near: Uint8Array;
  readonly isNear: boolean;
}

/** Share of its choices above which a block is as good as decided. */
const DECIDED = 0.98;

/** Marks what sides rule out, by block × block count + center. */
export function barSides(barred: Uint8Array, sides: readonly CenterSide[]): void {
  barred.fill(0);
  for (const { block, near, isNear } of sides) {
    const at = block * near.length;
    for (let center = 0; center < near.length; center++)
      if ((near[center] === 1) !== isNear) barred[at + center] = 1;
  }
}

/**
 * The two sides of the block over which choices disagree most: half of them around its most frequent center, and the others. Every plan
 * is on one or the other.
 * `tally` counts choices by block × block count + center. Null where all blocks are decided.
 */
export function divideChoices({ blocks }: Plan, tally: Float64Array): CenterSide[][] | null {
  const { count, places, visits } = blocks;
  const away = (a: number, b: number): number => {
    let squared = 0;
    for (let axis = 0; axis < 3; axis++) squared += (places[3 * a + axis]! - places[3 * b + axis]!) ** 2;
    return Math.sqrt(squared);
  };
  let best: { block: number; middle: number; reach: number } | null = null;
  let highest = 0;
  for (let block = 0; block < count; block++) {
    const row = tally.subarray(block * count, (block + 1) * count);
    let total = 0;
    let middle = 0;
    for (let center = 0; center < count; center++) {
      total += row[center]!;
      if (row[center]! > row[middle]!) middle = center;
    }
    if (!(total > 0) || row[middle]! >= DECIDED * total) continue;
    const ranked = [...row.keys()]
      .filter((center) => row[center]! > 0)
      .map((center) => ({ center, distance: away(center, middle) }))
      .sort((a, b) => a.distance - b.distance || a.center - b.center);
    let near = 0;
    let nearDistance = 0;
    let reach = 0;
    for (const { center, distance } of ranked) {
      if (near > 0 && near + row[center]! / 2 > total / 2 && distance > reach) break;
      near += row[center]!;
      nearDistance += row[center]! * distance;
      reach = distance;
    }
    const far = total - near;
    if (!(far > 1e-9 * total)) continue;
    let farDistance = 0;
    for (const { center, distance } of ranked) if (distance > reach) farDistance += row[center]! * distance;
    const spread = farDistance / far - nearDistance / near;
    const score = (Math.min(near, far) / total) * spread * (visits[block]! + 1e-9);
    if (score <= highest) continue;
    highest = score;
    best = { block, middle, reach };
  }
  if (!best) return null;
  const { block, middle, reach } = best;
  const near = Uint8Array.from({ length: count }, (_, center) => (away(center, middle) <= reach ? 1 : 0));
  return [[{ block, near, isNear: true }], [{ block, near, isNear: false }]];
}

/**
 * What every plan must do about a territory that does not hang together where choices agree: a block beyond the gap is not in it, or one
 * of those around its piece is in it too. Null where all hang together.
 */
export function closeGap(plan: Plan, tally: Float64Array): CenterSide[][] | null {
  const { contiguity, blocks } = plan;
  if (!contiguity) return null;
  const { count } = blocks;
  const centerOf = Int32Array.from({ length: count }, (_, block) => {
    const row = tally.subarray(block * count, (block + 1) * count);
    return row.reduce((most, value, center) => (value > (row[most] ?? 0) ? center : most), -1);
  });
  const reached = new Uint8Array(count);
  const reach = (from: number): number[] => {
    const piece = [from];
    reached[from] = 1;
    for (const block of piece)
      eachNeighbor(contiguity, block, (neighbor) => {
        if (reached[neighbor] || centerOf[neighbor] !== centerOf[from]) return;
        reached[neighbor] = 1;
        piece.push(neighbor);
      });
    return piece;
  };
  for (let block = 0; block < count; block++) if (centerOf[block] === block) reach(block);
  for (let block = 0; block < count; block++) {
    const center = centerOf[block]!;
    if (reached[block] || center < 0 || contiguity.partOf[block] !== contiguity.partOf[center]) continue;
    const around = new Set<number>();
    for (const inside of reach(block))
      eachNeighbor(contiguity, inside, (neighbor) => {
        if (centerOf[neighbor] !== center) around.add(neighbor);
      });
    const only = new Uint8Array(count);
    only[center] = 1;
    const side = (other: number, isNear: boolean): CenterSide => ({ block: other, near: only, isNear });
    const links = [...around].sort((a, b) => a - b);
    return [
      [side(block, false)],
      ...links.map((link, i) => [
        side(block, true),
        side(link, true),
        ...links.slice(0, i).map((other) => side(other, false)),
      ]),
    ];
  }
  return null;
}
