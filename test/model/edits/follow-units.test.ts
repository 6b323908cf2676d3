import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellNumber } from "../../../src/model/cells";
import { addRows } from "../../../src/model/edits/add-rows";
import { editCells } from "../../../src/model/edits/edit-cells";
import { followUnits, type UnitNames } from "../../../src/model/edits/follow-units";
import { invertPatch } from "../../../src/model/patch";
import { columnByKey } from "../../../src/model/table";
import { lettersOf } from "../../helpers/small-plan";
import { alignedByUnits, unitDigits, unitPlan } from "../../helpers/unit-plan";

/** One at latitudes up to 45°, else Two. */
const byLatitude: UnitNames = ({ tables: { accounts } }, rows) =>
  rows.map((row) => {
    const latitude = cellNumber(columnByKey(accounts, "latitude")!, row);
    return Number.isNaN(latitude) ? null : latitude > 45 ? "Two" : "One";
  });

describe("what follows from an edit for units", () => {
  it("is the account's new unit where its place changes, taken back in the same step", () => {
    const plan = unitPlan("AB", "12");
    const patch = followUnits(plan, editCells(plan, "accounts", "latitude", [0], [50]), byLatitude);
    const next = applyPatch(plan, patch);
    expect(unitDigits(next)).toBe("22");
    expect(unitDigits(applyPatch(next, invertPatch(patch)))).toBe("12");
  });
  it("is nothing where other cells change, or the plan uses no units", () => {
    const plan = unitPlan("AB", "12");
    const patch = editCells(plan, "accounts", "name", [0], ["New"]);
    expect(followUnits(plan, patch, byLatitude)).toBe(patch);
  });
  it("is the territory of the unit for new accounts where units have territories", () => {
    const plan = alignedByUnits("AB", "12");
    const rows = addRows(
      plan,
      "accounts",
      [900, 901, 902],
      [{ column: { key: "latitude" }, values: [40, 50, null] }],
    );
    const next = applyPatch(plan, followUnits(plan, rows, byLatitude));
    expect(lettersOf(next)).toBe("ABAB.");
    expect(unitDigits(next)).toBe("1212.");
  });
  it("is no territory for new accounts where units have none", () => {
    const plan = unitPlan("AB", "12");
    const rows = addRows(plan, "accounts", [900], [{ column: { key: "latitude" }, values: [40] }]);
    expect(lettersOf(applyPatch(plan, followUnits(plan, rows, byLatitude)))).toBe("AB.");
  });
});
