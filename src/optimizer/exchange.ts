import { isAllowed, moveBlock, type Plan, pairCost, violationWith } from "./plan";
import { NONE } from "./problem";

/** How many blocks of either side are tried against each other: the cheapest to move, and some whatever they cost. */
const CHEAPEST = 18;
const SPREAD = 6;

/** Gains smaller than this part of a cost are rounding. */
const ROUNDING = 1e-9;

/** Blocks of one territory that could go to another, cheapest first. */
interface Movers {
  readonly blocks: Int32Array;
  readonly extra: Float64Array;
  count: number;
}

const makeMovers = (): Movers => ({
  blocks: new Int32Array(CHEAPEST + SPREAD),
  extra: new Float64Array(CHEAPEST + SPREAD),
  count: 0,
});

/** Scratch of {@link exchangePair}: made once per search. */
export interface Exchange {
  readonly there: Movers;
  readonly back: Movers;
  readonly change: Float64Array;
  /** Blocks of the best exchange: up to two each way, −1 for none. */
  readonly best: Int32Array;
}

export function makeExchange(measureCount: number): Exchange {
  return {
    there: makeMovers(),
    back: makeMovers(),
    change: new Float64Array(measureCount),
    best: new Int32Array(4).fill(-1),
  };
}

/**
 * Applies the best of all shifts, swaps and 2-for-1 exchanges between two territories that lowers
 * cost + `violationPrice` × violation; false if none does. Large indivisible blocks need the 2-for-1: without them tight
 * tolerances fail.
 */
export function exchangePair(
  plan: Plan,
  exchange: Exchange,
  a: number,
  b: number,
  violationPrice: number,
): boolean {
  const { there, back, best } = exchange;
  gatherMovers(plan, there, a, b);
  gatherMovers(plan, back, b, a);
  const before = plan.violation[a]! + plan.violation[b]!;
  let bestScore = -ROUNDING * (plan.cost[a]! + plan.cost[b]!) - 1e-12;
  // What the two territories' violations could save at most: dearer exchanges need not be looked at.
  const savable = violationPrice * before;

  const consider = (extra: number, a1: number, a2: number, b1: number, b2: number): void => {
    if (extra - savable >= bestScore) return;
    fillChange(plan, exchange.change, a1, a2, b1, b2);
    const after = violationWith(plan, a, exchange.change, 1) + violationWith(plan, b, exchange.change, -1);
    const score = extra + violationPrice * (after - before);
    if (score >= bestScore) return;
    bestScore = score;
    best[0] = a1;
    best[1] = a2;
    best[2] = b1;
    best[3] = b2;
  };

  best.fill(-1);
  for (let i = -1; i < there.count; i++) {
    const a1 = i < 0 ? -1 : there.blocks[i]!;
    const extraA = i < 0 ? 0 : there.extra[i]!;
    for (let j = -1; j < back.count; j++) {
      const extra = extraA + (j < 0 ? 0 : back.extra[j]!);
      if (j >= 0 && extra - savable >= bestScore) break;
      consider(extra, a1, -1, j < 0 ? -1 : back.blocks[j]!, -1);
    }
  }
  // The dearer kinds only where the simple ones are at an end: they are most of the work.
  if (best[0]! < 0 && best[2]! < 0) {
    pairsAgainstOne(
      there,
      back,
      savable,
      () => bestScore,
      (extra, a1, a2, b1) => consider(extra, a1, a2, b1, -1),
    );
    pairsAgainstOne(
      back,
      there,
      savable,
      () => bestScore,
      (extra, b1, b2, a1) => consider(extra, a1, -1, b1, b2),
    );
  }
  if (best[0]! < 0 && best[2]! < 0) return false;
  for (let i = 0; i < 4; i++) if (best[i]! >= 0) moveBlock(plan, best[i]!, i < 2 ? b : a);
  return true;
}

