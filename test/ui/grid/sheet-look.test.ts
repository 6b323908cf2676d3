import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { deleteView, freeViewName, saveView } from "../../../src/model/edits/view-edits";
import { invertPatch } from "../../../src/model/patch";
import type { SheetView } from "../../../src/model/planning/sheet-view";
import { builtInViews } from "../../../src/ui/grid/views/built-in-views";
import { lookFrom, PLAIN_LOOK, type SheetLook, sameLook } from "../../../src/ui/grid/views/sheet-look";
import { smallPlan } from "../../helpers/small-plan";

const look: SheetLook = {
  ...PLAIN_LOOK,
  filters: [
    { column: "city", filter: { kind: "values", values: ["Utica", "Boise"] } },
    { column: "revenue", filter: { kind: "top", count: 10, percent: false, bottom: false } },
  ],
  groups: [{ column: "@territory", by: { kind: "value" } }],
  columns: [{ column: "city", width: null, hidden: false, pinned: true }],
};

describe("looks of a sheet", () => {
  it("are the same whatever the order of filters, values and keys", () => {
    const again: SheetLook = {
      ...look,
      filters: [
        { filter: { bottom: false, percent: false, count: 10, kind: "top" }, column: "revenue" },
        { column: "city", filter: { kind: "values", values: ["Boise", "Utica"] } },
      ],
    };
    expect(sameLook(look, again)).toBe(true);
  });
  it("differ by sorting, groups and columns", () => {
    expect(sameLook(look, { ...look, sorting: [{ column: "city", descending: true }] })).toBe(false);
    expect(sameLook(look, { ...look, groups: [] })).toBe(false);
    expect(sameLook(look, { ...look, columns: [] })).toBe(false);
    expect(sameLook(look, { ...look, columns: [] }, true)).toBe(true);
  });
  it("come back from what the device kept, unless that is something else", () => {
    expect(lookFrom(JSON.parse(JSON.stringify(look)))).toEqual(look);
    for (const kept of [undefined, null, 3, {}, { ...look, groups: "city" }])
      expect(lookFrom(kept)).toBeUndefined();
  });
});

it("offers what is unassigned, moved and locked among accounts from the start", () => {
  expect(builtInViews("accounts").map(({ name }) => name)).toEqual([
    "All",
    "Unassigned",
    "Moved from baseline",
    "Locked",
  ]);
  expect(builtInViews("deals").map(({ name }) => name)).toEqual(["All"]);
});

it("keeps views in the plan, each step undone by itself", () => {
  const plan = smallPlan("AAB");
  const view: SheetView = { ...look, id: "v1", name: "Top ten", table: "accounts" };
  const saving = saveView(plan, view);
  const saved = applyPatch(plan, saving);
  expect(saving.label).toBe("Save view Top ten");
  expect(saved.planning.views).toEqual([view]);
  expect(applyPatch(saved, invertPatch(saving)).planning.views).toEqual([]);
  expect(saveView(saved, { ...view, name: "Best" }).label).toBe("Rename view Best");
  expect(saveView(saved, { ...view, quick: "x" }).label).toBe("Update view Top ten");
  expect(applyPatch(saved, deleteView(saved, "v1")).planning.views).toEqual([]);
  expect(freeViewName(saved, "accounts", "Top ten")).toBe("Top ten 2");
  expect(freeViewName(saved, "leads", "Top ten")).toBe("Top ten");
});
