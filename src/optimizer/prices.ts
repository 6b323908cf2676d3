import type { Plan } from "./plan";

/**
 * What a unit of each measure costs in each territory beyond its travel. Blocks go where travel + price × amount is least,
 * which draws a balanced power diagram (Aurenhammer 1987; Cohen-Addad, Klein & Young 2018); at the right prices every
 * bound is met but for the last whole block. Prices rise above, and fall below zero, until the bounds hold.
 */
export interface Prices {
  /** At territory × measureCount + measure, in kilometers per normalized amount. */
  readonly value: Float64Array;
  /** How far the next violation moves a price: grows while its sign lasts and halves when it turns. */
  readonly gain: Float64Array;
  readonly sign: Int8Array;
}

export function makePrices(territoryCount: number, measureCount: number): Prices {
  const length = territoryCount * measureCount;
  return {
    value: new Float64Array(length),
    gain: new Float64Array(length).fill(1),
    sign: new Int8Array(length),
  };
}

/** Forgets the prices of a territory. */
export function clearPrices(prices: Prices, territory: number, measureCount: number): void {
  const from = territory * measureCount;
  prices.value.fill(0, from, from + measureCount);
  prices.gain.fill(1, from, from + measureCount);
  prices.sign.fill(0, from, from + measureCount);
}

/**
 * One step of the prices of a territory towards its bounds. `typicalCost` is what a territory costs on average; `margin` (0 to 0.5) tightens two-sided bounds by that part of their width, so that rounding to whole
 * blocks stays inside.
 */
export function stepPrices(
  plan: Plan,
  prices: Prices,
  territory: number,
  typicalCost: number,
  margin: number,
): void {
  const { measureCount } = plan.blocks;
  const { value, gain, sign } = prices;
  // A price acts on the border, where travel differs by about what a unit of load costs here: little in town, much in the country.
  const scale = Math.max(plan.cost[territory]! / Math.max(loadOf(plan, territory), 0.2), 0.02 * typicalCost);
  for (let measure = 0; measure < measureCount; measure++) {
    const at = territory * measureCount + measure;
    const width = plan.most[at]! - plan.least[at]!;
    const inset = Number.isFinite(width) ? margin * width : 0;
    const over = plan.sums[at]! - (plan.most[at]! - inset);
    const under = plan.sums[at]! - (plan.least[at]! + inset);
    // A price stands for the bound on its own side until that bound has slack and it is back at zero.
    const gap = value[at]! > 0 ? over : value[at]! < 0 ? under : over > 0 ? over : Math.min(under, 0);
    if (gap === 0 || Number.isNaN(gap)) continue;
    const limited = Math.max(-1, Math.min(1, gap * plan.scale[at]!));
    const direction = limited > 0 ? 1 : -1;
    if (sign[at] === direction) gain[at] = Math.min(100, gain[at]! * 1.25);
    else if (sign[at] !== 0) gain[at] = Math.max(0.02, gain[at]! * 0.6);
    sign[at] = direction;
    const moved = value[at]! + gain[at]! * scale * limited;
    // Crossing zero means the bound is slack: rest there, and let the other bound speak next.
    value[at] = value[at]! * moved < 0 ? 0 : moved;
  }
}

/** How full a territory is, 1 being its targets, averaged over the measures. */
function loadOf(plan: Plan, territory: number): number {
  const { measureCount } = plan.blocks;
  let load = 0;
  for (let at = territory * measureCount; at < (territory + 1) * measureCount; at++) {
    load += (plan.sums[at]! * plan.scale[at]!) / measureCount;
  }
  return load;
}
