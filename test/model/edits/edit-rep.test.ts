import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellValue } from "../../../src/model/cells";
import { editRep, type RepRole } from "../../../src/model/edits/edit-rep";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { columnByRole, liveCount } from "../../../src/model/table";
import { planContent } from "../../helpers/plan-content";
import { smallPlan } from "../../helpers/small-plan";

// Ann (id 1) and Bob (id 2), of whom only the names are known.
const plan = smallPlan("AB");
const roles = (of: Plan) => of.tables.reps.columns.map(({ role }) => role);
const cell = (of: Plan, role: RepRole, row: number) => {
  const column = columnByRole(of.tables.reps, role);
  return column && cellValue(column, row);
};

describe("a rep's details", () => {
  it("make the columns that are missing, and only those that are needed", () => {
    const patch = editRep(plan, 2, { language: "English; Polish", quota: 500_000, skills: null });
    expect(patch.label).toBe("Change rep Bob");
    const after = applyPatch(plan, patch);
    expect(roles(after)).toEqual(["name", "language", "quota"]);
    expect([cell(after, "language", 0), cell(after, "language", 1), cell(after, "quota", 1)]).toEqual([
      null,
      "English; Polish",
      500_000,
    ]);
    expect(planContent(applyPatch(after, invertPatch(patch)))).toEqual(planContent(plan));
  });
  it("change cells that differ, and nothing where none does", () => {
    const known = applyPatch(plan, editRep(plan, 1, { seniority: "Junior" }));
    expect(editRep(known, 1, { name: "Ann", seniority: "Junior" }).changes).toEqual([]);
    const after = applyPatch(known, editRep(known, 1, { seniority: null, name: "Anna" }));
    expect([cell(after, "seniority", 0), cell(after, "name", 0), cell(after, "name", 1)]).toEqual([
      null,
      "Anna",
      "Bob",
    ]);
  });
  it("make room for a place with any part of an address", () => {
    const after = applyPatch(plan, editRep(plan, 1, { city: "Denver" }));
    expect(roles(after)).toEqual(["name", "city", "state", "postalCode", "latitude", "longitude"]);
    expect(cell(after, "latitude", 0)).toBeNull();
  });
  it("add a rep whom no row has yet, in one step", () => {
    const patch = editRep(plan, 77, { name: "Cid", availability: 0.5 });
    expect(patch.label).toBe("Add rep Cid");
    const after = applyPatch(plan, patch);
    expect(after.tables.reps.ids[2]).toBe(77);
    expect([cell(after, "name", 2), cell(after, "availability", 2), cell(after, "availability", 0)]).toEqual([
      "Cid",
      0.5,
      null,
    ]);
    expect(liveCount(applyPatch(after, invertPatch(patch)).tables.reps)).toBe(2);
  });
  it("find a key of their own beside a column that has it", () => {
    const { reps } = plan.tables;
    const other = { ...reps.columns[0]!, key: "skills", role: null };
    const taken = {
      ...plan,
      tables: { ...plan.tables, reps: { ...reps, columns: [...reps.columns, other] } },
    };
    const after = applyPatch(taken, editRep(taken, 1, { skills: "Cloud" }));
    expect(after.tables.reps.columns.map(({ key }) => key)).toEqual(["name", "skills", "skills-2"]);
    expect(cell(after, "skills", 0)).toBe("Cloud");
  });
});
