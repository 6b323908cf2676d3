import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { editCells } from "../../../src/model/edits/edit-cells";
import { setPlanningRecord } from "../../../src/model/edits/set-planning-record";
import { figures } from "../../../src/model/metrics/figures";
import { headcount, headcountStep } from "../../../src/model/metrics/headcount";
import { targetsOfSlots, targetWeights } from "../../../src/model/metrics/targets";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { A, B, PATH } from "../../helpers/small-plan";
import { makeColumn } from "../../helpers/small-table";
import { TWELVE_WORKLOAD, twelveAccounts } from "../../helpers/twelve-accounts";

const headcountOf = (plan: Plan) => headcount(plan, alignmentAt(plan, PATH), figures(plan, PATH).workload!);

/** The twelve accounts with reps who sell this many hours a year. */
function selling(hours: number): Plan {
  const plan = twelveAccounts();
  const record = { ...TWELVE_WORKLOAD, selling: { daysPerYear: hours, hoursPerDay: 1, share: 1 } };
  return applyPatch(plan, setPlanningRecord(plan, "workload", "", record, ""));
}

describe("headcount", () => {
  it("divides the hours of all accounts by the selling time of a rep", () => {
    // 52.25 + 57.72 + 1.33 = 111.3 hours, of which 15.67 on the way there and back
    const found = headcountOf(selling(30));
    expect(found.visitHours).toBe(77);
    expect(found.visitHours + found.travelHours).toBeCloseTo(111.302, 2);
    expect(found.reps).toBe(2);
    expect(found.fullTime).toBe(2);
    // Three reps would need 95.64 + 15.67 × √(2 ÷ 3) = 108.43 hours, 36 each; four 106.71, 26.7 each
    expect(found.needed).toBe(4);
    const [three, four] = [3, 4].map((reps) => found.steps.find((step) => step.reps === reps)!);
    expect(three!.hours).toBeCloseTo(108.43, 1);
    expect(three!.coverage).toBeCloseTo(90 / 108.43, 3);
    expect(four!.index).toBeCloseTo((100 * 106.71) / 4 / 30, 0);
    expect(four!.coverage).toBe(1);
  });
  it("says what each rep more changes, around now and needed", () => {
    expect(headcountOf(selling(30)).steps.map(({ reps }) => reps)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const many = headcountOf(selling(0.5));
    const shown = many.steps.map(({ reps }) => reps);
    expect(shown).toContain(2);
    expect(shown).toContain(many.needed);
    expect(shown.length).toBeLessThanOrEqual(17);
  });
  it("counts part-time reps in parts", () => {
    const plan = selling(30);
    const reps = { ...plan.tables.reps };
    const availability = makeColumn("availability", "percent", [0.5, null], "availability");
    const partTime = {
      ...plan,
      tables: { ...plan.tables, reps: { ...reps, columns: [...reps.columns, availability] } },
    };
    expect(headcountOf(partTime)).toMatchObject({ reps: 2, fullTime: 1.5 });
  });
  it("asks for nobody where nothing is to do", () => {
    const plan = twelveAccounts();
    const idle = { ...TWELVE_WORKLOAD, visits: { kind: "same" }, otherwise: 0 } as const;
    expect(headcountOf(applyPatch(plan, setPlanningRecord(plan, "workload", "", idle, ""))).needed).toBe(0);
  });
  it("brings reps closer the more there are", () => {
    expect(headcountStep(4, 100, 60, 1, 50).hours).toBe(130);
    expect(headcountStep(4, 100, 60, 0, 50).hours).toBe(160);
  });
});

describe("targets of chosen territories", () => {
  const plan = applyPatch(twelveAccounts(), editCells(twelveAccounts(), "reps", "quota", [0], [3000]));
  const weights = (kind: "share" | "quota", typed = {}) =>
    targetWeights(
      { ...plan.measures[0]!, target: { kind }, typed },
      alignmentAt(plan, PATH),
      plan.tables.reps,
    );

  it("are those shown where all stay", () =>
    expect([...targetsOfSlots(weights("quota"), 100, [A, B])]).toEqual([75, 25]));
  it("divide what dropped ones leave", () =>
    expect([...targetsOfSlots(weights("quota"), 100, [B])]).toEqual([100]));
  it("give territories to come a full share, or the mean quota", () => {
    expect([...targetsOfSlots(weights("share"), 90, [A, B, null])]).toEqual([30, 30, 30]);
    expect([...targetsOfSlots(weights("quota"), 90, [A, B, null])]).toEqual([45, 15, 30]);
  });
  it("keep typed ones", () =>
    expect([...targetsOfSlots(weights("share", { "territory-A": 10 }), 90, [A, B, null])]).toEqual([
      10, 40, 40,
    ]));
});
