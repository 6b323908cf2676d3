import type { Incumbent } from "./bound";
import { explainInfeasible } from "./explain-infeasible";
import { type Loosening, loosen } from "./loosening";
import { neededTolerance } from "./needed-tolerance";
import { NONE, type Problem } from "./problem";
import type { SearchOptions, SearchProgress } from "./progress";
import { createRandom } from "./random";
import { search } from "./search";

/** A way out of an impossible problem, with a plan that shows that it is one. */
export interface Remedy {
  readonly loosenings: readonly Loosening[];
  /** Meets all rules of the problem once they are loosened. */
  readonly plan: Incumbent;
  /** True where nothing less of the same kind is enough; false where less may do, but no such plan is known. */
  readonly isLeast: boolean;
}

/** Times that the gap between what is needed and what is known to be enough is halved. */
const HALVINGS = 4;
/** Added to what a plan needs, so that rounding does not break it. */
const ROUNDING = 1e-9;

/**
 * Finds ways to make an impossible problem possible: rules that contradict themselves first, then the least tolerances (or capacities, or
 * limit on change) with all locks kept, then the fewest locks with all tolerances kept. Yields null after each step of work, and
 * each remedy as soon as a plan proves it; a later one with looser bounds of the same kind replaces an earlier one. `steps` is how long to
 * search each time. Repeatable with the same seed. Yields no remedy where the problem is possible as it is.
 */
export function* remedies(
  problem: Problem,
  options: SearchOptions,
  seed: number,
  steps = 120,
): Generator<Remedy | null, void> {
  const rules = contradictions(problem);
  const start = loosen(problem, rules);
  const first = yield* bestPlan(start, options, seed, steps);
  if (!first) return;
  if (first.feasible) {
    if (rules.length > 0) yield { loosenings: rules, plan: incumbentOf(first), isLeast: true };
    return;
  }
  yield* loosenBounds(start, rules, first, options, seed, steps);

  const unlocked = locksInTheWay(start);
  if (unlocked.length === 0) return;
  const unlock: Loosening = { kind: "unlock", items: unlocked };
  const plan = yield* bestPlan(loosen(start, [unlock]), options, seed, steps);
  const isLeast = explainInfeasible(start).filter(({ kind }) => kind === "locks-too-large").length === 1;
  if (plan?.feasible) yield { loosenings: [...rules, unlock], plan: incumbentOf(plan), isLeast };
}

function* loosenBounds(
  problem: Problem,
  rules: readonly Loosening[],
  first: SearchProgress,
  options: SearchOptions,
  seed: number,
  steps: number,
): Generator<Remedy | null, void> {
  const needed: Loosening[] = problem.measures.flatMap((own, measure): Loosening[] => {
    const tolerance = neededTolerance(problem, measure);
    const isEnough = tolerance === 0 || !Number.isFinite(tolerance);
    return isEnough || isWithin(own, tolerance)
      ? []
      : [{ kind: "tolerance", measure, tolerance: tolerance + ROUNDING }];
  });
  let best = first;
  if (needed.length > 0) {
    const plan = yield* bestPlan(loosen(problem, needed), options, seed, steps);
    if (plan?.feasible) {
      yield { loosenings: [...rules, ...needed], plan: incumbentOf(plan), isLeast: true };
      return;
    }
    if (plan) best = plan;
  }
  let enough = loosenedFor(problem, best.assignment);
  yield { loosenings: [...rules, ...enough], plan: incumbentOf(best), isLeast: false };
  let share = 0.5;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const trial = between(problem, needed, enough, share);
    const plan = yield* bestPlan(loosen(problem, trial), options, seed, steps);
    if (!plan?.feasible) {
      share = (1 + share) / 2;
      continue;
    }
    enough = loosenedFor(problem, plan.assignment);
    yield { loosenings: [...rules, ...enough], plan: incumbentOf(plan), isLeast: false };
    share = 0.5;
  }
}

/** Whether the bounds of a measure are as wide as a tolerance already. */
function isWithin({ target, least, most }: Problem["measures"][number], tolerance: number): boolean {
  return target.every(
    (value, territory) =>
      least[territory]! <= value * (1 - tolerance) && most[territory]! >= value * (1 + tolerance),
  );
}

