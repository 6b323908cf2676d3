import { recenter, setCenter } from "./centers";
import { overrun } from "./change-limit";
import { connect } from "./connect";
import { canJoin, keepsWhole } from "./connected-moves";
import { eachNeighbor } from "./contiguity";
import { lineCuts, targetShare } from "./cuts";
import type { Exchange } from "./exchange";
import { localSearch, THOROUGH } from "./local-search";
import { type Meter, spend } from "./meter";
import { changeCost, isAllowed, moveBlock, type Plan, pairCost, recountCost } from "./plan";
import { clearPrices, type Prices, stepPrices } from "./prices";
import { NONE } from "./problem";
import type { Random } from "./random";
import { chooseRelocation, type Relocation } from "./relocation";

const SWEEPS = 9;
/** Share of the re-solves that start from chance instead of prices, which always lead to much the same plan. */
const SHAKES = 0.15;
/** Up to so many blocks chance tries all there is soon enough, and does half of the re-solves. */
const FEW_BLOCKS = 12;
/** Share of the neighborhoods that move a center far away, as luck has it. */
/** Up to so many territories a near neighborhood is as good as all of them. */
const FEW = 8;
const LEAST_FAR = 0.1;
/** Tries without relief after which only half of the neighborhoods still go to violations. */
const RELIEF_TRIES = 100;
const MOST_FAR = 0.6;
/** Looks (blocks × territories) that one re-solve may take per sweep, which bounds its time. */
const MOST_LOOKS = 12_000;

/** What one re-solve of a neighborhood needs beside the plan. */
export interface NeighborhoodTools {
  readonly prices: Prices;
  readonly exchange: Exchange;
  readonly adjacent: readonly Uint16Array[];
  readonly random: Random;
  readonly luck: Luck;
}

/** How often near and far neighborhoods paid of late, which decides how often each is tried. */
export interface Luck {
  nearTries: number;
  nearGains: number;
  farTries: number;
  farGains: number;
  /** Neighborhoods tried since violations last shrank. */
  sinceRelief: number;
}

/** Even chances to begin with, and all hope that violations can be relieved. */
export const makeLuck = (): Luck => ({
  nearTries: 1,
  nearGains: 0.02,
  farTries: 1,
  farGains: 0.02,
  sinceRelief: 0,
});

/**
 * Large neighborhood search (Shaw 1998): takes a few adjacent territories apart, seeds and balances them anew, polishes, and keeps
 * the outcome if it violates no more and costs at most `patience` (a share of the group's cost) more. Otherwise the plan is as before.
 */
export function* resolveNeighborhood(
  plan: Plan,
  tools: NeighborhoodTools,
  patience: number,
  meter: Meter,
): Generator<void, boolean> {
  const { prices, exchange, adjacent, random, luck } = tools;
  const violating: number[] = [];
  for (let territory = 0; territory < plan.violation.length; territory++) {
    if (plan.violation[territory]! > 0) violating.push(territory);
  }
  const relocation =
    plan.problem.territoryCount > FEW && random.next() < farShare(luck)
      ? chooseRelocation(plan, adjacent, troubles(violating, luck, random), random)
      : null;
  const group = relocation?.group ?? chooseGroup(plan, adjacent, violating, luck, random);
  if (group.length < 2) return false;
  const blocks: number[] = [];
  const origin: number[] = [];
  for (const territory of group) {
    for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
      if (plan.blocks.fixedTo[block] === NONE) blocks.push(block);
    }
  }
  blocks.sort((a, b) => a - b);
  for (const block of blocks) origin.push(plan.of[block]!);
  const centers = group.map((territory) => plan.centers.slice(3 * territory, 3 * territory + 3));
  const before = groupValue(plan, group);
  const piecesBefore = group.map((territory) => plan.pieces[territory]!);

  if (relocation) {
    relocate(plan, relocation, prices);
    yield* sweeps(plan, group, blocks, prices, meter);
    yield* connect(plan, group, meter);
  } else if (random.next() < (blocks.length > FEW_BLOCKS ? SHAKES : 0.5)) shake(plan, group, blocks, random);
  else {
    scatter(plan, group, blocks, prices, random);
    yield* sweeps(plan, group, blocks, prices, meter);
    yield* connect(plan, group, meter);
  }
  for (let round = 0; round < 2; round++) {
    yield* localSearch(plan, exchange, adjacent, group, THOROUGH, meter);
    for (const territory of group) recenter(plan, territory);
  }

  const after = groupValue(plan, group);
  const rounding = 1e-10 * (1 + Math.abs(before.cost));
  const allowance =
    before.violation > after.violation + 1e-9 ? Number.POSITIVE_INFINITY : patience * before.cost;
  const draw = random.next();
  const gained =
    after.violation < before.violation - 1e-9 ||
    (after.violation <= before.violation + 1e-9 && after.cost < before.cost - rounding);
  note(luck, relocation !== null, gained);
  luck.sinceRelief = after.violation < before.violation - 1e-9 ? 0 : luck.sinceRelief + 1;
  const whole = group.every((territory, i) => plan.pieces[territory]! <= piecesBefore[i]!);
  if (
    whole &&
    after.violation <= before.violation + 1e-9 &&
    after.cost <= before.cost + allowance * draw * draw - rounding
  )
    return true;

  for (let i = 0; i < blocks.length; i++) moveBlock(plan, blocks[i]!, origin[i]!);
  for (let i = 0; i < group.length; i++) {
    plan.centers.set(centers[i]!, 3 * group[i]!);
    recountCost(plan, group[i]!);
    plan.pieces[group[i]!] = piecesBefore[i]!;
  }
  return false;
}

