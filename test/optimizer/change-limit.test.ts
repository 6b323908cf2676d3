import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { clusteredProblem } from "../bench/optimizer-cases";
import { anyProblem, plane, run } from "./problems";

/** What changes hands, by its definition. */
function changedFromScratch(
  { itemCount, baselineRep, repOf, changeLimit }: Problem,
  plan: Uint16Array,
): number {
  let changed = 0;
  for (let item = 0; item < itemCount; item++) {
    const rep = baselineRep[item]!;
    if (rep !== NONE && repOf[plan[item]!] !== rep) changed += changeLimit!.weights[item]!;
  }
  return changed;
}

describe("a limit on what changes hands", () => {
  it("is never overrun from a plan within it, whatever the problem and however balanced", () =>
    fc.assert(
      fc.property(anyProblem, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (shape, share, seed) => {
        const random = createRandom(seed);
        const weights = Float64Array.from({ length: shape.itemCount }, () => random.below(9));
        const current = Uint16Array.from({ length: shape.itemCount }, () =>
          random.below(shape.territoryCount),
        );
        const { groupOf: _, classes: __, ...plain } = shape;
        const problem = defineProblem({
          ...plain,
          current,
          baselineRep: current,
          lockedTo: current.map((own, item) => (shape.lockedTo[item] === NONE ? NONE : own)),
          changeLimit: { weights, most: share * weights.reduce((sum, weight) => sum + weight, 0) },
        });
        for (const mode of ["repair", "fresh"] as const) {
          const { assignment, changed } = run(problem, 4, { mode, keep: 0 });
          expect(changed).toBeCloseTo(changedFromScratch(problem, assignment), 6);
          expect(changed).toBeLessThanOrEqual(problem.changeLimit!.most + 1e-6);
        }
      }),
      { numRuns: 40 },
    ));

  const lopsided = (most: number) => {
    const values = new Float64Array(40).fill(1);
    const current = Uint16Array.from({ length: 40 }, (_, item) => (item < 25 ? 0 : 1));
    return defineProblem({
      itemCount: 40,
      territoryCount: 2,
      surface: "plane",
      kmPerUnit: 1,
      places: plane(Array.from({ length: 40 }, (_, item) => [item, 0])),
      current,
      repOf: Uint16Array.of(0, 1),
      baselineRep: current,
      measures: [balancedMeasure(values, evenTargets(values, 2), 0.1)],
      changeLimit: { weights: values, most },
    });
  };

  it("leaves room for just what balance needs", () =>
    expect(run(lopsided(3), 12, { mode: "repair", keep: 0 })).toMatchObject({ feasible: true, changed: 3 }));

  it("wins over balance where both cannot be", () => {
    const progress = run(lopsided(2), 12, { mode: "repair", keep: 0 });
    expect(progress).toMatchObject({ feasible: false, changed: 2 });
    expect(progress.totalViolation).toBeCloseTo(2 * (1 / 20), 6);
  });

  it("is spent where it shortens travel most", () => {
    const fresh = clusteredProblem({ items: 150, territories: 5, tolerance: 0.1, seed: 3 });
    const before = run(fresh, 2).assignment;
    const weights = fresh.measures[1]!.values;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const limited = (share: number) =>
      run(
        {
          ...fresh,
          current: before,
          baselineRep: before,
          repOf: Uint16Array.from({ length: 5 }, (_, slot) => slot),
          changeLimit: { weights, most: share * total },
        },
        10,
        { mode: "repair", keep: 0 },
      );
    const none = limited(0);
    const some = limited(0.05);
    const all = limited(1);
    expect(none.assignment).toEqual(before);
    expect(some.changed).toBeGreaterThan(0);
    expect(some.changed! / total).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(some.cost.total).toBeLessThan(none.cost.total);
    expect(all.cost.total).toBeLessThanOrEqual(some.cost.total);
  });
});
