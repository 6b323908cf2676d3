import { longestAxis, meetsSphere, travelToBox } from "./center-regions";
import { clearSubset, relaxedCost } from "./cheapest-subset";
import type { FreePricing } from "./free-pricing";
import { type Heap, makeHeap, popLeast, push } from "./heap";
import { wholeSurcharge } from "./whole-subset";

/** A place for a center, or a box of such places, and the least that a territory there costs after credits. */
interface Option {
  readonly cost: number;
  /**
   * What to do when it is the cheapest: halve its box, price its blocks whole, choose it once, choose it any number of times, or leave
   * all territories that are left empty.
   */
  readonly stage: "divide" | "settle" | "once" | "often" | "empty";
  /** −1 for a fixed center or none. */
  readonly region: number;
  readonly box: Float64Array;
  /** Own block at the center, −1 where it may be anywhere. */
  readonly site: number;
  /** Blocks it takes and the share of each, once chosen. */
  readonly blocks: Int32Array;
  readonly shares: Float64Array;
}

/** Boxes to halve for one territory; what is cheapest after that is settled as it is. */
const MOST_HALVINGS = 600;

const NOTHING = { blocks: new Int32Array(0), shares: new Float64Array(0) };

/**
 * Least cost after credits of all territories of a type together, each with a center and blocks of its choice. Takes what they choose
 * off the gradient, which is by position of the free block. Yields work done; returns the cost, or Infinity if so many territories
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
  const chosen: number[] = [];
  let cheapestAgain = Number.POSITIVE_INFINITY;
  let halvings = MOST_HALVINGS * type.territories;
  while (chosen.length < type.territories) {
    const option = popLeast(heap);
    if (!option) return Number.POSITIVE_INFINITY;
    const { stage, region, site } = option;
    if (stage === "empty") break;
    if ((stage === "divide" || stage === "settle" || stage === "once") && region >= 0 && closed[region])
      continue;
    if (stage === "divide" && (pricing.regions.sites || halvings-- > 0)) {
      yield* divide(pricing, typeIndex, option, heap);
    } else if (stage === "divide" || stage === "settle") {
      push(heap, settle(pricing, typeIndex, option));
      yield pricing.subset.count;
    } else {
      chosen.push(option.cost);
      take(pricing, gradient, option);
      if (stage === "often") push(heap, option);
      else if (site < 0 && type.territories > 1) {
        closed[region] = 1;
        const second = again(pricing, typeIndex, option);
        yield pricing.subset.count;
        cheapestAgain = Math.min(cheapestAgain, second.cost);
        push(heap, second);
      }
    }
  }
  // Where a second territory costs less than the first, count all at the lower cost rather than too high.
  let cost = 0;
  for (const one of chosen) cost += Math.min(one, cheapestAgain);
  return cost;
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
  if (regions.sites || regions.count === 0) {
    // A territory of nothing but blocks without a place has no center.
    const placeless = pricePlaceless(pricing, typeIndex);
    if (placeless !== null) push(heap, { ...none, cost: placeless, stage: "often", ...taken(pricing) });
    yield pricing.free.length;
  }
  for (let region = 0; region < regions.count; region++) {
    const box = regions.boxes.slice(6 * region, 6 * region + 6);
    if (plan.problem.surface === "sphere" && !regions.sites && !meetsSphere(box)) continue;
    const cost = priceAt(pricing, typeIndex, region, box, -1, true);
    push(heap, { ...none, cost, stage: "divide", region, box });
    yield pricing.subset.count;
  }
}

/** Lists the own blocks of a region as centers, or halves a box; a box that is small enough is settled. */
function* divide(
  pricing: FreePricing,
  typeIndex: number,
  option: Option,
  heap: Heap<Option>,
): Generator<number, void> {
  const { plan, regions, types, position } = pricing;
  const { region, box } = option;
  const { ties, locked } = types[typeIndex]!;
  if (regions.sites) {
    for (const site of regions.sites[region]!) {
      const own = position[site]! < 0 ? locked.includes(site) : !ties || Number.isFinite(ties[site]!);
      if (!own) continue;
      const place = plan.blocks.places.slice(3 * site, 3 * site + 3);
      const point = Float64Array.of(...place, ...place);
      const cost = priceAt(pricing, typeIndex, region, point, site);
      push(heap, { ...option, cost, stage: "settle", box: point, site });
      yield pricing.subset.count;
    }
    return;
  }
  const axis = longestAxis(box);
  if (box[axis + 3]! - box[axis]! <= pricing.resolution) {
    push(heap, { ...option, stage: "settle" });
    return;
  }
  const middle = (box[axis]! + box[axis + 3]!) / 2;
  for (const side of [axis, axis + 3]) {
    const half = box.slice();
    half[side] = middle;
    if (plan.problem.surface === "sphere" && !meetsSphere(half)) continue;
    const cost = Math.max(option.cost, priceAt(pricing, typeIndex, region, half, -1));
    push(heap, { ...option, cost, box: half });
    yield pricing.subset.count;
  }
}

