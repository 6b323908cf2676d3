import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { cutOut } from "../../src/model/cut-out";
import { assignUnits } from "../../src/model/edits/assign-units";
import { chooseUnits } from "../../src/model/edits/choose-units";
import { deleteTerritory } from "../../src/model/edits/territory-edits";
import { mergePart, type PartMerge } from "../../src/model/merge-part";
import { invertPatch, type Patch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { seededRandom } from "../helpers/seeded-random";
import { PATH } from "../helpers/small-plan";
import { treePlan } from "../helpers/tree-plan";
import { FOUR_UNITS, OWN_SET } from "../helpers/unit-plan";

const edited = (plan: Plan, ...edits: ((plan: Plan) => Patch)[]) =>
  edits.reduce((now, edit) => applyPatch(now, edit(now)), plan);
const give = (unit: number, slot: number) => (plan: Plan) => assignUnits(plan, PATH, new Set([unit]), slot);
const units = (plan: Plan) => {
  const { territoryOfUnit, territories } = alignmentAt(plan, PATH);
  return Array.from({ length: 4 }, (_, unit) => {
    const slot = territoryOfUnit[unit] ?? 0;
    return slot === 0 ? "." : (territories[slot]?.name[0] ?? "?");
  }).join("");
};
const merged = (plan: Plan, from: Plan): PartMerge => {
  const merge = mergePart(plan, from);
  if (typeof merge === "string") throw new Error(`Expected a merge, got "${merge}".`);
  return merge;
};

// Accounts 0–2 are A's and lie in One, 3–5 B's in Two, 6–8 C's in Three, 9–11 D's, outside of West, in Four.
const unitOf = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3];
const tree = treePlan();
const whole = edited(
  tree,
  (plan) => chooseUnits(plan, OWN_SET, FOUR_UNITS, unitOf, seededRandom(1)),
  give(0, 1),
  give(1, 2),
  give(3, 4),
);
const part = cutOut(whole, PATH, "west", "part");

describe("units of a part", () => {
  it("are those of its territories", () => {
    expect(units(whole)).toBe("AB.D");
    expect(units(part)).toBe("AB..");
  });
  it("come back as one patch that can be taken back", () => {
    const done = edited(part, give(0, 2), give(1, 0), give(2, 3));
    const merge = merged(whole, done);
    expect(merge).toMatchObject({ conflicts: [], units: 3 });
    const after = applyPatch(whole, merge.patch);
    expect(units(after)).toBe("B.CD");
    expect([...alignmentAt(after, PATH).territoryOf]).toEqual([2, 2, 2, 0, 0, 0, 3, 3, 3, 4, 4, 4]);
    expect(units(applyPatch(after, invertPatch(merge.patch)))).toBe("AB.D");
    expect(merged(after, done).patch.changes).toEqual([]);
  });
  it("stay as they are here where both sides gave them away, and say so", () => {
    const done = edited(part, give(0, 2), give(1, 3), give(2, 1), give(3, 1));
    const merge = merged(edited(whole, give(0, 3), give(2, 4), give(1, 3)), done);
    const ids = whole.tables.units.ids;
    expect(merge.conflicts.filter(({ kind }) => kind === "unit")).toEqual([
      { kind: "unit", unit: ids[0], why: "moved-here" },
      { kind: "unit", unit: ids[2], why: "held-here" },
      { kind: "unit", unit: ids[3], why: "held-here" },
    ]);
    expect(merge.units).toBe(0);
  });
  it("let a territory go that was deleted there and held only units", () => {
    const start = edited(whole, give(2, 3), give(2, 0), (plan) => assignUnits(plan, PATH, new Set([2]), 3));
    const done = edited(cutOut(start, PATH, "west", "part"), give(2, 1), (plan) =>
      deleteTerritory(plan, PATH, 3),
    );
    const merge = merged(start, done);
    expect(merge.conflicts).toEqual([]);
    const after = applyPatch(start, merge.patch);
    expect(units(after)).toBe("ABAD");
    expect(alignmentAt(after, PATH).territories[3]).toBeNull();
  });
  it("are not merged where the part uses other units, or does not know what it started with", () => {
    const other = edited(part, (plan) =>
      chooseUnits(plan, { ...OWN_SET, id: "own:other" }, FOUR_UNITS, unitOf.slice(0, 9), seededRandom(2)),
    );
    expect(merged(whole, other).conflicts).toEqual([]);
    expect(merged(whole, edited(other, give(5, 1))).conflicts).toEqual([
      { kind: "units", why: "other-units" },
    ]);
    const [record] = part.planning.cutOuts;
    const { units: _, ...base } = record!.base;
    const old = { ...part, planning: { ...part.planning, cutOuts: [{ ...record!, base }] } };
    expect(merged(whole, edited(old, give(0, 2))).conflicts).toEqual([
      { kind: "units", why: "units-unknown" },
    ]);
  });
  it("are in the plan what they were in the part, whatever was done there", () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const done = edited(part, ...steps.map(([unit, slot]) => give(unit, slot)));
        const after = applyPatch(whole, merged(whole, done).patch);
        expect(units(after)).toBe(`${units(done).slice(0, 3)}D`);
      }),
    );
  });
});
