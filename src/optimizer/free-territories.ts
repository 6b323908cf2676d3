import { longestAxis, meetsSphere, squaredToBox, travelToBox } from "./center-regions";
import { costInBox } from "./center-slopes";
import { clearSubset, costAtPrices, relaxedCost } from "./cheapest-subset";
import type { FreePricing } from "./free-pricing";
import { type Heap, makeHeap, popLeast, push } from "./heap";
import { wholeSurcharge } from "./whole-subset";

/** A place for a center, or a box of such places, and the least that a territory there costs after credits. */
interface Option {
  readonly cost: number;
  /**
   * What to do when it is the cheapest: price its region again, halve its box, price its blocks whole, choose it once, choose it any number of times, or leave
   * all territories that are left empty.
   */
  readonly stage: "stale" | "divide" | "settle" | "once" | "often" | "empty";
  /** −1 for a fixed center or none. */
  readonly region: number;
  readonly box: Float64Array;
  /** Own block at the center, −1 where it may be anywhere. */
  readonly site: number;
  /** Whether blocks are known to be taken whole; only of use in small boxes. */
  readonly isWhole: boolean;
  /** Blocks it takes and the share of each, once chosen. */
  readonly blocks: Int32Array;
  readonly shares: Float64Array;
}

/** Boxes to halve for one territory; what is cheapest after that is settled as it is. */
const MOST_HALVINGS = 1000;
/** Steps of a sketch towards the best center for its blocks. */
const SKETCH_STEPS = 4;

/** Boxes are priced by whole blocks up to this side, and not halved below the other, in mean distances. */
const SMALL = 1 / 8;
const SMALLEST = 1 / 512;

/** Centers kept for each region. */
const MOST_FOUND = 4;

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
 * Lists the own blocks of a region as centers, or halves a box. A box that is small enough is settled; so is the cheapest of its region
 * where a known center is hardly dearer.
 */
function* divide(
  pricing: FreePricing,
  typeIndex: number,
  option: Option,
  known: Map<number, Option>,
  heap: Heap<Option>,
): Generator<number, void> {
  const { plan, regions, types, position } = pricing;
  const { region, box } = option;
  const { ties, locked } = types[typeIndex]!;
  if (!regions.anywhere) {
    for (const site of regions.sites[region]!) {
      const own = position[site]! < 0 ? locked.includes(site) : !ties || Number.isFinite(ties[site]!);
      if (!own || pricing.barred?.[site * plan.blocks.count + site]) continue;
      const place = plan.blocks.places.slice(3 * site, 3 * site + 3);
      const point = Float64Array.of(...place, ...place);
      const cost = priceAt(pricing, typeIndex, region, point, site);
      push(heap, { ...option, cost, stage: "settle", box: point, site });
      yield pricing.subset.count;
    }
    return;
  }
  const best = known.get(region) ?? (yield* knownCenter(pricing, typeIndex, option));
  known.set(region, best);
  if (pricing.sketch) {
    push(heap, best);
    return;
  }
  if (option.cost >= best.cost - pricing.slack) {
    remember(pricing, typeIndex, best);
    push(heap, { ...best, cost: Math.min(option.cost, best.cost) });
    return;
  }
  const axis = longestAxis(box);
  const side = box[axis + 3]! - box[axis]!;
  if (side <= SMALLEST * pricing.unit) {
    remember(pricing, typeIndex, best);
    push(heap, { ...option, stage: "settle" });
    return;
  }
  const isSmall = side <= SMALL * pricing.unit;
  if (isSmall && pricing.whole && !option.isWhole) {
    const cost = Math.max(option.cost, costInBox(pricing, typeIndex, region, box, true));
    push(heap, { ...option, cost, isWhole: true });
    yield pricing.subset.count;
    return;
  }
  const middle = (box[axis]! + box[axis + 3]!) / 2;
  for (const edge of [axis, axis + 3]) {
    const half = box.slice();
    half[edge] = middle;
    if (plan.problem.surface === "sphere" && !meetsSphere(half)) continue;
    const cost = Math.max(option.cost, costInBox(pricing, typeIndex, region, half, false));
    push(heap, { ...option, cost, box: half, isWhole: false });
    yield pricing.subset.count;
    if (!isSmall || cost >= known.get(region)!.cost - pricing.slack) continue;
    const point = Float64Array.from({ length: 6 }, (_, at) => (half[at % 3]! + half[(at % 3) + 3]!) / 2);
    const here = settle(pricing, typeIndex, { ...option, cost: Number.NEGATIVE_INFINITY, box: point });
    yield pricing.subset.count;
    if (here.cost >= known.get(region)!.cost) continue;
    known.set(region, here);
  }
}

