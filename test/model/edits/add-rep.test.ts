import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellText } from "../../../src/model/cells";
import { addRep } from "../../../src/model/edits/add-rep";
import { createGroup } from "../../../src/model/edits/group-edits";
import { invertPatch } from "../../../src/model/patch";
import { alignmentAt, EMPTY_TABLES, type Plan } from "../../../src/model/plan";
import { columnByRole, liveCount } from "../../../src/model/table";
import { PATH, smallPlan } from "../../helpers/small-plan";

const namesOf = (plan: Plan) => {
  const { reps } = plan.tables;
  const names = columnByRole(reps, "name");
  return Array.from({ length: reps.count }, (_, row) => cellText(names, row));
};

describe("adding a rep", () => {
  it("puts the rep behind the others", () => {
    const plan = smallPlan("AB");
    expect(namesOf(applyPatch(plan, addRep(plan, 7, "Cleo")))).toEqual(["Ann", "Bob", "Cleo"]);
  });
  it("makes the first one of a plan without reps", () => {
    const plan = { ...smallPlan("AB"), tables: { ...smallPlan("AB").tables, reps: EMPTY_TABLES.reps } };
    expect(namesOf(applyPatch(plan, addRep(plan, 7, "Cleo")))).toEqual(["Cleo"]);
  });
  it("is undone", () => {
    const plan = smallPlan("AB");
    const patch = addRep(plan, 7, "Cleo");
    const back = applyPatch(applyPatch(plan, patch), invertPatch(patch));
    expect(liveCount(back.tables.reps)).toBe(2);
  });
});

describe("creating a region", () => {
  it("adds it to the alignment", () => {
    const plan = smallPlan("AB");
    const after = applyPatch(plan, createGroup(plan, PATH, "west", "West"));
    expect(alignmentAt(after, PATH).groups).toEqual([{ id: "west", name: "West", parent: null }]);
  });
});
