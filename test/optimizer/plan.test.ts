import fc from "fast-check";
import { expect, it } from "vitest";
import { makeBlocks } from "../../src/optimizer/blocks";
import { isAllowed, makePlan, moveBlock, type Plan, recount } from "../../src/optimizer/plan";
import { anyProblem } from "./problems";

const derived = ({ sums, cost, violation, size }: Plan) => ({ sums, cost, violation, size });
const members = (plan: Plan, territory: number) => {
  const list: number[] = [];
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) list.push(block);
  return list.sort((a, b) => a - b);
};

it("keeps sums, costs, violations and lists as if counted from scratch, after any moves", () =>
  fc.assert(
    fc.property(anyProblem, fc.array(fc.tuple(fc.nat(), fc.nat())), (problem, moves) => {
      const blocks = makeBlocks(problem, false);
      const plan = makePlan(problem, blocks, 1);
      plan.of.fill(0);
      recount(plan);
      for (const [block, territory] of moves)
        moveBlock(plan, block % blocks.count, territory % problem.territoryCount);
      const twin = makePlan(problem, blocks, 1);
      twin.of.set(plan.of);
      recount(twin);
      for (const key of ["sums", "cost", "violation", "size"] as const) {
        const exact = derived(twin)[key];
        derived(plan)[key].forEach((value, at) => {
          expect(value).toBeCloseTo(exact[at]!, 6);
        });
      }
      for (let territory = 0; territory < problem.territoryCount; territory++) {
        expect(members(plan, territory)).toEqual(members(twin, territory));
      }
    }),
  ));

it("puts every item into exactly one block and lets a block go where its lock is", () =>
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const blocks = makeBlocks(problem, true);
      expect([...blocks.members].sort((a, b) => a - b)).toEqual([...Array(problem.itemCount).keys()]);
      const plan = makePlan(problem, blocks, 1);
      for (let block = 0; block < blocks.count; block++) {
        const fixed = blocks.fixedTo[block]!;
        if (fixed < problem.territoryCount) expect(isAllowed(plan, block, fixed)).toBe(true);
      }
    }),
  ));
