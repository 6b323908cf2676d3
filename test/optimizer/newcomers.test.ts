import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";
import { fewestMoves, movedItems, repairOf } from "../bench/optimizer-repair";
import { plane } from "./problems";

const STEPS = 30;

describe("a balanced plan after two reps left", () => {
  it.each([
    { leaving: [3, 4], refilled: false },
    { leaving: [2, 15], refilled: false },
    { leaving: [2, 15], refilled: true },
  ])("is balanced again moving little more than what must move: $leaving, refilled: $refilled", (loss) => {
    const { problem, options } = repairOf({
      items: 2_000,
      territories: 20,
      tolerance: 0.1,
      seed: 5,
      ...loss,
    });
    let moved: number | null = null;
    for (const { iterations, feasible, assignment } of search(problem, options, createRandom(1))) {
      if (feasible) moved = movedItems(problem, assignment);
      if (iterations >= STEPS) break;
    }
    expect(moved).not.toBeNull();
    expect(moved!).toBeLessThanOrEqual(1.2 * fewestMoves(problem));
  });
});

describe("the fewest accounts that have to move", () => {
  const small = fc
    .record({
      itemCount: fc.integer({ min: 2, max: 7 }),
      territoryCount: fc.integer({ min: 2, max: 3 }),
      tolerance: fc.constantFrom(0.1, 0.3, 0.6),
      seed: fc.integer(),
    })
    .map(({ itemCount, territoryCount, tolerance, seed }) => {
      const random = createRandom(seed);
      const values = Float64Array.from({ length: itemCount }, () => 1 + random.below(6));
      return defineProblem({
        itemCount,
        territoryCount,
        surface: "plane",
        kmPerUnit: 1,
        places: plane(Array.from({ length: itemCount }, () => [random.below(10), random.below(10)])),
        measures: [balancedMeasure(values, evenTargets(values, territoryCount), tolerance)],
        current: Uint16Array.from({ length: itemCount }, () => {
          const territory = random.below(territoryCount + 1);
          return territory === territoryCount ? NONE : territory;
        }),
      });
    });

  it("are never more than any plan within the bounds moves", () =>
    fc.assert(
      fc.property(small, (problem) => {
        for (const assignment of plansWithin(problem))
          expect(movedItems(problem, assignment)).toBeGreaterThanOrEqual(fewestMoves(problem));
      }),
    ));
});

function* plansWithin({ itemCount, territoryCount, measures }: Problem): Generator<Uint16Array> {
  for (let number = 0; number < territoryCount ** itemCount; number++) {
    const assignment = Uint16Array.from(
      { length: itemCount },
      (_, item) => Math.floor(number / territoryCount ** item) % territoryCount,
    );
    const isWithin = measures.every(({ values, least, most }) => {
      const sums = new Float64Array(territoryCount);
      for (const [item, territory] of assignment.entries()) sums[territory]! += values[item]!;
      return sums.every((sum, territory) => sum >= least[territory]! && sum <= most[territory]!);
    });
    if (isWithin) yield assignment;
  }
}
