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

/** Times that the gap between what is needed and what is known to be enough is halved, and where another remedy is known. */
const HALVINGS = 4;
const FEWER_HALVINGS = 1;
/** What changes hands is near the least already where each change has a price. */
const CHANGE_HALVINGS = 2;
/** Share of the steps for a plan that cannot be feasible, only near it. */
const HOPELESS = 0.2;
/** Added to what a plan needs, so that rounding does not break it. */
const ROUNDING = 1e-9;
/** Kilometers for the item that counts most. */
const HIGH_PRICE = 1e6;
/** Territories that may be exceptions; with more of them it is the rule that is too tight. */
const EXCEPTIONS = 3;

/** How to search for the plan that proves a remedy; `steps` is how long each time, `halvings` how often a gap is halved. */
interface Effort {
  readonly options: SearchOptions;
  readonly seed: number;
  readonly steps: number;
  readonly halvings: number;
}

/**
 * Finds ways to make an impossible problem possible, the least intrusive first. Rules that contradict themselves are part of each. Then:
 * the least limit on change that works with all else kept; exceptions for the territories whose locks are too large; the fewest locks
 * taken away; the least tolerances (or capacities, or limit on change) for all. Where that does not do, the tolerances it takes as well
 * come along. Yields null after each step of work, and each remedy as soon as a plan proves it; a later one with tighter bounds of the
 * same kind replaces an earlier one. `steps` is how long to search each time. Repeatable with the same seed. Yields no remedy where the
 * problem is possible as it is.
 */
export function* remedies(
  problem: Problem,
  options: SearchOptions,
  seed: number,
  steps = 120,
): Generator<Remedy | null, void> {
  const effort: Effort = { options, seed, steps, halvings: HALVINGS };
  const rules = contradictions(problem);
  const start = loosen(problem, rules);
  // Where change is limited, whether the limit binds is asked at once.
  const share = isRefuted(start) ? HOPELESS : start.changeLimit ? 1 / 3 : 1;
  const first = yield* bestPlan(start, { ...effort, steps: steps * share });
  if (!first) return;
  if (first.feasible) {
    if (rules.length > 0) yield { loosenings: rules, plan: incumbentOf(first), isLeast: true };
    return;
  }
  let isKnown = false;
  for (const way of [changeMore, exceptions, unlocks]) {
    for (const remedy of way(start, rules, effort)) {
      isKnown ||= remedy !== null;
      yield remedy;
    }
  }
  yield* loosenBounds(
    start,
    rules,
    first,
    isKnown ? { ...effort, steps: steps / 2, halvings: FEWER_HALVINGS } : effort,
  );
}

/**
 * The least share that may change hands with all other rules kept, as far as a search finds it: once without the limit, each change at
 * a high price, then between the limit and what that took.
 */
function* changeMore(
  problem: Problem,
  rules: readonly Loosening[],
  effort: Effort,
): Generator<Remedy | null, void> {
  const { changeLimit } = problem;
  if (!changeLimit) return;
  const priced: Effort = { ...effort, options: { ...effort.options, keep: 1 } };
  const short: Effort = { ...priced, steps: effort.steps / 3 };
  const without: Problem = {
    ...problem,
    changeLimit: { ...changeLimit, most: changeLimit.weights.reduce((sum, weight) => sum + weight, 0) },
    disruptionPrice: changePrices(changeLimit.weights),
  };
  let plan = yield* bestPlan(without, priced, effort.steps / 3);
  let least = changeLimit.most;
  for (let halving = 0; plan?.feasible; halving++) {
    const most = changedIn(problem, plan.assignment);
    yield { loosenings: [...rules, { kind: "change-limit", most }], plan: incumbentOf(plan), isLeast: false };
    for (plan = null; !plan?.feasible && halving < CHANGE_HALVINGS; halving++) {
      const middle = (least + most) / 2;
      plan = yield* bestPlan({ ...without, changeLimit: { ...changeLimit, most: middle } }, short);
      if (!plan?.feasible) least = middle;
    }
  }
}

/** Prices (km) beside which travel does not matter, in proportion to what an item counts for. */
function changePrices(weights: Float64Array): Float64Array {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return largest > 0 ? weights.map((weight) => (HIGH_PRICE * weight) / largest) : weights;
}

