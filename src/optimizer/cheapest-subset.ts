/**
 * Chooses from a list of blocks those that make one territory cheapest within its bounds: a knapsack with a lower and an upper side for
 * each measure. Holds the list and the answer, and is used over and over.
 */
export interface SubsetProblem {
  readonly measureCount: number;
  /** Blocks on the list, and what each adds to the cost (negative where it pays to have it). */
  count: number;
  block: Int32Array;
  gain: Float64Array;
  /** Bounds by measure. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** No price below −limit: blocks that are not on the list might pay then. */
  readonly limit: Float64Array;
  /** Price of each measure; also where the next choice starts. */
  readonly prices: Float64Array;
  /** Cost with prices, by position; negative ones are chosen. */
  priced: Float64Array;
  /** Share of each chosen, 0 to 1, by position. */
  chosen: Float64Array;
  turn: Float64Array;
  weight: Float64Array;
  order: Int32Array;
  /** Sets of exchanges to look at where blocks are taken whole: more bring the cost closer to the true one. */
  mostLooks: number;
}

/** Sweeps over the measures' prices where there are several; they start near the best. */
const SWEEPS = 1;
const FIRST_LOOKS = 1500;

export function makeSubset(measureCount: number): SubsetProblem {
  const size = 64;
  return {
    measureCount,
    count: 0,
    block: new Int32Array(size),
    gain: new Float64Array(size),
    least: new Float64Array(measureCount),
    most: new Float64Array(measureCount),
    limit: new Float64Array(measureCount).fill(Number.POSITIVE_INFINITY),
    prices: new Float64Array(measureCount),
    priced: new Float64Array(size),
    chosen: new Float64Array(size),
    turn: new Float64Array(size),
    weight: new Float64Array(size),
    order: new Int32Array(size),
    mostLooks: FIRST_LOOKS,
  };
}

/** Makes room for a list of that length; clears it. */
export function clearSubset(subset: SubsetProblem, length: number): void {
  subset.count = 0;
  if (subset.block.length >= length) return;
  const size = Math.max(length, 2 * subset.block.length);
  subset.block = new Int32Array(size);
  subset.gain = new Float64Array(size);
  subset.priced = new Float64Array(size);
  subset.chosen = new Float64Array(size);
  subset.turn = new Float64Array(size);
  subset.weight = new Float64Array(size);
  subset.order = new Int32Array(size);
}

/**
 * Least cost if blocks could be split, or less: Σ min(0, gain + Σ_q λ_q a_q) − Σ_q max(λ_q most_q, λ_q least_q) with prices λ found
 * measure by measure (exact for one measure). Sets `prices`, `priced` and `chosen`.
 */
export function relaxedCost(subset: SubsetProblem, amounts: Float64Array): number {
  const { measureCount, count, gain, block, priced, chosen, prices } = subset;
  let part = -1;
  let share = 0;
  const sweeps = measureCount > 1 ? SWEEPS : 1;
  for (let at = 0; at < count; at++) priced[at] = gain[at]! + priceOf(subset, amounts, block[at]!);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let measure = 0; measure < measureCount; measure++) {
      const before = prices[measure]!;
      const cut = bestPrice(subset, amounts, measure);
      part = cut.part;
      share = cut.share;
      const change = prices[measure]! - before;
      if (change !== 0)
        for (let at = 0; at < count; at++)
          priced[at]! += change * amounts[block[at]! * measureCount + measure]!;
    }
  }
  // Again from the start, so that sums of changes leave no rounding in the bound.
  let cost = 0;
  for (let at = 0; at < count; at++) {
    priced[at] = gain[at]! + priceOf(subset, amounts, block[at]!);
    chosen[at] = priced[at]! < 0 ? 1 : 0;
    if (priced[at]! < 0) cost += priced[at]!;
  }
  if (part >= 0) chosen[part] = share;
  return cost - pricedBounds(subset);
}

/** Like {@link relaxedCost} with the prices as they are: lower, and several times as fast. Leaves `chosen` alone. */
export function costAtPrices(subset: SubsetProblem, amounts: Float64Array): number {
  const { count, gain, block } = subset;
  let cost = -pricedBounds(subset);
  for (let at = 0; at < count; at++) {
    const priced = gain[at]! + priceOf(subset, amounts, block[at]!);
    if (priced < 0) cost += priced;
  }
  return cost;
}

