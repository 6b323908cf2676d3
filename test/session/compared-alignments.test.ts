import { expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { fitModel } from "../../src/model/fit/fit-model";
import { accountFits, meanFit } from "../../src/model/fit/territory-fit";
import { liveAccounts } from "../../src/model/metrics/figures";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { type Comparable, compareSteps } from "../../src/session/compared-alignments";
import { A, PATH } from "../helpers/small-plan";
import { fitPlan } from "../model/fit/fit-plan";

const languages = { language: ["German", "German", "French", "French", "German", ""] };
const reps = { language: ["German", "French"] };

function compared(plan: Plan, chosen: readonly Comparable[]) {
  const steps = compareSteps(plan, PATH, chosen);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

it("tells how well accounts suit their reps in each column, as the sheet counts it", () => {
  const plan = fitPlan("AABBBB", { accounts: languages, reps });
  const better = applyPatch(plan, assignAccounts(plan, PATH, new Set([4]), A));
  const chosen = [plan, better].map((one, i) => ({
    id: `${i}`,
    name: `${i}`,
    alignment: alignmentAt(one, PATH),
  }));
  const { columns } = compared(plan, chosen);
  const live = liveAccounts(plan.tables.accounts);
  const model = fitModel(plan, PATH);
  for (const { alignment, fit } of columns) expect(fit).toBe(meanFit(accountFits(model, alignment), live));
  expect(columns[1]!.fit).toBeGreaterThan(columns[0]!.fit);
});

it("knows no fit where neither side says anything", () => {
  const plan = fitPlan("AB", {}, { weights: { ...NONE, language: 1 } });
  const { columns } = compared(plan, [{ id: "now", name: "Now", alignment: alignmentAt(plan, PATH) }]);
  expect(columns[0]!.fit).toBeNaN();
});

const NONE = { language: 0, industry: 0, relationship: 0, seniority: 0, distance: 0, skills: 0 };
