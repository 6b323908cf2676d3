import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";
import { clusteredProblem } from "../bench/optimizer-cases";
import { anyProblem, plane, run } from "./problems";

const modes = fc.constantFrom("fresh" as const, "repair" as const);

describe("whatever the problem, a plan", () => {
  it("assigns every item, keeps every lock, and moves groups whole", () =>
    fc.assert(
      fc.property(anyProblem, modes, (problem, mode) => {
        const { assignment } = run(problem, 2, { mode });
        const territoryOfGroup = new Map<number, number>();
        for (let item = 0; item < problem.itemCount; item++) {
          const territory = assignment[item]!;
          expect(territory).toBeLessThan(problem.territoryCount);
          const lock = problem.lockedTo[item]!;
          if (lock !== NONE) expect(territory).toBe(lock);
          const group = problem.groupOf?.[item] ?? -1;
          if (group < 0 || lock !== NONE) continue;
          expect(territoryOfGroup.get(group) ?? territory).toBe(territory);
          territoryOfGroup.set(group, territory);
        }
      }),
      { numRuns: 40 },
    ));

  it("sends no free item where it is forbidden, unless its group fits nowhere", () =>
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { classes, territoryCount } = problem;
        fc.pre(classes !== undefined);
        const { assignment } = run(problem, 2);
        for (let item = 0; item < problem.itemCount; item++) {
          const grouped = (problem.groupOf?.[item] ?? -1) >= 0;
          if (problem.lockedTo[item] !== NONE || grouped) continue;
          expect(classes!.forbidden![classes!.of[item]! * territoryCount + assignment[item]!]).toBe(0);
        }
      }),
      { numRuns: 40 },
    ));

  it("leaves items without a place where they are in a repair", () =>
    fc.assert(
      fc.property(anyProblem, (problem) => {
        fc.pre(problem.groupOf === undefined);
        const { assignment, unplaced } = run(problem, 2, { mode: "repair" });
        let kept = 0;
        for (let item = 0; item < problem.itemCount; item++) {
          if (!Number.isNaN(problem.places[3 * item]!)) continue;
          const home = problem.lockedTo[item] !== NONE ? problem.lockedTo[item]! : problem.current[item]!;
          if (home === NONE) continue;
          kept++;
          expect(assignment[item]).toBe(home);
        }
        expect(unplaced.kept).toBe(kept);
      }),
      { numRuns: 40 },
    ));

  it("reports figures that hold for its assignment", () =>
    fc.assert(
      fc.property(anyProblem, modes, (problem, mode) => {
        const progress = run(problem, 2, { mode });
        const twin = figuresFromScratch(problem, progress.assignment, progress.centers);
        expect(progress.cost.total).toBeCloseTo(twin.cost, 6);
        expect(progress.totalViolation).toBeCloseTo(twin.totalViolation, 6);
        expect(progress.violation?.relative ?? 0).toBeCloseTo(twin.largest, 6);
        expect(progress.feasible).toBe(progress.violation === null);
        expect(progress.disruptedItems).toBe(twin.disrupted);
      }),
      { numRuns: 40 },
    ));

  it("depends on the seed alone", () =>
    fc.assert(
      fc.property(anyProblem, modes, fc.integer(), (problem, mode, seed) => {
        expect(run(problem, 6, { mode }, seed)).toEqual(run(problem, 6, { mode }, seed));
      }),
      { numRuns: 40 },
    ));

  it("never gets worse", () => {
    const problem = clusteredProblem({ items: 300, territories: 8, tolerance: 0.1, seed: 5 });
    let violation = Number.POSITIVE_INFINITY;
    let cost = Number.POSITIVE_INFINITY;
    for (const progress of search(problem, { mode: "fresh", keep: 1 }, createRandom(3))) {
      if (progress.phase !== "seeding") {
        expect(progress.totalViolation).toBeLessThanOrEqual(violation + 1e-9);
        if (progress.totalViolation > violation - 1e-9)
          expect(progress.cost.total).toBeLessThanOrEqual(cost + 1e-6);
        violation = progress.totalViolation;
        cost = progress.cost.total;
      }
      if (progress.iterations > 60) break;
    }
    expect(violation).toBe(0);
  });
});

