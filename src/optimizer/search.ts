import { adjacentTerritories } from "./adjacency";
import { type Annealing, anneal } from "./annealing";
import { type BalanceEffort, balanceByPrices, placeTheRest, reserveOf } from "./balance";
import { makeBlocks } from "./blocks";
import { type Candidates, findAllCandidates, makeCandidates } from "./candidates";
import { recenter } from "./centers";
import { overrun } from "./change-limit";
import { balanceCoarsely, isWorthCoarsening } from "./coarse";
import { connect } from "./connect";
import { makeExchange } from "./exchange";
import { CLOSING, localSearch, ROUGH } from "./local-search";
import { type Meter, spend } from "./meter";
import { findNearBlocks, type NearBlocks } from "./near-blocks";
import { makeLuck, type NeighborhoodTools, resolveNeighborhood } from "./neighborhood";
import { makePlan, type Plan, planValue, recount, recountPieces } from "./plan";
import { makePortfolio } from "./portfolio";
import { makePrices, type Prices } from "./prices";
import { NONE, type Problem } from "./problem";
import type { SearchOptions, SearchPhase, SearchProgress } from "./progress";
import type { Random } from "./random";
import { type PlanFigures, planFigures, unplacedItems } from "./report";
import { seedEmptyTerritories, seedFresh, seedFromCurrent } from "./seeds";
import { transferViolations } from "./transfer";
import { withoutUnavoidable } from "./unavoidable";

/** Looks at a block in a territory between two reports: about 5 ms on a fast machine, 20 ms on a slow one. */
const STEP_WORK = 100_000;
/** What taking one neighborhood apart costs beside its sweeps and exchanges. */
const RESOLVE_WORK = 1_000;
/** Blocks whose figures a step may count for a report. */
const REPORTED_BLOCKS = 10_000;
/** Nearest territories that a block considers in the whole-plan sweeps. */
const CANDIDATE_WIDTH = 16;
/** Neighborhoods in one cooling of the patience, and the share of cost it starts from. */
const COOLING = 400;
const PATIENCE = 0.001;
/** A cooling that led nowhere is followed by hotter ones, up to so much, then by a cool one again. */
const MOST_HEAT = 64;

/** Heat of the annealings of the whole plan, in the cost of an average block: hot ones find regions, cool ones details. */
const ANNEALING_HEATS: readonly number[] = [0.8, 0.4, 1.6];
/** Sweeps of an annealing. One that led nowhere is followed by one twice as long, up to so many, then by a short one again. */
const LEAST_SWEEPS = 300;
const MOST_SWEEPS = 4800;
/** Neighborhoods in one cooling between annealings. */
const SHORT_COOLING = 150;
/** Blocks around each that an annealing proposes to join. */
const NEAR_WIDTH = 12;

/**
 * Large plans are balanced again from the centers and prices they ended with, first with centers that follow: most of what they cost
 * above the bound is in prices that have not settled, which neighborhoods are too small to see.
 */
const REFINEMENTS: readonly BalanceEffort[] = [15, 15, 0, 0].map((movingSweeps) => ({
  movingSweeps,
  sweeps: 50,
  margins: [0.03, 0.03],
}));

/** The best plan so far, apart from the plan that the search works on. */
interface Best {
  readonly of: Uint16Array;
  readonly centers: Float64Array;
  /** Pieces beyond one and overrun of the change limit: neither is given in trade for other violations. */
  pieces: number;
  overrun: number;
  violation: number;
  cost: number;
  version: number;
}

/**
 * Searches for a plan that meets all bounds and costs least, and yields after every few milliseconds of work with the best so
 * far. A generator, so that whoever calls it owns the clock; it ends only if there is nothing to choose. The same problem,
 * options and seed yield the same sequence on every machine.
 */
