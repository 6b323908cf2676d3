import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { cutOut } from "../../src/model/cut-out";
import { addRep } from "../../src/model/edits/add-rep";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { createGroup, deleteGroup, moveTerritories, renameGroup } from "../../src/model/edits/group-edits";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { createTerritory, deleteTerritory, updateTerritory } from "../../src/model/edits/territory-edits";
import { mergePart, type PartMerge } from "../../src/model/merge-part";
import { invertPatch, type Patch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { PATH } from "../helpers/small-plan";
import { treePlan } from "../helpers/tree-plan";

// West holds A, B and C with accounts 0–8; D (9–11) lies outside.
const whole = treePlan();
const part = cutOut(whole, PATH, "west", "part");
const edited = (plan: Plan, ...edits: ((plan: Plan) => Patch)[]) =>
  edits.reduce((now, edit) => applyPatch(now, edit(now)), plan);
const assign = (rows: number[], slot: number) => (plan: Plan) =>
  assignAccounts(plan, PATH, new Set(rows), slot);
const merged = (plan: Plan, from: Plan): PartMerge => {
  const merge = mergePart(plan, from);
  if (typeof merge === "string") throw new Error(`Expected a merge, got "${merge}".`);
  return merge;
};
const names = (plan: Plan) =>
  [...alignmentAt(plan, PATH).territoryOf]
    .map((slot) => alignmentAt(plan, PATH).territories[slot]?.name[0] ?? "?")
    .join("");
const newTerritory = { id: "n", name: "New", color: "#010203", group: "coast", coverage: [], share: 1 };

describe("a part", () => {
  it("has only its region's accounts, territories, groups and reps", () => {
    const alignment = alignmentAt(part, PATH);
    expect([...part.tables.accounts.ids]).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108]);
    expect(alignment.territories.map((territory) => territory?.name)).toEqual([
      "Unassigned",
      "A",
      "B",
      "C",
      undefined,
    ]);
    expect(alignment.groups.map(({ id, parent }) => [id, parent])).toEqual([
      ["west", null],
      ["coast", "west"],
    ]);
    expect([...part.tables.reps.ids]).toEqual([1, 2]);
    expect(names(part)).toBe("AAABBBCCC");
    expect(part.layers[0]!.baseline!.territories.map((territory) => territory?.name)).toEqual([
      "Unassigned",
      "A",
      "B",
      "C",
      undefined,
    ]);
  });
  it("leaves reps who cover nothing in it out", () =>
    expect([
      ...cutOut(
        edited(whole, (plan) => moveTerritories(plan, PATH, [1], "east")),
        PATH,
        "east",
        "p",
      ).tables.reps.ids,
    ]).toEqual([1]));
});