/** What the prices credit for the bounds: Σ_q max(λ_q most_q, λ_q least_q). */
export function pricedBounds({ prices, least, most, measureCount }: SubsetProblem): number {
  let credit = 0;
  for (let measure = 0; measure < measureCount; measure++) {
    const price = prices[measure]!;
    if (price > 0) credit += price * most[measure]!;
    else if (price < 0) credit += price * least[measure]!;
  }
  return credit;
}

function priceOf({ prices, measureCount }: SubsetProblem, amounts: Float64Array, block: number): number {
  let price = 0;
  for (let measure = 0; measure < measureCount; measure++)
    price += prices[measure]! * amounts[block * measureCount + measure]!;
  return price;
}

/**
 * Sets the price of one measure, the others as they are, so that the chosen meet its bounds. A block is chosen while the price is below its
 * turning point; the block at which the bound falls is chosen in part.
 */
function bestPrice(
  subset: SubsetProblem,
  amounts: Float64Array,
  measure: number,
): { part: number; share: number } {
  const { measureCount, count, block, priced, prices, turn, weight, order } = subset;
  const least = subset.least[measure]!;
  const most = subset.most[measure]!;
  const old = prices[measure]!;
  let paying = 0;
  let listed = 0;
  for (let at = 0; at < count; at++) {
    const amount = amounts[block[at]! * measureCount + measure]!;
    if (amount === 0) continue;
    // A measure with negative amounts has no simple order; any price is valid, so it keeps none.
    if (amount < 0) {
      prices[measure] = 0;
      return { part: -1, share: 0 };
    }
    const gain = priced[at]! - old * amount;
    order[listed++] = at;
    turn[at] = -gain / amount;
    weight[at] = amount;
    if (gain < 0) paying += amount;
  }
  if (paying >= least && paying <= most) {
    prices[measure] = 0;
    return { part: -1, share: 0 };
  }
  // Above: a price above 0 that leaves `most`. Below: a price under 0 that reaches `least`.
  const above = paying > most;
  const wanted = above ? most : least;
  let always = 0;
  const cut = weightedCut(subset, listed, wanted);
  if (cut < 0) {
    prices[measure] = above
      ? 0
      : Number.isFinite(subset.limit[measure]!)
        ? -subset.limit[measure]!
        : lowest(subset, listed);
    return { part: -1, share: 0 };
  }
  const price = turn[cut]!;
  if (price < -subset.limit[measure]!) {
    prices[measure] = -subset.limit[measure]!;
    return { part: -1, share: 0 };
  }
  prices[measure] = above ? Math.max(0, price) : Math.min(0, price);
  for (let i = 0; i < listed; i++) if (turn[order[i]!]! > price) always += weight[order[i]!]!;
  return { part: cut, share: Math.max(0, Math.min(1, (wanted - always) / weight[cut]!)) };
}

/** Even all blocks of the list do not reach the lower bound: the lower the price, the higher the proof; twice the last turn will do. */
function lowest({ turn, order }: SubsetProblem, listed: number): number {
  let least = 0;
  for (let i = 0; i < listed; i++) least = Math.min(least, turn[order[i]!]!);
  return 2 * least - 1;
}

/**
 * The position at which the weights, taken in falling order of their turning points, first exceed `wanted`; −1 if they never do. Expected
 * linear time (Hoare's selection).
 */
function weightedCut({ order, turn, weight }: SubsetProblem, listed: number, wanted: number): number {
  let from = 0;
  let to = listed;
  let taken = 0;
  while (from < to) {
    const pivot = turn[order[(from + to) >> 1]!]!;
    // Three-way partition: greater, equal, less.
    let low = from;
    let high = to;
    let greater = 0;
    let equal = 0;
    for (let i = from; i < high; ) {
      const at = order[i]!;
      if (turn[at]! > pivot) {
        greater += weight[at]!;
        order[i++] = order[low]!;
        order[low++] = at;
      } else if (turn[at]! < pivot) {
        order[i] = order[--high]!;
        order[high] = at;
      } else {
        equal += weight[at]!;
        i++;
      }
    }
    if (taken + greater > wanted) {
      to = low;
    } else if (taken + greater + equal > wanted) {
      let sum = taken + greater;
      for (let i = low; i < high; i++) {
        sum += weight[order[i]!]!;
        if (sum > wanted) return order[i]!;
      }
      return order[high - 1]!;
    } else {
      taken += greater + equal;
      from = high;
    }
  }
  return -1;
}
