import fc from "fast-check";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import type { SearchOptions, SearchProgress } from "../../src/optimizer/progress";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";

/** Runs a search for a number of steps and returns its last report. */
export function run(
  problem: Problem,
  steps: number,
  options: Partial<SearchOptions> = {},
  seed = 1,
): SearchProgress {
  let last: SearchProgress | undefined;
  for (const progress of search(problem, { mode: "fresh", keep: 1, ...options }, createRandom(seed))) {
    last = progress;
    if (progress.iterations >= steps) break;
  }
  if (!last) throw new Error("Expected a report, got none.");
  return last;
}

/** Places on a plane, from x, y pairs; a pair of NaN is an item without a place. */
export function plane(points: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(points.flatMap(([x, y]) => [x, y, Number.isNaN(x) ? Number.NaN : 0]));
}

/**
 * Any problem up to a size: places and none, one or two measures, locks, current territories, groups, forbidden pairs, homes.
 */
export const problemsUpTo = (mostItems: number, mostTerritories: number): fc.Arbitrary<Problem> =>
  fc
    .record({
      itemCount: fc.integer({ min: 1, max: mostItems }),
      territoryCount: fc.integer({ min: 1, max: mostTerritories }),
      seed: fc.integer(),
      measureCount: fc.integer({ min: 0, max: 2 }),
      tolerance: fc.constantFrom(0.02, 0.1, 0.3),
      unplaced: fc.constantFrom(0, 0.2, 1),
      locks: fc.constantFrom(0, 0.2, 1),
      homes: fc.constantFrom(0, 0.5, 1),
      groups: fc.boolean(),
      rules: fc.boolean(),
      centerRule: fc.constantFrom("least-travel" as const, "mean" as const, "item" as const),
      distance: fc.constantFrom("straight" as const, "squared" as const, "floored" as const),
    })
    .map((shape) => {
      const { itemCount, territoryCount, centerRule, distance } = shape;
      const random = createRandom(shape.seed);
      const territory = () => random.below(territoryCount);
      const measures = Array.from({ length: shape.measureCount }, () => {
        const values = Float64Array.from({ length: itemCount }, () => random.below(9));
        return balancedMeasure(values, evenTargets(values, territoryCount), shape.tolerance);
      });
      const homes: readonly [number, number][] = Array.from({ length: territoryCount }, () =>
        random.next() < shape.homes ? [random.below(10), random.below(10)] : [Number.NaN, Number.NaN],
      );
      const classCount = 3;
      return defineProblem({
        itemCount,
        territoryCount,
        centerRule,
        distance,
        surface: "plane",
        kmPerUnit: 1,
        places: plane(
          Array.from({ length: itemCount }, () =>
            random.next() < shape.unplaced ? [Number.NaN, Number.NaN] : [random.below(10), random.below(10)],
          ),
        ),
        visits: Float64Array.from({ length: itemCount }, () => random.below(4)),
        measures,
        centers: plane(homes),
        current: Uint16Array.from({ length: itemCount }, () => (random.next() < 0.8 ? territory() : NONE)),
        lockedTo: Uint16Array.from({ length: itemCount }, () =>
          random.next() < shape.locks ? territory() : NONE,
        ),
        repOf: Uint16Array.from({ length: territoryCount }, (_, slot) => slot),
        baselineRep: Uint16Array.from({ length: itemCount }, () =>
          random.next() < 0.7 ? territory() : NONE,
        ),
        disruptionPrice: Float64Array.from({ length: itemCount }, () => random.below(3)),
        ...(shape.groups && { groupOf: Int32Array.from({ length: itemCount }, () => random.below(12) - 4) }),
        ...(shape.rules && {
          classes: {
            of: Uint16Array.from({ length: itemCount }, () => random.below(classCount)),
            count: classCount,
            // Territory 0 is open to all, so that everything may go somewhere.
            forbidden: Uint8Array.from({ length: classCount * territoryCount }, (_, at) =>
              at % territoryCount > 0 && random.next() < 0.4 ? 1 : 0,
            ),
            cost: Float64Array.from({ length: classCount * territoryCount }, () => random.below(3)),
          },
        }),
      });
    });

/** Any small problem. */
export const anyProblem = problemsUpTo(40, 6);