/** What a plan needs of each bound it breaks: a tolerance where a measure has one, else room in the territories concerned. */
function loosenedFor(problem: Problem, assignment: Uint16Array): Loosening[] {
  const loosenings: Loosening[] = [];
  for (const [measure, { values, target, least, most }] of problem.measures.entries()) {
    const sums = new Float64Array(problem.territoryCount);
    for (let item = 0; item < problem.itemCount; item++) sums[assignment[item]!]! += values[item]!;
    const isBalanced = target.every(
      (value, territory) => value > 0 && Number.isFinite(least[territory]! + most[territory]!),
    );
    let tolerance = 0;
    for (let territory = 0; territory < sums.length; territory++) {
      const sum = sums[territory]!;
      const slack = ROUNDING * Math.abs(target[territory]!);
      if (sum <= most[territory]! + slack && sum >= least[territory]! - slack) continue;
      const isAbove = sum > most[territory]!;
      if (isBalanced) tolerance = Math.max(tolerance, Math.abs(sum / target[territory]! - 1) + ROUNDING);
      else if (isAbove) loosenings.push({ kind: "raise", measure, territory, most: sum });
      else loosenings.push({ kind: "lower", measure, territory, least: sum });
    }
    if (tolerance > 0) loosenings.push({ kind: "tolerance", measure, tolerance });
  }
  const { changeLimit, baselineRep, repOf } = problem;
  let changed = 0;
  for (let item = 0; changeLimit && item < problem.itemCount; item++) {
    if (baselineRep[item] !== NONE && repOf[assignment[item]!] !== baselineRep[item])
      changed += changeLimit.weights[item]!;
  }
  if (changeLimit && changed > changeLimit.most) loosenings.push({ kind: "change-limit", most: changed });
  return loosenings;
}

/** Loosenings a share of the way from what is needed to what is enough. */
function between(
  { measures, changeLimit }: Problem,
  needed: readonly Loosening[],
  enough: readonly Loosening[],
  share: number,
): Loosening[] {
  const mix = (from: number, to: number): number => from + share * (to - from);
  return enough.map((one): Loosening => {
    if (one.kind === "tolerance") {
      const least = needed.find((other) => other.kind === "tolerance" && other.measure === one.measure);
      const now = least?.kind === "tolerance" ? least.tolerance : toleranceOf(measures[one.measure]!);
      return { ...one, tolerance: mix(now, one.tolerance) };
    }
    if (one.kind === "raise")
      return { ...one, most: mix(measures[one.measure]!.most[one.territory]!, one.most) };
    if (one.kind === "lower")
      return { ...one, least: mix(measures[one.measure]!.least[one.territory]!, one.least) };
    if (one.kind === "change-limit") return { ...one, most: mix(changeLimit!.most, one.most) };
    return one;
  });
}

/** The narrowest side of a measure's bounds as a share of its targets. */
function toleranceOf({ target, least, most }: Problem["measures"][number]): number {
  let narrowest = Number.POSITIVE_INFINITY;
  for (const [territory, value] of target.entries()) {
    narrowest = Math.min(narrowest, most[territory]! / value - 1, 1 - least[territory]! / value);
  }
  return Math.max(0, narrowest);
}

/** What resolves the rules that contradict each other, item by item; each of these is needed. */
function contradictions(problem: Problem): Loosening[] {
  return explainInfeasible(problem).flatMap((fact): Loosening[] => {
    if (fact.kind === "lock-forbidden") return [{ kind: "unlock", items: [fact.item] }];
    if (fact.kind === "group-locked-apart") return [{ kind: "split-group", items: fact.items }];
    if (fact.kind === "nowhere-allowed")
      return [{ kind: "allow", item: fact.item, territory: likelyTerritory(problem, fact.item) }];
    return [];
  });
}

/** Where an item is now, else where the home is nearest, else the first. */
function likelyTerritory({ current, centers, places, territoryCount }: Problem, item: number): number {
  if (current[item] !== NONE) return current[item]!;
  let nearest = 0;
  let away = Number.POSITIVE_INFINITY;
  for (let territory = 0; territory < territoryCount; territory++) {
    let squared = 0;
    for (let axis = 0; axis < 3; axis++)
      squared += (places[3 * item + axis]! - centers[3 * territory + axis]!) ** 2;
    if (squared < away) {
      away = squared;
      nearest = territory;
    }
  }
  return nearest;
}

/** The fewest locked items, largest first, without which every territory's locks fit its bounds. */
function locksInTheWay(problem: Problem): number[] {
  const unlocked = new Set<number>();
  for (const fact of explainInfeasible(problem)) {
    if (fact.kind !== "locks-too-large") continue;
    let { value } = fact;
    for (const item of fact.items) {
      if (value <= fact.most) break;
      // Another measure's fact may have unlocked it already.
      unlocked.add(item);
      value -= problem.measures[fact.measure]!.values[item]!;
    }
  }
  return [...unlocked].sort((a, b) => a - b);
}

/** The best plan of a short search; ends at the first that is feasible. Null if there is nothing to choose and no plan. */
function* bestPlan(
  problem: Problem,
  options: SearchOptions,
  seed: number,
  steps: number,
): Generator<null, SearchProgress | null> {
  let best: SearchProgress | null = null;
  for (const progress of search(problem, options, createRandom(seed))) {
    if (progress.phase !== "seeding") best = progress;
    if (best?.feasible || progress.iterations >= steps) break;
    yield null;
  }
  return best;
}

function incumbentOf({ assignment, centers, cost }: SearchProgress): Incumbent {
  return { assignment, centers, cost: cost.total };
}
