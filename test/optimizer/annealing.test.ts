import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anneal } from "../../src/optimizer/annealing";
import { makeBlocks } from "../../src/optimizer/blocks";
import { recenter } from "../../src/optimizer/centers";
import { follow, makeFollowingCenters, travelChange } from "../../src/optimizer/following-centers";
import { findNearBlocks, type NearBlocks } from "../../src/optimizer/near-blocks";
import { makePlan, moveBlock, type Plan, planValue, recount } from "../../src/optimizer/plan";
import { makePortfolio } from "../../src/optimizer/portfolio";
import { cappedMeasure, defineProblem, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { anyProblem, plane, run } from "./problems";

const endless = () => ({ perStep: 1e12, spent: 0 });

function nearBlocksOf(plan: Plan, width: number): NearBlocks {
  const steps = findNearBlocks(plan.blocks, width, endless());
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Items on a plane, dealt out in turn, with centers where the rule puts them. */
function dealt(problem: Problem): Plan {
  const plan = makePlan(problem, makeBlocks(problem, false), 1);
  for (let block = 0; block < plan.blocks.count; block++) {
    const lock = plan.blocks.fixedTo[block]!;
    plan.of[block] = lock === NONE ? block % problem.territoryCount : lock;
  }
  recount(plan);
  for (let territory = 0; territory < problem.territoryCount; territory++) recenter(plan, territory);
  return plan;
}

const others = ({ problem }: Plan) =>
  Array.from({ length: problem.territoryCount }, (_, own) =>
    Uint16Array.from({ length: problem.territoryCount }, (_, other) => other).filter(
      (other) => other !== own,
    ),
  );

describe("centers that follow", () => {
  const scattered = fc
    .record({
      points: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
        minLength: 4,
        maxLength: 16,
      }),
      centerRule: fc.constantFrom("mean" as const, "item" as const),
      distance: fc.constantFrom("straight" as const, "squared" as const, "floored" as const),
    })
    .map(({ points, centerRule, distance }) =>
      defineProblem({
        itemCount: points.length,
        territoryCount: 2,
        surface: "plane",
        kmPerUnit: 1,
        visits: Float64Array.from(points, (_, item) => 1 + (item % 3)),
        places: plane(points),
        measures: [],
        centerRule,
        distance,
      }),
    );

  it("foretell what each of a row of exchanges costs, as if counted from scratch", () =>
    fc.assert(
      fc.property(scattered, fc.array(fc.nat(), { maxLength: 12 }), (problem, picks) => {
        const plan = dealt(problem);
        const following = makeFollowingCenters(plan)!;
        for (const pick of picks) {
          const block = pick % problem.itemCount;
          const from = plan.of[block]!;
          const to = 1 - from;
          const back = [...plan.of.keys()].find((other) => plan.of[other] === to && pick % 2 === 1) ?? -1;
          const before = planValue(plan).cost;
          const foretold =
            travelChange(following, from, block, back) + travelChange(following, to, back, block);
          moveBlock(plan, block, to);
          if (back >= 0) moveBlock(plan, back, from);
          follow(following, from, block, back);
          follow(following, to, back, block);
          expect(planValue(plan).cost - before).toBeCloseTo(foretold, 6);
          const twin = makePlan(problem, plan.blocks, 1);
          twin.of.set(plan.of);
          recount(twin);
          recenter(twin, 0);
          recenter(twin, 1);
          expect(planValue(plan).cost).toBeCloseTo(planValue(twin).cost, 6);
        }
      }),
    ));
});

it("finds the nearest blocks, as looking at all would", () =>
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 1, max: 5 }), (problem, width) => {
      const plan = makePlan(problem, makeBlocks(problem, false), 1);
      const { places } = plan.blocks;
      const { near, movable } = nearBlocksOf(plan, width);
      const away = (a: number, b: number): number =>
        [0, 1, 2].reduce((sum, axis) => sum + (places[3 * a + axis]! - places[3 * b + axis]!) ** 2, 0);
      for (const block of movable) {
        const found = near.subarray(block * width, (block + 1) * width).filter((other) => other >= 0);
        const all = [...movable].filter((other) => other !== block).map((other) => away(block, other));
        expect([...found].map((other) => away(block, other))).toEqual(
          all.sort((a, b) => a - b).slice(0, width),
        );
      }
    }),
  ));

