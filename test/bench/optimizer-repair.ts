import { disruptionPrices } from "../../src/optimizer/disruption-prices";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";
import { type ClusteredCase, clusteredProblem } from "./optimizer-cases";

/** Relationships count as much as where a planner asks to keep them strongly. */
const KEEP = 40;
/** Steps of the search that the plan before gets once it is balanced. */
const STEPS_BEFORE = 60;

export interface RepairCase extends ClusteredCase {
  /** Territories whose reps leave. */
  readonly leaving: readonly number[];
  /** Whether new reps take over. */
  readonly refilled?: boolean;
}

/** What remains of a balanced plan whose reps left: their territories are gone, the others are to share the load evenly. */
export interface Repair {
  readonly problem: Problem;
  readonly options: { readonly mode: "repair"; readonly keep: number };
}

/**
 * Balances accounts, then dissolves territories: their accounts are nowhere, the targets of the others rise. With `refilled`, the
 * territories stay for new reps, empty.
 */
export function repairOf({ leaving, refilled = false, ...shape }: RepairCase): Repair {
  const before = clusteredProblem(shape);
  const { itemCount } = before;
  const balanced = balancedAssignment(before, shape.seed);
  const all = [...Array(shape.territories).keys()];
  const remaining = all.filter((territory) => refilled || !leaving.includes(territory));
  const numberOf = new Map(remaining.map((territory, number) => [territory, number]));
  const current = balanced.map((territory) =>
    leaving.includes(territory) ? NONE : numberOf.get(territory)!,
  );
  const territoryCount = remaining.length;
  const problem = defineProblem({
    itemCount,
    territoryCount,
    places: before.places,
    visits: before.visits,
    measures: before.measures.map(({ values }) =>
      balancedMeasure(values, evenTargets(values, territoryCount), shape.tolerance),
    ),
    current,
    repOf: Uint16Array.from(remaining, (rep) => (leaving.includes(rep) ? NONE : rep)),
    baselineRep: balanced,
  });
  const disruptionPrice = disruptionPrices(problem, new Float64Array(itemCount).fill(1));
  return { problem: { ...problem, disruptionPrice }, options: { mode: "repair", keep: KEEP } };
}

function balancedAssignment(problem: Problem, seed: number): Uint16Array {
  let balancedAt: number | null = null;
  for (const progress of search(problem, { mode: "fresh", keep: 1 }, createRandom(seed))) {
    if (!progress.feasible) continue;
    balancedAt ??= progress.iterations;
    if (progress.iterations - balancedAt >= STEPS_BEFORE) return progress.assignment;
  }
  throw new Error("Expected a balanced plan before the reps leave.");
}

/** Accounts that are not where they were. */
export function movedItems({ current }: Problem, assignment: Uint16Array): number {
  return assignment.reduce((count, territory, item) => count + (territory === current[item] ? 0 : 1), 0);
}

/**
 * The fewest accounts that have to move in any plan within the bounds: all that are nowhere; then from each territory above a bound the
 * largest until it holds; or, if that is more, the largest of all until the territories below a bound have what they lack beyond
 * what comes from nowhere.
 */
export function fewestMoves(problem: Problem): number {
  const { current, measures, territoryCount } = problem;
  const nowhere = itemsIn(current, NONE);
  const members = Array.from({ length: territoryCount }, (_, territory) => itemsIn(current, territory));
  const settled = members.flat();
  const leaving = members.reduce((sum, items, territory) => {
    const most = measures.map(({ values, most }) => {
      const excess = sumOf(items, values) - most[territory]!;
      return fewestFor(items, values, excess);
    });
    return sum + Math.max(0, ...most);
  }, 0);
  const joining = measures.map(({ values, least }) => {
    const lacking = members.reduce(
      (sum, items, territory) => sum + Math.max(0, least[territory]! - sumOf(items, values)),
      0,
    );
    return fewestFor(settled, values, lacking - sumOf(nowhere, values));
  });
  return nowhere.length + Math.max(leaving, ...joining);
}

function itemsIn(assignment: Uint16Array, territory: number): number[] {
  return [...assignment.keys()].filter((item) => assignment[item] === territory);
}

function sumOf(items: readonly number[], values: Float64Array): number {
  return items.reduce((sum, item) => sum + values[item]!, 0);
}

/** How many of the items it takes at least to sum to an amount. */
function fewestFor(items: readonly number[], values: Float64Array, amount: number): number {
  let left = amount * (1 - 1e-9);
  let count = 0;
  const largestFirst = items.map((item) => values[item]!).sort((a, b) => b - a);
  for (const value of largestFirst) {
    if (!(left > 0)) break;
    left -= value;
    count++;
  }
  return count;
}
