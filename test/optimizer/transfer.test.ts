import fc from "fast-check";
import { expect, it } from "vitest";
import { makeBlocks } from "../../src/optimizer/blocks";
import { recenter } from "../../src/optimizer/centers";
import { makeExchange } from "../../src/optimizer/exchange";
import { makePlan, planValue, recount } from "../../src/optimizer/plan";
import { balancedMeasure, defineProblem, evenTargets, NONE } from "../../src/optimizer/problem";
import { transferViolations } from "../../src/optimizer/transfer";
import { anyProblem, plane } from "./problems";

it("carries what a full row of territories cannot hold to the one at its far end", () => {
  // Ten territories in a row of ten places each; the first has five items too many, the last five too few.
  const territoryOf = Uint16Array.from({ length: 100 }, (_, item) => Math.floor(Math.max(0, item - 5) / 10));
  for (let item = 0; item < 15; item++) territoryOf[item] = 0;
  const values = new Float64Array(100).fill(1);
  const problem = defineProblem({
    itemCount: 100,
    territoryCount: 10,
    surface: "plane",
    kmPerUnit: 1,
    places: plane(Array.from({ length: 100 }, (_, item) => [item, 0])),
    measures: [balancedMeasure(values, evenTargets(values, 10), 0.01)],
  });
  const plan = makePlan(problem, makeBlocks(problem, false), 1);
  plan.of.set(territoryOf);
  recount(plan);
  for (let territory = 0; territory < 10; territory++) recenter(plan, territory);
  const beside = Array.from({ length: 10 }, (_, at) =>
    Uint16Array.from([at - 1, at + 1].filter((other) => other >= 0 && other < 10)),
  );
  for (const _ of transferViolations(plan, makeExchange(1, 10), beside, { perStep: 1e9, spent: 0 }));
  expect(planValue(plan).violation).toBe(0);
  // Five items over each of nine borders: no border was jumped.
  let moved = 0;
  for (let item = 0; item < 100; item++) moved += Math.abs(plan.of[item]! - territoryOf[item]!);
  expect(moved).toBe(45);
});

it("never adds to the violations, breaks no lock and keeps the sums", () =>
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const blocks = makeBlocks(problem, false);
      const plan = makePlan(problem, blocks, 1);
      for (let block = 0; block < blocks.count; block++) {
        const start = blocks.current[block] === NONE ? 0 : blocks.current[block]!;
        plan.of[block] = blocks.fixedTo[block] === NONE ? start : blocks.fixedTo[block]!;
      }
      recount(plan);
      const before = planValue(plan).violation;
      const everyone = Array.from({ length: problem.territoryCount }, (_, own) =>
        Uint16Array.from(plan.size.keys()).filter((other) => other !== own),
      );
      const exchange = makeExchange(blocks.measureCount, problem.territoryCount);
      for (const _ of transferViolations(plan, exchange, everyone, { perStep: 1e9, spent: 0 }));
      const after = planValue(plan).violation;
      expect(after).toBeLessThanOrEqual(before + 1e-9);
      blocks.fixedTo.forEach((lock, block) => {
        if (lock !== NONE) expect(plan.of[block]).toBe(lock);
      });
      recount(plan);
      expect(planValue(plan).violation).toBeCloseTo(after, 6);
    }),
  ));
