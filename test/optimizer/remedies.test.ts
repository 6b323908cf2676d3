import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainInfeasible } from "../../src/optimizer/explain-infeasible";
import { loosen } from "../../src/optimizer/loosening";
import { neededTolerance } from "../../src/optimizer/needed-tolerance";
import {
  balancedMeasure,
  cappedMeasure,
  defineProblem,
  NONE,
  type ProblemInput,
} from "../../src/optimizer/problem";
import { type Remedy, remedies } from "../../src/optimizer/remedies";
import { cheapestPlan, planCount } from "./all-plans";
import { problemsUpTo } from "./problems";

const choice = { mode: "fresh", keep: 1 } as const;
const tens = Float64Array.of(10, 10);
const problemOf = (values: number[], rest: Partial<ProblemInput> = {}) =>
  defineProblem({
    itemCount: values.length,
    territoryCount: 2,
    surface: "plane",
    places: Float64Array.from({ length: 3 * values.length }, (_, at) => (at % 3 === 0 ? at : 0)),
    measures: [balancedMeasure(Float64Array.from(values), tens, 0.1)],
    ...rest,
  });

function found(problem: ReturnType<typeof problemOf>): Remedy[] {
  return [...remedies(problem, choice, 1, 40)].filter((remedy) => remedy !== null);
}

describe("a way out of an impossible problem", () => {
  it("is none where it is possible", () => expect(found(problemOf([5, 5, 5, 5]))).toEqual([]));

  it("is the tolerance that an account needs which is 140 % of a territory", () => {
    const [remedy] = found(problemOf([14, 3, 3]));
    expect(remedy).toMatchObject({ loosenings: [{ kind: "tolerance", measure: 0 }], isLeast: true });
    expect(remedy!.loosenings[0]).toHaveProperty("tolerance", expect.closeTo(0.4, 5));
  });

  it("is the tolerance or one lock where locks are too large", () => {
    const ways = found(problemOf([5, 8, 7], { lockedTo: Uint16Array.of(1, 1, NONE) }));
    expect(ways.at(-1)!.loosenings).toEqual([
      { kind: "tolerance", measure: 0, tolerance: expect.closeTo(0.3, 5) },
    ]);
  });

  it("is unlocking the largest where that is enough", () => {
    const ways = found(problemOf([8, 4, 6, 2], { lockedTo: Uint16Array.of(1, 1, NONE, NONE) }));
    expect(ways[0]).toMatchObject({ loosenings: [{ kind: "unlock", items: [0] }], isLeast: true });
    expect(ways.at(-1)!.loosenings.map(({ kind }) => kind)).toEqual(["tolerance"]);
  });

  it("is more room where capacities are too small together", () => {
    const capacity = cappedMeasure(Float64Array.of(9, 8), Float64Array.of(8, 8));
    const [remedy] = found(problemOf([10, 10], { measures: [capacity] }));
    expect(
      loosen(problemOf([10, 10], { measures: [capacity] }), remedy!.loosenings).measures[0]!.most,
    ).not.toEqual(capacity.most);
  });

  it("is what the rules contradict, item by item", () => {
    const classes = { of: Uint16Array.of(0, 1, 1), count: 2, forbidden: Uint8Array.of(0, 0, 1, 1) };
    const [remedy] = found(
      problemOf([10, 5, 5], { measures: [], classes, lockedTo: Uint16Array.of(NONE, 1, NONE) }),
    );
    expect(remedy).toMatchObject({
      loosenings: [
        { kind: "unlock", items: [1] },
        { kind: "allow", item: 2 },
      ],
      isLeast: true,
    });
  });
});

