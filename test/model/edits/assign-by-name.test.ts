import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignByName, slotNamed } from "../../../src/model/edits/assign-by-name";
import { updateTerritory } from "../../../src/model/edits/territory-edits";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { A, B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";

const assigned = (letters: string, ...names: (string | null)[]) => {
  const plan = smallPlan(letters);
  return lettersOf(applyPatch(plan, assignByName(plan, PATH, [...names.keys()], names)));
};
const renamed = (plan: Plan, slot: number, name: string) =>
  applyPatch(plan, updateTerritory(plan, PATH, slot, { name }));
const territoriesOf = (plan: Plan) => alignmentAt(plan, PATH).territories;

describe("accounts assigned by name", () => {
  it("move to the territory that each names", () =>
    expect(assigned("...A", "A", "B", "A", "B")).toBe("ABAB"));
  it("leave it where nothing or Unassigned is named", () =>
    expect(assigned("ABA", null, "Unassigned")).toBe("..A"));
  it("stay where they are locked", () => expect(assigned("aAb", "B", "B", null)).toBe("aBb"));
  it("stay where no territory has the name", () => expect(assigned("AB", "North", "constructor")).toBe("AB"));
  it("change nothing where they are already", () => {
    expect(assignByName(smallPlan("AB"), PATH, [0, 1], ["A", "B"]).changes).toEqual([]);
  });
});

describe("a territory's name", () => {
  it("is found without regard to case, accents and spaces, the exact one first", () => {
    const plan = renamed(renamed(smallPlan(""), A, "Île-de-France "), B, "ILE-DE-FRANCE");
    const territories = territoriesOf(plan);
    expect(slotNamed(territories, "Île-de-France")).toBe(A);
    expect(slotNamed(territories, "ILE-DE-FRANCE")).toBe(B);
    expect(slotNamed(territories, " I\u0302le-de-france\u00a0")).toBe(A);
    expect(slotNamed(territories, "Paris")).toBeUndefined();
  });
  it("may be __proto__, or Unassigned", () => {
    const plan = renamed(renamed(smallPlan(""), A, "__proto__"), B, "Unassigned");
    expect(slotNamed(territoriesOf(plan), "__proto__")).toBe(A);
    expect(slotNamed(territoriesOf(plan), "unassigned")).toBe(B);
    expect(slotNamed(territoriesOf(plan), "  ")).toBe(0);
    expect(slotNamed(territoriesOf(smallPlan("")), "toString")).toBeUndefined();
  });
});