/** Lets the territories whose locks are too large hold them, and no other. */
function* exceptions(
  problem: Problem,
  rules: readonly Loosening[],
  effort: Effort,
): Generator<Remedy | null, void> {
  const raises = explainInfeasible(problem).flatMap((fact): Extract<Loosening, { kind: "raise" }>[] => {
    if (fact.kind !== "locks-too-large") return [];
    const { measure, territory, value } = fact;
    return [{ kind: "raise", measure, territory, most: value * (1 + ROUNDING) }];
  });
  const territories = new Set(raises.map(({ territory }) => territory));
  if (raises.length === 0 || territories.size > EXCEPTIONS || territories.size === problem.territoryCount)
    return;
  // Where the others must give way as much, it is no exception.
  const needed = neededTolerances(loosen(problem, raises));
  if (!tidy(problem, [...raises, ...needed]).some(({ kind }) => kind === "raise")) return;
  yield* reach(problem, [], raises, rules, true, { ...effort, halvings: FEWER_HALVINGS });
}

/** Takes away the fewest locks, beside what tolerances are needed whatever is locked; more of them where that is not enough. */
function* unlocks(
  problem: Problem,
  rules: readonly Loosening[],
  effort: Effort,
): Generator<Remedy | null, void> {
  const free = { ...problem, lockedTo: new Uint16Array(problem.itemCount).fill(NONE) };
  const base = neededTolerances(free);
  const possible = loosen(problem, base);
  const tooLarge = explainInfeasible(possible).filter(({ kind }) => kind === "locks-too-large");
  if (tooLarge.length === 0) return;
  const fewest = locksInTheWay(possible, (measure, territory) => measure.most[territory]!);
  const plan = yield* bestPlan(loosen(possible, [{ kind: "unlock", items: fewest }]), effort);
  if (plan?.feasible) {
    const loosenings = tidy(problem, [...rules, { kind: "unlock", items: fewest }, ...base]);
    yield { loosenings, plan: incumbentOf(plan), isLeast: tooLarge.length === 1 };
    return;
  }
  // Locks that fill a territory to the brim leave no room to even it out.
  const more = locksInTheWay(possible, (measure, territory) =>
    Math.min(measure.most[territory]!, Math.max(0, measure.target[territory]!)),
  );
  yield* reach(problem, base, [{ kind: "unlock", items: more }], rules, false, {
    ...effort,
    halvings: FEWER_HALVINGS,
  });
}

/** What `own` and `base` make possible, by themselves or with tolerances for all as well. */
function* reach(
  problem: Problem,
  base: readonly Loosening[],
  own: readonly Loosening[],
  rules: readonly Loosening[],
  isLeast: boolean,
  effort: Effort,
): Generator<Remedy | null, void> {
  const loosenings = [...rules, ...own, ...base];
  const loosened = loosen(problem, [...own, ...base]);
  const isHopeless = neededTolerances(loosened).length > 0;
  const plan = yield* bestPlan(loosened, isHopeless ? { ...effort, steps: effort.steps * HOPELESS } : effort);
  if (!plan) return;
  if (plan.feasible) {
    yield { loosenings: tidy(problem, loosenings), plan: incumbentOf(plan), isLeast };
    return;
  }
  for (const remedy of loosenBounds(loosened, loosenings, plan, effort))
    yield remedy && {
      ...remedy,
      loosenings: tidy(problem, remedy.loosenings),
      isLeast: remedy.isLeast && isLeast,
    };
}

/** Of each measure the widest tolerance, and no exceptions that it covers. */
function tidy({ measures }: Problem, loosenings: readonly Loosening[]): Loosening[] {
  const widest = new Map<number, number>();
  for (const one of loosenings) {
    if (one.kind === "tolerance")
      widest.set(one.measure, Math.max(widest.get(one.measure) ?? 0, one.tolerance));
  }
  const rest = loosenings.filter((one) => {
    if (one.kind === "tolerance") return false;
    if (one.kind !== "raise" || !widest.has(one.measure)) return true;
    const covered = measures[one.measure]!.target[one.territory]! * (1 + widest.get(one.measure)!);
    return one.most > covered * (1 + 2 * ROUNDING);
  });
  const tolerances = [...widest].map(
    ([measure, tolerance]): Loosening => ({ kind: "tolerance", measure, tolerance }),
  );
  return [...rest, ...tolerances];
}

