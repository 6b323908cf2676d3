import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOfEdges } from "../../src/geo/neighbor-graph";
import { type BoundSteps, boundOf, boundsDuring, gapAbove, type Incumbent } from "../../src/optimizer/bound";
import { boundFixedCenters } from "../../src/optimizer/bound-fixed-centers";
import { boundFreeCenters } from "../../src/optimizer/bound-free-centers";
import { balancedMeasure, defineProblem, evenTargets, type Problem } from "../../src/optimizer/problem";
import type { SearchOptions } from "../../src/optimizer/progress";
import { createRandom, type Random } from "../../src/optimizer/random";
import { clusteredProblem } from "../bench/optimizer-cases";
import { problemOfInstance, readInstances } from "../bench/optimizer-instances";
import { cheapestPlan, planCount } from "./all-plans";
import { plane, problemsUpTo, run } from "./problems";

const options = fc.record({
  mode: fc.constantFrom("fresh" as const, "repair" as const),
  keep: fc.constantFrom(0, 1, 3),
});
const tiny = fc
  .tuple(problemsUpTo(8, 3), options)
  .filter(([problem, choice]) => planCount(problem, choice) <= 3000);

/** Problems whose bounds branch: nothing but places, one measure, own items as centers, and maybe neighbors. */
const itemCenters = fc
  .record({
    itemCount: fc.integer({ min: 5, max: 8 }),
    territoryCount: fc.integer({ min: 2, max: 3 }),
    seed: fc.integer(),
    contiguous: fc.boolean(),
  })
  .map(({ itemCount, territoryCount, seed, contiguous }) => {
    const random = createRandom(seed);
    const values = Float64Array.from({ length: itemCount }, () => 1 + random.below(9));
    return defineProblem({
      itemCount,
      territoryCount,
      surface: "plane",
      kmPerUnit: 1,
      centerRule: "item",
      places: plane(Array.from({ length: itemCount }, () => [random.below(30), random.below(30)])),
      measures: [balancedMeasure(values, evenTargets(values, territoryCount), 0.3)],
      ...(contiguous && {
        neighbors: {
          placeCount: itemCount,
          placeOf: Uint32Array.from({ length: itemCount }, (_, place) => place),
          ...rowsOfEdges(itemCount, chanceTree(itemCount, random)),
        },
      }),
    });
  });

/** Edges of a tree over all places, as pairs: territories that hang together are rare on it. */
function chanceTree(count: number, random: Random): Uint32Array {
  return Uint32Array.from({ length: 2 * (count - 1) }, (_, at) =>
    at % 2 === 0 ? (at >> 1) + 1 : random.below((at >> 1) + 1),
  );
}

/** Bounds may exceed a cost by rounding only. */
const rounded = (cost: number) => cost + 1e-6 + 1e-7 * Math.abs(cost);

