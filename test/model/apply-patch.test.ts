import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { invertPatch } from "../../src/model/patch";
import { arbitrarySeed, randomPlan, seededRandom } from "../helpers/arbitrary-plan";
import { planContent } from "../helpers/plan-content";
import { randomPatch } from "../helpers/random-revisions";

describe("a patch", () => {
  it("is taken back by its inverse, whatever it does", () => {
    fc.assert(
      fc.property(arbitrarySeed, (seed) => {
        const plan = randomPlan(seed);
        const patch = randomPatch(plan, seededRandom(seed + 1));
        const back = applyPatch(applyPatch(plan, patch), invertPatch(patch));
        // Rows and territories that were added leave their numbers behind, deleted: these are never used again.
        const leavesNumbers = patch.changes.some(
          (change) => change.kind === "rows-added" || (change.kind === "territory" && change.from === null),
        );
        if (!leavesNumbers) expect(planContent(back)).toEqual(planContent(plan));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves the plan it is applied to unchanged", () => {
    fc.assert(
      fc.property(arbitrarySeed, (seed) => {
        const plan = randomPlan(seed);
        const before = planContent(randomPlan(seed));
        applyPatch(plan, randomPatch(plan, seededRandom(seed + 1)));
        expect(planContent(plan)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
