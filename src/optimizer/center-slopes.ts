import { travelToBox } from "./center-regions";
import { clearSubset, pricedBounds, relaxedCost } from "./cheapest-subset";
import type { FreePricing } from "./free-pricing";
import { wholeSurcharge } from "./whole-subset";

/** Travel from one spot to the middle of a box, how it grows with the center's place, and how much it can at most. */
interface Slope {
  travel: number;
  x: number;
  y: number;
  z: number;
}

/**
 * Least cost after credits of a territory of a type with its center in a box, from a region's blocks: what surely belongs to it travels
 * at least as a tangent at the middle says (distance is convex in the center's place), the rest at least to the nearest point of the
 * box. Where pulls from all sides cancel out, this is far closer than the nearest points alone. `whole`: blocks cannot be split.
 */
export function costInBox(
  pricing: FreePricing,
  typeIndex: number,
  region: number,
  box: Float64Array,
  whole: boolean,
): number {
  const { plan, near, subset, types, credits, margin } = pricing;
  const { ties, least, most, locked, lockedTies } = types[typeIndex]!;
  const { amounts, measureCount, atOneSpot } = plan.blocks;
  const half = [0, 1, 2].map((axis) => (box[axis + 3]! - box[axis]!) / 2);
  const middle = Float64Array.from({ length: 6 }, (_, side) => (box[side % 3]! + box[(side % 3) + 3]!) / 2);
  subset.least.set(least);
  subset.most.set(most);
  const from = near.start[region]!;
  const to = near.start[region + 1]!;
  clearSubset(subset, to - from);
  let count = 0;
  for (let i = from; i < to; i++) {
    const block = near.block[i]!;
    const tie = ties ? ties[block]! : 0;
    const nearest = travelToBox(plan, block, box, 0) + tie - credits[block]!;
    if (!(nearest < margin[block]!)) continue;
    subset.block[count] = block;
    subset.gain[count] = travelToBox(plan, block, middle, 0) + tie - credits[block]!;
    pricing.nearest[count++] = nearest;
  }
  subset.count = count;
  startPrices(pricing, typeIndex, region);
  relaxedCost(subset, amounts);

  const slope: Slope = { travel: 0, x: 0, y: 0, z: 0 };
  let cost = lockedTies - pricedBounds(subset);
  let x = 0;
  let y = 0;
  let z = 0;
  for (const block of locked) {
    if (!tangent(pricing, block, middle, slope)) {
      cost += travelToBox(plan, block, box, 0);
      continue;
    }
    cost += slope.travel;
    x += slope.x;
    y += slope.y;
    z += slope.z;
  }
  for (let at = 0; at < count; at++) {
    const block = subset.block[at]!;
    const priced = subset.priced[at]!;
    if (atOneSpot[block] && priced < 0 && tangent(pricing, block, middle, slope)) {
      const reach =
        Math.abs(slope.x) * half[0]! + Math.abs(slope.y) * half[1]! + Math.abs(slope.z) * half[2]!;
      if (priced + reach <= 0) {
        cost += priced;
        // Without it the pulls of the others change by its own at most.
        subset.priced[at] = priced + reach;
        x += slope.x;
        y += slope.y;
        z += slope.z;
        continue;
      }
    }
    let price = 0;
    for (let measure = 0; measure < measureCount; measure++)
      price += subset.prices[measure]! * amounts[block * measureCount + measure]!;
    subset.priced[at] = pricing.nearest[at]! + price;
    cost += Math.min(0, subset.priced[at]!);
  }
  if (whole) cost += wholeSurcharge(subset, amounts);
  return cost - Math.abs(x) * half[0]! - Math.abs(y) * half[1]! - Math.abs(z) * half[2]!;
}

/** Prices of several measures start where they were for that region; one measure needs no start. */
function startPrices({ subset, prices, regions }: FreePricing, typeIndex: number, region: number): void {
  const { measureCount } = subset;
  const at = (typeIndex * regions.count + region) * measureCount;
  if (measureCount > 1) subset.prices.set(prices.subarray(at, at + measureCount));
  else subset.prices.fill(0);
}

/** False for a block whose travel has no tangent of use: rounded down, or of several spots. */
function tangent({ plan }: FreePricing, block: number, middle: Float64Array, into: Slope): boolean {
  const { problem, blocks } = plan;
  if (problem.distance === "floored" || !blocks.atOneSpot[block]) return false;
  const dx = middle[0]! - blocks.places[3 * block]!;
  const dy = middle[1]! - blocks.places[3 * block + 1]!;
  const dz = middle[2]! - blocks.places[3 * block + 2]!;
  const squared = dx * dx + dy * dy + dz * dz;
  into.travel = 0;
  into.x = 0;
  into.y = 0;
  into.z = 0;
  if (!(squared > 0)) return true;
  const visits = blocks.visits[block]!;
  let steepness: number;
  if (problem.distance === "squared") {
    steepness = 2 * visits * problem.kmPerUnit * problem.kmPerUnit;
    into.travel = (steepness * squared) / 2;
  } else {
    const away = Math.sqrt(squared);
    steepness = (visits * problem.kmPerUnit) / away;
    into.travel = visits * problem.kmPerUnit * away;
  }
  into.x = steepness * dx;
  into.y = steepness * dy;
  into.z = steepness * dz;
  return true;
}
