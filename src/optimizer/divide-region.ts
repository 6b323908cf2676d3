import { type Option, priceAt, settle } from "./center-option";
import { longestAxis, meetsSphere, squaredToBox } from "./center-regions";
import { costInBox } from "./center-slopes";
import type { FreePricing } from "./free-pricing";
import { type Heap, push } from "./heap";

/** Steps of a sketch towards the best center for its blocks. */
const SKETCH_STEPS = 4;
/** Boxes are priced by whole blocks up to this side, and not halved below the other, in mean distances. */
const SMALL = 1 / 8;
const SMALLEST = 1 / 512;
/** Centers kept for each region. */
const MOST_FOUND = 4;

/**
 * Lists the own blocks of a region as centers, or halves a box. A box that is small enough is settled; so is the cheapest of its region
 * where a known center is hardly dearer.
 */
export function* divide(
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
