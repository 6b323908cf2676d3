import { EARTH_RADIUS_KM } from "../geo/distance";
import type { NeighborGraph } from "../geo/neighbor-graph";

/** Marks "no territory" and "no rep" in the Uint16 arrays of a problem. */
export const NONE = 0xffff;

/** One thing to balance or to cap. All arrays hold one number per item or per territory, in the measure's own unit. */
export interface Measure {
  /** What each item brings, by item. Finite; a blank counts as 0. */
  readonly values: Float64Array;
  /** What each territory should hold, by territory. Balance scores and violations are relative to it. */
  readonly target: Float64Array;
  /** The least a territory may hold; −Infinity for no lower bound. */
  readonly least: Float64Array;
  /** The most a territory may hold; Infinity for no upper bound. A capacity is a measure with only this bound. */
  readonly most: Float64Array;
  /** Its share in the balance score, ≥ 0. Does not loosen the bounds. */
  readonly weight: number;
}

/**
 * Items that share the same relation to the territories (segment, language, rep fit), so that rules need
 * classes × territories numbers instead of items × territories.
 */
export interface ItemClasses {
  /** Class of each item, by item. */
  readonly of: Uint16Array;
  readonly count: number;
  /** 1 where a class may not go to a territory, at `class × territoryCount + territory`. Absent: all may. */
  readonly forbidden?: Uint8Array;
  /** Cost (km) for each item of the class in the territory, at the same index. Absent: 0. */
  readonly cost?: Float64Array;
}

/**
 * How far counts: the straight line; its square; or the straight line rounded down to a whole number.
 * On unit vectors the straight line is the chord, which is what makes the search exact across machines.
 */
export type DistanceKind = "straight" | "squared" | "floored";

/**
 * Where a free center goes: the point of least travel (Weiszfeld), the visit-weighted mean,
 * or the own item from which the others are least far.
 */
export type CenterRule = "least-travel" | "mean" | "item";

/**
 * A territory problem in numbers only: no names, no time, no messages, so it can be posted to a worker.
 * Items and territories count from 0. Everything here is read, never written, by the search.
 */
export interface Problem {
  readonly itemCount: number;
  readonly territoryCount: number;
  /** x, y, z of each item at 3 × item: a unit vector, or a plane with z = 0. NaN where the item has no place. */
  readonly places: Float64Array;
  /** On a sphere, free centers are pulled back to its surface; on a plane they stay where they fall. */
  readonly surface: "sphere" | "plane";
  /** Kilometers in one unit of `places`: the earth's radius for unit vectors, 1 for kilometers. */
  readonly kmPerUnit: number;
  readonly distance: DistanceKind;
  /** Trips to each item, by item, ≥ 0: travel costs visits × distance to the territory's center. */
  readonly visits: Float64Array;
  readonly measures: readonly Measure[];
  /** Territory each item has now, NONE where none. The start of a repair; items without a place keep it. */
  readonly current: Uint16Array;
  /** Territory the item is fixed to, NONE where it is free. Wins over everything else. */
  readonly lockedTo: Uint16Array;
  /** x, y, z of each fixed center (a rep's home) at 3 × territory; NaN where the search may place it. */
  readonly centers: Float64Array;
  readonly centerRule: CenterRule;
  /** Rep of each territory as a number, NONE where nobody; a rep may have several. */
  readonly repOf: Uint16Array;
  /** Rep each item had in the baseline, NONE where nobody: such an item cannot be disrupted. */
  readonly baselineRep: Uint16Array;
  /** What it costs (km) to give the item to another rep than the baseline's, by item, ≥ 0. */
  readonly disruptionPrice: Float64Array;
  /** Items with the same number move together (a family, a postal unit); −1 moves alone. */
  readonly groupOf?: Int32Array;
  readonly classes?: ItemClasses;
  /**
   * Which places lie beside each other, its points being the items. Present: every territory must hang together on it, but for
   * islands (parts of the graph without a way between them) and for what locks put apart.
   */
  readonly neighbors?: NeighborGraph;
  readonly changeLimit?: ChangeLimit;
}

/** "At most 15 % of revenue changes hands": a hard limit on what leaves the rep it had in the baseline. */
export interface ChangeLimit {
  /** What each item counts for, by item, ≥ 0 (1 each, revenue, …). Items without a baseline rep do not count. */
  readonly weights: Float64Array;
  /** The most that may change hands, in the same unit. */
  readonly most: number;
}

