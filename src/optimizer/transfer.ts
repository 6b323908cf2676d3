import { overrun } from "./change-limit";
import { canJoin } from "./connected-moves";
import { type Exchange, exchangePair } from "./exchange";
import { type Meter, spend } from "./meter";
import { isAllowed, moveBlock, type Plan, pairCost } from "./plan";
import { NONE } from "./problem";

/** Exchanges over one link of a path. */
const MOST_PER_LINK = 24;
/** Share at which the violation counts that an exchange leaves for the next link to pass on. */
const RELAYED = 0.25;
/** Prices of a violation while it is carried, in typical territory costs: the next one where the last does not get it there. */
const PRICES = [1, 6, 40];
/** What a link costs beside the travel of the cheapest block, as a share of a typical territory's cost: short paths disturb less. */
const LINK_COST = 0.02;
/** Ends tried for one violation: the nearest with room, then others farther off. */
const ENDS = 4;
/** A territory has room if it can take the whole violation or this part of the width of its bounds. */
const ENOUGH = 0.2;

/** One violated bound: the measure and by how much, in normalized amounts; `push` if there is too much. */
interface Need {
  readonly measure: number;
  readonly amount: number;
  readonly push: boolean;
}

/**
 * Carries load across the map: from each territory that violates a bound, the cheapest path through the graph of adjacent territories
 * to one with room (Dijkstra 1959, a link's length being what its cheapest block costs per unit moved), then exchanges over each link
 * until the territory before it meets its bounds again. Saturated regions get rid of what they cannot hold. Keeps a transfer only if violations
 * shrink; goes on while any does, and returns whether one did.
 */
export function* transferViolations(
  plan: Plan,
  exchange: Exchange,
  adjacent: readonly Uint16Array[],
  meter: Meter,
): Generator<void, boolean> {
  let any = false;
  for (let changed = true; changed; ) {
    changed = false;
    const violating = [...plan.violation.keys()].filter((territory) => plan.violation[territory]! > 0);
    violating.sort((a, b) => plan.violation[b]! - plan.violation[a]! || a - b);
    for (const territory of violating) {
      if (!(plan.violation[territory]! > 0)) continue;
      if (yield* transferFrom(plan, exchange, adjacent, territory, meter)) changed = true;
    }
    any ||= changed;
  }
  return any;
}

function* transferFrom(
  plan: Plan,
  exchange: Exchange,
  adjacent: readonly Uint16Array[],
  start: number,
  meter: Meter,
): Generator<void, boolean> {
  const need = largestNeed(plan, start);
  if (!need) return false;
  const { territoryCount } = plan.problem;
  let typical = 0;
  for (let territory = 0; territory < territoryCount; territory++)
    typical += plan.cost[territory]! / territoryCount;
  if (!(typical > 0)) typical = 1;
  const distance = new Float64Array(territoryCount).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(territoryCount).fill(-1);
  const done = new Uint8Array(territoryCount);
  distance[start] = 0;
  let ends = 0;
  for (let rank = 0; rank < territoryCount; rank++) {
    let at = -1;
    for (let territory = 0; territory < territoryCount; territory++) {
      if (!done[territory] && (at < 0 || distance[territory]! < distance[at]!)) at = territory;
    }
    if (at < 0 || distance[at] === Number.POSITIVE_INFINITY) return false;
    done[at] = 1;
    if (at !== start && hasRoom(plan, start, at, need)) {
      const path: number[] = [];
      for (let territory = at; territory >= 0; territory = previous[territory]!) path.unshift(territory);
      for (const price of PRICES) {
        if (yield* carry(plan, exchange, path, need, price * typical, meter)) return true;
      }
      if (++ends === ENDS) return false;
    }
    for (const other of adjacent[at]!) {
      if (done[other]) continue;
      const from = need.push ? at : other;
      const length = linkLength(plan, from, need.push ? other : at, need.measure) + LINK_COST * typical;
      if (distance[at]! + length < distance[other]!) {
        distance[other] = distance[at]! + length;
        previous[other] = at;
      }
    }
    if (spend(meter, territoryCount / 8 + plan.size[at]! * adjacent[at]!.length)) yield;
  }
  return false;
}

