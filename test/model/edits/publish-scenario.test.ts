import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { publishScenario, withdrawPublication } from "../../../src/model/edits/publish-scenario";
import { invertPatch } from "../../../src/model/patch";
import { alignmentAt, baselineAt, type Plan } from "../../../src/model/plan";
import { inForceOn, termsOf } from "../../../src/model/planning/publication";
import { B, PATH, smallPlan } from "../../helpers/small-plan";

const publish = (plan: Plan, id: string, effective: number, asBaseline = false, publishedAt = 0) =>
  publishScenario(plan, PATH.scenario, {
    id,
    frozen: `frozen-${id}`,
    effective,
    publishedAt,
    author: "Kim",
    note: "",
    asBaseline,
  });
const published = (plan: Plan, ...args: [string, number, boolean?, number?]) =>
  applyPatch(plan, publish(plan, ...args));
const moved = (plan: Plan) => applyPatch(plan, assignAccounts(plan, PATH, new Set([0]), B));
const frozen = (plan: Plan, id: string) => alignmentAt(plan, { ...PATH, scenario: `frozen-${id}` });

describe("publishing a scenario", () => {
  it("keeps it as it was, whatever becomes of it", () => {
    const plan = published(moved(smallPlan("AB")), "one", 100);
    const later = applyPatch(plan, assignAccounts(plan, PATH, new Set([0, 1]), 0));
    expect([...frozen(later, "one").territoryOf]).toEqual([B, B]);
    expect(later.scenarios.find(({ id }) => id === "frozen-one")).toMatchObject({ archived: true });
  });

  it("makes it the baseline only if wished", () => {
    const before = moved(smallPlan("AB"));
    expect(baselineAt(published(before, "one", 100), PATH)).toBe(baselineAt(before, PATH));
    expect(baselineAt(published(before, "one", 100, true), PATH)).toBe(alignmentAt(before, PATH));
  });

  it("is undone as one step", () => {
    const before = moved(smallPlan("AB"));
    const patch = publish(before, "one", 100, true);
    expect(applyPatch(applyPatch(before, patch), invertPatch(patch))).toEqual(before);
  });
});

describe("what is in force", () => {
  const plan = published(published(smallPlan("AB"), "spring", 100), "autumn", 200);
  const { publications } = plan.planning;

  it.each([
    [99, undefined],
    [100, "spring"],
    [199, "spring"],
    [200, "autumn"],
    [9999, "autumn"],
  ])("on day %i is %s", (day, expected) => expect(inForceOn(publications, day)?.id).toBe(expected));

  it("lasts until the next", () =>
    expect(termsOf(publications).map(({ publication, until }) => [publication.id, until])).toEqual([
      ["spring", 200],
      ["autumn", null],
    ]));

  it("is the one published last of those with the same first day", () => {
    const corrected = published(plan, "corrected", 100, false, 1).planning.publications;
    expect(inForceOn(corrected, 150)?.id).toBe("corrected");
    expect(termsOf(corrected)).toHaveLength(2);
  });

  it("ends where it is withdrawn", () => {
    const withdrawn = applyPatch(plan, withdrawPublication(plan, "autumn")).planning.publications;
    expect(inForceOn(withdrawn, 300)?.id).toBe("spring");
  });
});