export function* search(
  problem: Problem,
  options: SearchOptions,
  random: Random,
): Generator<SearchProgress, void> {
  const blocks = makeBlocks(problem, options.mode === "repair");
  const plan = makePlan(problem, withoutUnavoidable(problem, blocks), options.keep);
  const best: Best = {
    of: new Uint16Array(blocks.count).fill(NONE),
    centers: problem.centers.slice(),
    pieces: Number.POSITIVE_INFINITY,
    overrun: Number.POSITIVE_INFINITY,
    violation: Number.POSITIVE_INFINITY,
    cost: Number.POSITIVE_INFINITY,
    version: 0,
  };
  const unplaced = unplacedItems(problem, blocks);
  let pieces = 0;
  let phase: SearchPhase = "seeding";
  let iterations = 0;
  let reported = 0;
  let reportedAt = 0;
  let reportedViolation = Number.POSITIVE_INFINITY;
  let totalViolation = Number.POSITIVE_INFINITY;
  let assignment: Uint16Array = startingAssignment(problem);
  let centers = problem.centers.slice();
  let figures: PlanFigures = planFigures(plan);

  const steps = improve(plan, best, options, random);
  const shown = makePlan(problem, blocks, options.keep, plan.contiguity);
  for (let done = false; !done; ) {
    done = steps.next().done === true;
    iterations++;
    // Counting a large plan for the report costs as much as a step, so it waits for a few, but not with the first good news.
    const isNews = reported === 0 || (best.violation === 0 && reportedViolation > 0) || done;
    if (best.version !== reported && (isNews || iterations - reportedAt > blocks.count / REPORTED_BLOCKS)) {
      reported = best.version;
      reportedAt = iterations;
      reportedViolation = best.violation;
      pieces = best.pieces;
      shown.of.set(best.of);
      shown.centers.set(best.centers);
      recount(shown);
      totalViolation = planValue(shown).violation;
      figures = planFigures(shown);
      assignment = Uint16Array.from(blocks.blockOf, (block) => best.of[block]!);
      centers = best.centers.slice();
    }
    if (reported > 0) phase = totalViolation > 0 ? "balancing" : "improving";
    const { violation, cost, balanceScore, disruptedItems } = figures;
    yield {
      phase,
      iterations,
      assignment,
      centers,
      feasible: totalViolation === 0,
      violation,
      totalViolation,
      cost,
      balanceScore,
      disruptedItems,
      unplaced,
      ...(shown.budget && { changed: shown.budget.spent }),
      ...(plan.contiguity && { extraPieces: pieces }),
    };
  }
}

function startingAssignment({ current, lockedTo }: Problem): Uint16Array {
  return current.map((territory, item) => (lockedTo[item] !== NONE ? lockedTo[item]! : territory));
}

