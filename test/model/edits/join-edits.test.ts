import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellValue } from "../../../src/model/cells";
import { editCells } from "../../../src/model/edits/edit-cells";
import { joinEdits } from "../../../src/model/edits/join-edits";
import { invertPatch } from "../../../src/model/patch";
import { columnByKey, type Table } from "../../../src/model/table";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AAB", [10, 20, 30]);
const key = "revenue";
const cell = (table: Table, row: number) => cellValue(columnByKey(table, key)!, row);

describe("several edits as one step", () => {
  test("each sees what the ones before it did, and one undo takes all back", () => {
    const before = cell(plan.tables.accounts, 0);
    const patch = joinEdits(plan, [
      (now) => editCells(now, "accounts", key, [0], [1]),
      (now) => editCells(now, "accounts", key, [0], [2 * Number(cell(now.tables.accounts, 0)) + 5]),
    ]);
    const after = applyPatch(plan, patch);
    expect(cell(after.tables.accounts, 0)).toBe(7);
    expect(cell(applyPatch(after, invertPatch(patch)).tables.accounts, 0)).toBe(before);
  });

  test("is empty where no edit changes anything", () => {
    const same = cell(plan.tables.accounts, 0);
    expect(joinEdits(plan, [(now) => editCells(now, "accounts", key, [0], [same])]).changes).toEqual([]);
  });
});
