import type { SubsetProblem } from "./cheapest-subset";

const LEVELS = 12;

/**
 * How much more than its relaxed cost the cheapest choice of whole blocks costs at least. Starting from the blocks that pay at the
 * prices found, putting one in or out costs its priced cost, and room left under a priced bound costs its price; so all sets of
 * exchanges up to a cost are tried, for higher and higher costs, until one meets the bounds or the looks are used up. Where it finds
 * the cheapest choice, `chosen` becomes that.
 */
export function wholeSurcharge(subset: SubsetProblem, amounts: Float64Array): number {
  const { count, measureCount, block, priced, prices, least, most, order, chosen, mostLooks } = subset;
  const sums = new Float64Array(measureCount);
  for (let at = 0; at < count; at++) {
    order[at] = at;
    if (priced[at]! >= 0) continue;
    for (let measure = 0; measure < measureCount; measure++)
      sums[measure]! += amounts[block[at]! * measureCount + measure]!;
  }
  const exchanges = order
    .subarray(0, count)
    .sort((a, b) => Math.abs(priced[a]!) - Math.abs(priced[b]!) || a - b);
  const path: number[] = [];
  let best = Number.POSITIVE_INFINITY;
  let bestPath: number[] = [];
  let limit = 0;
  let looks = 0;

  const visit = (from: number, cost: number): void => {
    looks++;
    let room = 0;
    let meets = true;
    for (let measure = 0; measure < measureCount && meets; measure++) {
      const sum = sums[measure]!;
      if (sum > most[measure]! || sum < least[measure]!) meets = false;
      else if (prices[measure]! > 0) room += prices[measure]! * (most[measure]! - sum);
      else if (prices[measure]! < 0) room -= prices[measure]! * (sum - least[measure]!);
    }
    if (meets && cost + room < best) {
      best = cost + room;
      bestPath = path.slice();
    }
    for (let i = from; i < count && looks < mostLooks; i++) {
      const at = exchanges[i]!;
      const next = cost + Math.abs(priced[at]!);
      if (next >= limit || next >= best) break;
      exchange(at, 1);
      path.push(at);
      visit(i + 1, next);
      path.pop();
      exchange(at, -1);
    }
  };
  const exchange = (at: number, direction: number): void => {
    const sign = priced[at]! < 0 ? -direction : direction;
    for (let measure = 0; measure < measureCount; measure++)
      sums[measure]! += sign * amounts[block[at]! * measureCount + measure]!;
  };

  let proven = 0;
  visit(count, 0);
  let total = 0;
  for (let i = 0; i < Math.min(6, count); i++) total += Math.abs(priced[exchanges[i]!]!);
  limit = Math.max(total / 4, 1e-9);
  for (let level = 0; level < LEVELS && best > proven; level++) {
    visit(0, 0);
    if (looks >= mostLooks) break;
    proven = limit;
    limit *= 1.6;
  }
  if (best > proven) return proven;
  for (let at = 0; at < count; at++) chosen[at] = priced[at]! < 0 ? 1 : 0;
  for (const at of bestPath) chosen[at] = 1 - chosen[at]!;
  return best;
}