function lastBound(steps: BoundSteps, most = 60): { bound: number; iterations: number } {
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
  it(
    "is never above the cheapest of all plans",
    () =>
      fc.assert(
        fc.property(tiny, ([problem, choice]) => {
          const cheapest = cheapestPlan(problem, choice);
          fc.pre(cheapest !== null);
          const { bound } = lastBound(boundOf(problem, choice, incumbentOf(problem, choice)));
          expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
        }),
        { numRuns: 50 },
      ),
    60_000,
  );

  it(
    "is never above the cheapest plan, even if it climbs from that plan",
    () =>
      fc.assert(
        fc.property(tiny, ([problem, choice]) => {
          const cheapest = cheapestPlan(problem, choice);
          fc.pre(cheapest !== null);
          const { bound } = lastBound(boundFreeCenters(problem, choice, cheapest!));
          expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
        }),
        { numRuns: 50 },
      ),
    60_000,
  );

  it(
    "for listed centers is never above the cheapest plan with those centers",
    () =>
      fc.assert(
        fc.property(tiny, ([problem, choice]) => {
          const incumbent = incumbentOf(problem, choice);
          const cheapest = cheapestPlan(problem, choice, incumbent.centers);
          fc.pre(cheapest !== null);
          const { bound } = lastBound(boundFixedCenters(problem, choice, incumbent));
          expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
        }),
        { numRuns: 50 },
      ),
    60_000,
  );

  it("with own items as centers is never above the cheapest of all plans, and meets it in most cases", () => {
    let met = 0;
    let tried = 0;
    fc.assert(
      fc.property(itemCenters, (problem) => {
        const choice = { mode: "fresh", keep: 1 } as const;
        const cheapest = cheapestPlan(problem, choice);
        fc.pre(cheapest !== null);
        const { bound } = lastBound(boundFreeCenters(problem, choice, cheapest!), 1500);
        expect(bound).toBeLessThanOrEqual(rounded(cheapest!.cost));
        tried++;
        if (rounded(bound) >= cheapest!.cost) met++;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(met / tried).toBeGreaterThan(0.6);
  }, 60_000);

  it("depends on nothing but problem, options and plan", () => {
    const problem = clusteredProblem({ items: 40, territories: 4, tolerance: 0.1, seed: 3 });
    const choice = { mode: "fresh", keep: 1 } as const;
    const incumbent = incumbentOf(problem, choice);
    const first = lastBound(boundOf(problem, choice, incumbent), 40);
    expect(lastBound(boundOf(problem, choice, incumbent), 40)).toEqual(first);
  }, 30_000);
});

describe("bounds beside a search", () => {
  const problem: Problem = {
    ...clusteredProblem({ items: 20, territories: 3, tolerance: 0.2, seed: 8 }),
    centerRule: "item",
  };
  const choice = { mode: "fresh", keep: 1 } as const;
  const plan = incumbentOf(problem, choice);

  it("speak of the plan's own centers first, then of any", () => {
    const kinds = [...boundsDuring(problem, choice, plan)].map(({ kind }) => kind);
    expect(kinds[0]).toBe("listed-centers");
    expect(kinds.at(-1)).toBe("free-centers");
  });

  it("speak of fixed centers only where there is no choice of centers", () => {
    const fixed = { ...problem, centers: plan.centers };
    expect(new Set([...boundsDuring(fixed, choice, plan)].map(({ kind }) => kind))).toEqual(
      new Set(["fixed-centers"]),
    );
  });

  it("look at a better plan's own centers again, and hold its cost against the rest", () => {
    const better = { ...plan, cost: plan.cost - 1 };
    const steps = boundsDuring(problem, choice, plan);
    const costs = new Map<string, number>();
    for (let step = steps.next(); !step.done; step = steps.next(costs.size > 1 ? better : undefined)) {
      costs.set(step.value.kind, step.value.cost);
      expect(step.value.gap === null || step.value.gap >= 0).toBe(true);
    }
    expect(Object.fromEntries(costs)).toEqual({ "listed-centers": better.cost, "free-centers": better.cost });
  });
});

describe("a gap", () => {
  it("is the share of the bound that a cost lies above it", () =>
    expect(gapAbove(110, { bound: 100 })).toBeCloseTo(0.1));
  it("is none where the bound is reached, and unknown before a bound is", () => {
    expect(gapAbove(0, { bound: 0 })).toBe(0);
    expect(gapAbove(5, { bound: Number.NEGATIVE_INFINITY })).toBeNull();
  });
});

const folder = "../shared/instances";
describe.skipIf(!existsSync(folder))(
  "on published instances (skipped where ../shared/instances is absent)",
  () => {
    it.each([
      ["SJC1", 0.005],
      ["pmedcap1", 0.02],
      ["2DU60-05-1", 0.005],
      ["cccp-lin318_005", 0.02],
      ["cccp-SJC1", 0.05],
    ])(
      "the bound of %s is near the best known value and not above it",
      (name, share) => {
        const instance = readInstances(folder).find((candidate) => candidate.name === name)!;
        const problem = problemOfInstance(instance);
        if (typeof problem === "string") throw new Error(problem);
        const { bound } = lastBound(
          boundOf(problem, { mode: "fresh", keep: 1 }, incumbentOf(problem, { mode: "fresh", keep: 1 })),
          320,
        );
        expect(bound).toBeLessThanOrEqual(instance.best! + 0.01);
        expect(gapAbove(instance.best!, { bound })).toBeLessThan(share);
      },
      60_000,
    );
  },
);