/** The search proper: a plan from the start it was asked for, a balanced one by prices, then neighborhoods without end. */
function* improve(plan: Plan, best: Best, options: SearchOptions, random: Random): Generator<void, void> {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  if (blocks.count === 0) return keepIfBetter(plan, best);
  const candidates = makeCandidates(plan, CANDIDATE_WIDTH);
  const exchange = makeExchange(blocks.measureCount, territoryCount);

  const prices = makePrices(territoryCount, blocks.measureCount);
  const tools = { prices, exchange, random, luck: makeLuck() };
  const meter: Meter = { perStep: STEP_WORK, spent: 0 };
  const all = Array.from({ length: territoryCount }, (_, territory) => territory);
  // A limit on change can only be met from where things are.
  const fromCurrent = problem.changeLimit !== undefined && blocks.current.some((own) => own !== NONE);
  if (options.mode === "repair" || fromCurrent) {
    yield* seedFromCurrent(plan, random, meter);
    yield* placeTheRest(plan, candidates, meter);
    yield* connect(plan, all, meter);
    keepSettled(plan, best);
    yield* polish(plan, best, candidates, tools, meter);
    seedEmptyTerritories(plan, random);
  } else {
    yield* seedFresh(plan, random, meter);
  }
  const fine = makePrices(territoryCount, blocks.measureCount);
  yield* balance(plan, candidates, fine, random, meter);
  yield* connect(plan, all, meter);
  keepSettled(plan, best);
  yield* polish(plan, best, candidates, tools, meter);
  restore(plan, best);
  if (isWorthCoarsening(plan)) {
    for (const effort of REFINEMENTS) {
      yield* balanceByPrices(plan, candidates, fine, effort, meter);
      yield* connect(plan, all, meter);
      yield* polish(plan, best, candidates, tools, meter);
      restore(plan, best);
    }
  }
  if (territoryCount === 1 || blocks.fixedTo.every((territory) => territory !== NONE)) return;

  const sweeps = isWorthAnnealing(plan) ? ANNEALING_HEATS.map(() => LEAST_SWEEPS) : [];
  const nearBlocks = sweeps.length > 0 ? yield* findNearBlocks(blocks, NEAR_WIDTH, meter) : null;
  const portfolio = makePortfolio(1 + sweeps.length);
  let heat = 1;
  while (true) {
    const { version, violation, cost } = best;
    yield* findAllCandidates(plan, candidates, meter);
    const adjacent = yield* adjacentTerritories(plan, candidates, meter);
    yield* noting(plan, best, transferViolations(plan, tools.exchange, adjacent, meter));
    const way = portfolio.next();
    const steps =
      way === 0 || !nearBlocks
        ? coolNeighborhoods(
            plan,
            best,
            { ...tools, adjacent },
            heat,
            nearBlocks ? SHORT_COOLING : COOLING,
            meter,
          )
        : annealAll(
            plan,
            best,
            { ...tools, adjacent },
            nearBlocks,
            { heat: ANNEALING_HEATS[way - 1]!, sweeps: sweeps[way - 1]! },
            meter,
          );
    let spent = 1;
    for (const _ of steps) {
      spent++;
      yield;
    }
    const relief = violation > best.violation ? ((violation - best.violation) * cost) / territoryCount : 0;
    portfolio.book(way, spent, best.version > version ? relief + Math.max(0, cost - best.cost) : 0);
    const gained = best.version > version;
    if (way === 0) heat = gained || heat >= MOST_HEAT ? 1 : 4 * heat;
    else if (!gained) sweeps[way - 1] = sweeps[way - 1]! < MOST_SWEEPS ? 2 * sweeps[way - 1]! : LEAST_SWEEPS;
    restore(plan, best);
  }
}

/** Neighborhoods with a patience that cools. */
function* coolNeighborhoods(
  plan: Plan,
  best: Best,
  tools: NeighborhoodTools,
  heat: number,
  cooling: number,
  meter: Meter,
): Generator<void, void> {
  for (let step = 0; step < cooling; step++) {
    const patience = heat * PATIENCE * (1 - step / cooling);
    if (yield* resolveNeighborhood(plan, tools, patience, meter)) keepIfBetter(plan, best);
    if (spend(meter, RESOLVE_WORK)) yield;
  }
}

/** One annealing of the whole plan, then exchanges until none pays. */
function* annealAll(
  plan: Plan,
  best: Best,
  { adjacent, exchange, random }: NeighborhoodTools,
  nearBlocks: NearBlocks,
  { heat, sweeps }: Annealing,
  meter: Meter,
): Generator<void, void> {
  const kmPerBlock = best.cost / plan.blocks.count;
  const effort = { heat: heat * kmPerBlock, sweeps };
  yield* anneal(plan, nearBlocks, adjacent, effort, best.violation, random, meter, () =>
    keepIfBetter(plan, best),
  );
  const all = Array.from({ length: plan.problem.territoryCount }, (_, territory) => territory);
  yield* noting(plan, best, localSearch(plan, exchange, adjacent, all, CLOSING, meter));
}

/** Annealing moves single blocks over the whole plan: too slow where it is large, and where moves may cut territories apart. */
function isWorthAnnealing(plan: Plan): boolean {
  return !plan.contiguity && !plan.budget && !isWorthCoarsening(plan);
}

/**
 * From a nearly balanced plan to a feasible one that no exchange improves: exchanges, then neighborhoods around the violations
 * that are left, then exchanges everywhere, with free centers following. Notes every plan that beats the best.
 */