function farShare({ nearTries, nearGains, farTries, farGains }: Luck): number {
  const near = nearGains / nearTries;
  const far = farGains / farTries;
  return Math.max(LEAST_FAR, Math.min(MOST_FAR, far / (near + far)));
}

function note(luck: Luck, far: boolean, gained: boolean): void {
  const gain = gained ? 1 : 0;
  if (far) {
    luck.farTries = 0.998 * luck.farTries + 1;
    luck.farGains = 0.998 * luck.farGains + gain + 1e-4;
  } else {
    luck.nearTries = 0.998 * luck.nearTries + 1;
    luck.nearGains = 0.998 * luck.nearGains + gain + 1e-4;
  }
}

function relocate(plan: Plan, { group, territory, block }: Relocation, prices: Prices): void {
  const { places, measureCount } = plan.blocks;
  for (const other of group) clearPrices(prices, other, measureCount);
  setCenter(plan, territory, places[3 * block]!, places[3 * block + 1]!, places[3 * block + 2]!);
  recountCost(plan, territory);
}

/** The violating territories, or none where the rest should get its turn: some violations nobody can relieve. */
function troubles(violating: readonly number[], { sinceRelief }: Luck, random: Random): readonly number[] {
  const hope = RELIEF_TRIES / (RELIEF_TRIES + sinceRelief);
  return random.next() < Math.max(0.1, 0.9 * hope) ? violating : [];
}

/** A territory, preferably one that violates a bound, and some of those around it. */
function chooseGroup(
  plan: Plan,
  adjacent: readonly Uint16Array[],
  violating: readonly number[],
  luck: Luck,
  random: Random,
): number[] {
  const { territoryCount } = plan.problem;
  const troubled = troubles(violating, luck, random).length > 0;
  const start = troubled ? violating[random.below(violating.length)]! : random.below(territoryCount);
  const wanted = 2 + random.below(troubled ? 7 : 5);
  const group = [start];
  let size = plan.size[start]!;
  while (group.length < wanted) {
    const around = adjacent[group[random.below(group.length)]!]!;
    const pick = around.length > 0 ? around[random.below(around.length)]! : random.below(territoryCount);
    if (group.includes(pick)) {
      if (random.next() < 0.2) break;
      continue;
    }
    size += plan.size[pick]!;
    if (group.length >= 2 && size * (group.length + 1) > MOST_LOOKS) break;
    group.push(pick);
  }
  return group;
}

/** Sends some blocks to a chance territory of the group each: what single exchanges cannot reach from below. */
function shake(plan: Plan, group: readonly number[], blocks: readonly number[], random: Random): void {
  const share = (2 + random.below(6)) / blocks.length;
  for (const block of blocks) {
    if (random.next() >= share) continue;
    const territory = plan.contiguity
      ? chanceNeighbor(plan, group, block, random)
      : group[random.below(group.length)]!;
    if (territory === NONE || territory === plan.of[block] || !isAllowed(plan, block, territory)) continue;
    if (!canJoin(plan, block, territory) || !keepsWhole(plan, plan.of[block]!, territory, block)) continue;
    moveBlock(plan, block, territory);
  }
}

