import { createBudget } from "./budget";
import { judgedPlan } from "./judged-plan";
import { partProblem } from "./part-problem";
import { type Measure, NONE, type Problem } from "./problem";
import type { SearchOptions, SearchProgress } from "./progress";
import { createRandom } from "./random";
import { search } from "./search";

/** How far a region may be off its target, relative to its territories' tolerances: the rest is room for dividing it. */
const TIGHTNESS = 0.5;

/**
 * Divides the items among regions first, each to hold what its territories should hold together, then every region among its own
 * territories by itself. Reports whole plans; `iterations` counts the steps of all searches. Ends when each search has had its `steps`
 * (see `createBudget`). The same arguments give the same sequence on every machine.
 */
export function* searchByRegions(
  problem: Problem,
  regionOf: Uint16Array,
  options: SearchOptions,
  seed: number,
  steps: number,
): Generator<SearchProgress, void> {
  let iterations = 0;
  let report = judgedPlan(problem, options, nothing(problem), 0);
  const regions = regionProblem(problem, regionOf);
  const enough = createBudget(steps);
  let divided: Uint16Array | null = null;
  for (const progress of search(regions, options, createRandom(seed))) {
    iterations++;
    if (progress.phase !== "seeding") divided = progress.assignment;
    if (enough(progress)) break;
    yield { ...report, iterations };
  }
  if (!divided) return;

  const parts = makeParts(problem, regionOf, divided, options, seed, steps);
  while (parts.some((part) => !part.isDone)) {
    let isNews = false;
    for (const part of parts) {
      if (part.isDone) continue;
      const { done, value } = part.steps.next();
      iterations++;
      if (!done && value.phase !== "seeding") {
        isNews ||= value.assignment !== part.latest?.assignment;
        part.latest = value;
      }
      part.isDone = done === true || part.enough(value);
      if (!parts.every(({ isDone }) => isDone)) yield { ...report, iterations };
    }
    // Counting the whole costs as much as many steps, so it is done once a round.
    if (isNews) report = judgedPlan(problem, options, together(problem, parts), iterations);
  }
  yield { ...report, iterations };
}

interface Part {
  readonly items: Uint32Array;
  readonly territories: readonly number[];
  readonly steps: Generator<SearchProgress, void>;
  readonly enough: (progress: SearchProgress) => boolean;
  latest: SearchProgress | null;
  isDone: boolean;
}

function makeParts(
  problem: Problem,
  regionOf: Uint16Array,
  divided: Uint16Array,
  options: SearchOptions,
  seed: number,
  steps: number,
): Part[] {
  const count = regionCount(regionOf);
  const items: number[][] = Array.from({ length: count }, () => []);
  for (let item = 0; item < divided.length; item++) items[divided[item]!]!.push(item);
  const mostChange = changeByRegion(problem, regionOf, divided);
  return items.map((own, region): Part => {
    const territories = [...regionOf.keys()].filter((territory) => regionOf[territory] === region);
    const part = partProblem(problem, Uint32Array.from(own), territories, mostChange[region]!);
    return {
      items: Uint32Array.from(own),
      territories,
      steps: search(part, options, createRandom(seed + region + 1)),
      enough: createBudget(steps),
      latest: null,
      isDone: own.length === 0,
    };
  });
}

/** The whole plan of the parts; NONE where a part has none yet. */
function together(problem: Problem, parts: readonly Part[]) {
  const { assignment, centers } = nothing(problem);
  for (const { items, territories, latest } of parts) {
    if (!latest) continue;
    for (let i = 0; i < items.length; i++) assignment[items[i]!] = territories[latest.assignment[i]!]!;
    for (const [number, territory] of territories.entries())
      centers.set(latest.centers.subarray(3 * number, 3 * number + 3), 3 * territory);
  }
  return { assignment, centers };
}

function nothing({ itemCount, centers }: Problem) {
  return { assignment: new Uint16Array(itemCount).fill(NONE), centers: centers.slice() };
}

