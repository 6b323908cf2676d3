import { describe, expect, it } from "vitest";
import { UNASSIGNED } from "../../../src/model/alignment";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { lockAccounts } from "../../../src/model/edits/lock-accounts";
import { createTerritory, deleteTerritory } from "../../../src/model/edits/territory-edits";
import { invertPatch } from "../../../src/model/patch";
import { B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";

/** The letters after assigning the accounts. */
function assigned(letters: string, accounts: readonly number[], territory: number): string {
  const plan = smallPlan(letters);
  return lettersOf(applyPatch(plan, assignAccounts(plan, PATH, new Set(accounts), territory)));
}

describe("assigning accounts", () => {
  it("moves them to the territory", () => expect(assigned("AA.", [1, 2], B)).toBe("ABB"));
  it("leaves locked accounts in place", () => expect(assigned("aA.", [0, 1], B)).toBe("aB."));
  it("takes them out of every territory", () => expect(assigned("AB", [0, 1], UNASSIGNED)).toBe(".."));
  it("leaves the plan it was given as it was", () => {
    const plan = smallPlan("AA");
    applyPatch(plan, assignAccounts(plan, PATH, new Set([0]), B));
    expect(lettersOf(plan)).toBe("AA");
  });
  it("does nothing where the accounts are there already", () => {
    const plan = smallPlan("BB");
    expect(assignAccounts(plan, PATH, new Set([0, 1]), B).changes).toEqual([]);
  });
  it("refuses a territory that was deleted", () => {
    const plan = smallPlan("AB");
    const without = applyPatch(plan, deleteTerritory(plan, PATH, B));
    expect(() => assignAccounts(without, PATH, new Set([0]), B)).toThrow("got a deleted one");
  });
});

describe("deleting a territory", () => {
  it("leaves its accounts unassigned and unlocked", () => {
    const plan = smallPlan("AbB.");
    expect(lettersOf(applyPatch(plan, deleteTerritory(plan, PATH, B)))).toBe("A...");
  });
  it("never gives its slot to another", () => {
    const plan = smallPlan("AB");
    const without = applyPatch(plan, deleteTerritory(plan, PATH, B));
    const made = { id: "c", name: "C", color: "#000000", group: null, coverage: [], share: 1 };
    const withC = applyPatch(without, createTerritory(without, PATH, made));
    expect(withC.scenarios[0]!.alignments.main!.territories.map((territory) => territory?.name)).toEqual([
      "Unassigned",
      "A",
      undefined,
      "C",
    ]);
  });
  it("comes back whole by undo", () => {
    const plan = smallPlan("AbB.");
    const patch = deleteTerritory(plan, PATH, B);
    expect(applyPatch(applyPatch(plan, patch), invertPatch(patch))).toEqual(plan);
  });
});

describe("locking", () => {
  it("pins accounts and lets them go", () => {
    const plan = smallPlan("AB");
    const locked = applyPatch(plan, lockAccounts(plan, PATH, new Set([1]), { reason: "key", until: null }));
    expect(lettersOf(locked)).toBe("Ab");
    expect(lettersOf(applyPatch(locked, lockAccounts(locked, PATH, new Set([0, 1]), null)))).toBe("AB");
  });
});
