import { makeBlocks } from "./blocks";
import type { Incumbent } from "./bound";
import { isAllowed, makePlan, type Plan, recount, tieCost, travelCost, violationWith } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions } from "./progress";

/** A measure of a territory with and without what moved, as index: 100 × value ÷ target. */
export interface IndexChange {
  readonly measure: number;
  readonly without: number;
  readonly with: number;
}

/** Kilometers that a territory costs more than another for the same items; negative where it costs less. */
export interface CostChange {
  readonly travel: number;
  /** Misfit of rep and items. */
  readonly fit: number;
  /** Price of another rep than the baseline's. */
  readonly disruption: number;
  readonly total: number;
}

/** The next best territory for what moved: what it would cost more, and what it would break. */
export interface RunnerUp {
  readonly territory: number;
  readonly extra: CostChange;
  /** The largest bound it would break, and by what share of the target; null where it would break none. */
  readonly breaks: BrokenBound | null;
}

export interface BrokenBound {
  readonly territory: number;
  readonly measure: number;
  readonly side: "above" | "below";
  readonly relative: number;
}

/**
 * The main reason for a move, all else in the plan as it is: a lock; the old territory is forbidden; the new one costs less; going back
 * would break a bound; or none of these: it made room for other moves.
 */
export type MoveReason = "lock" | "rule" | "cheaper" | "balance" | "room";

/** Why items that move together went from one territory to another, in numbers. */
export interface MoveExplanation {
  readonly items: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly reason: MoveReason;
  /** By measure, in the plan as it is: the territory they left, and the one they joined. */
  readonly left: readonly IndexChange[];
  readonly joined: readonly IndexChange[];
  /** What the new territory costs more than the old one, both centers where the plan has them. */
  readonly cost: CostChange;
  /** The largest bound that going back would break; null where it would break none. */
  readonly backBreaks: BrokenBound | null;
  readonly runnerUp: RunnerUp | null;
}

/** How near a territory is to a bound. */
export interface Slack {
  readonly measure: number;
  readonly side: "above" | "below";
  /** Room left before the bound, in the measure's unit; negative where it is broken. */
  readonly slack: number;
  /** The same as a share of the target. */
  readonly share: number;
}

/** What binds a territory: its bounds, tightest first. Sides without a bound are left out. */
export interface TerritoryBounds {
  readonly territory: number;
  readonly slacks: readonly Slack[];
}

/** Centers nearest to a territory's own that are considered as runner-up for what joined it. */
const NEIGHBORS = 12;

/**
 * Explains every move between two assignments (by item; NONE counts as nowhere and is not told) with the centers of the later plan.
 * Costs in proportion to the moved items times the territories next to theirs.
 */
export function explainMoves(
  problem: Problem,
  options: SearchOptions,
  { assignment, centers }: Pick<Incumbent, "assignment" | "centers">,
  before: Uint16Array = problem.current,
): MoveExplanation[] {
  const plan = planOf(problem, options, assignment, centers);
  const { blocks } = plan;
  const nearby = new Map<number, number[]>();
  const moves: MoveExplanation[] = [];
  for (let block = 0; block < blocks.count; block++) {
    const to = plan.of[block]!;
    const byOrigin = new Map<number, number[]>();
    for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
      const item = blocks.members[i]!;
      const from = before[item]!;
      if (from !== NONE && from !== to) byOrigin.set(from, [...(byOrigin.get(from) ?? []), item]);
    }
    for (const [from, items] of byOrigin) {
      const near = nearby.get(to) ?? nearestTerritories(plan, to);
      nearby.set(to, near);
      moves.push(explainMove(plan, block, items, from, near));
    }
  }
  return moves.sort((a, b) => a.items[0]! - b.items[0]!);
}

/** What binds each territory of a plan. */
export function territoryBounds(
  problem: Problem,
  options: SearchOptions,
  { assignment, centers }: Pick<Incumbent, "assignment" | "centers">,
): TerritoryBounds[] {
  const plan = planOf(problem, options, assignment, centers);
  const { measureCount, unitOf } = plan.blocks;
  return Array.from({ length: problem.territoryCount }, (_, territory) => {
    const slacks: Slack[] = [];
    for (let measure = 0; measure < measureCount; measure++) {
      const at = territory * measureCount + measure;
      const add = (side: Slack["side"], room: number): void => {
        if (Number.isFinite(room))
          slacks.push({ measure, side, slack: room * unitOf[measure]!, share: room * plan.scale[at]! });
      };
      add("above", plan.most[at]! - plan.sums[at]!);
      add("below", plan.sums[at]! - plan.least[at]!);
    }
    slacks.sort((a, b) => a.share - b.share || a.measure - b.measure);
    return { territory, slacks };
  });
}

function planOf(
  problem: Problem,
  options: SearchOptions,
  assignment: Uint16Array,
  centers: Float64Array,
): Plan {
  const blocks = makeBlocks(problem, options.mode === "repair");
  const plan = makePlan(problem, blocks, options.keep);
  for (let block = 0; block < blocks.count; block++)
    plan.of[block] = assignment[blocks.members[blocks.start[block]!]!]!;
  plan.centers.set(centers);
  recount(plan);
  return plan;
}

