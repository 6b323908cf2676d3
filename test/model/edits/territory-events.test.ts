import { describe, expect, it } from "vitest";
import { primaryRep, territorySlots } from "../../../src/model/alignment";
import { applyPatch } from "../../../src/model/apply-patch";
import { handOverRep } from "../../../src/model/edits/hand-over-rep";
import { mergeTerritories } from "../../../src/model/edits/merge-territories";
import { openTerritories } from "../../../src/model/edits/open-territories";
import { invertPatch, type Patch } from "../../../src/model/patch";
import { alignmentAt, type Plan, withAlignment } from "../../../src/model/plan";
import { A, B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AaBb.");
const undone = (before: Plan, patch: Patch) => applyPatch(applyPatch(before, patch), invertPatch(patch));

describe("merging territories", () => {
  it("moves everything, locked accounts with their locks, and deletes what is empty", () => {
    const merged = applyPatch(plan, mergeTerritories(plan, PATH, A, [B]));
    expect(lettersOf(merged)).toBe("AaAa.");
    expect(alignmentAt(merged, PATH).territories[B]).toBeNull();
    expect(primaryRep(alignmentAt(merged, PATH).territories[A]!)).toBe(1);
  });

  it("takes the units along", () => {
    const alignment = { ...alignmentAt(plan, PATH), territoryOfUnit: Uint16Array.of(A, B, 0) };
    const units = withAlignment(plan, PATH, alignment);
    const merged = applyPatch(units, mergeTerritories(units, PATH, A, [B]));
    expect([...alignmentAt(merged, PATH).territoryOfUnit]).toEqual([A, A, 0]);
  });

  it("does nothing for one territory, is undone as one, and refuses what is not there", () => {
    expect(mergeTerritories(plan, PATH, A, [A]).changes).toEqual([]);
    expect(undone(plan, mergeTerritories(plan, PATH, A, [B]))).toEqual(plan);
    expect(() => mergeTerritories(plan, PATH, A, [9])).toThrow("slot 9");
  });
});

describe("a rep who leaves", () => {
  const names = { rep: "Ann", successor: "Bob" };

  it("hands every territory to the successor", () => {
    const after = applyPatch(plan, handOverRep(plan, PATH, 1, 2, names));
    expect(
      alignmentAt(after, PATH)
        .territories.slice(1)
        .map((territory) => primaryRep(territory!)),
    ).toEqual([2, 2]);
    expect(lettersOf(after)).toBe(lettersOf(plan));
  });

  it("may leave nobody in their place, and is not doubled where the successor is there already", () => {
    const vacant = applyPatch(plan, handOverRep(plan, PATH, 1, null, { ...names, successor: null }));
    expect(alignmentAt(vacant, PATH).territories[A]!.coverage).toEqual([]);
    const { territories } = alignmentAt(plan, PATH);
    const coverage = [1, 2].map((rep) => ({ rep, role: "primary" }));
    const shared = withAlignment(plan, PATH, {
      ...alignmentAt(plan, PATH),
      territories: territories.with(A, { ...territories[A]!, coverage }),
    });
    const after = applyPatch(shared, handOverRep(shared, PATH, 1, 2, names));
    expect(alignmentAt(after, PATH).territories[A]!.coverage).toEqual([{ rep: 2, role: "primary" }]);
  });
});

describe("opened territories", () => {
  it("are empty, named apart from the others, and have the rep or the region they are for", () => {
    const region = { id: "north", name: "North" };
    const patch = openTerritories(plan, PATH, { ids: ["x", "y"], name: "North", rep: null, region });
    const { territories, groups } = alignmentAt(applyPatch(plan, patch), PATH);
    expect(territories.slice(3).map((territory) => [territory!.name, territory!.group])).toEqual([
      ["North 1", "north"],
      ["North 2", "north"],
    ]);
    expect(groups).toEqual([{ ...region, parent: null }]);
    const back = alignmentAt(undone(plan, patch), PATH);
    expect([territorySlots(back), back.groups]).toEqual([[A, B], []]);
  });

  it("get a number where the name is taken", () => {
    const patch = openTerritories(plan, PATH, { ids: ["x"], name: "A", rep: 2, region: null });
    expect(alignmentAt(applyPatch(plan, patch), PATH).territories[3]).toMatchObject({
      name: "A (2)",
      coverage: [{ rep: 2, role: "primary" }],
    });
  });
});