describe("a part that is merged back", () => {
  it("brings nothing where nothing was changed", () => {
    const { patch, conflicts } = merged(whole, part);
    expect(patch.changes).toEqual([]);
    expect(conflicts).toEqual([]);
  });
  it("brings moves, territories, groups, locks and reps as one patch that can be taken back", () => {
    const done = edited(
      part,
      (plan) => addRep(plan, 55, "Cem"),
      (plan) => createGroup(plan, PATH, "north", "North"),
      (plan) =>
        createTerritory(plan, PATH, {
          ...newTerritory,
          group: "north",
          coverage: [{ rep: 55, role: "primary" }],
        }),
      (plan) => updateTerritory(plan, PATH, 1, { name: "Alpha", share: 0.5 }),
      (plan) => renameGroup(plan, PATH, "coast", "Shore"),
      assign([0, 8], 5),
      (plan) => lockAccounts(plan, PATH, new Set([3]), { reason: "signed", until: 9 }),
    );
    const merge = merged(whole, done);
    expect(merge.conflicts).toEqual([]);
    expect(merge).toMatchObject({ accounts: 2, territories: 2, groups: 2 });
    const after = applyPatch(whole, merge.patch);
    const alignment = alignmentAt(after, PATH);
    expect(names(after)).toBe("NAABBBCCNDDD");
    expect(alignment.territories[1]).toMatchObject({ name: "Alpha", share: 0.5, group: "coast" });
    expect(alignment.groups.map(({ name, parent }) => [name, parent])).toEqual([
      ["West", null],
      ["Shore", "west"],
      ["East", null],
      ["North", "west"],
    ]);
    expect(alignment.locks.get(3)).toEqual({ reason: "signed", until: 9 });
    expect([...after.tables.reps.ids]).toEqual([1, 2, 55]);
    const back = alignmentAt(applyPatch(after, invertPatch(merge.patch)), PATH);
    const { territories } = alignmentAt(whole, PATH);
    expect(back).toEqual({ ...alignmentAt(whole, PATH), territories: [...territories, null] });
    // Once more brings nothing new.
    expect(merged(after, done).patch.changes).toEqual([]);
  });
  it("matches accounts by id, whatever happened to the rows", () => {
    const later = edited(whole, assign([9], 1), (plan) => ({
      label: "",
      cause: { kind: "action", action: "test" },
      changes: [
        { kind: "rows-added", table: "accounts", at: plan.tables.accounts.count, ids: [500], cells: [] },
      ],
    }));
    const after = applyPatch(later, merged(later, edited(part, assign([8], 1))).patch);
    expect(names(after)).toBe("AAABBBCCAADDU");
  });
  it("deletes what was deleted there and holds nothing here", () => {
    const done = edited(
      part,
      assign([6, 7, 8], 1),
      (plan) => deleteTerritory(plan, PATH, 3),
      (plan) => deleteGroup(plan, PATH, "coast"),
    );
    const merge = merged(whole, done);
    const alignment = alignmentAt(applyPatch(whole, merge.patch), PATH);
    expect(merge.conflicts).toEqual([]);
    expect(alignment.territories[3]).toBeNull();
    expect(alignment.groups.map(({ id }) => id)).toEqual(["west", "east"]);
    expect(alignment.territories[1]!.group).toBe("west");
  });
  it("lists what both sides changed, and keeps what is here", () => {
    const there = edited(
      part,
      assign([0, 1, 2, 3], 3),
      (plan) => updateTerritory(plan, PATH, 2, { name: "Beta", color: "#ffffff" }),
      (plan) => lockAccounts(plan, PATH, new Set([4]), { reason: "there", until: null }),
    );
    const here = edited(
      whole,
      assign([0], 4),
      assign([1], 3),
      (plan) => lockAccounts(plan, PATH, new Set([2]), { reason: "here", until: null }),
      (plan) => lockAccounts(plan, PATH, new Set([4]), { reason: "here", until: null }),
      (plan) => updateTerritory(plan, PATH, 2, { name: "Bravo" }),
    );
    const merge = merged(here, there);
    expect(merge.conflicts).toEqual([
      { kind: "territory", id: "territory-B", name: "Bravo", fields: ["name"], why: "changed-here" },
      { kind: "account", account: 100, why: "moved-here" },
      { kind: "account", account: 102, why: "locked-here" },
      { kind: "lock", account: 104, why: "changed-here" },
    ]);
    const after = applyPatch(here, merge.patch);
    expect(names(after)).toBe("DCACBBCCCDDD");
    expect(alignmentAt(after, PATH).territories[2]).toMatchObject({ name: "Bravo", color: "#ffffff" });
  });
  it("keeps a territory that was deleted there and has been given accounts here", () => {
    const there = edited(part, assign([6, 7, 8], 1), (plan) => deleteTerritory(plan, PATH, 3));
    const merge = merged(edited(whole, assign([9], 3)), there);
    expect(merge.conflicts).toEqual([
      { kind: "territory", id: "territory-C", name: "C", fields: [], why: "still-used" },
    ]);
  });
  it("is refused by another plan, and a whole plan by any", () => {
    expect(mergePart({ ...whole, id: "other" }, part)).toBe("part-of-another-plan");
    expect(mergePart(whole, whole)).toBe("not-a-part");
  });
  it("is in the plan what it was in the part, whatever was done there, and changes nothing outside", () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const done = edited(part, ...steps.map(([row, slot]) => assign([row], slot)));
        const after = applyPatch(whole, merged(whole, done).patch);
        const now = [...alignmentAt(after, PATH).territoryOf];
        expect(now.slice(0, 9)).toEqual([...alignmentAt(done, PATH).territoryOf]);
        expect(now.slice(9)).toEqual([4, 4, 4]);
      }),
    );
  });
});