function explainMove(
  plan: Plan,
  block: number,
  items: readonly number[],
  from: number,
  near: readonly number[],
): MoveExplanation {
  const to = plan.of[block]!;
  const cost = costChange(plan, block, from, to);
  const backBreaks = brokenBy(plan, block, to, from);
  return {
    items,
    from,
    to,
    reason: reasonOf(plan, block, from, cost, backBreaks),
    left: indexChanges(plan, block, from, 1),
    joined: indexChanges(plan, block, to, -1),
    cost,
    backBreaks,
    runnerUp: runnerUp(plan, block, to, near.includes(from) ? near : [...near, from]),
  };
}

function reasonOf(
  plan: Plan,
  block: number,
  from: number,
  cost: CostChange,
  backBreaks: BrokenBound | null,
): MoveReason {
  if (plan.blocks.fixedTo[block] === plan.of[block]) return "lock";
  if (!isAllowed(plan, block, from)) return "rule";
  if (cost.total < 0) return "cheaper";
  return backBreaks ? "balance" : "room";
}

/** Index of a territory as it is and with the block added (`sign` 1, what left it) or taken away (−1, what joined it). */
function indexChanges(
  { blocks, sums, scale }: Plan,
  block: number,
  territory: number,
  sign: number,
): IndexChange[] {
  const { measureCount, amounts } = blocks;
  return Array.from({ length: measureCount }, (_, measure) => {
    const at = territory * measureCount + measure;
    const asIs = 100 * sums[at]! * scale[at]!;
    const other = 100 * (sums[at]! + sign * amounts[block * measureCount + measure]!) * scale[at]!;
    return sign > 0 ? { measure, without: asIs, with: other } : { measure, without: other, with: asIs };
  });
}

function costChange(plan: Plan, block: number, from: number, to: number): CostChange {
  const travel = travelCost(plan, block, to) - travelCost(plan, block, from);
  const disruption = disruptionOf(plan, block, to) - disruptionOf(plan, block, from);
  const fit = tieCost(plan, block, to) - tieCost(plan, block, from) - disruption;
  return { travel, fit, disruption, total: travel + fit + disruption };
}

function disruptionOf({ problem, blocks, keep }: Plan, block: number, territory: number): number {
  let price = 0;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const item = blocks.members[i]!;
    const rep = problem.baselineRep[item]!;
    if (rep !== NONE && problem.repOf[territory] !== rep) price += keep * problem.disruptionPrice[item]!;
  }
  return price;
}

/** The largest bound that moving a block would break, or break further. */
function brokenBy(plan: Plan, block: number, from: number, to: number): BrokenBound | null {
  const { measureCount, amounts } = plan.blocks;
  const change = amounts.subarray(block * measureCount, (block + 1) * measureCount);
  let worst: BrokenBound | null = null;
  for (const [territory, sign] of [
    [from, -1],
    [to, 1],
  ] as const) {
    if (violationWith(plan, territory, change, sign) <= plan.violation[territory]!) continue;
    for (let measure = 0; measure < measureCount; measure++) {
      const at = territory * measureCount + measure;
      const sum = plan.sums[at]! + sign * change[measure]!;
      const above = (sum - plan.most[at]!) * plan.scale[at]!;
      const below = (plan.least[at]! - sum) * plan.scale[at]!;
      const relative = Math.max(above, below);
      if (relative > (worst?.relative ?? 0))
        worst = { territory, measure, side: above > below ? "above" : "below", relative };
    }
  }
  return worst;
}

/** Among territories nearby, the one that breaks least, then the one that costs least more. */
function runnerUp(plan: Plan, block: number, to: number, near: readonly number[]): RunnerUp | null {
  let best: RunnerUp | null = null;
  for (const territory of near) {
    if (territory === to || !isAllowed(plan, block, territory)) continue;
    const extra = costChange(plan, block, to, territory);
    const breaks = brokenBy(plan, block, to, territory);
    const more = (breaks?.relative ?? 0) - (best?.breaks?.relative ?? 0);
    if (!best || more < 0 || (more === 0 && extra.total < best.extra.total))
      best = { territory, extra, breaks };
  }
  return best;
}

function nearestTerritories({ centers, problem }: Plan, territory: number): number[] {
  const away = (other: number): number => {
    let squared = 0;
    for (let axis = 0; axis < 3; axis++)
      squared += (centers[3 * other + axis]! - centers[3 * territory + axis]!) ** 2;
    return Number.isNaN(squared) ? Number.POSITIVE_INFINITY : squared;
  };
  return Array.from({ length: problem.territoryCount }, (_, other) => ({ other, squared: away(other) }))
    .filter(({ other }) => other !== territory)
    .sort((a, b) => (a.squared === b.squared ? a.other - b.other : a.squared - b.squared))
    .slice(0, NEIGHBORS)
    .map(({ other }) => other);
}