describe("annealing", () => {
  it("breaks no lock or rule and keeps the figures right, whatever the problem", () =>
    fc.assert(
      fc.property(anyProblem, fc.integer(), (problem, seed) => {
        const plan = dealt(problem);
        const forbidden = (item: number, territory: number) =>
          problem.classes?.forbidden?.[problem.classes.of[item]! * problem.territoryCount + territory] === 1;
        const start = plan.of.slice();
        const effort = { heat: 3, sweeps: 5 };
        const steps = anneal(
          plan,
          nearBlocksOf(plan, 4),
          others(plan),
          effort,
          0,
          createRandom(seed),
          endless(),
          () => undefined,
        );
        for (const _ of steps);
        const { violation, cost } = planValue(plan);
        recount(plan);
        expect(violation).toBeCloseTo(planValue(plan).violation, 6);
        expect(cost).toBeCloseTo(planValue(plan).cost, 5);
        for (let block = 0; block < plan.blocks.count; block++) {
          if (plan.of[block] === start[block]) continue;
          expect(plan.blocks.fixedTo[block]).toBe(NONE);
          for (let at = plan.blocks.start[block]!; at < plan.blocks.start[block + 1]!; at++)
            expect(forbidden(plan.blocks.members[at]!, plan.of[block]!)).toBe(false);
        }
      }),
    ));

  it("packs lumps that fill their territories to the brim", () => {
    // Three territories of 12, each only filled by one way to sum up: 7 + 5, 8 + 4, 9 + 3; each lump lies beside a wrong one.
    const values = Float64Array.from([7, 8, 9, 3, 5, 4]);
    const problem = defineProblem({
      itemCount: 6,
      territoryCount: 3,
      surface: "plane",
      kmPerUnit: 1,
      places: plane([
        [0, 0],
        [10, 0],
        [20, 0],
        [1, 0],
        [11, 0],
        [21, 0],
      ]),
      measures: [cappedMeasure(values, new Float64Array(3).fill(12))],
      centerRule: "mean",
    });
    const { feasible, assignment } = run(problem, 10);
    expect(feasible).toBe(true);
    expect(assignment[0]).toBe(assignment[4]);
    expect(assignment[1]).toBe(assignment[5]);
    expect(assignment[2]).toBe(assignment[3]);
  });
});

describe("an account that no territory can hold", () => {
  const values = Float64Array.from([15, ...new Array<number>(18).fill(1)]);
  const problem = defineProblem({
    itemCount: 19,
    territoryCount: 3,
    surface: "plane",
    kmPerUnit: 1,
    places: plane(Array.from({ length: 19 }, (_, item) => [item % 5, Math.floor(item / 5)])),
    measures: [cappedMeasure(values, new Float64Array(3).fill(10))],
  });

  it("gets a territory of its own, the others stay within bounds, and the report has the true violation", () => {
    const { feasible, totalViolation, violation, assignment } = run(problem, 20);
    expect(assignment.filter((territory) => territory === assignment[0])).toHaveLength(1);
    expect(feasible).toBe(false);
    expect(totalViolation).toBeCloseTo(0.5, 9);
    expect(violation).toMatchObject({ territory: assignment[0], side: "above", relative: 0.5 });
  });

  it("does so too where it is locked together with another one", () => {
    const lockedTo = new Uint16Array(19).fill(NONE);
    lockedTo[0] = 2;
    lockedTo[7] = 2;
    const { totalViolation, assignment } = run({ ...problem, lockedTo }, 20);
    expect([...assignment.keys()].filter((item) => assignment[item] === 2)).toEqual([0, 7]);
    expect(totalViolation).toBeCloseTo(0.6, 9);
  });
});

it("gives most turns to the way that gains, and all a turn now and then", () => {
  const portfolio = makePortfolio(3);
  const turns = [0, 0, 0];
  for (let turn = 0; turn < 300; turn++) {
    const way = portfolio.next();
    turns[way]!++;
    portfolio.book(way, 10, way === 1 ? 5 : 0);
  }
  expect(turns[1]!).toBeGreaterThan(150);
  expect(Math.min(...turns)).toBeGreaterThan(15);
});
