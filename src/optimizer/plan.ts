import type { Blocks } from "./blocks";
import { type ChangeBudget, changeOf, makeChangeBudget, overrun } from "./change-limit";
import { type Contiguity, extraPieces, makeContiguity } from "./contiguity";
import { NONE, type Problem } from "./problem";

/** Relative violations below this are rounding, not imbalance. */
const ROUNDING = 1e-9;

/**
 * A plan in the making: which territory each block is in, and everything that follows from it, kept up to date by
 * {@link moveBlock}. One per search; {@link recount} is the from-scratch twin.
 */
export interface Plan {
  readonly problem: Problem;
  readonly blocks: Blocks;
  /** Multiplier of the disruption prices. */
  readonly keep: number;
  readonly costsMoreThanTravel: boolean;
  /** Territory of each block; NONE only while the first plan is made. */
  readonly of: Uint16Array;
  /** Center of each territory at 3 × territory; NaN if it has none yet, then travel to it is 0. */
  readonly centers: Float64Array;
  readonly fixedCenter: Uint8Array;
  /** Normalized amounts at territory × measureCount + measure, and their normalized bounds. */
  readonly sums: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly target: Float64Array;
  /** 1 ÷ normalized target: makes a violation relative. */
  readonly scale: Float64Array;
  /** Cost of each territory's blocks, and its violation. */
  readonly cost: Float64Array;
  readonly violation: Float64Array;
  /** Blocks of a territory as a linked list: `first[territory]`, `next[block]`; −1 ends it. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly size: Uint32Array;
  /** Null where territories need not hang together. */
  readonly contiguity: Contiguity | null;
  /** Pieces of each territory beyond one, as {@link recountPieces} last found them; moves that are checked never raise them. */
  readonly pieces: Uint32Array;
  /** Null where any amount may change hands. */
  readonly budget: ChangeBudget | null;
}

/** An empty plan: no block assigned, only fixed centers known. */
export function makePlan(
  problem: Problem,
  blocks: Blocks,
  keep: number,
  contiguity: Contiguity | null = makeContiguity(problem, blocks),
): Plan {
  const { territoryCount } = problem;
  const { measureCount, unitOf } = blocks;
  const bound = (pick: (measure: number, territory: number) => number): Float64Array =>
    Float64Array.from(
      { length: territoryCount * measureCount },
      (_, i) => pick(i % measureCount, (i - (i % measureCount)) / measureCount) / unitOf[i % measureCount]!,
    );
  const target = bound((measure, territory) => problem.measures[measure]!.target[territory]!);
  return {
    problem,
    blocks,
    keep,
    costsMoreThanTravel:
      (keep > 0 && problem.disruptionPrice.some((price) => price > 0)) || problem.classes?.cost !== undefined,
    of: new Uint16Array(blocks.count).fill(NONE),
    centers: problem.centers.slice(),
    fixedCenter: Uint8Array.from({ length: territoryCount }, (_, j) =>
      Number.isNaN(problem.centers[3 * j]!) ? 0 : 1,
    ),
    sums: new Float64Array(territoryCount * measureCount),
    least: bound((measure, territory) => problem.measures[measure]!.least[territory]!),
    most: bound((measure, territory) => problem.measures[measure]!.most[territory]!),
    target,
    scale: target.map((value) => (value > 1e-6 && Number.isFinite(value) ? 1 / value : 1)),
    cost: new Float64Array(territoryCount),
    violation: new Float64Array(territoryCount),
    first: new Int32Array(territoryCount).fill(-1),
    next: new Int32Array(blocks.count).fill(-1),
    previous: new Int32Array(blocks.count).fill(-1),
    size: new Uint32Array(territoryCount),
    contiguity,
    pieces: new Uint32Array(territoryCount),
    budget: makeChangeBudget(problem),
  };
}

/** Distance in the problem's sense from a place to a territory's center, in kilometers; 0 if either is unknown. */
export function distanceTo(plan: Plan, x: number, y: number, z: number, territory: number): number {
  const { centers, problem } = plan;
  const dx = x - centers[3 * territory]!;
  const dy = y - centers[3 * territory + 1]!;
  const dz = z - centers[3 * territory + 2]!;
  const squared = dx * dx + dy * dy + dz * dz;
  if (!(squared > 0)) return 0;
  if (problem.distance === "straight") return Math.sqrt(squared) * problem.kmPerUnit;
  if (problem.distance === "squared") return squared * problem.kmPerUnit * problem.kmPerUnit;
  return Math.floor(Math.sqrt(squared) * problem.kmPerUnit);
}

/** Visits × distance of a block in a territory, in kilometers. */
export function travelCost(plan: Plan, block: number, territory: number): number {
  const { blocks, problem } = plan;
  if (blocks.atOneSpot[block]) {
    const { places } = blocks;
    return (
      blocks.visits[block]! *
      distanceTo(plan, places[3 * block]!, places[3 * block + 1]!, places[3 * block + 2]!, territory)
    );
  }
  let cost = 0;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const item = blocks.members[i]!;
    const { places, visits } = problem;
    cost +=
      visits[item]! *
      distanceTo(plan, places[3 * item]!, places[3 * item + 1]!, places[3 * item + 2]!, territory);
  }
  return cost;
}

/** Disruption and misfit of a block in a territory, in kilometers: what does not depend on centers. */
export function tieCost(plan: Plan, block: number, territory: number): number {
  const { blocks, problem, keep } = plan;
  const { classes } = problem;
  let cost = 0;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const item = blocks.members[i]!;
    const rep = problem.baselineRep[item]!;
    if (rep !== NONE && problem.repOf[territory] !== rep) cost += keep * problem.disruptionPrice[item]!;
    if (classes?.cost) cost += classes.cost[classes.of[item]! * problem.territoryCount + territory]!;
  }
  return cost;
}