describe("known optima", () => {
  const smallMap = fc
    .record({
      seed: fc.integer(),
      itemCount: fc.integer({ min: 3, max: 7 }),
      territoryCount: fc.integer({ min: 2, max: 3 }),
    })
    .map(({ seed, itemCount, territoryCount }) => {
      const random = createRandom(seed);
      const values = Float64Array.from({ length: itemCount }, () => 1 + random.below(4));
      return defineProblem({
        itemCount,
        territoryCount,
        surface: "plane",
        kmPerUnit: 1,
        places: plane(Array.from({ length: itemCount }, () => [random.below(30), random.below(30)])),
        centers: plane(Array.from({ length: territoryCount }, () => [random.below(30), random.below(30)])),
        measures: [balancedMeasure(values, evenTargets(values, territoryCount), 0.25)],
      });
    });

  it("are reached with fixed centers on maps of up to 7 items: the least violation, then the least travel", () =>
    fc.assert(
      fc.property(smallMap, (problem) => {
        const optimum = bruteForce(problem);
        const progress = run(problem, 8);
        expect(progress.totalViolation).toBeCloseTo(optimum.violation, 6);
        expect(progress.cost.total).toBeCloseTo(optimum.cost, 6);
      }),
      { numRuns: 40 },
    ));

  it("split two towns into two territories and put the centers in them", () => {
    const town = (x: number) => [0, 1, 2, 3, 4].map((i) => [x + (i % 2), i % 3] as const);
    const values = new Float64Array(10).fill(1);
    const progress = run(
      defineProblem({
        itemCount: 10,
        territoryCount: 2,
        surface: "plane",
        kmPerUnit: 1,
        places: plane([...town(0), ...town(100)]),
        measures: [balancedMeasure(values, evenTargets(values, 2), 0.1)],
      }),
      6,
    );
    expect(progress.feasible).toBe(true);
    expect(progress.cost.travel).toBeLessThan(15);
    expect(new Set(progress.assignment.slice(0, 5)).size).toBe(1);
    expect(progress.balanceScore).toBe(100);
  });
});

describe("feasibility", () => {
  it.each([1, 2, 3])(
    "is found for 1,200 accounts in 24 territories within 10 per cent on two measures, seed %i",
    (seed) => {
      const problem = clusteredProblem({ items: 1200, territories: 24, tolerance: 0.1, seed });
      expect(firstFeasible(problem, 100)).toBeLessThan(100);
    },
  );

  it("ends with the least violation where one locked item is 140 % of a territory", () => {
    const values = Float64Array.of(14, ...new Array(26).fill(1));
    const progress = run(
      defineProblem({
        itemCount: 27,
        territoryCount: 4,
        surface: "plane",
        kmPerUnit: 1,
        places: plane(Array.from({ length: 27 }, (_, i) => [i % 6, Math.floor(i / 6)])),
        lockedTo: Uint16Array.from({ length: 27 }, (_, item) => (item === 0 ? 2 : NONE)),
        measures: [balancedMeasure(values, new Float64Array(4).fill(10), 0.2)],
      }),
      20,
    );
    expect(progress.feasible).toBe(false);
    expect(progress.violation).toEqual({
      territory: 2,
      measure: 0,
      side: "above",
      relative: expect.closeTo(0.2, 9),
    });
    expect(progress.totalViolation).toBeCloseTo(0.2, 9);
  });
});

