import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellValue } from "../../../src/model/cells";
import { matchReps } from "../../../src/model/edits/match-reps";
import { type ListedCells, takeReps } from "../../../src/model/edits/take-reps";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { type ColumnRole, columnByRole } from "../../../src/model/table";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AABB");
const IDS = [11, 12, 13, 14];

function cells(role: ListedCells["role"], values: ListedCells["values"], header = ""): ListedCells {
  const type = values.some((value) => typeof value === "number") ? "number" : "text";
  return { role, header, type, values };
}

function column(of: Plan, role: ColumnRole) {
  const { reps } = of.tables;
  return Array.from(reps.ids, (_, row) => cellValue(columnByRole(reps, role)!, row));
}

describe("listed reps", () => {
  it("are those of the same name, however it is written, and otherwise new", () => {
    const matched = matchReps(plan.tables.reps, [{ name: " BOB" }, { name: "Cleo" }, { name: "cleo " }, {}]);
    expect(matched).toEqual({ rowOf: [1, 2, 2, -1], added: 1, matched: 1 });
  });

  it("are told apart by key and e-mail where these differ", () => {
    const { patch } = takeReps(
      plan,
      [cells("name", ["Ann", "Bob"]), cells("email", ["ann@x.org", "bob@x.org"])],
      IDS.slice(0, 2),
      false,
    );
    const { reps } = applyPatch(plan, patch).tables;
    const matched = matchReps(reps, [
      { name: "Ann", email: "other@x.org" },
      { name: "Robert", email: "BOB@x.org" },
      { name: "Ann" },
    ]);
    expect(matched).toEqual({ rowOf: [2, 1, 0], added: 1, matched: 2 });
  });

  it("fill in blanks, bring the columns that are missing, and go as one step", () => {
    const taken = takeReps(
      plan,
      [
        cells("name", ["Ann", "Cleo"]),
        cells("quota", [300, 250]),
        cells("city", ["Austin", null]),
        cells(null, [7, null], "Desk"),
        cells("skills", [null, null]),
      ],
      IDS.slice(0, 2),
      false,
    );
    const after = applyPatch(plan, taken.patch);
    expect([...after.tables.reps.ids]).toEqual([1, 2, 11]);
    expect(column(after, "name")).toEqual(["Ann", "Bob", "Cleo"]);
    expect(column(after, "quota")).toEqual([300, null, 250]);
    // A place for the home that the city will give; no column for what nobody says.
    expect(taken.newHeaders).toEqual(["Quota", "Home city", "Desk", "Latitude", "Longitude"]);
    expect(taken.patch.label).toBe("Add 1 rep and details of 1");
    const back = applyPatch(after, invertPatch(taken.patch));
    expect(back.tables.reps.columns.map(({ key }) => key)).toEqual(["name"]);
    expect([...back.tables.reps.deleted!]).toEqual([0, 0, 1]);
  });

  it("replace what the plan says only where that is asked for, and never by a blank", () => {
    const listed = (quota: number | null) => [cells("name", ["Ann"]), cells("quota", [quota])];
    const told = applyPatch(plan, takeReps(plan, listed(300), [11], false).patch);
    const quotaAfter = (quota: number | null, replace: boolean) =>
      column(applyPatch(told, takeReps(told, listed(quota), [12], replace).patch), "quota")[0];
    expect(quotaAfter(400, false)).toBe(300);
    expect(quotaAfter(400, true)).toBe(400);
    expect(quotaAfter(null, true)).toBe(300);
  });

  it("bring nothing when they are taken again", () => {
    const name = fc.constantFrom("Ann", "ann", "Cleo", "Dan", null);
    const row = fc.tuple(name, fc.option(fc.integer({ min: 1, max: 99 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const listed = [
          cells(
            "name",
            rows.map(([text]) => text),
          ),
          { role: "quota", header: "", type: "currency", values: rows.map(([, quota]) => quota) } as const,
        ];
        const once = applyPatch(plan, takeReps(plan, listed, IDS.slice(0, rows.length), false).patch);
        const again = takeReps(once, listed, [21, 22, 23, 24].slice(0, rows.length), false);
        expect(again.patch.changes).toEqual([]);
        expect(again.added).toBe(0);
      }),
    );
  });
});