describe("the least intrusive way out comes first", () => {
  const kindsOf = (ways: readonly Remedy[]) => [
    ...new Set(ways.map(({ loosenings }) => loosenings.map(({ kind }) => kind).join(" and "))),
  ];

  it("an exception for the one territory with too many locks, then the fewest unlocked, then all", {
    timeout: 60_000,
  }, () => {
    const values = Array.from({ length: 40 }, (_, item) => (item === 3 ? 2 : 1));
    const problem = problemOf(values, {
      territoryCount: 4,
      measures: [balancedMeasure(Float64Array.from(values), new Float64Array(4).fill(10.25), 0.1)],
      lockedTo: Uint16Array.from(values, (_, item) => (item < 20 ? 2 : NONE)),
    });
    const ways = found(problem);
    expect(kindsOf(ways)).toEqual(["raise and tolerance", "unlock", "tolerance"]);
    const [raise, tolerance] = ways[0]!.loosenings;
    // 21 stay in the one, 20 are left for three.
    expect(raise).toEqual({ kind: "raise", measure: 0, territory: 2, most: expect.closeTo(21, 5) });
    expect(tolerance).toMatchObject({ tolerance: expect.closeTo(1 - 6 / 10.25, 5) });
    const unlock = ways.find(({ loosenings }) => loosenings[0]!.kind === "unlock")!;
    const [{ items }] = unlock.loosenings as [{ kind: "unlock"; items: number[] }];
    expect(items).toHaveLength(9);
    expect(items).toContain(3);
    expect(unlock.isLeast).toBe(true);
  });

  it("tolerances that whole numbers need come along, and only the locks beyond those are taken away", () => {
    const values = new Array<number>(41).fill(1);
    const problem = problemOf(values, {
      territoryCount: 4,
      measures: [balancedMeasure(Float64Array.from(values), new Float64Array(4).fill(10.25), 0.01)],
      lockedTo: Uint16Array.from(values, (_, item) => (item < 20 ? 2 : NONE)),
    });
    const unlock = found(problem).find(({ loosenings }) => loosenings[0]!.kind === "unlock")!;
    expect(unlock.loosenings).toEqual([
      { kind: "unlock", items: expect.objectContaining({ length: 9 }) },
      { kind: "tolerance", measure: 0, tolerance: expect.closeTo(11 / 10.25 - 1, 5) },
    ]);
  });

  it("the least change of hands at the tolerances asked for, where the limit on it binds", {
    timeout: 60_000,
  }, () => {
    const now = Uint16Array.from({ length: 30 }, (_, item) => (item < 16 ? 0 : item < 23 ? 1 : 2));
    const values = new Array<number>(30).fill(1);
    const problem = problemOf(values, {
      territoryCount: 3,
      measures: [balancedMeasure(Float64Array.from(values), new Float64Array(3).fill(10), 0.1)],
      current: now,
      baselineRep: now,
      repOf: Uint16Array.of(0, 1, 2),
      changeLimit: { weights: Float64Array.from(values), most: 1 },
    });
    const ways = found(problem);
    expect(ways[0]!.loosenings.map(({ kind }) => kind)).toEqual(["change-limit"]);
    const offered = ways.filter(({ loosenings }) => loosenings[0]!.kind === "change-limit");
    // 16 must come down to 11.
    expect(offered.at(-1)!.loosenings).toEqual([{ kind: "change-limit", most: 5 }]);
  });
});

describe("whatever the problem", () => {
  const tiny = problemsUpTo(8, 3).filter((problem) => planCount(problem, choice) <= 1500);

  it("no fact about bounds is claimed where a plan exists", () =>
    fc.assert(
      fc.property(tiny, (problem) => {
        fc.pre(problem.groupOf === undefined);
        const facts = explainInfeasible(problem).filter((fact) => "measure" in fact);
        if (cheapestPlan(problem, choice)) expect(facts).toEqual([]);
      }),
      { numRuns: 150 },
    ));

  it(
    "a remedy's plan meets all rules once they are loosened, and the least is the least",
    () =>
      fc.assert(
        fc.property(tiny, (problem) => {
          for (const remedy of remedies(problem, choice, 1, 10)) {
            if (!remedy) continue;
            const possible = loosen(problem, remedy.loosenings);
            for (const { values, least, most, target } of possible.measures) {
              const sums = new Float64Array(problem.territoryCount);
              for (let item = 0; item < problem.itemCount; item++)
                sums[remedy.plan.assignment[item]!]! += values[item]!;
              for (const [territory, sum] of sums.entries()) {
                const rounding = 2e-9 * target[territory]!;
                expect(sum).toBeLessThanOrEqual(most[territory]! + rounding);
                expect(sum).toBeGreaterThanOrEqual(least[territory]! - rounding);
              }
            }
            for (let item = 0; item < problem.itemCount; item++)
              if (possible.lockedTo[item] !== NONE)
                expect(remedy.plan.assignment[item]).toBe(possible.lockedTo[item]);
            const tolerances = remedy.loosenings.filter((one) => one.kind === "tolerance");
            if (!remedy.isLeast || problem.groupOf || tolerances.length === 0) continue;
            for (const one of tolerances) {
              const less = remedy.loosenings.map((other) =>
                other === one ? { ...one, tolerance: one.tolerance - 0.001 } : other,
              );
              expect(cheapestPlan(loosen(problem, less), choice)).toBeNull();
            }
          }
        }),
        { numRuns: 80 },
      ),
    60_000,
  );

  it(
    "less than the needed tolerance is never enough",
    () =>
      fc.assert(
        fc.property(tiny, (problem) => {
          fc.pre(problem.measures.length > 0 && problem.groupOf === undefined);
          const tolerance = neededTolerance(problem, 0);
          fc.pre(tolerance > 0.001 && Number.isFinite(tolerance));
          const alone = defineProblem({
            ...problem,
            measures: [
              balancedMeasure(problem.measures[0]!.values, problem.measures[0]!.target, tolerance - 0.001),
            ],
          });
          expect(cheapestPlan(alone, choice)).toBeNull();
        }),
        { numRuns: 60 },
      ),
    60_000,
  );
});
