import { type Option, priceAt, pricePlaceless, settle, taken } from "./center-option";
import { meetsSphere } from "./center-regions";
import { divide } from "./divide-region";
import type { FreePricing } from "./free-pricing";
import { type Heap, makeHeap, popLeast, push } from "./heap";

/** Boxes to halve for one territory; what is cheapest after that is settled as it is. */
const MOST_HALVINGS = 1000;

const NOTHING = { blocks: new Int32Array(0), shares: new Float64Array(0) };

/**
 * Least cost after credits of all territories of a type together, each with a center and blocks of its choice. Takes what they choose
 * off the gradient, which is by position of the free block; where one choice again and again is cheapest, a sketch takes the next best
 * ones instead, which lead to better credits. Yields work done; returns the cost, or Infinity if so many territories
 * cannot be. Territories that share a region share its blocks: what a second one there adds is priced with the region's box.
 */
export function* territoriesCost(
  pricing: FreePricing,
  typeIndex: number,
  gradient: Float64Array,
): Generator<number, number> {
  const type = pricing.types[typeIndex]!;
  const heap: Heap<Option> = makeHeap();
  yield* pushFirst(pricing, typeIndex, heap);
  const closed = new Uint8Array(pricing.regions.count);
  const known = new Map<number, Option>();
  let total = 0;
  // The cheapest way to have all the rest, once it is found.
  let repeated: Option | null = null;
  let halvings = MOST_HALVINGS * type.territories;
  for (let left = type.territories; left > 0; ) {
    const option = popLeast(heap);
    if (!option && !repeated) return Number.POSITIVE_INFINITY;
    if (!option || option.stage === "empty") break;
    const { stage, region, site } = option;
    if (repeated && stage === "often") continue;
    if (stage !== "often" && region >= 0 && closed[region]) continue;
    if (stage === "stale") {
      const cost = priceRegion(pricing, typeIndex, option);
      push(heap, { ...option, cost: Math.max(cost, option.cost), stage: "divide" });
      yield pricing.subset.count;
    } else if (stage === "divide" && (!pricing.regions.anywhere || halvings-- > 0)) {
      yield* divide(pricing, typeIndex, option, known, heap);
    } else if (stage === "divide" || stage === "settle") {
      push(heap, settle(pricing, typeIndex, option));
      yield pricing.subset.count;
    } else {
      total += stage === "often" ? left * option.cost : repeated ? 0 : option.cost;
      take(pricing, gradient, option);
      left--;
      if (stage === "often") {
        repeated = option;
        if (!pricing.sketch) break;
      } else if (site < 0 && left > 0 && !repeated) {
        closed[region] = 1;
        push(heap, again(pricing, typeIndex, option));
        yield pricing.subset.count;
      }
    }
  }
  return total;
}

function* pushFirst(pricing: FreePricing, typeIndex: number, heap: Heap<Option>): Generator<number, void> {
  const { regions, types, plan } = pricing;
  const type = types[typeIndex]!;
  const none: Option = {
    cost: 0,
    stage: "empty",
    region: -1,
    box: new Float64Array(6),
    site: -1,
    isWhole: false,
    ...NOTHING,
  };
  if (type.mayBeEmpty) push(heap, none);
  if (type.center) {
    const box = Float64Array.of(...type.center, ...type.center);
    const cost = priceAt(pricing, typeIndex, -1, box, -1);
    push(heap, { ...none, cost, stage: "settle", box });
    yield pricing.free.length;
    return;
  }
  if (!regions.anywhere || regions.count === 0) {
    // A territory of nothing but blocks without a place has no center.
    const placeless = pricePlaceless(pricing, typeIndex);
    if (placeless !== null) push(heap, { ...none, cost: placeless, stage: "often", ...taken(pricing) });
    yield pricing.free.length;
  }
  for (let region = 0; region < regions.count; region++) {
    const box = regions.boxes.slice(6 * region, 6 * region + 6);
    if (plan.problem.surface === "sphere" && regions.anywhere && !meetsSphere(box)) continue;
    const at = typeIndex * regions.count + region;
    const last = pricing.lastCost[at]! - (pricing.fall[typeIndex]! - pricing.lastFall[at]!);
    const cost = Number.isNaN(last) ? Number.NEGATIVE_INFINITY : last;
    push(heap, { ...none, cost, stage: "stale", region, box });
  }
}

/** Prices a region by its box, and remembers the cost. */
function priceRegion(pricing: FreePricing, typeIndex: number, { region, box }: Option): number {
  const at = typeIndex * pricing.regions.count + region;
  const isFirst = Number.isNaN(pricing.lastCost[at]!);
  const cost = priceAt(pricing, typeIndex, region, box, -1, true, 1, !isFirst);
  pricing.lastCost[at] = cost;
  pricing.lastFall[at] = pricing.fall[typeIndex]!;
  return cost;
}

/**
 * What one more territory adds in the region of an option: both share its blocks, judged by the region's box, and neither costs less
 * than the first.
 */
function again(pricing: FreePricing, typeIndex: number, first: Option): Option {
  const { region } = first;
  const { regions, subset, position } = pricing;
  const box = regions.boxes.slice(6 * region, 6 * region + 6);
  const both = priceAt(pricing, typeIndex, region, box, -1, true, 2);
  if (both - first.cost <= first.cost) return { ...first, stage: "often" };
  const shares = new Map<number, number>();
  for (let at = 0; at < subset.count; at++) shares.set(subset.block[at]!, subset.chosen[at]!);
  for (const [i, block] of first.blocks.entries())
    shares.set(block, (shares.get(block) ?? 0) - first.shares[i]!);
  const blocks = Int32Array.from(shares.keys()).filter((block) => position[block]! >= 0);
  return {
    ...first,
    cost: both - first.cost,
    stage: "often",
    blocks,
    shares: Float64Array.from(blocks, (block) => shares.get(block)!),
  };
}

function take(
  { position, tally, plan }: FreePricing,
  gradient: Float64Array,
  { blocks, shares, site }: Option,
): void {
  for (let i = 0; i < blocks.length; i++) {
    const at = position[blocks[i]!]!;
    if (at < 0) continue;
    gradient[at]! -= shares[i]!;
    if (tally && site >= 0) tally[blocks[i]! * plan.blocks.count + site]! += shares[i]!;
  }
}