/** The violated bound that is worst relative to its target. */
function largestNeed(plan: Plan, territory: number): Need | null {
  const { measureCount } = plan.blocks;
  let need: Need | null = null;
  let worst = 0;
  for (let measure = 0; measure < measureCount; measure++) {
    const at = territory * measureCount + measure;
    const over = plan.sums[at]! - plan.most[at]!;
    const under = plan.least[at]! - plan.sums[at]!;
    const amount = Math.max(over, under);
    if (amount * plan.scale[at]! <= worst) continue;
    worst = amount * plan.scale[at]!;
    need = { measure, amount, push: over > 0 };
  }
  return need;
}

/** Whether a territory could take the whole of a small violation, or a good part of a large one, but no less than a usual block. */
function hasRoom(plan: Plan, start: number, territory: number, need: Need): boolean {
  const at = need.measure + territory * plan.blocks.measureCount;
  const origin = need.measure + start * plan.blocks.measureCount;
  const usualBlock = plan.sums[origin]! / Math.max(1, plan.size[start]!);
  const enough = Math.max(usualBlock, ENOUGH * (plan.most[at]! - plan.least[at]!));
  return roomOf(plan, territory, need) > Math.min(need.amount, enough);
}

function roomOf(plan: Plan, territory: number, { measure, push }: Need): number {
  const at = territory * plan.blocks.measureCount + measure;
  return push ? plan.most[at]! - plan.sums[at]! : plan.sums[at]! - plan.least[at]!;
}

/** What moving a unit of a measure over a link costs at least; never below 0, so that paths have no cycles that pay. */
function linkLength(plan: Plan, from: number, to: number, measure: number): number {
  const { amounts, measureCount, fixedTo } = plan.blocks;
  let least = Number.POSITIVE_INFINITY;
  for (let block = plan.first[from]!; block >= 0; block = plan.next[block]!) {
    const amount = amounts[block * measureCount + measure]!;
    if (fixedTo[block] !== NONE || !(amount > 0) || !isAllowed(plan, block, to)) continue;
    const unit = (pairCost(plan, block, to) - pairCost(plan, block, from)) / amount;
    if (unit < least && canJoin(plan, block, to)) least = unit;
  }
  return Math.max(0, least);
}

/** Exchanges blocks over each link of a path; takes everything back and returns false unless violations shrink. */
function* carry(
  plan: Plan,
  exchange: Exchange,
  path: readonly number[],
  need: Need,
  price: number,
  meter: Meter,
): Generator<void, boolean> {
  const before = violationOn(plan, path);
  const end = path.at(-1)!;
  const room = roomOf(plan, end, need) * plan.scale[end * plan.blocks.measureCount + need.measure]!;
  const moved: number[] = [];
  const origin: number[] = [];
  for (let link = 0; link + 1 < path.length; link++) {
    const near = path[link]!;
    const far = path[link + 1]!;
    // The first link carries no more than the end can take, the others all they are given.
    const spared = link === 0 ? Math.max(0, plan.violation[near]! - room) : 0;
    for (let count = 0; count < MOST_PER_LINK && plan.violation[near]! > spared; count++) {
      if (!exchangePair(plan, exchange, near, far, price, true, RELAYED)) break;
      for (let i = 0; i < 4; i++) {
        if (exchange.best[i]! < 0) continue;
        moved.push(exchange.best[i]!);
        origin.push(i < 2 ? near : far);
      }
      if (spend(meter, 4000)) yield;
    }
  }
  if (violationOn(plan, path) < before - 1e-9) return true;
  for (let i = moved.length - 1; i >= 0; i--) moveBlock(plan, moved[i]!, origin[i]!);
  return false;
}

function violationOn(plan: Plan, path: readonly number[]): number {
  const overspent = plan.budget ? overrun(plan.budget) : 0;
  return path.reduce((sum, territory) => sum + plan.violation[territory]!, overspent);
}