/** Whether a plain fact about bounds says that no plan exists. */
function isRefuted(problem: Problem): boolean {
  return explainInfeasible(problem).some((fact) => "measure" in fact);
}

/** The tolerances without which some plain fact speaks against the problem, for the measures whose bounds are tighter. */
function neededTolerances(problem: Problem): Loosening[] {
  return problem.measures.flatMap((own, measure): Loosening[] => {
    const tolerance = neededTolerance(problem, measure);
    const isEnough = tolerance === 0 || !Number.isFinite(tolerance);
    return isEnough || isWithin(own, tolerance)
      ? []
      : [{ kind: "tolerance", measure, tolerance: tolerance + ROUNDING }];
  });
}

function* loosenBounds(
  problem: Problem,
  rules: readonly Loosening[],
  first: SearchProgress,
  effort: Effort,
): Generator<Remedy | null, void> {
  const needed = neededTolerances(problem);
  let best = first;
  if (needed.length > 0) {
    const plan = yield* bestPlan(loosen(problem, needed), effort);
    if (plan?.feasible) {
      yield { loosenings: [...rules, ...needed], plan: incumbentOf(plan), isLeast: true };
      return;
    }
    if (plan) best = plan;
  }
  let enough = loosenedFor(problem, best.assignment);
  yield { loosenings: [...rules, ...enough], plan: incumbentOf(best), isLeast: false };
  let share = 0.5;
  for (let halving = 0; halving < effort.halvings; halving++) {
    const trial = between(problem, needed, enough, share);
    const plan = yield* bestPlan(loosen(problem, trial), effort);
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
  const { changeLimit } = problem;
  const changed = changedIn(problem, assignment);
  if (changeLimit && changed > changeLimit.most) loosenings.push({ kind: "change-limit", most: changed });
  return loosenings;
}

/** What changes hands in a plan, in the unit of the limit; 0 without one. */
function changedIn({ changeLimit, baselineRep, repOf }: Problem, assignment: Uint16Array): number {
  let changed = 0;
  for (let item = 0; changeLimit && item < assignment.length; item++) {
    if (baselineRep[item] !== NONE && repOf[assignment[item]!] !== baselineRep[item])
      changed += changeLimit.weights[item]!;
  }
  return changed;
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

/** The fewest locked items, largest first, without which the locks of every territory that has too many fit `room`. */
function locksInTheWay(
  problem: Problem,
  room: (measure: Problem["measures"][number], territory: number) => number,
): number[] {
  const unlocked = new Set<number>();
  for (const fact of explainInfeasible(problem)) {
    if (fact.kind !== "locks-too-large") continue;
    const measure = problem.measures[fact.measure]!;
    const most = room(measure, fact.territory);
    // Another measure's fact may have unlocked some already.
    let value = fact.value;
    for (const item of fact.items) if (unlocked.has(item)) value -= measure.values[item]!;
    for (const item of fact.items) {
      if (value <= most * (1 + ROUNDING)) break;
      if (unlocked.has(item)) continue;
      unlocked.add(item);
      value -= measure.values[item]!;
    }
  }
  return [...unlocked].sort((a, b) => a - b);
}

/**
 * The best plan of a short search; ends so many steps after the first that is feasible. Null if there is nothing to choose and no plan.
 */
function* bestPlan(
  problem: Problem,
  { options, seed, steps }: Effort,
  improving = 0,
): Generator<null, SearchProgress | null> {
  let best: SearchProgress | null = null;
  let end = steps;
  for (const progress of search(problem, options, createRandom(seed))) {
    if (progress.phase !== "seeding") {
      if (progress.feasible && !best?.feasible) end = progress.iterations + improving;
      best = progress;
    }
    if (best && progress.iterations >= end) break;
    yield null;
  }
  return best;
}

function incumbentOf({ assignment, centers, cost }: SearchProgress): Incumbent {
  return { assignment, centers, cost: cost.total };
}