/** One of the group's territories beside a block, NONE if there is no other. */
function chanceNeighbor(plan: Plan, group: readonly number[], block: number, random: Random): number {
  const around: number[] = [];
  eachNeighbor(plan.contiguity!, block, (neighbor) => {
    const territory = plan.of[neighbor]!;
    if (territory !== plan.of[block] && group.includes(territory)) around.push(territory);
  });
  return around.length > 0 ? around[random.below(around.length)]! : NONE;
}

/** Disturbs the group: cuts it anew, moves a center or two to chance blocks, or just changes the prices. */
function scatter(
  plan: Plan,
  group: readonly number[],
  blocks: readonly number[],
  prices: Prices,
  random: Random,
): void {
  const { measureCount, places, fixedTo } = plan.blocks;
  for (const territory of group) clearPrices(prices, territory, measureCount);
  const free = group.filter((territory) => !plan.fixedCenter[territory]);
  const placed = blocks.filter((block) => fixedTo[block] === NONE && !Number.isNaN(places[3 * block]!));
  const kind = random.next();
  const troubled = group.some((territory) => plan.violation[territory]! > 0);
  if (free.length > 0 && placed.length > 0 && kind < (troubled ? 0.2 : 0.75)) {
    if (!troubled && kind < 0.25 && !plan.costsMoreThanTravel && free.length === group.length) {
      const cuts = lineCuts(
        plan,
        Uint32Array.from(placed),
        group.length,
        targetShare(plan, group),
        random,
        (block, part) => {
          const territory = group[part]!;
          if (isAllowed(plan, block, territory)) moveBlock(plan, block, territory);
        },
      );
      while (!cuts.next().done);
      for (const territory of group) recenter(plan, territory, 1);
      return;
    }
    const moves = 1 + random.below(Math.min(2, free.length));
    for (let move = 0; move < moves; move++) {
      const block = placed[random.below(placed.length)]!;
      setCenter(
        plan,
        free[random.below(free.length)]!,
        places[3 * block]!,
        places[3 * block + 1]!,
        places[3 * block + 2]!,
      );
    }
    for (const territory of group) recountCost(plan, territory);
    return;
  }
  const strength = random.next() * (troubled ? 0.1 : 0.6) * (groupValue(plan, group).cost / group.length);
  for (const territory of group) {
    for (let at = territory * measureCount; at < (territory + 1) * measureCount; at++) {
      prices.value[at] = (random.next() - 0.5) * strength;
    }
  }
}

/** Balances the group by prices, as the whole plan was, with every territory of the group open to every block. */
function* sweeps(
  plan: Plan,
  group: readonly number[],
  blocks: readonly number[],
  prices: Prices,
  meter: Meter,
): Generator<void, void> {
  const { amounts, measureCount, places } = plan.blocks;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const block of blocks) {
      if (Number.isNaN(places[3 * block]!)) continue;
      let best = plan.of[block]!;
      let least = Number.POSITIVE_INFINITY;
      for (const territory of group) {
        if (!isAllowed(plan, block, territory)) continue;
        let cost = pairCost(plan, block, territory) + changeCost(plan, block, territory);
        for (let measure = 0; measure < measureCount; measure++) {
          cost +=
            prices.value[territory * measureCount + measure]! * amounts[block * measureCount + measure]!;
        }
        if (cost < least) {
          least = cost;
          best = territory;
        }
      }
      moveBlock(plan, block, best);
    }
    const costPerTerritory = groupValue(plan, group).cost / group.length;
    for (const territory of group) stepPrices(plan, prices, territory, costPerTerritory, 0.15);
    if (sweep < SWEEPS - 3) for (const territory of group) recenter(plan, territory, 1);
    if (spend(meter, blocks.length * (group.length + 2))) yield;
  }
}

function groupValue(plan: Plan, group: readonly number[]): { violation: number; cost: number } {
  let violation = plan.budget ? overrun(plan.budget) : 0;
  let cost = 0;
  for (const territory of group) {
    violation += plan.violation[territory]!;
    cost += plan.cost[territory]!;
  }
  return { violation, cost };
}