describe("repair", () => {
  const lopsided = (price: number) => {
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
      disruptionPrice: new Float64Array(40).fill(price),
      measures: [balancedMeasure(values, evenTargets(values, 2), 0.1)],
    });
  };

  it("moves no more than it must where relationships are dear", () => {
    const progress = run(lopsided(1000), 12, { mode: "repair" });
    expect(progress.feasible).toBe(true);
    expect(progress.disruptedItems).toBe(3);
    expect([...progress.assignment.slice(22, 25)]).toEqual([1, 1, 1]);
  });

  it("ignores relationships when told to", () =>
    expect(run(lopsided(1000), 12, { mode: "repair", keep: 0 }).cost.disruption).toBe(0));

  it("fills a territory that is new and empty", () => {
    const values = new Float64Array(30).fill(1);
    const progress = run(
      defineProblem({
        itemCount: 30,
        territoryCount: 3,
        surface: "plane",
        kmPerUnit: 1,
        places: plane(Array.from({ length: 30 }, (_, item) => [item, item % 2])),
        current: Uint16Array.from({ length: 30 }, (_, item) => (item < 15 ? 0 : 1)),
        measures: [balancedMeasure(values, evenTargets(values, 3), 0.1)],
      }),
      12,
      { mode: "repair" },
    );
    expect(progress.feasible).toBe(true);
  });
});

it("ends at once where there is nothing to choose", () => {
  const problem = defineProblem({
    itemCount: 0,
    territoryCount: 2,
    places: new Float64Array(0),
    measures: [],
  });
  expect([...search(problem, { mode: "fresh", keep: 1 }, createRandom(1))].at(-1)).toMatchObject({
    feasible: true,
  });
});

function firstFeasible(problem: Problem, limit: number): number {
  for (const progress of search(problem, { mode: "fresh", keep: 1 }, createRandom(1))) {
    if (progress.feasible || progress.iterations >= limit) return progress.iterations;
  }
  return limit;
}

/** All figures by the definitions, sharing no code with the search. */
function figuresFromScratch(problem: Problem, assignment: Uint16Array, centers: Float64Array) {
  let cost = 0;
  let disrupted = 0;
  for (let item = 0; item < problem.itemCount; item++) {
    const territory = assignment[item]!;
    const away = [0, 1, 2].map((axis) => problem.places[3 * item + axis]! - centers[3 * territory + axis]!);
    const straight = Math.hypot(...away) * problem.kmPerUnit;
    if (!Number.isNaN(straight)) {
      const distance = { straight, squared: straight ** 2, floored: Math.floor(straight + 1e-12) }[
        problem.distance
      ];
      cost += problem.visits[item]! * distance;
    }
    const rep = problem.baselineRep[item]!;
    if (rep !== NONE && problem.repOf[territory] !== rep) {
      disrupted++;
      cost += problem.disruptionPrice[item]!;
    }
    const kind = problem.classes?.of[item];
    if (kind !== undefined) cost += problem.classes!.cost![kind * problem.territoryCount + territory]!;
  }
  const { totalViolation, largest } = violationsFromScratch(problem, assignment);
  return { cost, disrupted, totalViolation, largest };
}

function violationsFromScratch(problem: Problem, assignment: ArrayLike<number>) {
  let totalViolation = 0;
  let largest = 0;
  for (const { values, target, least, most } of problem.measures) {
    const sums = new Float64Array(problem.territoryCount);
    for (let item = 0; item < problem.itemCount; item++) sums[assignment[item]!]! += values[item]!;
    sums.forEach((sum, territory) => {
      const over = Math.max(0, sum - most[territory]!, least[territory]! - sum);
      const relative = target[territory]! > 0 ? over / target[territory]! : over;
      if (relative <= 1e-9) return;
      totalViolation += relative;
      largest = Math.max(largest, relative);
    });
  }
  return { totalViolation, largest };
}

/** The best of all assignments, for fixed centers. */
function bruteForce(problem: Problem): { violation: number; cost: number } {
  const assignment = new Uint16Array(problem.itemCount);
  let best = { violation: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY };
  for (let code = 0; code < problem.territoryCount ** problem.itemCount; code++) {
    let rest = code;
    for (let item = 0; item < problem.itemCount; item++) {
      assignment[item] = rest % problem.territoryCount;
      rest = Math.floor(rest / problem.territoryCount);
    }
    const { cost } = figuresFromScratch(problem, assignment, problem.centers);
    const violation = violationsFromScratch(problem, assignment).totalViolation;
    if (violation > best.violation + 1e-9) continue;
    if (violation < best.violation - 1e-9 || cost < best.cost) best = { violation, cost };
  }
  return best;
}