function* polish(
  plan: Plan,
  best: Best,
  candidates: Candidates,
  tools: Omit<NeighborhoodTools, "adjacent">,
  meter: Meter,
): Generator<void, void> {
  const { territoryCount } = plan.problem;
  const all = Array.from({ length: territoryCount }, (_, territory) => territory);
  yield* findAllCandidates(plan, candidates, meter);
  const adjacent = yield* adjacentTerritories(plan, candidates, meter);
  for (const pass of ROUGH) {
    yield* noting(plan, best, localSearch(plan, tools.exchange, adjacent, all, [pass], meter));
    yield* noting(plan, best, transferViolations(plan, tools.exchange, adjacent, meter));
  }
  const patient = 20 + 4 * territoryCount;
  for (let step = 0; step < patient && plan.violation.some((violation) => violation > 0); step++) {
    if (yield* resolveNeighborhood(plan, { ...tools, adjacent }, 0, meter)) keepIfBetter(plan, best);
    if (spend(meter, RESOLVE_WORK)) yield;
  }
  for (let round = 0; round < 2; round++) {
    yield* noting(plan, best, localSearch(plan, tools.exchange, adjacent, all, CLOSING, meter));
    for (const territory of all) recenter(plan, territory);
    keepIfBetter(plan, best);
    if (spend(meter, plan.blocks.count)) yield;
  }
}

/** Runs steps on the plan and keeps what is better than the best. */
function* noting(plan: Plan, best: Best, steps: Generator<void, unknown>): Generator<void, void> {
  let step = 0;
  for (const _ of steps) {
    // Comparing and keeping costs time in proportion to the plan.
    if (++step % 16 === 0) keepSettled(plan, best);
    yield;
  }
  keepSettled(plan, best);
}

/** Travel to a mean can be more than travel to where the center was before: such a plan counts with its center where the rule has it. */
function keepSettled(plan: Plan, best: Best): void {
  if (plan.problem.centerRule === "mean" && plan.problem.distance !== "squared") {
    for (let territory = 0; territory < plan.size.length; territory++) recenter(plan, territory);
  }
  keepIfBetter(plan, best);
}

/** Balances by prices: on the blocks, or on cells first where there are too many for that. */
function* balance(
  plan: Plan,
  candidates: Candidates,
  prices: Prices,
  random: Random,
  meter: Meter,
): Generator<void, void> {
  if (isWorthCoarsening(plan) && !plan.budget) {
    yield* balanceCoarsely(plan, prices, reserveOf(plan), CANDIDATE_WIDTH, random, meter);
    yield* balanceByPrices(plan, candidates, prices, { movingSweeps: 2, sweeps: 24 }, meter);
  } else {
    yield* balanceByPrices(plan, candidates, prices, { movingSweeps: 18, sweeps: 48 }, meter);
  }
}

function keepIfBetter(plan: Plan, best: Best): void {
  const { violation, cost } = planValue(plan);
  const pieces = plan.pieces.reduce((sum, count) => sum + count, 0);
  const overspent = plan.budget ? overrun(plan.budget) : 0;
  if (pieces > best.pieces || (pieces === best.pieces && overspent > best.overrun + 1e-9)) return;
  const firmer = pieces < best.pieces || overspent < best.overrun - 1e-9;
  const less = firmer || violation < best.violation - 1e-9 || (violation === 0 && best.violation > 0);
  const same = violation <= best.violation + 1e-9;
  if (!less && !(same && cost < best.cost - 1e-9 * Math.abs(best.cost))) return;
  best.of.set(plan.of);
  best.centers.set(plan.centers);
  best.pieces = pieces;
  best.overrun = overspent;
  best.violation = violation;
  best.cost = cost;
  best.version++;
}

function restore(plan: Plan, best: Best): void {
  plan.of.set(best.of);
  plan.centers.set(best.centers);
  recount(plan);
  if (best.pieces > 0) recountPieces(plan, plan.size.keys());
  else plan.pieces.fill(0);
}
