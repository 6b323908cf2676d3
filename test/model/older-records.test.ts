import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { rowCount } from "../../src/model/cells";
import { setScenario } from "../../src/model/edits/plan-records";
import { invertPatch, type Patch } from "../../src/model/patch";
import { randomPlan } from "../helpers/arbitrary-plan";

function patchOf(change: Patch["changes"][number]): Patch {
  return { label: "Change", cause: { kind: "action", action: "test" }, changes: [change] };
}

describe("a record from before rows were added", () => {
  const plan = randomPlan(1, 5);
  const [scenario] = plan.scenarios;
  const [column] = plan.tables.accounts.columns;
  const removal: Patch = {
    ...setScenario(plan, scenario!.id, null),
    changes: [
      ...setScenario(plan, scenario!.id, null).changes,
      { kind: "column", table: "accounts", at: 0, from: column!, to: null },
    ],
  };
  const addition = patchOf({ kind: "rows-added", table: "accounts", at: 5, ids: [7, 8], cells: [] });
  const restored = [removal, addition, invertPatch(removal)].reduce(applyPatch, plan);

  it("comes back with room for them, unassigned", () => {
    const alignment = Object.values(restored.scenarios.find(({ id }) => id === scenario!.id)!.alignments)[0]!;
    expect(alignment.territoryOf).toHaveLength(7);
    expect([...alignment.territoryOf.subarray(5)]).toEqual([0, 0]);
    expect(alignment.locked).toHaveLength(7);
  });

  it("comes back with blank cells for them", () => {
    expect(restored.tables.accounts.columns.map(rowCount)).toEqual(plan.tables.accounts.columns.map(() => 7));
  });
});
