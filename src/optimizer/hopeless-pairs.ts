import { makeBlocks } from "./blocks";
import { priceAt } from "./center-option";
import { travelToBox } from "./center-regions";
import { canOpenCenters } from "./exact";
import { listNearBlocks, makePricing, setCredits } from "./free-pricing";
import { makePlan } from "./plan";
import type { Problem } from "./problem";
import type { SearchOptions } from "./progress";

/**
 * Marks what no plan cheaper than `cost` can have, by block × block count + center (a center itself at center × count + center), given
 * credits that prove a bound: having it would raise that bound above the cost. Null where centers are not own blocks under one rule.
 */
export function hopelessPairs(
  problem: Problem,
  options: SearchOptions,
  credits: Float64Array,
  cost: number,
): Uint8Array | null {
  const plan = makePlan(problem, makeBlocks(problem, options.mode === "repair"), options.keep);
  if (!canOpenCenters(plan)) return null;
  const { count, measureCount, amounts, places } = plan.blocks;
  const pricing = makePricing(plan, Math.abs(cost), false);
  const [type] = pricing.types;
  setCredits(pricing, credits);
  for (const _ of listNearBlocks(pricing));
  const costs = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const prices = new Float64Array(count * measureCount);
  const pointOf = (center: number): Float64Array =>
    Float64Array.from({ length: 6 }, (_, side) => places[3 * center + (side % 3)]!);
  for (const [region, sites] of pricing.regions.sites.entries()) {
    for (const center of sites) {
      costs[center] = priceAt(pricing, 0, region, pointOf(center), center);
      prices.set(pricing.subset.prices, center * measureCount);
    }
  }
  const cheapest = Float64Array.from(costs, (value) =>
    type!.mayBeEmpty ? Math.min(0, value) : value,
  ).sort();
  let bound = 0;
  for (const credit of credits) bound += credit;
  for (let territory = 0; territory < problem.territoryCount; territory++) bound += cheapest[territory] ?? 0;
  const last = cheapest[problem.territoryCount - 1] ?? Number.POSITIVE_INFINITY;

  const limit = cost + 1e-7 * Math.abs(cost);
  const hopeless = new Uint8Array(count * count);
  for (let center = 0; center < count; center++) {
    const base = bound + Math.max(0, costs[center]! - last);
    const point = pointOf(center);
    for (let block = 0; block < count; block++) {
      let priced =
        travelToBox(plan, block, point, 0) + (type!.ties ? type!.ties[block]! : 0) - pricing.credits[block]!;
      for (let measure = 0; measure < measureCount; measure++)
        priced += prices[center * measureCount + measure]! * amounts[block * measureCount + measure]!;
      if (base > limit || (block !== center && priced > 0 && base + priced > limit))
        hopeless[block * count + center] = 1;
    }
  }
  return hopeless;
}
