import { travelToBox } from "./center-regions";
import { clearSubset, costAtPrices, relaxedCost } from "./cheapest-subset";
import type { FreePricing } from "./free-pricing";
import { wholeSurcharge } from "./whole-subset";

/** A place for a center, or a box of such places, and the least that a territory there costs after credits. */
export interface Option {
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

/** Prices an option's blocks whole where there are few, and notes what it takes. */
export function settle(pricing: FreePricing, typeIndex: number, option: Option): Option {
  const { region, box, site, cost } = option;
  const relaxed = priceAt(pricing, typeIndex, region, box, site);
  const surcharge = pricing.whole ? wholeSurcharge(pricing.subset, pricing.plan.blocks.amounts) : 0;
  const settled = Math.max(cost, relaxed + surcharge);
  return { ...option, cost: settled, stage: region < 0 ? "often" : "once", ...taken(pricing, site) };
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
export function pricePlaceless(pricing: FreePricing, typeIndex: number): number | null {
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
export function taken({ subset }: FreePricing, site = -1): Pick<Option, "blocks" | "shares"> {
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
