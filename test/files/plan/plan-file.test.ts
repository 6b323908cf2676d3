import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlanFile } from "../../../src/files/plan/read-plan-file";
import { writePlanFile } from "../../../src/files/plan/write-plan-file";
import { arbitrarySeed, randomPlan } from "../../helpers/arbitrary-plan";
import { planContent, revisionContent } from "../../helpers/plan-content";
import { randomHistory } from "../../helpers/random-revisions";

function reopened(bytes: Uint8Array) {
  const result = readPlanFile(bytes);
  if (result.status !== "ok") throw new Error(result.message);
  return result;
}

describe("plan file", () => {
  it("gives back every cell, source text, territory and revision", () => {
    fc.assert(
      fc.property(arbitrarySeed, fc.nat(25), (seed, steps) => {
        const content = randomHistory(randomPlan(seed), seed, steps);
        const { plan, revisions } = reopened(writePlanFile(content));
        expect(planContent(plan)).toEqual(planContent(content.plan));
        expect(revisions.map(revisionContent)).toEqual(content.revisions.map(revisionContent));
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same bytes for the same plan, also after a round trip", () => {
    fc.assert(
      fc.property(arbitrarySeed, (seed) => {
        const bytes = writePlanFile(randomHistory(randomPlan(seed), seed, 12));
        expect(writePlanFile(randomHistory(randomPlan(seed), seed, 12))).toEqual(bytes);
        expect(writePlanFile(reopened(bytes))).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });
});
