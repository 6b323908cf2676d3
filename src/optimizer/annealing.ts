import { recenter } from "./centers";
import { follow, makeFollowingCenters, travelChange } from "./following-centers";
import { type Meter, spend } from "./meter";
import type { NearBlocks } from "./near-blocks";
import { isAllowed, moveBlock, type Plan, pairCost, planValue } from "./plan";
import type { Random } from "./random";

/** Proposals for each block between two looks at the centers. */
const PROPOSALS = 4;
/** Share of proposals that look at any block of an adjacent territory instead of a near one: a lump that fits may lie anywhere. */
const ANYWHERE = 0.15;
/** The price of violations rises while there are any and falls while there are none, within these typical territory costs. */
const DEARER = 1.1;
const CHEAPER = 0.95;
const LEAST_PRICE = 0.02;
const MOST_PRICE = 1000;
/** How much a center that follows may save, in costs of an average block of both territories: what is dearer is not counted out. */
const FOLLOWED = 0.6;

/** How much worse a move may be, in temperatures: the expected order statistics of an exponential distribution, largest first. */
const PATIENCES = Float64Array.from({ length: 1024 }, (_, rank) => {
  let sum = 0;
  for (let i = rank + 1; i <= 1024; i++) sum += 1 / i;
  return sum;
});

export interface Annealing {
  /** Kilometers that a move may cost at first, on average. */
  readonly heat: number;
  readonly sweeps: number;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983) of shifts to the territory of a near block and swaps with it, at a price of violations that
 * keeps the plan on the verge of what the bounds allow: lumps change places through plans that no exchange between valid plans would pass.
 * Calls `note` after each sweep that ends with violations of at most `allowed`.
 */
export function* anneal(
  plan: Plan,
  { near, width, movable }: NearBlocks,
  adjacent: readonly Uint16Array[],
  { heat, sweeps }: Annealing,
  allowed: number,
  random: Random,
  meter: Meter,
  note: () => void,
): Generator<void, void> {
  const { territoryCount } = plan.problem;
  const typical = planValue(plan).cost / territoryCount || 1;
  const following = makeFollowingCenters(plan);
  const dirty = new Uint8Array(territoryCount);
  const members = makeMembers(plan, movable);
  let price = typical;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const left = 1 - sweep / sweeps;
    const temperature = heat * left * left * left;
    for (let proposal = PROPOSALS * movable.length; proposal > 0; proposal--) {
      const block = movable[random.below(movable.length)]!;
      const from = plan.of[block]!;
      let other = -1;
      let to: number;
      if (random.next() < ANYWHERE) {
        const around = adjacent[from]!;
        if (around.length === 0) continue;
        to = around[random.below(around.length)]!;
        const size = members.size[to]!;
        if (size > 0) other = members.list[to]![random.below(size)]!;
      } else {
        other = near[block * width + random.below(width)]!;
        if (other < 0) continue;
        to = plan.of[other]!;
      }
      if (to === from || members.size[from]! < 2 || !isAllowed(plan, block, to)) continue;
      const limit = temperature * PATIENCES[random.below(1024)]!;
      const savable = price * (plan.violation[from]! + plan.violation[to]!);
      // At the present centers: exact where they stay, an upper bound where they follow.
      let extra = pairCost(plan, block, to) - pairCost(plan, block, from);
      const slack = following
        ? FOLLOWED * (plan.cost[from]! / plan.size[from]! + plan.cost[to]! / plan.size[to]!)
        : 0;
      let swaps = false;
      let score = Number.POSITIVE_INFINITY;
      if (extra - slack - savable < limit) {
        const penalty =
          price * (violationAfter(plan, from, block, -1) + violationAfter(plan, to, -1, block)) - savable;
        if (extra - slack + penalty < limit) {
          score =
            penalty +
            (following
              ? travelChange(following, from, block, -1) + travelChange(following, to, -1, block)
              : extra);
        }
      }
      if (!(score < limit)) {
        if (other < 0 || !isAllowed(plan, other, from)) continue;
        extra += pairCost(plan, other, from) - pairCost(plan, other, to);
        if (extra - slack - savable >= limit) continue;
        const penalty =
          price * (violationAfter(plan, from, block, other) + violationAfter(plan, to, other, block)) -
          savable;
        if (extra - slack + penalty >= limit) continue;
        score =
          penalty +
          (following
            ? travelChange(following, from, block, other) + travelChange(following, to, other, block)
            : extra);
        if (!(score < limit)) continue;
        swaps = true;
      }
      move(plan, members, block, to);
      if (swaps) move(plan, members, other, from);
      if (following) {
        follow(following, from, block, swaps ? other : -1);
        follow(following, to, swaps ? other : -1, block);
      } else {
        dirty[from] = 1;
        dirty[to] = 1;
      }
    }
    if (spend(meter, 3 * PROPOSALS * movable.length)) yield;
    for (let territory = 0; territory < territoryCount; territory++) {
      if (!dirty[territory]) continue;
      recenter(plan, territory);
      dirty[territory] = 0;
      if (spend(meter, 4 * plan.size[territory]!)) yield;
    }
    const violates = planValue(plan).violation > allowed + 1e-9;
    price = violates
      ? Math.min(MOST_PRICE * typical, DEARER * price)
      : Math.max(LEAST_PRICE * typical, CHEAPER * price);
    if (!violates) note();
  }
}

interface Members {
  readonly list: Int32Array[];
  readonly size: Int32Array;
  readonly at: Int32Array;
}

/** The movable blocks of each territory, so that one can be drawn. */
function makeMembers(plan: Plan, movable: Int32Array): Members {
  const { territoryCount } = plan.problem;
  const members: Members = {
    list: Array.from({ length: territoryCount }, (_, territory) => new Int32Array(plan.size[territory]! + 8)),
    size: new Int32Array(territoryCount),
    at: new Int32Array(plan.blocks.count),
  };
  for (const block of movable) join(members, block, plan.of[block]!);
  return members;
}

function join({ list, size, at }: Members, block: number, territory: number): void {
  const rank = size[territory]!++;
  let own = list[territory]!;
  if (rank === own.length) {
    const longer = new Int32Array(2 * own.length);
    longer.set(own);
    list[territory] = longer;
    own = longer;
  }
  own[rank] = block;
  at[block] = rank;
}

function move(plan: Plan, members: Members, block: number, to: number): void {
  const from = plan.of[block]!;
  const { list, size, at } = members;
  const last = list[from]![--size[from]!]!;
  list[from]![at[block]!] = last;
  at[last] = at[block]!;
  join(members, block, to);
  moveBlock(plan, block, to);
}

/** Violation of a territory after one block leaves and another comes, −1 for none. */
function violationAfter(plan: Plan, territory: number, leaving: number, coming: number): number {
  const { measureCount, amounts } = plan.blocks;
  const { sums, least, most, scale } = plan;
  let violation = 0;
  for (let measure = 0; measure < measureCount; measure++) {
    const at = territory * measureCount + measure;
    let sum = sums[at]!;
    if (leaving >= 0) sum -= amounts[leaving * measureCount + measure]!;
    if (coming >= 0) sum += amounts[coming * measureCount + measure]!;
    const over = sum > most[at]! ? sum - most[at]! : sum < least[at]! ? least[at]! - sum : 0;
    const relative = over * scale[at]!;
    if (relative > 1e-9) violation += relative;
  }
  return violation;
}
