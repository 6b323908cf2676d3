import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import type { Condition } from "../../src/model/condition";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { editCells } from "../../src/model/edits/edit-cells";
import { createLayer, deleteLayer, updateLayer } from "../../src/model/edits/layer-edits";
import { createTerritory } from "../../src/model/edits/territory-edits";
import { isEligible } from "../../src/model/eligibility";
import { figures, updateFigures } from "../../src/model/metrics/figures";
import { invertPatch } from "../../src/model/patch";
import { alignmentAt } from "../../src/model/plan";
import { PATH } from "../helpers/small-plan";
import { treePlan } from "../helpers/tree-plan";

const atLeast = (from: number): Condition => ({
  match: "all",
  tests: [{ column: "revenue", test: { kind: "range", from, to: null } }],
});
const OVERLAY = { ...PATH, layer: "experts" };
const whole = treePlan();
// Revenue of 25 and more: accounts 2 (30), 3, 4, 5 (40, 50, 60) and 9, 10, 11 (25 each).
const plan = applyPatch(
  whole,
  createLayer(whole, "experts", { name: "Experts", eligible: atLeast(25) }, "main"),
);

describe("an overlay", () => {
  it("begins with the territories of the layer it is like", () =>
    expect(alignmentAt(plan, OVERLAY)).toEqual(alignmentAt(plan, PATH)));
  it("begins empty without one", () => {
    const bare = applyPatch(whole, createLayer(whole, "experts", { name: "Experts", eligible: null }));
    expect(alignmentAt(bare, OVERLAY).territories).toHaveLength(1);
    expect(figures(bare, OVERLAY).accounts[0]).toBe(12);
  });
  it("counts eligible accounts only, and targets are shares of them", () => {
    const found = figures(plan, OVERLAY);
    expect([...found.accounts]).toEqual([0, 1, 3, 0, 3]);
    const [, revenue] = found.measures;
    expect([...revenue!.totals]).toEqual([0, 30, 150, 0, 75]);
    expect([...revenue!.targets]).toEqual([0, 63.75, 63.75, 63.75, 63.75]);
    expect([...found.travel.located]).toEqual([0, 1, 3, 0, 3]);
  });
  it("leaves the main layer as it was", () =>
    expect(figures(plan, PATH).measures).toEqual(figures(whole, PATH).measures));
  it("has an account in one territory per layer", () => {
    const moved = applyPatch(plan, assignAccounts(plan, OVERLAY, new Set([3]), 1));
    expect(alignmentAt(moved, OVERLAY).territoryOf[3]).toBe(1);
    expect(alignmentAt(moved, PATH).territoryOf[3]).toBe(2);
  });
  it("takes no account that is not eligible", () => {
    expect(isEligible(plan, "experts", 0)).toBe(false);
    expect(isEligible(plan, "main", 0)).toBe(true);
    expect(assignAccounts(plan, OVERLAY, new Set([0]), 2).changes).toEqual([]);
  });
  it("counts as gaps the eligible accounts that nobody has", () => {
    const patch = assignAccounts(plan, OVERLAY, new Set([0, 2, 3]), 0);
    const moved = applyPatch(plan, patch);
    expect(figures(moved, OVERLAY).accounts[0]).toBe(2);
    expect(updateFigures(figures(plan, OVERLAY), moved, patch)).toEqual(figures(moved, OVERLAY));
  });
  it("counts anew when a cell makes an account eligible, or its condition changes", () => {
    const grow = editCells(plan, "accounts", "revenue", [0], [100]);
    const grown = applyPatch(plan, grow);
    expect(updateFigures(figures(plan, OVERLAY), grown, grow)).toEqual(figures(grown, OVERLAY));
    expect([...figures(grown, OVERLAY).accounts]).toEqual([0, 2, 3, 0, 3]);
    const all = applyPatch(grown, updateLayer(grown, "experts", { name: "Experts", eligible: null }));
    expect(figures(all, OVERLAY).accounts[1]).toBe(3);
  });
  it("is renamed, deleted and brought back", () => {
    const renamed = applyPatch(plan, updateLayer(plan, "experts", { name: "Pros", eligible: atLeast(25) }));
    expect(renamed.layers.map(({ name }) => name)).toEqual(["Main", "Pros"]);
    expect(updateLayer(renamed, "experts", { name: "Pros", eligible: atLeast(25) }).changes).toEqual([]);
    const drop = deleteLayer(renamed, "experts");
    const dropped = applyPatch(renamed, drop);
    expect(Object.keys(dropped.scenarios[0]!.alignments)).toEqual(["main"]);
    expect(applyPatch(dropped, invertPatch(drop))).toEqual(renamed);
    expect(() => deleteLayer(whole, "main")).toThrow("at least one layer");
  });
  it("may have territories of its own", () => {
    const own = {
      ...whole.layers[0]!,
      id: "t",
      name: "Own",
      color: "#000000",
      group: null,
      coverage: [],
      share: 1,
    };
    const { baseline: _, ...territory } = own;
    const grown = applyPatch(plan, createTerritory(plan, OVERLAY, territory));
    expect(alignmentAt(grown, OVERLAY).territories).toHaveLength(6);
    expect(alignmentAt(grown, PATH).territories).toHaveLength(5);
  });
});
