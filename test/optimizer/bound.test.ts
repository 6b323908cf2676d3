import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundSteps, boundOf, gapAbove, type Incumbent } from "../../src/optimizer/bound";
import { boundFixedCenters } from "../../src/optimizer/bound-fixed-centers";
import { boundFreeCenters } from "../../src/optimizer/bound-free-centers";
import type { Problem } from "../../src/optimizer/problem";
import type { SearchOptions } from "../../src/optimizer/progress";
import { clusteredProblem } from "../bench/optimizer-cases";
import { cheapestPlan, planCount } from "./all-plans";
import { problemsUpTo, run } from "./problems";

const options = fc.record({
  mode: fc.constantFrom("fresh" as const, "repair" as const),
  keep: fc.constantFrom(0, 1, 3),
});
const tiny = fc
  .tuple(problemsUpTo(8, 3), options)
  .filter(([problem, choice]) => planCount(problem, choice) <= 3000);

/** Bounds may exceed a cost by rounding only. */
const rounded = (cost: number) => cost + 1e-6 + 1e-7 * Math.abs(cost);

function lastBound(steps: BoundSteps, most = 400): { bound: number; iterations: number } {
  let last = { bound: Number.NEGATIVE_INFINITY, iterations: 0 };
  for (const progress of steps) {
    expect(progress.bound).toBeGreaterThanOrEqual(last.bound);
    last = progress;
    if (progress.iterations >= most) break;
  }
  return last;
}

function incumbentOf(problem: Problem, choice: SearchOptions): Incumbent {
  const { assignment, centers, cost } = run(problem, 3, choice);
  return { assignment, centers, cost: cost.total };
}

describe("a bound", () => {
  it("is never above the cheapest of all plans", () =>
    fc.assert(
      fc.property(tiny, ([problem, choice]) => {
        const cheapest = cheapestPlan(problem, choice);
        fc.pre(cheapest !== null);
        const { bound } = lastBound(boundOf(problem, choice, incumbentOf(problem, choice)));
        expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
      }),
      { numRuns: 150 },
    ));

  it("is never above the cheapest plan, even if it climbs from that plan", () =>
    fc.assert(
      fc.property(tiny, ([problem, choice]) => {
        const cheapest = cheapestPlan(problem, choice);
        fc.pre(cheapest !== null);
        const { bound } = lastBound(boundFreeCenters(problem, choice, cheapest!));
        expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
      }),
      { numRuns: 150 },
    ));

  it("for listed centers is never above the cheapest plan with those centers", () =>
    fc.assert(
      fc.property(tiny, ([problem, choice]) => {
        const incumbent = incumbentOf(problem, choice);
        const cheapest = cheapestPlan(problem, choice, incumbent.centers);
        fc.pre(cheapest !== null);
        const { bound } = lastBound(boundFixedCenters(problem, choice, incumbent));
        expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
      }),
      { numRuns: 150 },
    ));

  it("depends on nothing but problem, options and plan", () => {
    const problem = clusteredProblem({ items: 60, territories: 4, tolerance: 0.1, seed: 3 });
    const choice = { mode: "fresh", keep: 1 } as const;
    const incumbent = incumbentOf(problem, choice);
    const first = lastBound(boundOf(problem, choice, incumbent), 60);
    expect(lastBound(boundOf(problem, choice, incumbent), 60)).toEqual(first);
  });
});