/** Two blocks one way, for one or none the other way, as far as their extra cost could still pay. */
function pairsAgainstOne(
  two: Movers,
  one: Movers,
  savable: number,
  bestScore: () => number,
  consider: (extra: number, first: number, second: number, against: number) => void,
): void {
  const cheapestAgainst = Math.min(0, one.count > 0 ? one.extra[0]! : 0);
  for (let i = 0; i < two.count; i++) {
    for (let k = i + 1; k < two.count; k++) {
      const extra = two.extra[i]! + two.extra[k]!;
      if (extra + cheapestAgainst - savable >= bestScore()) break;
      consider(extra, two.blocks[i]!, two.blocks[k]!, -1);
      for (let j = 0; j < one.count && extra + one.extra[j]! - savable < bestScore(); j++) {
        consider(extra + one.extra[j]!, two.blocks[i]!, two.blocks[k]!, one.blocks[j]!);
      }
    }
  }
}

/** The change of `a`'s sums when a1 and a2 leave it and b1 and b2 come. */
function fillChange(plan: Plan, change: Float64Array, a1: number, a2: number, b1: number, b2: number): void {
  const { amounts, measureCount } = plan.blocks;
  for (let measure = 0; measure < measureCount; measure++) {
    let delta = 0;
    if (a1 >= 0) delta -= amounts[a1 * measureCount + measure]!;
    if (a2 >= 0) delta -= amounts[a2 * measureCount + measure]!;
    if (b1 >= 0) delta += amounts[b1 * measureCount + measure]!;
    if (b2 >= 0) delta += amounts[b2 * measureCount + measure]!;
    change[measure] = delta;
  }
}

/** The cheapest movers, sorted by what the move costs extra; then every so-many-th of the rest, so that all sizes are seen. */
function gatherMovers(plan: Plan, movers: Movers, from: number, to: number): void {
  const { blocks, extra } = movers;
  let count = 0;
  const stride = Math.max(1, Math.floor(plan.size[from]! / SPREAD));
  let position = 0;
  let spread = 0;
  for (let block = plan.first[from]!; block >= 0; block = plan.next[block]!) {
    if (plan.blocks.fixedTo[block] !== NONE || !isAllowed(plan, block, to)) continue;
    const cost = pairCost(plan, block, to) - pairCost(plan, block, from);
    let candidate = block;
    let candidateCost = cost;
    if (count < CHEAPEST || cost < extra[count - 1]!) {
      const pushedOut = count === CHEAPEST ? blocks[count - 1]! : -1;
      const pushedCost = count === CHEAPEST ? extra[count - 1]! : 0;
      let rank = count < CHEAPEST ? count++ : count - 1;
      for (
        ;
        rank > 0 && (extra[rank - 1]! > cost || (extra[rank - 1] === cost && blocks[rank - 1]! > block));
        rank--
      ) {
        extra[rank] = extra[rank - 1]!;
        blocks[rank] = blocks[rank - 1]!;
      }
      extra[rank] = cost;
      blocks[rank] = block;
      candidate = pushedOut;
      candidateCost = pushedCost;
    }
    if (candidate >= 0 && spread < SPREAD && ++position % stride === 0) {
      blocks[CHEAPEST + spread] = candidate;
      extra[CHEAPEST + spread] = candidateCost;
      spread++;
    }
  }
  if (count === CHEAPEST) count = sortSpreadIn(movers, spread);
  movers.count = count;
}

/** Brings the spread-out movers into order behind the cheapest. */
function sortSpreadIn({ blocks, extra }: Movers, spread: number): number {
  for (let i = CHEAPEST; i < CHEAPEST + spread; i++) {
    const block = blocks[i]!;
    const cost = extra[i]!;
    let rank = i;
    for (; rank > CHEAPEST && extra[rank - 1]! > cost; rank--) {
      extra[rank] = extra[rank - 1]!;
      blocks[rank] = blocks[rank - 1]!;
    }
    extra[rank] = cost;
    blocks[rank] = block;
  }
  return CHEAPEST + spread;
}