/** All that a block costs in a territory, in kilometers. */
export function pairCost(plan: Plan, block: number, territory: number): number {
  const travel = travelCost(plan, block, territory);
  return plan.costsMoreThanTravel ? travel + tieCost(plan, block, territory) : travel;
}

/** Whether the rules let a block into a territory. Its own lock is always allowed. */
export function isAllowed(plan: Plan, block: number, territory: number): boolean {
  const { blocks, problem } = plan;
  const fixed = blocks.fixedTo[block]!;
  if (fixed !== NONE) return fixed === territory;
  const forbidden = problem.classes?.forbidden;
  if (!forbidden) return true;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const kind = problem.classes!.of[blocks.members[i]!]!;
    if (forbidden[kind * problem.territoryCount + territory]) return false;
  }
  return true;
}

/** Violation a territory would have if `sign` × `change` (normalized, by measure) were added; `change` undefined: as it is. */
export function violationWith(plan: Plan, territory: number, change?: Float64Array, sign = 1): number {
  const { measureCount } = plan.blocks;
  const { sums, least, most, scale } = plan;
  let violation = 0;
  for (let measure = 0; measure < measureCount; measure++) {
    const at = territory * measureCount + measure;
    const sum = change ? sums[at]! + sign * change[measure]! : sums[at]!;
    const over = sum > most[at]! ? sum - most[at]! : sum < least[at]! ? least[at]! - sum : 0;
    const relative = over * scale[at]!;
    if (relative > ROUNDING) violation += relative;
  }
  return violation;
}

/** Puts a block into a territory (or out of all, with NONE) and brings sums, costs, violations and lists up to date. */
export function moveBlock(plan: Plan, block: number, to: number): void {
  const from = plan.of[block]!;
  if (from === to) return;
  const { next, previous, first } = plan;
  if (from !== NONE) {
    const before = previous[block]!;
    const after = next[block]!;
    if (before >= 0) next[before] = after;
    else first[from] = after;
    if (after >= 0) previous[after] = before;
    addAmounts(plan, block, from, -1);
  }
  plan.of[block] = to;
  if (to !== NONE) {
    const head = first[to]!;
    previous[block] = -1;
    next[block] = head;
    if (head >= 0) previous[head] = block;
    first[to] = block;
    addAmounts(plan, block, to, 1);
  }
}

function addAmounts(plan: Plan, block: number, territory: number, sign: number): void {
  const { amounts, measureCount } = plan.blocks;
  for (let measure = 0; measure < measureCount; measure++) {
    plan.sums[territory * measureCount + measure]! += sign * amounts[block * measureCount + measure]!;
  }
  plan.size[territory]! += sign;
  plan.cost[territory]! += sign * pairCost(plan, block, territory);
  plan.violation[territory] = violationWith(plan, territory);
  if (plan.budget)
    plan.budget.spent += sign * changeOf(plan.budget, plan.blocks, plan.problem, block, territory);
}

/** What moving a block between territories adds to what changes hands. */
export function changeBy(plan: Plan, block: number, from: number, to: number): number {
  const { budget, blocks, problem } = plan;
  if (!budget || block < 0) return 0;
  return changeOf(budget, blocks, problem, block, to) - changeOf(budget, blocks, problem, block, from);
}

/** What a block would pay in a territory at the present price of changing hands: 0 while the limit is not in sight. */
export function changeCost({ budget, blocks, problem }: Plan, block: number, territory: number): number {
  return budget && budget.price > 0 ? budget.price * changeOf(budget, blocks, problem, block, territory) : 0;
}

/** Costs of one territory again, after its center moved. */
export function recountCost(plan: Plan, territory: number): void {
  let cost = 0;
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!)
    cost += pairCost(plan, block, territory);
  plan.cost[territory] = cost;
}

/** Rebuilds everything that follows from `plan.of` and the centers; also clears the rounding that moves pile up. */
export function recount(plan: Plan): void {
  const { blocks, of, sums, first, next, previous, size } = plan;
  const { measureCount, amounts } = blocks;
  sums.fill(0);
  first.fill(-1);
  size.fill(0);
  plan.cost.fill(0);
  if (plan.budget) plan.budget.spent = 0;
  for (let block = blocks.count - 1; block >= 0; block--) {
    const territory = of[block]!;
    if (territory === NONE) continue;
    const head = first[territory]!;
    previous[block] = -1;
    next[block] = head;
    if (head >= 0) previous[head] = block;
    first[territory] = block;
    size[territory]!++;
    plan.cost[territory]! += pairCost(plan, block, territory);
    if (plan.budget) plan.budget.spent += changeOf(plan.budget, blocks, plan.problem, block, territory);
    for (let measure = 0; measure < measureCount; measure++) {
      sums[territory * measureCount + measure]! += amounts[block * measureCount + measure]!;
    }
  }
  for (let territory = 0; territory < size.length; territory++)
    plan.violation[territory] = violationWith(plan, territory);
}

/** Counts the pieces of some territories again. */
export function recountPieces(plan: Plan, territories: Iterable<number>): void {
  if (!plan.contiguity) return;
  for (const territory of territories) plan.pieces[territory] = extraPieces(plan.contiguity, plan, territory);
}

/** Violations (an overrun change limit is one too) first, then cost: the two numbers by which plans compare. */
export function planValue(plan: Plan): { violation: number; cost: number } {
  let violation = plan.budget ? overrun(plan.budget) : 0;
  let cost = 0;
  for (let territory = 0; territory < plan.cost.length; territory++) {
    violation += plan.violation[territory]!;
    cost += plan.cost[territory]!;
  }
  return { violation, cost };
}
