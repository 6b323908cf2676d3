import { overrun } from "./change-limit";
import { canJoin, keepsWhole } from "./connected-moves";
import { changeBy, isAllowed, moveBlock, type Plan, pairCost, violationWith } from "./plan";
import { NONE } from "./problem";

/** How many blocks of either side are tried against each other: the cheapest to move, and those that fit best. */
const CHEAPEST = 18;
const FITTING = 10;

/** Gains smaller than this part of a cost are rounding. */
const ROUNDING = 1e-9;

/** Blocks of one territory that could go to another, cheapest first. */
interface Movers {
  readonly blocks: Int32Array;
  readonly extra: Float64Array;
  readonly rank: Float64Array;
  count: number;
}

const makeMovers = (): Movers => ({
  blocks: new Int32Array(CHEAPEST + FITTING),
  extra: new Float64Array(CHEAPEST + FITTING),
  rank: new Float64Array(CHEAPEST + FITTING),
  count: 0,
});

/** Scratch of the local search and of {@link exchangePair}: made once per search. */
export interface Exchange {
  readonly there: Movers;
  readonly back: Movers;
  readonly change: Float64Array;
  /** Blocks of the best exchange: up to two each way, −1 for none. */
  readonly best: Int32Array;
  /** By territory: 1 in the group that is being searched, all 0 in between; and when it last changed. */
  readonly inside: Uint8Array;
  readonly changedAt: Int32Array;
  /** When a pair (territory × count + territory) was last found at an end. */
  readonly seenAt: Map<number, number>;
}

export function makeExchange(measureCount: number, territoryCount: number): Exchange {
  return {
    there: makeMovers(),
    back: makeMovers(),
    change: new Float64Array(measureCount),
    best: new Int32Array(4).fill(-1),
    inside: new Uint8Array(territoryCount),
    changedAt: new Int32Array(territoryCount),
    seenAt: new Map(),
  };
}

/**
 * Applies the best of all shifts, swaps and (if `deep`) 2-for-1 exchanges between two territories that lowers
 * cost + `violationPrice` × violation; false if none does. Large indivisible blocks need the 2-for-1: without them tight
 * tolerances fail. The violation of `b` counts with its share only: less than 1 lets `a` push its own on to `b`.
 */
export function exchangePair(
  plan: Plan,
  exchange: Exchange,
  a: number,
  b: number,
  violationPrice: number,
  deep: boolean,
  shareOfB = 1,
): boolean {
  const { there, back, best } = exchange;
  gatherMovers(plan, there, a, b, violationPrice, 1, shareOfB);
  gatherMovers(plan, back, b, a, violationPrice, shareOfB, 1);
  const { budget } = plan;
  const overrunNow = budget ? overrun(budget) : 0;
  const before = plan.violation[a]! + shareOfB * plan.violation[b]! + overrunNow;
  let bestScore = -ROUNDING * (plan.cost[a]! + plan.cost[b]!) - 1e-12;
  // What the two territories' violations could save at most: dearer exchanges need not be looked at.
  const savable = violationPrice * before;

  const consider = (extra: number, a1: number, a2: number, b1: number, b2: number): void => {
    if (extra - savable >= bestScore) return;
    fillChange(plan, exchange.change, a1, a2, b1, b2);
    let after =
      violationWith(plan, a, exchange.change, 1) + shareOfB * violationWith(plan, b, exchange.change, -1);
    if (budget) {
      const leaving = changeBy(plan, a1, a, b) + changeBy(plan, a2, a, b);
      after += overrun(budget, leaving + changeBy(plan, b1, b, a) + changeBy(plan, b2, b, a));
    }
    const score = extra + violationPrice * (after - before);
    if (score >= bestScore || !keepsWhole(plan, a, b, a1, a2, b1, b2)) return;
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
  if (deep && best[0]! < 0 && best[2]! < 0) {
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

/**
 * The cheapest movers, sorted by what the move costs extra. Where a bound is violated, behind them those of the rest that would
 * relieve it best if they moved alone: what is cheap to move may all be too small.
 */
function gatherMovers(
  plan: Plan,
  movers: Movers,
  from: number,
  to: number,
  violationPrice: number,
  shareOfFrom: number,
  shareOfTo: number,
): void {
  movers.count = 0;
  for (let block = plan.first[from]!; block >= 0; block = plan.next[block]!) {
    if (!mayMove(plan, block, to)) continue;
    const extra = pairCost(plan, block, to) - pairCost(plan, block, from);
    insert(movers, 0, CHEAPEST, block, extra, extra);
  }
  const before = shareOfFrom * plan.violation[from]! + shareOfTo * plan.violation[to]!;
  if (!(before > 0) || movers.count < CHEAPEST) return;
  const { amounts, measureCount } = plan.blocks;
  const lastExtra = movers.extra[CHEAPEST - 1]!;
  const lastBlock = movers.blocks[CHEAPEST - 1]!;
  for (let block = plan.first[from]!; block >= 0; block = plan.next[block]!) {
    if (!mayMove(plan, block, to)) continue;
    const extra = pairCost(plan, block, to) - pairCost(plan, block, from);
    if (extra < lastExtra || (extra === lastExtra && block <= lastBlock)) continue;
    const change = amounts.subarray(block * measureCount, (block + 1) * measureCount);
    const after =
      shareOfFrom * violationWith(plan, from, change, -1) + shareOfTo * violationWith(plan, to, change, 1);
    insert(movers, CHEAPEST, CHEAPEST + FITTING, block, extra, extra + violationPrice * (after - before));
  }
  for (let i = CHEAPEST; i < movers.count; i++) movers.rank[i] = movers.extra[i]!;
  for (let i = CHEAPEST + 1; i < movers.count; i++) sinkIn(movers, CHEAPEST, i);
}

function mayMove(plan: Plan, block: number, to: number): boolean {
  return plan.blocks.fixedTo[block] === NONE && isAllowed(plan, block, to) && canJoin(plan, block, to);
}

/** Keeps the slots `from` up to `limit` the lowest-ranked so far, in order; ties by block. */
function insert(
  movers: Movers,
  from: number,
  limit: number,
  block: number,
  extra: number,
  rank: number,
): void {
  const last = limit - 1;
  if (movers.count === limit) {
    if (rank > movers.rank[last]! || (rank === movers.rank[last] && block > movers.blocks[last]!)) return;
  } else movers.count++;
  const at = movers.count - 1;
  movers.blocks[at] = block;
  movers.extra[at] = extra;
  movers.rank[at] = rank;
  sinkIn(movers, from, at);
}

function sinkIn({ blocks, extra, rank }: Movers, from: number, position: number): void {
  const block = blocks[position]!;
  const blockExtra = extra[position]!;
  const blockRank = rank[position]!;
  let at = position;
  for (
    ;
    at > from && (rank[at - 1]! > blockRank || (rank[at - 1] === blockRank && blocks[at - 1]! > block));
    at--
  ) {
    blocks[at] = blocks[at - 1]!;
    extra[at] = extra[at - 1]!;
    rank[at] = rank[at - 1]!;
  }
  blocks[at] = block;
  extra[at] = blockExtra;
  rank[at] = blockRank;
}