/** Prices an option's blocks whole where there are few, and notes what it takes. */
function settle(pricing: FreePricing, typeIndex: number, option: Option): Option {
  const { region, box, site, cost } = option;
  const relaxed = priceAt(pricing, typeIndex, region, box, site);
  const surcharge = pricing.whole ? wholeSurcharge(pricing.subset, pricing.plan.blocks.amounts) : 0;
  const settled = Math.max(cost, relaxed + surcharge);
  return { ...option, cost: settled, stage: region < 0 ? "often" : "once", ...taken(pricing, site) };
}

/** What one more territory in the region of an option adds if there is one. */
function again(pricing: FreePricing, typeIndex: number, first: Option): Option {
  const { region } = first;
  const { regions, subset, position } = pricing;
  const box = regions.boxes.slice(6 * region, 6 * region + 6);
  const both = priceAt(pricing, typeIndex, region, box, -1, true, 2);
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

/**
 * Least cost after credits of `copies` territories of a type with centers in a box, blocks splittable; leaves the choice in
 * `pricing.subset`. With a site, that block is the center and inside. `listed`: the box is the whole region, whose travel is known.
 */
function priceAt(
  pricing: FreePricing,
  typeIndex: number,
  region: number,
  box: Float64Array,
  site: number,
  listed = false,
  copies = 1,
): number {
  const { plan, near, subset, types, credits, margin, free, position, prices } = pricing;
  const { ties, least, most, locked, lockedTies } = types[typeIndex]!;
  const { amounts, measureCount } = plan.blocks;
  const from = region < 0 ? 0 : near.start[region]!;
  const to = region < 0 ? free.length : near.start[region + 1]!;
  const source = region < 0 ? free : near.block;
  let cost = lockedTies;
  for (const block of locked) cost += travelToBox(plan, block, box, 0);
  const inside = site >= 0 && position[site]! >= 0 ? site : -1;
  for (let measure = 0; measure < measureCount; measure++) {
    const own = inside < 0 ? 0 : amounts[inside * measureCount + measure]!;
    subset.least[measure] = copies * least[measure]! - own;
    subset.most[measure] = copies * most[measure]! - own;
  }
  // The center itself travels nothing, but the members of a group at the center do.
  if (inside >= 0) cost += travelToBox(plan, inside, box, 0) + (ties ? ties[inside]! : 0) - credits[inside]!;
  clearSubset(subset, to - from);
  let count = 0;
  for (let i = from; i < to; i++) {
    const block = source[i]!;
    if (block === inside) continue;
    const travel = listed ? near.travel[i]! : travelToBox(plan, block, box, 0);
    const gain = travel + (ties ? ties[block]! : 0) - credits[block]!;
    if (!(gain < margin[block]!)) continue;
    subset.block[count] = block;
    subset.gain[count++] = gain;
  }
  subset.count = count;
  if (measureCount > 1 && region >= 0) {
    const at = (typeIndex * pricing.regions.count + region) * measureCount;
    subset.prices.set(prices.subarray(at, at + measureCount));
    cost += relaxedCost(subset, amounts);
    if (copies === 1) prices.set(subset.prices, at);
    return cost;
  }
  subset.prices.fill(0);
  return cost + relaxedCost(subset, amounts);
}

/** Like {@link priceAt} for a territory of blocks without a place only; null if none is free. */
function pricePlaceless(pricing: FreePricing, typeIndex: number): number | null {
  const { plan, subset, types, credits, free } = pricing;
  const { ties, least, most, locked, lockedTies } = types[typeIndex]!;
  const { amounts, places } = plan.blocks;
  if (locked.some((block) => !Number.isNaN(places[3 * block]!))) return null;
  clearSubset(subset, free.length);
  let count = 0;
  for (const block of free) {
    if (!Number.isNaN(places[3 * block]!)) continue;
    const gain = (ties ? ties[block]! : 0) - credits[block]!;
    if (gain === Number.POSITIVE_INFINITY) continue;
    subset.block[count] = block;
    subset.gain[count++] = gain;
  }
  if (count === 0 && locked.length === 0) return null;
  subset.count = count;
  subset.least.set(least);
  subset.most.set(most);
  subset.prices.fill(0);
  return lockedTies + relaxedCost(subset, amounts);
}

/** The blocks that the last pricing chose, with the center's own. */
function taken({ subset }: FreePricing, site = -1): Pick<Option, "blocks" | "shares"> {
  const blocks: number[] = [];
  const shares: number[] = [];
  for (let at = 0; at < subset.count; at++) {
    if (!(subset.chosen[at]! > 0)) continue;
    blocks.push(subset.block[at]!);
    shares.push(subset.chosen[at]!);
  }
  if (site >= 0) {
    blocks.push(site);
    shares.push(1);
  }
  return { blocks: Int32Array.from(blocks), shares: Float64Array.from(shares) };
}

function take({ position }: FreePricing, gradient: Float64Array, { blocks, shares }: Option): void {
  for (let i = 0; i < blocks.length; i++) {
    const at = position[blocks[i]!]!;
    if (at >= 0) gradient[at]! -= shares[i]!;
  }
}
