import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { movePlanningRecord, setPlanningRecord } from "../../../src/model/edits/set-planning-record";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import type { Segmentation } from "../../../src/model/planning/segmentation";
import { smallPlan } from "../../helpers/small-plan";

const named = (id: string): Segmentation => ({ id, name: id, segments: [] });
const add = (plan: Plan, id: string, at?: number) =>
  applyPatch(plan, setPlanningRecord(plan, "segmentations", id, named(id), `Add ${id}`, at));
const order = (plan: Plan) => plan.planning.segmentations.map(({ id }) => id).join("");

describe("planning records", () => {
  const plan = ["a", "b", "c"].reduce((before, id) => add(before, id), smallPlan("AB"));

  it("are added behind the others, or where the planner says", () => {
    expect(order(plan)).toBe("abc");
    expect(order(add(plan, "x", 1))).toBe("axbc");
  });

  it("are replaced in their place, and removed", () => {
    const renamed = applyPatch(
      plan,
      setPlanningRecord(plan, "segmentations", "b", { ...named("b"), name: "Size" }, "Rename"),
    );
    expect(renamed.planning.segmentations.map(({ name }) => name)).toEqual(["a", "Size", "c"]);
    const removal = setPlanningRecord(plan, "segmentations", "b", null, "Remove");
    expect(order(applyPatch(plan, removal))).toBe("ac");
  });

  it.each([
    ["forward", "a", 2, "bca"],
    ["back", "c", 0, "cab"],
    ["past the end", "b", 9, "acb"],
    ["nowhere", "b", 1, "abc"],
  ])("move %s", (_, id, at, expected) =>
    expect(order(applyPatch(plan, movePlanningRecord(plan, "segmentations", id, at, "Move")))).toBe(expected),
  );

  it("come back by undo, in their place", () => {
    for (const patch of [
      setPlanningRecord(plan, "segmentations", "b", null, "Remove"),
      setPlanningRecord(plan, "segmentations", "x", named("x"), "Add", 0),
      movePlanningRecord(plan, "segmentations", "a", 2, "Move"),
    ])
      expect(applyPatch(applyPatch(plan, patch), invertPatch(patch)).planning).toEqual(plan.planning);
  });
});
