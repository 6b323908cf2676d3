import { expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { createGroup, deleteGroup, moveTerritories } from "../../../src/model/edits/group-edits";
import { lockAccounts } from "../../../src/model/edits/lock-accounts";
import { nameAccounts } from "../../../src/model/edits/name-accounts";
import { duplicateScenario } from "../../../src/model/edits/scenario-edits";
import { deleteTerritory, updateTerritory } from "../../../src/model/edits/territory-edits";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import type { Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { PATH } from "../../helpers/small-plan";
import { treePlan } from "../../helpers/tree-plan";

const bare = treePlan();
const plan = applyPatch(bare, duplicateScenario(bare, "current", { id: "other" }));
const OTHER = { ...PATH, scenario: "other" };
const edits: Record<string, (plan: Plan) => Patch> = {
  "a group": (now) => createGroup(now, PATH, "n", "North"),
  "a deleted group": (now) => deleteGroup(now, PATH, "west"),
  "moved territories": (now) => moveTerritories(now, PATH, [1, 2], "east"),
  "a new name and color": (now) => updateTerritory(now, PATH, 1, { name: "Z", color: "#000000" }),
  "a new share": (now) => updateTerritory(now, PATH, 1, { share: 0.5 }),
  "a new rep": (now) => updateTerritory(now, PATH, 1, { coverage: [{ rep: 2, role: "primary" }] }),
  "a deleted territory": (now) => deleteTerritory(now, PATH, 2),
  "a lock": (now) => lockAccounts(now, PATH, new Set([1]), { reason: "", until: null }),
  "named accounts that move": (now) =>
    nameAccounts(now, PATH, [3, 9], { rep: 1, territory: "territory-C" }, String),
  "moves in another scenario": (now) => assignAccounts(now, OTHER, new Set([1, 2]), 3),
  "a territory of another scenario": (now) => deleteTerritory(now, OTHER, 2),
};

it.each(Object.entries(edits))("counts the same after %s as from scratch", (_, edit) => {
  const patch = edit(plan);
  expect(patch.changes.length).toBeGreaterThan(0);
  const after = applyPatch(plan, patch);
  expect(updateFigures(figures(plan, PATH), after, patch)).toEqual(figures(after, PATH));
});

it("counts nothing again where nothing counted was touched", () => {
  const before = figures(plan, PATH);
  for (const name of ["a group", "moved territories", "a lock", "moves in another scenario"]) {
    const patch = edits[name]!(plan);
    expect(updateFigures(before, applyPatch(plan, patch), patch)).toBe(before);
  }
});
