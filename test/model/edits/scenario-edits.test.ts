import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import {
  archiveScenario,
  canLeaveTabs,
  describeScenario,
  duplicateScenario,
} from "../../../src/model/edits/scenario-edits";
import { invertPatch } from "../../../src/model/patch";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AAB.");
const id = plan.scenarios[0]!.id;
const copied = applyPatch(plan, duplicateScenario(plan, id, { id: "copy" }));

describe("scenarios", () => {
  it("are copied beside the others under the first free name", () => {
    const again = applyPatch(copied, duplicateScenario(copied, "copy", { id: "third" }));
    expect(again.scenarios.map(({ name }) => name).slice(1)).toEqual(["Scenario 1", "Scenario 2"]);
    expect(again.scenarios[2]!.alignments).toEqual(plan.scenarios[0]!.alignments);
  });

  it("leave the tabs and come back, and undo takes either back", () => {
    const patch = archiveScenario(copied, "copy", true);
    const archived = applyPatch(copied, patch);
    expect(archived.scenarios.map(({ archived }) => archived)).toEqual([false, true]);
    expect(applyPatch(archived, invertPatch(patch))).toEqual(copied);
    expect(applyPatch(archived, archiveScenario(archived, "copy", false))).toEqual(copied);
  });

  it("keep one in the tabs", () => {
    expect(canLeaveTabs(plan, id)).toBe(false);
    expect(() => archiveScenario(plan, id, true)).toThrow(/another scenario/);
    const archived = applyPatch(copied, archiveScenario(copied, "copy", true));
    expect(canLeaveTabs(archived, id)).toBe(false);
    expect(canLeaveTabs(archived, "copy")).toBe(true);
  });

  it("keep their name where none is given, and say nothing where nothing changes", () => {
    const { name, description } = copied.scenarios[1]!;
    expect(describeScenario(copied, "copy", { name: " ", description }).changes).toEqual([]);
    const renamed = describeScenario(copied, "copy", { name: "West first", description });
    expect(renamed.label).toBe(`Rename scenario ${name} to West first`);
    expect(applyPatch(copied, renamed).scenarios[1]!.name).toBe("West first");
  });
});
