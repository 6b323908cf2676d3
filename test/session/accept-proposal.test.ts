import { describe, expect, it } from "vitest";
import type { Alignment } from "../../src/model/alignment";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { createTerritory, deleteTerritory } from "../../src/model/edits/territory-edits";
import { invertPatch, type Patch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { type Proposal, proposalPatch } from "../../src/session/proposal";
import { A, B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { alignedByUnits, exceptionMarks, unitLetters } from "../helpers/unit-plan";
import { problemOf, proposalByDigits, refusal } from "./proposed";

const ofCount = (count: number | null) =>
  count === null ? {} : ({ territories: { kind: "count", count } } as const);
const proposed = (plan: Plan, digits: string, count: number | null = null) =>
  proposalByDigits(plan, digits, ofCount(count));
const reasonAgainst = (plan: Plan, count: number) => refusal(plan, ofCount(count));

function accepted(plan: Plan, proposal: Proposal): Plan {
  return applyPatch(plan, proposalPatch(plan, proposal));
}

function edited(plan: Plan, ...edits: ((plan: Plan) => Patch)[]): Plan {
  return edits.reduce((current, edit) => applyPatch(current, edit(current)), plan);
}

const names = ({ territories }: Alignment) => territories.map((territory) => territory?.name ?? null);

describe("a proposal accepted in a plan that changed since", () => {
  it("overrules moves made since", () => {
    const plan = smallPlan("AABB");
    const proposal = proposed(plan, "0101");
    const now = edited(plan, (of) => assignAccounts(of, PATH, new Set([0, 1, 2, 3]), B));
    expect(lettersOf(accepted(now, proposal))).toBe("ABAB");
  });

  it("puts its new territories behind one that was created since", () => {
    const plan = smallPlan("AABB");
    const proposal = proposed(plan, "0122", 3);
    const fields = { color: "#000000", group: null, coverage: [], share: 1 };
    const now = edited(plan, (of) => createTerritory(of, PATH, { id: "c", name: "C", ...fields }));
    const next = accepted(now, proposal);
    expect(names(alignmentAt(next, PATH))).toEqual(["Unassigned", "A", "B", "C", "Territory 3"]);
    expect(lettersOf(next)).toBe("ABDD");
  });

  it("makes a territory again that was deleted since, in a slot of its own", () => {
    const plan = smallPlan("AABB");
    const proposal = proposed(plan, "0011");
    const now = edited(plan, (of) => deleteTerritory(of, PATH, B));
    const next = accepted(now, proposal);
    expect(names(alignmentAt(next, PATH))).toEqual(["Unassigned", "A", null, "B"]);
    expect(lettersOf(next)).toBe("AACC");
  });

  it("deletes the territories it does without, but for those that hold an account locked since", () => {
    const plan = smallPlan("AABB");
    const proposal = proposed(plan, "0000", 1);
    expect(names(alignmentAt(accepted(plan, proposal), PATH))).toEqual(["Unassigned", "A", null]);
    const now = edited(plan, (of) => lockAccounts(of, PATH, new Set([3]), { reason: "", until: null }));
    const next = accepted(now, proposal);
    expect(names(alignmentAt(next, PATH))).toEqual(["Unassigned", "A", "B"]);
    expect(lettersOf(next)).toBe("AAAb");
  });

  it("leaves accounts that took no part where they were put since", () => {
    const plan = smallPlan("AABB....");
    const within = { territories: { kind: "within", territories: ["territory-A", "territory-B"] } } as const;
    const proposal = proposalByDigits(plan, "0101", within);
    const now = edited(plan, (of) => assignAccounts(of, PATH, new Set([6, 7]), A));
    expect(lettersOf(accepted(now, proposal))).toBe("ABAB..AA");
  });
});

describe("what is asked of the optimizer", () => {
  it("keeps territories that hold locked accounts, and refuses to do with fewer", () => {
    const plan = smallPlan("AaBb");
    expect(problemOf(plan, ofCount(2)).slots).toEqual([A, B]);
    expect(reasonAgainst(plan, 1)).toMatch(/^2 territories hold locked accounts/);
  });

  it("is refused where there would be more territories than accounts", () => {
    const plan = smallPlan("AABB");
    expect(problemOf(plan, ofCount(4)).slots).toEqual([A, B, null, null]);
    for (const count of [5, 4_000_000_000]) {
      expect(reasonAgainst(plan, count)).toBe("There are 4 accounts: ask for at most 4 territories.");
    }
  });

  it("is refused where the number is none", () => {
    for (const count of [Number.NaN, 0, -1, 1.5]) {
      expect(reasonAgainst(smallPlan("AABB"), count)).toMatch(/^Say how many/);
    }
  });
});

describe("a proposal accepted in a plan aligned by units", () => {
  it("takes along the units of which it moves most accounts", () => {
    const plan = alignedByUnits("AABB", "1122");
    const next = accepted(plan, proposed(plan, "1100"));
    expect(lettersOf(next)).toBe("BBAA");
    expect(unitLetters(next)).toBe("BA..");
    expect(exceptionMarks(next)).toBe("----");
  });

  it("leaves units where they are if they would mislead", () => {
    const plan = alignedByUnits("AABB", "1122");
    const next = accepted(plan, proposed(plan, "0101"));
    expect(unitLetters(next)).toBe("AB..");
    expect(exceptionMarks(next)).toBe("-xx-");
  });

  it("leaves no unit to a territory that it takes away, and is taken back as a whole", () => {
    const plan = alignedByUnits("AABB", "1122");
    const patch = proposalPatch(plan, proposed(plan, "0000", 1));
    const next = applyPatch(plan, patch);
    expect(unitLetters(next)).toBe("AA..");
    expect(unitLetters(applyPatch(next, invertPatch(patch)))).toBe("AB..");
  });
});
