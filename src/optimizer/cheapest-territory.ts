import { isAllowed, type Plan, pairCost } from "./plan";
import { NONE } from "./problem";

/** Cheapest territories that a block remembers between two looks at all. */
const WIDTH = 16;

/** Prices when blocks looked, and by how much they fell or rose at most since, by measure. */
interface Look {
  readonly prices: Float64Array;
  /** Blocks that still rely on it. */
  blocks: number;
  readonly fall: Float64Array;
  readonly rise: Float64Array;
}

/**
 * The cheapest territory of each block under changing prices, among all territories, without looking at all each time: what a block
 * does not remember gets cheaper by at most the largest fall of any price, so it looks again only where such a one could win.
 */
export interface CheapestTerritories {
  readonly plan: Plan;
  readonly width: number;
  /** At block × width: territories and their costs without prices. */
  readonly near: Uint16Array;
  readonly cost: Float64Array;
  readonly found: Uint16Array;
  /** What any territory not remembered cost at least, with the prices of the look. */
  readonly others: Float64Array;
  /** Look of each block, −1 before its first. */
  readonly lookOf: Int32Array;
  readonly looks: Look[];
  now: number;
  prices: Float64Array;
  /** What the block asked about last costs in its cheapest territory, prices included. */
  least: number;
  /** Pairs looked at since the caller last cleared it. */
  work: number;
}

export function makeCheapest(plan: Plan): CheapestTerritories {
  const { blocks, problem } = plan;
  const width = Math.min(WIDTH, problem.territoryCount);
  return {
    plan,
    width,
    near: new Uint16Array(blocks.count * width),
    cost: new Float64Array(blocks.count * width),
    found: new Uint16Array(blocks.count),
    others: new Float64Array(blocks.count),
    lookOf: new Int32Array(blocks.count).fill(-1),
    looks: [],
    now: 0,
    prices: new Float64Array(0),
    least: 0,
    work: 0,
  };
}

/** Tells of new prices (territory × measure, in km per normalized amount) before the next sweep over the blocks. */
export function setPrices(memory: CheapestTerritories, prices: Float64Array): void {
  const { looks, plan } = memory;
  const { measureCount } = plan.blocks;
  memory.prices = prices;
  for (const look of looks) {
    if (look.blocks === 0) continue;
    look.fall.fill(Number.POSITIVE_INFINITY);
    look.rise.fill(Number.NEGATIVE_INFINITY);
    for (let at = 0; at < prices.length; at++) {
      const measure = at % measureCount;
      const change = prices[at]! - look.prices[at]!;
      if (change < look.fall[measure]!) look.fall[measure] = change;
      if (change > look.rise[measure]!) look.rise[measure] = change;
    }
  }
  memory.now = looks.findIndex(({ blocks }) => blocks === 0);
  if (memory.now < 0) {
    memory.now = looks.length;
    const perMeasure = () => new Float64Array(measureCount);
    looks.push({
      prices: new Float64Array(prices.length),
      blocks: 0,
      fall: perMeasure(),
      rise: perMeasure(),
    });
  }
  const look = looks[memory.now]!;
  look.prices.set(prices);
  look.fall.fill(0);
  look.rise.fill(0);
}

/**
 * Territory in which a block's cost and prices together are least; `memory.least` holds that sum. Blocks that no territory allows may
 * go anywhere, as in the search; those with a place go to no territory without a center.
 */
export function cheapestTerritory(memory: CheapestTerritories, block: number): number {
  const { blocks } = memory.plan;
  const { measureCount, amounts } = blocks;
  const fixed = blocks.fixedTo[block]!;
  if (fixed !== NONE) {
    memory.work++;
    memory.least = pairCost(memory.plan, block, fixed) + priceOf(memory, block, fixed);
    return fixed;
  }
  if (memory.lookOf[block]! >= 0) {
    const best = cheapestRemembered(memory, block);
    const { fall, rise } = memory.looks[memory.lookOf[block]!]!;
    let others = memory.others[block]!;
    for (let measure = 0; measure < measureCount; measure++) {
      const amount = amounts[block * measureCount + measure]!;
      others += amount * (amount > 0 ? fall[measure]! : rise[measure]!);
    }
    if (memory.least <= others) return best;
  }
  look(memory, block);
  return cheapestRemembered(memory, block);
}

function cheapestRemembered(memory: CheapestTerritories, block: number): number {
  const { near, cost, width } = memory;
  const found = memory.found[block]!;
  let best = NONE;
  memory.least = Number.POSITIVE_INFINITY;
  for (let at = block * width; at < block * width + found; at++) {
    const territory = near[at]!;
    const total = cost[at]! + priceOf(memory, block, territory);
    if (total < memory.least) {
      memory.least = total;
      best = territory;
    }
  }
  memory.work += found;
  return best;
}

function priceOf({ plan, prices }: CheapestTerritories, block: number, territory: number): number {
  const { amounts, measureCount } = plan.blocks;
  let price = 0;
  for (let measure = 0; measure < measureCount; measure++) {
    price += amounts[block * measureCount + measure]! * prices[territory * measureCount + measure]!;
  }
  return price;
}

/** Looks at all territories and remembers the cheapest. */
function look(memory: CheapestTerritories, block: number): void {
  const { plan, near, cost, width } = memory;
  const { territoryCount } = plan.problem;
  const reduced = new Float64Array(width);
  const from = block * width;
  const isPlaced = !Number.isNaN(plan.blocks.places[3 * block]!);
  let found = 0;
  let others = Number.POSITIVE_INFINITY;
  for (let relaxed = 0; found === 0 && relaxed < 2; relaxed++) {
    for (let territory = 0; territory < territoryCount; territory++) {
      if (relaxed === 0) {
        if (!isAllowed(plan, block, territory)) continue;
        if (isPlaced && Number.isNaN(plan.centers[3 * territory]!)) continue;
      }
      const own = pairCost(plan, block, territory);
      const total = own + priceOf(memory, block, territory);
      if (found === width && total >= reduced[width - 1]!) {
        if (total < others) others = total;
        continue;
      }
      if (found === width) others = Math.min(others, reduced[width - 1]!);
      let rank = found < width ? found++ : width - 1;
      for (; rank > 0 && reduced[rank - 1]! > total; rank--) {
        reduced[rank] = reduced[rank - 1]!;
        near[from + rank] = near[from + rank - 1]!;
        cost[from + rank] = cost[from + rank - 1]!;
      }
      reduced[rank] = total;
      near[from + rank] = territory;
      cost[from + rank] = own;
    }
  }
  memory.found[block] = found;
  memory.others[block] = others;
  if (memory.lookOf[block]! >= 0) memory.looks[memory.lookOf[block]!]!.blocks--;
  memory.lookOf[block] = memory.now;
  memory.looks[memory.now]!.blocks++;
  memory.work += territoryCount;
}
