import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOfEdges } from "../../src/geo/neighbor-graph";
import { judgedPlan } from "../../src/optimizer/judged-plan";
import { partProblem } from "../../src/optimizer/part-problem";
import {
  balancedMeasure,
  cappedMeasure,
  defineProblem,
  evenTargets,
  NONE,
} from "../../src/optimizer/problem";
import type { SearchProgress } from "../../src/optimizer/progress";
import { searchByRegions } from "../../src/optimizer/search-regions";
import { territoriesNeeded } from "../../src/optimizer/territories-needed";
import { anyProblem, plane } from "./problems";

const options = { mode: "fresh", keep: 1 } as const;

function searched(
  problem: Parameters<typeof searchByRegions>[0],
  regionOf: Uint16Array,
  steps = 2,
): SearchProgress {
  let last: SearchProgress | null = null;
  let before = 0;
  for (const progress of searchByRegions(problem, regionOf, options, 1, steps)) {
    expect(progress.iterations).toBeGreaterThan(before - 1);
    before = progress.iterations;
    last = progress;
  }
  if (!last) throw new Error("Expected a report, got none.");
  return last;
}

/** Four clusters of four items each on a plane, two by two. */
const places = plane([0, 10, 100, 110].flatMap((x) => [0, 1, 2, 3].map((y) => [x, y] as const)));
const clusters = defineProblem({
  itemCount: 16,
  territoryCount: 4,
  surface: "plane",
  kmPerUnit: 1,
  places,
  measures: [
    balancedMeasure(new Float64Array(16).fill(1), evenTargets(new Float64Array(16).fill(1), 4), 0.1),
  ],
});

describe("regions first", () => {
  it("divides by region, then inside each", () => {
    const { assignment, feasible } = searched(clusters, Uint16Array.of(0, 0, 1, 1));
    expect(feasible).toBe(true);
    const regionOfItem = Array.from(assignment, (territory) => (territory < 2 ? 0 : 1));
    expect(new Set(regionOfItem.slice(0, 8)).size).toBe(1);
    expect(new Set(regionOfItem.slice(8)).size).toBe(1);
    expect(new Set([...assignment.slice(0, 4), ...assignment.slice(4, 8)]).size).toBe(2);
  });

  it("gives each region what its territories should hold", () => {
    const { assignment } = searched(clusters, Uint16Array.of(0, 0, 0, 1));
    expect(assignment.filter((territory) => territory === 3)).toHaveLength(4);
  });

  it("assigns everything, keeps locks, and reports what the plan is", () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1, max: 3 }), (problem, count) => {
        const regionOf = Uint16Array.from(
          { length: problem.territoryCount },
          (_, territory) => territory % count,
        );
        fc.pre(problem.territoryCount >= count);
        const told = searched(problem, regionOf, 1);
        if (told.phase === "seeding") return;
        expect(told.assignment.every((territory) => territory < problem.territoryCount)).toBe(true);
        problem.lockedTo.forEach((lock, item) => {
          if (lock !== NONE) expect(told.assignment[item]).toBe(lock);
        });
        const judged = judgedPlan(problem, options, told, told.iterations);
        expect(judged.cost.total).toBeCloseTo(told.cost.total, 6);
        expect(judged.feasible).toBe(told.feasible);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe("a part of a problem", () => {
  it("has its items and territories only, and its own connections", () => {
    const problem = defineProblem({
      ...clusters,
      current: Uint16Array.from({ length: 16 }, (_, item) => item % 4),
      neighbors: {
        placeCount: 16,
        placeOf: Uint32Array.from({ length: 16 }, (_, item) => item),
        ...rowsOfEdges(
          16,
          Uint32Array.from(Array.from({ length: 15 }, (_, item) => [item, item + 1]).flat()),
        ),
      },
    });
    const part = partProblem(problem, Uint32Array.of(1, 2, 5), [2, 1], 0);
    expect([...part.current]).toEqual([1, 0, 1]);
    expect([...part.measures[0]!.target]).toEqual([4, 4]);
    expect([...part.places]).toEqual([...places.subarray(3, 9), ...places.subarray(15, 18)]);
    const { start, neighbors, placeCount } = part.neighbors!;
    expect(placeCount).toBe(3);
    const beside = [0, 1, 2].map((place) => [...neighbors.subarray(start[place]!, start[place + 1]!)]);
    expect(beside).toEqual([[1], [0], []]);
  });
});

describe("how many territories are needed", () => {
  const needed = (values: readonly number[], cap: number) => {
    const amounts = Float64Array.from(values);
    const problem = defineProblem({
      itemCount: values.length,
      territoryCount: 1,
      surface: "plane",
      kmPerUnit: 1,
      places: plane(values.map((_, i) => [i, 0] as const)),
      measures: [cappedMeasure(amounts, Float64Array.of(cap))],
    });
    const steps = territoriesNeeded(problem, options, 1, 200);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  };

  /** The least number of bins by trying all ways. */
  function leastBins(values: readonly number[], cap: number): number {
    let least = values.length;
    const bins: number[] = [];
    const place = (at: number) => {
      if (bins.length >= least) return;
      if (at === values.length) {
        least = bins.length;
        return;
      }
      for (let bin = 0; bin < bins.length; bin++) {
        if (bins[bin]! + values[at]! > cap) continue;
        bins[bin]! += values[at]!;
        place(at + 1);
        bins[bin]! -= values[at]!;
      }
      bins.push(values[at]!);
      place(at + 1);
      bins.pop();
    };
    place(0);
    return least;
  }

  it("is the least that can be packed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }), (values) => {
        const answer = needed(values, 12);
        expect(answer.kind).toBe("enough");
        if (answer.kind !== "enough") return;
        expect(answer.count).toBe(leastBins(values, 12));
        expect(answer.bySum).toBe(Math.ceil(values.reduce((sum, value) => sum + value, 0) / 12));
        if (answer.because === "sum") expect(answer.count).toBe(answer.bySum);
        expect(answer.facts.length > 0).toBe(answer.because === "facts");
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
