import { describe, expect, it } from "vitest";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../src/model/plan";
import { NO_PLANNING } from "../../src/model/planning/planning-records";
import type { PlanSummary } from "../../src/model/saved-plan";
import { asAnotherPlan, planConflict } from "../../src/session/arriving-plan";

const plan: Plan = {
  id: "p1",
  name: "West",
  createdAt: 1_000,
  settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "UTC" },
  tables: EMPTY_TABLES,
  measures: [],
  layers: [],
  scenarios: [],
  planning: NO_PLANNING,
  unknown: NO_UNKNOWN_PARTS,
};

const saved = (id: string, name: string): PlanSummary => ({
  id,
  name,
  updatedAt: 5_000,
  counts: { accounts: 0, leads: 0, deals: 0, reps: 0, units: 0 },
  scenarios: 1,
});

describe("a plan from a file", () => {
  it("meets the saved plan with its id, whatever that is called", () => {
    const conflict = planConflict({ plan, revisions: [] }, [saved("p0", "West"), saved("p1", "Old West")]);
    expect(conflict).toMatchObject({ saved: { name: "Old West" }, changedAt: 1_000 });
  });

  it("meets nothing where its id is new, even under the same name", () => {
    expect(planConflict({ plan, revisions: [] }, [saved("p0", "West")])).toBeNull();
  });

  it("counts as changed when its newest revision was made", () => {
    const revision = {
      parent: null,
      author: "",
      origin: "edit",
      patch: { label: "", cause: { kind: "action", action: "rename" }, changes: [] },
    } as const;
    const revisions = [
      { ...revision, id: "a", time: 2_000 },
      { ...revision, id: "b", time: 3_000 },
    ];
    expect(planConflict({ plan, revisions }, [saved("p1", "West")])?.changedAt).toBe(3_000);
  });

  it("becomes another plan under a free name and id, and stays itself otherwise", () => {
    const other = asAnotherPlan(plan, "p9", [saved("p1", "West"), saved("p2", "West (2)")]);
    expect(other).toEqual({ ...plan, id: "p9", name: "West (3)" });
    expect(asAnotherPlan(plan, "p9", []).name).toBe("West");
  });
});
