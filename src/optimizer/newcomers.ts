import { recenter, setCenter } from "./centers";
import { changeOf, overrun } from "./change-limit";
import { type Meter, spend } from "./meter";
import { changeBy, isAllowed, moveBlock, type Plan, pairCost, planValue, violationWith } from "./plan";
import { NONE } from "./problem";

/** Prices of a violation, in what making way for a territory's worth of load costs: low ones first, so that detours are allowed. */
const PRICES = [1, 8, 64, 4096];
/** Rounds of shifts and exchanges at one price. */
const MOST_ROUNDS = 8;
/** Looks at a newcomer in a territory or against another, over all rounds; at least one round of shifts. */
const MOST_LOOKS = 4_000_000;

/**
 * Gives blocks without a territory one where there is room for them: farther than the nearest, but nobody else need make way, which
 * would cost more than travel. Largest first, then single shifts and exchanges among them, wherever they are, as long as any pays.
 */
export function* settleNewcomers(
  plan: Plan,
  newcomers: readonly number[],
  meter: Meter,
): Generator<void, void> {
  const { territoryCount } = plan.problem;
  const price = makingWayPrice(plan);
  const empty = seedAmong(plan, newcomers);
  const largestFirst = newcomers.toSorted((a, b) => plan.blocks.bulk[b]! - plan.blocks.bulk[a]! || a - b);
  for (const block of largestFirst) {
    moveBlock(plan, block, cheapestTerritory(plan, block, PRICES[0]! * price));
    if (spend(meter, 2 * territoryCount)) yield;
  }
  let looks = 0;
  for (const factor of PRICES) {
    let changed = true;
    for (let round = 0; changed && round < MOST_ROUNDS && looks < MOST_LOOKS; round++) {
      changed = false;
      for (const territory of empty) recenter(plan, territory);
      for (const block of newcomers) {
        const to = cheapestTerritory(plan, block, factor * price);
        looks += territoryCount;
        if (to !== plan.of[block]) {
          moveBlock(plan, block, to);
          changed = true;
        }
        if (spend(meter, 2 * territoryCount)) yield;
      }
      for (const block of newcomers) {
        if (!(plan.violation[plan.of[block]!]! > 0)) continue;
        if (looks >= MOST_LOOKS) break;
        if (exchangeBest(plan, block, newcomers, factor * price)) changed = true;
        looks += 4 * newcomers.length;
        if (spend(meter, 4 * newcomers.length)) yield;
      }
    }
  }
}

/** What it would cost to move a territory's worth of load on: its travel and its relationships. */
function makingWayPrice(plan: Plan): number {
  const { problem, keep } = plan;
  let total = planValue(plan).cost;
  for (const price of problem.disruptionPrice) total += keep * price;
  return total > 0 ? total / problem.territoryCount : 1;
}

/** Puts the free centers of empty territories to the newcomers with the longest way to any center; returns those territories. */
function seedAmong(plan: Plan, newcomers: readonly number[]): number[] {
  const { problem, size, fixedCenter, centers } = plan;
  const { places, visits } = plan.blocks;
  const all = Array.from({ length: problem.territoryCount }, (_, territory) => territory);
  const empty = all.filter((territory) => size[territory] === 0 && !fixedCenter[territory]);
  if (empty.length === 0 || empty.length > newcomers.length) return empty;
  const away = new Float64Array(newcomers.length).fill(Number.POSITIVE_INFINITY);
  const comeNearer = (territory: number): void => {
    for (const [i, block] of newcomers.entries()) {
      const dx = places[3 * block]! - centers[3 * territory]!;
      const dy = places[3 * block + 1]! - centers[3 * territory + 1]!;
      const dz = places[3 * block + 2]! - centers[3 * territory + 2]!;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared < away[i]!) away[i] = squared;
    }
  };
  for (const territory of all) if (size[territory]! > 0 || fixedCenter[territory]) comeNearer(territory);
  for (const territory of empty) {
    let farthest = 0;
    for (let i = 1; i < newcomers.length; i++) {
      const [longest, other] = [newcomers[farthest]!, newcomers[i]!];
      if (visits[other]! * away[i]! > visits[longest]! * away[farthest]!) farthest = i;
    }
    const block = newcomers[farthest]!;
    setCenter(plan, territory, places[3 * block]!, places[3 * block + 1]!, places[3 * block + 2]!);
    comeNearer(territory);
  }
  return empty;
}

/** Where a block adds least to cost and priced violations; its own territory where none is better. */
function cheapestTerritory(plan: Plan, block: number, violationPrice: number): number {
  const { amounts, measureCount } = plan.blocks;
  const change = amounts.subarray(block * measureCount, (block + 1) * measureCount);
  const own = plan.of[block]!;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let territory = 0; territory < plan.problem.territoryCount; territory++) {
    if (!isAllowed(plan, block, territory)) continue;
    const added =
      territory === own
        ? plan.violation[territory]! - violationWith(plan, territory, change, -1)
        : violationWith(plan, territory, change, 1) - plan.violation[territory]!;
    const cost =
      pairCost(plan, block, territory) + violationPrice * (added + overrunIn(plan, block, territory));
    if (cost > least || (cost === least && territory !== own)) continue;
    least = cost;
    best = territory;
  }
  return best;
}

/** How far the change limit would be overrun with a block in a territory. */
function overrunIn(plan: Plan, block: number, territory: number): number {
  const { budget, blocks, problem } = plan;
  if (!budget) return 0;
  const own = plan.of[block]!;
  if (own === NONE) return overrun(budget, changeOf(budget, blocks, problem, block, territory));
  return overrun(budget, changeBy(plan, block, own, territory));
}

/** Exchanges a block with the newcomer elsewhere with which that pays most; false if it pays with none. */
function exchangeBest(
  plan: Plan,
  block: number,
  newcomers: readonly number[],
  violationPrice: number,
): boolean {
  const { amounts, measureCount } = plan.blocks;
  const own = plan.of[block]!;
  const here = pairCost(plan, block, own);
  const change = new Float64Array(measureCount);
  const overrunNow = plan.budget ? overrun(plan.budget) : 0;
  let best = -1;
  let least = -1e-9 * plan.cost[own]! - 1e-12;
  for (const other of newcomers) {
    const there = plan.of[other]!;
    if (there === own || !isAllowed(plan, block, there) || !isAllowed(plan, other, own)) continue;
    for (let measure = 0; measure < measureCount; measure++)
      change[measure] = amounts[other * measureCount + measure]! - amounts[block * measureCount + measure]!;
    const before = plan.violation[own]! + plan.violation[there]!;
    let more = violationWith(plan, own, change, 1) + violationWith(plan, there, change, -1) - before;
    if (plan.budget)
      more +=
        overrun(plan.budget, changeBy(plan, block, own, there) + changeBy(plan, other, there, own)) -
        overrunNow;
    // Most exchanges fit no better: that is cheaper to see than what they cost.
    if (more >= 0 && !(before > 0)) continue;
    const extra =
      pairCost(plan, block, there) + pairCost(plan, other, own) - here - pairCost(plan, other, there);
    if (extra + violationPrice * more >= least) continue;
    least = extra + violationPrice * more;
    best = other;
  }
  if (best < 0) return false;
  const to = plan.of[best]!;
  moveBlock(plan, best, own);
  moveBlock(plan, block, to);
  return true;
}
