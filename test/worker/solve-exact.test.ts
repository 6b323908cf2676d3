import { existsSync } from "node:fs";
import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { rowsOfEdges } from "../../src/geo/neighbor-graph";
import { makeBlocks } from "../../src/optimizer/blocks";
import { exactModel } from "../../src/optimizer/exact";
import { defineProblem, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { attemptExact, solveExact } from "../../src/worker/solve-exact";
import { problemOfInstance, readInstances } from "../bench/optimizer-instances";
import { verify } from "../bench/optimizer-verifier";
import { cheapestPlan, planCount } from "../optimizer/all-plans";
import { problemsUpTo, run } from "../optimizer/problems";

const highs = await loadHighs();
const choice = { mode: "fresh", keep: 1 } as const;
const seconds = () => performance.now() / 1000;
const near = (cost: number) => 1e-6 + 1e-5 * Math.abs(cost);

/** Tiny problems, some with a ring or a chain of neighbors, some with a limit on what changes hands. */
const tiny: fc.Arbitrary<Problem> = fc
  .tuple(
    problemsUpTo(7, 3),
    fc.constantFrom("none", "chain", "ring"),
    fc.option(fc.integer({ min: 0, max: 3 })),
    fc.integer(),
  )
  .map(([problem, neighbors, most, seed]) => {
    const random = createRandom(seed);
    const edges: number[] = [];
    for (let item = 1; item < problem.itemCount; item++) edges.push(item - 1, item);
    if (neighbors === "ring" && problem.itemCount > 3) edges.push(0, problem.itemCount - 1);
    return defineProblem({
      ...problem,
      ...(neighbors !== "none" && {
        neighbors: {
          placeCount: problem.itemCount,
          placeOf: Uint32Array.from({ length: problem.itemCount }, (_, item) => item),
          ...rowsOfEdges(problem.itemCount, Uint32Array.from(edges)),
        },
        // Locks may hold pieces apart, which the plain twin does not allow.
        lockedTo: new Uint16Array(problem.itemCount).fill(NONE),
      }),
      ...(most !== null && {
        changeLimit: {
          weights: Float64Array.from({ length: problem.itemCount }, () => random.below(3)),
          most,
        },
      }),
    });
  })
  .filter((problem) => planCount(problem, choice) <= 3000);

describe("an exact attempt", () => {
  it(
    "finds the cheapest of all plans with given centers, or that there is none",
    () =>
      fc.assert(
        fc.property(tiny, (problem) => {
          const { assignment, centers, cost } = run(problem, 2);
          fc.pre(centers.every((place) => !Number.isNaN(place)));
          const incumbent = { assignment, centers, cost: cost.total, feasible: false };
          const fixed = defineProblem({ ...problem, centers, centerRule: "mean" });
          const answer = attemptExact(highs, fixed, choice, incumbent, 60, seconds)!;
          const cheapest = cheapestPlan(fixed, choice, centers);
          expect(answer.status).toBe(cheapest ? "proven" : "impossible");
          if (!cheapest) return;
          expect(Math.abs(answer.plan!.cost - cheapest.cost)).toBeLessThan(near(cheapest.cost));
          expect(answer.bound).toBeLessThanOrEqual(cheapest.cost + near(cheapest.cost));
        }),
        { numRuns: 50 },
      ),
    60_000,
  );

  it(
    "finds the cheapest of all plans wherever own items are centers",
    () =>
      fc.assert(
        fc.property(tiny, (problem) => {
          const free = defineProblem({
            ...problem,
            centerRule: "item",
            places: problem.places.map((place) => (Number.isNaN(place) ? 0 : place)),
            centers: problem.centers.map(() => Number.NaN),
            lockedTo: new Uint16Array(problem.itemCount).fill(NONE),
            groupOf: new Int32Array(problem.itemCount).fill(-1),
            repOf: new Uint16Array(problem.territoryCount).fill(NONE),
          });
          const { classes: _, changeLimit: __, ...plain } = free;
          const simple = defineProblem(plain);
          const cheapest = cheapestPlan(simple, choice);
          const start = cheapest ?? { ...run(simple, 2), cost: run(simple, 2).cost.total };
          const model = exactModel(simple, choice, start)!;
          expect(model.scope).toBe("all-plans");
          const answer = solveExact(highs, model, { ...start, feasible: false }, 60, seconds);
          expect(answer.status).toBe(cheapest ? "proven" : "impossible");
          if (cheapest) expect(Math.abs(answer.plan!.cost - cheapest.cost)).toBeLessThan(near(cheapest.cost));
          // With the cheapest plan at hand, it says so, and leaving out the hopeless changes nothing.
          if (!cheapest) return;
          const again = attemptExact(highs, simple, choice, { ...cheapest, feasible: true }, 60, seconds)!;
          expect(again.status).toBe("proven");
          expect(Math.abs(again.bound - cheapest.cost)).toBeLessThan(near(cheapest.cost));
        }),
        { numRuns: 50 },
      ),
    60_000,
  );

  it("proves the plan at hand where nothing that could beat it is left to try", () => {
    const none = new Uint16Array(3).fill(NONE);
    const problem = defineProblem({
      surface: "plane",
      kmPerUnit: 1,
      distance: "squared",
      centerRule: "item",
      visits: Float64Array.of(3, 1, 0),
      current: Uint16Array.of(0, 2, NONE),
      lockedTo: none,
      baselineRep: none,
      repOf: none,
      disruptionPrice: Float64Array.of(1, 0, 0),
      itemCount: 3,
      territoryCount: 3,
      places: Float64Array.of(2, 5, 0, 5, 5, 0, 4, 6, 0),
      measures: [],
    });
    const cheapest = cheapestPlan(problem, choice)!;
    const answer = attemptExact(highs, problem, choice, { ...cheapest, feasible: true }, 60, seconds)!;
    expect(answer.status).toBe("proven");
    expect(answer.bound).toBeCloseTo(cheapest.cost, 6);
  });

  it("says where a problem is too large", () => {
    const problem = defineProblem({
      itemCount: 200,
      territoryCount: 2,
      places: new Float64Array(600),
      measures: [],
    });
    expect(makeBlocks(problem, false).count).toBe(200);
    const incumbent = {
      assignment: new Uint16Array(200),
      centers: new Float64Array(6),
      cost: 0,
      feasible: true,
    };
    expect(attemptExact(highs, problem, choice, incumbent, 1, seconds)).toBeNull();
  });
});

const folder = "../shared/instances";
describe.skipIf(!existsSync(folder))("published optima (skipped where ../shared/instances is absent)", () => {
  it.each(["2DU60-05-5", "counties-NM", "pmedcap1"])(
    "%s is proven",
    (name) => {
      const instance = readInstances(folder).find((candidate) => candidate.name === name)!;
      const problem = problemOfInstance(instance);
      if (typeof problem === "string") throw new Error(problem);
      const { assignment, centers, cost, feasible } = run(problem, 200);
      const incumbent = { assignment, centers, cost: cost.total, feasible };
      const answer = attemptExact(highs, problem, choice, incumbent, 60, seconds)!;
      expect(answer.status).toBe("proven");
      const found = verify(instance, answer.plan?.assignment ?? assignment);
      expect(found.violations).toBe(0);
      expect(found.contiguous).not.toBe(false);
      expect(found.cost / instance.best!).toBeCloseTo(1, 5);
    },
    120_000,
  );
});