/** The problem of dividing the items among the regions. A rep belongs to the region that all of the rep's territories are in. */
function regionProblem(problem: Problem, regionOf: Uint16Array): Problem {
  const count = regionCount(regionOf);
  const regionOfRep = new Map<number, number>();
  for (let territory = 0; territory < regionOf.length; territory++) {
    const rep = problem.repOf[territory]!;
    const region = regionOf[territory]!;
    if (rep !== NONE) regionOfRep.set(rep, (regionOfRep.get(rep) ?? region) === region ? region : NONE);
  }
  const toRegion = (territory: number) => (territory === NONE ? NONE : regionOf[territory]!);
  const { classes } = problem;
  return {
    ...problem,
    territoryCount: count,
    measures: problem.measures.map((measure) => measureOfRegions(measure, regionOf, count)),
    current: problem.current.map(toRegion),
    lockedTo: problem.lockedTo.map(toRegion),
    centers: new Float64Array(3 * count).fill(Number.NaN),
    repOf: Uint16Array.from({ length: count }, (_, region) => region),
    baselineRep: problem.baselineRep.map((rep) => (rep === NONE ? NONE : (regionOfRep.get(rep) ?? NONE))),
    ...(classes && { classes: classesOfRegions(problem, classes, regionOf, count) }),
  };
}

function measureOfRegions(measure: Measure, regionOf: Uint16Array, count: number): Measure {
  const sums = (of: Float64Array) => {
    const sum = new Float64Array(count);
    for (let territory = 0; territory < of.length; territory++) sum[regionOf[territory]!]! += of[territory]!;
    return sum;
  };
  const target = sums(measure.target);
  const drawn = (bounds: Float64Array) =>
    sums(bounds).map((bound, region) =>
      Number.isFinite(bound) ? target[region]! + TIGHTNESS * (bound - target[region]!) : bound,
    );
  // What is a cap alone has its target at the cap or anywhere: it is not drawn in.
  const isCap = measure.weight === 0 && measure.least.every((bound) => bound === Number.NEGATIVE_INFINITY);
  return {
    values: measure.values,
    target,
    least: drawn(measure.least),
    most: isCap ? sums(measure.most) : drawn(measure.most),
    weight: measure.weight,
  };
}

/** A class may go to a region where it may go to one of its territories, at the least cost of these. */
function classesOfRegions(
  { territoryCount }: Problem,
  classes: NonNullable<Problem["classes"]>,
  regionOf: Uint16Array,
  count: number,
) {
  const { forbidden, cost } = classes;
  const forbiddenIn = new Uint8Array(classes.count * count).fill(1);
  const costIn = new Float64Array(classes.count * count).fill(Number.POSITIVE_INFINITY);
  for (let kind = 0; kind < classes.count; kind++) {
    for (let territory = 0; territory < territoryCount; territory++) {
      const from = kind * territoryCount + territory;
      const at = kind * count + regionOf[territory]!;
      if (forbidden?.[from]) continue;
      forbiddenIn[at] = 0;
      costIn[at] = Math.min(costIn[at]!, cost?.[from] ?? 0);
    }
  }
  return {
    of: classes.of,
    count: classes.count,
    ...(forbidden && { forbidden: forbiddenIn }),
    ...(cost && { cost: costIn.map((value) => (Number.isFinite(value) ? value : 0)) }),
  };
}

/** What may change hands inside each region: what the division has changed already, and a part of the rest in proportion to the weights. */
function changeByRegion(problem: Problem, regionOf: Uint16Array, divided: Uint16Array): Float64Array {
  const count = regionCount(regionOf);
  const forced = new Float64Array(count);
  const open = new Float64Array(count);
  const { changeLimit, baselineRep, repOf, itemCount } = problem;
  if (!changeLimit) return forced;
  const repsOf = Array.from({ length: count }, () => new Set<number>());
  for (let territory = 0; territory < regionOf.length; territory++)
    repsOf[regionOf[territory]!]!.add(repOf[territory]!);
  for (let item = 0; item < itemCount; item++) {
    if (baselineRep[item] === NONE) continue;
    const region = divided[item]!;
    (repsOf[region]!.has(baselineRep[item]!) ? open : forced)[region]! += changeLimit.weights[item]!;
  }
  const sum = (of: Float64Array) => of.reduce((total, value) => total + value, 0);
  const left = Math.max(0, changeLimit.most - sum(forced));
  const all = sum(open);
  return forced.map((value, region) => value + (all > 0 ? (left * open[region]!) / all : 0));
}

function regionCount(regionOf: Uint16Array): number {
  return regionOf.reduce((most, region) => Math.max(most, region + 1), 0);
}