/** A territory at a good center of a region: where sketches went, or where proofs found one that sketches had missed. */
function* knownCenter(pricing: FreePricing, typeIndex: number, option: Option): Generator<number, Option> {
  const { region, box } = option;
  const points = [
    yield* bestCenter(pricing, typeIndex, region, box),
    ...(pricing.found.get(typeIndex * pricing.regions.count + region) ?? []),
  ];
  let best: Option | null = null;
  for (const point of points) {
    const choice = settle(pricing, typeIndex, { ...option, cost: Number.NEGATIVE_INFINITY, box: point });
    yield pricing.subset.count;
    if (!best || choice.cost < best.cost) best = choice;
  }
  return best!;
}

/** Keeps the center of a choice for sketches to come, the latest of each region first. */
function remember({ found, regions }: FreePricing, typeIndex: number, { region, box }: Option): void {
  const at = typeIndex * regions.count + region;
  const others = (found.get(at) ?? []).filter((other) => other.some((value, side) => value !== box[side]));
  found.set(at, [box, ...others.slice(0, MOST_FOUND - 1)]);
}

/** A center in a box that is good for the blocks it attracts, found by turns (Cooper 1964): a point, as a box. */
function* bestCenter(
  pricing: FreePricing,
  typeIndex: number,
  region: number,
  box: Float64Array,
): Generator<number, Float64Array> {
  const { subset, plan, regions } = pricing;
  const { blocks, problem } = plan;
  const at = 3 * (typeIndex * regions.count + region);
  let point = Float64Array.from({ length: 6 }, (_, side) => pricing.sketched[at + (side % 3)]!);
  const isNew = Number.isNaN(point[0]!);
  if (isNew) {
    point = Float64Array.from({ length: 6 }, (_, side) => (box[side % 3]! + box[(side % 3) + 3]!) / 2);
    let least = priceAt(pricing, typeIndex, region, point, -1);
    for (const site of regions.sites[region]!) {
      const place = Float64Array.from({ length: 6 }, (_, side) => blocks.places[3 * site + (side % 3)]!);
      const cost = priceAt(pricing, typeIndex, region, place, -1);
      yield subset.count;
      if (cost >= least) continue;
      least = cost;
      point = place;
    }
  }
  for (let step = 0; step < (isNew ? SKETCH_STEPS : 1); step++) {
    priceAt(pricing, typeIndex, region, point, -1);
    const sum = [0, 0, 0];
    let pull = 0;
    for (let at = 0; at < subset.count; at++) {
      const block = subset.block[at]!;
      const share = subset.chosen[at]! * blocks.visits[block]!;
      if (!(share > 0) || Number.isNaN(blocks.places[3 * block]!)) continue;
      const away =
        problem.distance === "squared"
          ? 1
          : Math.sqrt(
              squaredToBox(
                blocks.places[3 * block]!,
                blocks.places[3 * block + 1]!,
                blocks.places[3 * block + 2]!,
                point,
                0,
              ),
            ) + 1e-9;
      for (let axis = 0; axis < 3; axis++) sum[axis]! += (share / away) * blocks.places[3 * block + axis]!;
      pull += share / away;
    }
    yield subset.count;
    if (!(pull > 0)) break;
    for (let side = 0; side < 6; side++) {
      const axis = side % 3;
      point[side] = Math.max(box[axis]!, Math.min(box[axis + 3]!, sum[axis]! / pull));
    }
  }
  pricing.sketched.set(point.subarray(0, 3), at);
  return point;
}

/** Prices an option's blocks whole where there are few, and notes what it takes. */
function settle(pricing: FreePricing, typeIndex: number, option: Option): Option {
  const { region, box, site, cost } = option;
  const relaxed = priceAt(pricing, typeIndex, region, box, site);
  const surcharge = pricing.whole ? wholeSurcharge(pricing.subset, pricing.plan.blocks.amounts) : 0;
  const settled = Math.max(cost, relaxed + surcharge);
  return { ...option, cost: settled, stage: region < 0 ? "often" : "once", ...taken(pricing, site) };
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

/**
 * Least cost after credits of `copies` territories of a type with centers in a box, blocks splittable; leaves the choice in
 * `pricing.subset`. With a site, that block is the center and inside. `listed`: the box is the whole region, whose travel is known.
 * `quick`: at the region's last prices.
 */
export function priceAt(
  pricing: FreePricing,
  typeIndex: number,
  region: number,
  box: Float64Array,
  site: number,
  listed = false,
  copies = 1,
  quick = false,
): number {
  const { plan, near, subset, types, credits, margin, free, position, prices } = pricing;
  const barred = site >= 0 ? pricing.barred : null;
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
    if (block === inside || barred?.[block * plan.blocks.count + site]) continue;
    const travel = listed ? near.travel[i]! : travelToBox(plan, block, box, 0);
    const gain = travel + (ties ? ties[block]! : 0) - credits[block]!;
    if (!(gain < margin[block]!)) continue;
    subset.block[count] = block;
    subset.gain[count++] = gain;
  }
  subset.count = count;
  if (region >= 0) {
    const at = (typeIndex * pricing.regions.count + region) * measureCount;
    subset.prices.set(prices.subarray(at, at + measureCount));
    if (quick) return cost + costAtPrices(subset, amounts);
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
