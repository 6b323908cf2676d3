import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { editCells } from "../../src/model/edits/edit-cells";
import { setScenario } from "../../src/model/edits/plan-records";
import { createTerritory, deleteTerritory } from "../../src/model/edits/territory-edits";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { changeByAccount, measureChanges, scenarioAlignment } from "../../src/model/scenario-columns";
import { A, B, PATH, smallPlan } from "../helpers/small-plan";

const OTHER = { scenario: "other", layer: "main" };
const CHANGE = { kind: "measure-change", measure: "revenue", from: "current", to: "other" } as const;

/** AABB. with revenue 1, 2, 4, 8, 16, and a scenario in which account 1 lies in B. */
function twoScenarios(): Plan {
  const plan = smallPlan("AABB.", [1, 2, 4, 8, 16]);
  const copied = applyPatch(
    plan,
    setScenario(plan, "other", { ...plan.scenarios[0]!, id: "other", name: "Other" }),
  );
  return applyPatch(copied, assignAccounts(copied, OTHER, new Set([1]), B));
}

function changes(plan: Plan, path = PATH): number[] | string {
  const result = measureChanges(plan, CHANGE, path.layer, alignmentAt(plan, path));
  return result.ok ? [...result.bySlot] : result.message;
}

describe("changes of a measure between two scenarios", () => {
  it("are the second total less the first, by territory", () => {
    const plan = twoScenarios();
    expect(changes(plan)).toEqual([Number.NaN, -2, 2]);
    const bySlot = Float64Array.from(changes(plan) as number[]);
    const { territoryOf } = alignmentAt(plan, PATH);
    expect([...changeByAccount(bySlot, territoryOf)]).toEqual([-2, -2, 2, 2, Number.NaN]);
  });

  it("follow edits of cells and moves in either", () => {
    const plan = twoScenarios();
    changes(plan);
    const edited = applyPatch(plan, editCells(plan, "accounts", "revenue", [1], [10]));
    expect(changes(edited)).toEqual([Number.NaN, -10, 10]);
    const moved = applyPatch(edited, assignAccounts(edited, PATH, new Set([4]), A));
    expect(changes(moved)).toEqual([Number.NaN, -26, 10]);
    expect(changes(plan)).toEqual([Number.NaN, -2, 2]);
  });

  it("match territories by id, also where one has them not or in another slot", () => {
    const plan = twoScenarios();
    const made = applyPatch(
      plan,
      createTerritory(plan, OTHER, { ...alignmentAt(plan, PATH).territories[A]!, id: "new", name: "New" }),
    );
    const slot = alignmentAt(made, OTHER).territories.findIndex((territory) => territory?.id === "new");
    const moved = applyPatch(made, assignAccounts(made, OTHER, new Set([4]), slot));
    expect(changes(moved)).toEqual([Number.NaN, -2, 2]);
    expect((changes(moved, OTHER) as number[])[slot]).toBe(16);
    const without = applyPatch(moved, deleteTerritory(moved, OTHER, A));
    expect((changes(without) as number[])[A]).toBe(-3);
  });

  it("say what is gone", () => {
    const plan = twoScenarios();
    expect(changes({ ...plan, measures: [] })).toBe("The measure is gone.");
    const alone = applyPatch(plan, setScenario(plan, "other", null));
    expect(changes(alone)).toBe("The scenario is gone.");
    expect(scenarioAlignment(alone, "other", "main")).toBe(null);
  });
});
