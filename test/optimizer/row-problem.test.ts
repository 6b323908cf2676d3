import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgedPlan } from "../../src/optimizer/judged-plan";
import { NONE } from "../../src/optimizer/problem";
import { type RowProblem, stateProblem } from "../../src/optimizer/row-problem";
import { anyProblem, run } from "./problems";

/** Five rows in slots 1 and 2; row 1 is none of the items. */
const rows: RowProblem = {
  rows: Uint32Array.of(0, 2, 3, 4),
  territoryCount: 2,
  live: Float64Array.of(1, 1, 1, 1, 1),
  places: Float64Array.from({ length: 15 }, (_, at) => [1, 0, 0][at % 3]! * (at < 12 ? 1 : Number.NaN)),
  visits: Float64Array.of(3, 3, Number.NaN, -1, 0),
  slotOf: Uint16Array.of(1, 2, 2, 1, 0),
  locked: Uint8Array.of(0, 1, 1, 0, 0),
  territoryOfSlot: Uint16Array.of(NONE, 0, 1),
  start: null,
  measures: [
    {
      values: Float64Array.of(1, 2, 3, 4, 5),
      target: Float64Array.of(7, 8),
      least: Float64Array.of(0, 0),
      most: Float64Array.of(9, 9),
      weight: 1,
    },
  ],
  centers: new Float64Array(6).fill(Number.NaN),
  repOf: Uint16Array.of(0, 1),
  repOfSlot: Uint16Array.of(NONE, 0, 1),
  baselineRepOfSlot: Uint16Array.of(NONE, 1, 0),
  baselineSlotOf: Uint16Array.of(1, 1, 0),
  disruptionWeights: null,
  changeLimit: null,
  together: [],
  families: null,
  apart: new Uint32Array(0),
  connected: false,
  classes: null,
};

describe("a problem by row", () => {
  const problem = stateProblem(rows);
  it("is stated over its items", () => {
    expect([...problem.measures[0]!.values]).toEqual([1, 3, 4, 5]);
    expect([...problem.current]).toEqual([0, 1, 0, NONE]);
    expect([...problem.lockedTo]).toEqual([NONE, 1, NONE, NONE]);
    expect(Number.isNaN(problem.places[9]!)).toBe(true);
  });
  it("takes what is no number of visits for one", () => expect([...problem.visits]).toEqual([3, 1, 1, 0]));
  it("knows no rep of rows that the baseline does not have", () =>
    expect([...problem.baselineRep]).toEqual([1, NONE, NONE, NONE]));
  it("is the same where numbers differ in their last digits", () => {
    const shaky = (values: Float64Array) => values.map((value) => value * (1 + 2 ** -50));
    const weights = Float64Array.of(0.1, 0.7, 1.3, 2, 3);
    const [measure] = rows.measures;
    const stated = (by: (values: Float64Array) => Float64Array) =>
      stateProblem({
        ...rows,
        disruptionWeights: by(weights),
        measures: [
          { ...measure!, values: by(measure!.values), target: by(measure!.target), most: by(measure!.most) },
        ],
      });
    expect(stated(shaky)).toEqual(stated((values) => values));
  });
  it("keeps rules by class where there are any", () => {
    const classes = { of: Uint16Array.of(1, 0, 0, 1, 0), count: 2, forbidden: Uint8Array.of(0, 0, 1, 0) };
    const stated = stateProblem({ ...rows, classes }).classes!;
    expect([...stated.of]).toEqual([1, 0, 1, 0]);
    expect(stated.forbidden).toBe(classes.forbidden);
  });
  it("prices classes by what items travel now", () => {
    // Items 0 and 3 at the same place in territory 0, item 2 alone in territory 1, and one with a place a chord of 1 away.
    const places = rows.places.with(9, 0).with(10, 1);
    const classes = { of: new Uint16Array(5), count: 1, cost: Float64Array.of(2, 0.5) };
    const stated = stateProblem({ ...rows, places, classes });
    const way = stated.disruptionPrice.reduce((sum, price) => sum + price, 0) / stated.disruptionPrice.length;
    expect(way).toBeGreaterThan(1);
    expect([...stated.classes!.cost!]).toEqual([2 * way, 0.5 * way]);
  });
});

it("a plan judged from scratch has the figures that the search reports", () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const options = { mode: "repair", keep: 2 } as const;
      const told = run(problem, 4, options);
      fc.pre(told.phase !== "seeding");
      const judged = judgedPlan(problem, options, told, told.iterations);
      expect(judged.feasible).toBe(told.feasible);
      expect(judged.disruptedItems).toBe(told.disruptedItems);
      expect(judged.unplaced).toEqual(told.unplaced);
      expect(judged.cost.total).toBeCloseTo(told.cost.total, 6);
      expect(judged.totalViolation).toBeCloseTo(told.totalViolation, 6);
      expect(judged.balanceScore).toBeCloseTo(told.balanceScore, 6);
    }),
    { numRuns: 30 },
  );
}, 60_000);