/** What a caller must say; the rest has the defaults of {@link defineProblem}. */
export type ProblemInput = Pick<Problem, "itemCount" | "territoryCount" | "places" | "measures"> &
  Partial<Omit<Problem, "itemCount" | "territoryCount" | "places" | "measures">>;

/**
 * Completes and checks a problem. Defaults: unit vectors on the earth, straight distance, one visit each, no current
 * territories, no locks, free centers of least travel, no reps and no disruption. Throws where an array has the wrong length.
 */
export function defineProblem(input: ProblemInput): Problem {
  const { itemCount, territoryCount } = input;
  if (territoryCount < 1 || territoryCount >= NONE)
    throw new Error(`Expected 1 to ${NONE - 1} territories, got ${territoryCount}.`);
  const problem: Problem = {
    surface: "sphere",
    kmPerUnit: EARTH_RADIUS_KM,
    distance: "straight",
    centerRule: "least-travel",
    visits: new Float64Array(itemCount).fill(1),
    current: new Uint16Array(itemCount).fill(NONE),
    lockedTo: new Uint16Array(itemCount).fill(NONE),
    centers: new Float64Array(3 * territoryCount).fill(Number.NaN),
    repOf: new Uint16Array(territoryCount).fill(NONE),
    baselineRep: new Uint16Array(itemCount).fill(NONE),
    disruptionPrice: new Float64Array(itemCount),
    ...input,
  };
  expectLength("places", problem.places, 3 * itemCount);
  expectLength("visits", problem.visits, itemCount);
  expectLength("current", problem.current, itemCount);
  expectLength("lockedTo", problem.lockedTo, itemCount);
  expectLength("centers", problem.centers, 3 * territoryCount);
  expectLength("repOf", problem.repOf, territoryCount);
  expectLength("baselineRep", problem.baselineRep, itemCount);
  expectLength("disruptionPrice", problem.disruptionPrice, itemCount);
  if (problem.groupOf) expectLength("groupOf", problem.groupOf, itemCount);
  for (const measure of problem.measures) {
    expectLength("measure values", measure.values, itemCount);
    expectLength("measure target", measure.target, territoryCount);
    expectLength("measure least", measure.least, territoryCount);
    expectLength("measure most", measure.most, territoryCount);
    for (let item = 0; item < itemCount; item++) {
      if (!Number.isFinite(measure.values[item]!))
        throw new Error(`Expected finite values, got ${measure.values[item]} for item ${item}.`);
    }
  }
  if (problem.neighbors) expectLength("neighbors placeOf", problem.neighbors.placeOf, itemCount);
  if (problem.changeLimit) expectLength("change weights", problem.changeLimit.weights, itemCount);
  const { classes } = problem;
  if (classes) {
    expectLength("classes of", classes.of, itemCount);
    if (classes.forbidden) expectLength("forbidden", classes.forbidden, classes.count * territoryCount);
    if (classes.cost) expectLength("class cost", classes.cost, classes.count * territoryCount);
  }
  for (let item = 0; item < itemCount; item++) {
    const lock = problem.lockedTo[item]!;
    const now = problem.current[item]!;
    if (lock !== NONE && lock >= territoryCount)
      throw new Error(`Expected a lock below ${territoryCount}, got ${lock} for item ${item}.`);
    if (now !== NONE && now >= territoryCount)
      throw new Error(`Expected a territory below ${territoryCount}, got ${now} for item ${item}.`);
  }
  return problem;
}

/** A measure to hold within ± `tolerance` (0.1 = 10 %) of `target` in every territory. */
export function balancedMeasure(
  values: Float64Array,
  target: Float64Array,
  tolerance: number,
  weight = 1,
): Measure {
  return {
    values,
    target,
    least: target.map((value) => value * (1 - tolerance)),
    most: target.map((value) => value * (1 + tolerance)),
    weight,
  };
}

/** A measure of which no territory may hold more than `most`; it has no part in the balance score. */
export function cappedMeasure(values: Float64Array, most: Float64Array): Measure {
  return {
    values,
    target: most,
    least: new Float64Array(most.length).fill(Number.NEGATIVE_INFINITY),
    most,
    weight: 0,
  };
}

/** Equal targets: each territory its even share of the sum of `values`. */
export function evenTargets(values: Float64Array, territoryCount: number): Float64Array {
  let total = 0;
  for (const value of values) total += value;
  return new Float64Array(territoryCount).fill(total / territoryCount);
}

function expectLength(name: string, array: ArrayLike<number>, length: number): void {
  if (array.length !== length) throw new Error(`Expected ${length} numbers in ${name}, got ${array.length}.`);
}
