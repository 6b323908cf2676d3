import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { lookAt } from "../../../src/session/alignment-look";
import type { OptimizationSettings } from "../../../src/session/optimization-settings";
import { proposalPatch } from "../../../src/session/proposal";
import { partOfProposal } from "../../../src/session/proposal-part";
import type { LookedAt } from "../../../src/ui/optimize/create-optimization";
import { brokenRules, emptiedTerritories, verdictOf } from "../../../src/ui/optimize/verdict";
import { A, B, PATH, smallPlan } from "../../helpers/small-plan";
import { twelveAccounts } from "../../helpers/twelve-accounts";
import { proposalByDigits } from "../../session/proposed";

interface Asked {
  readonly fields?: Partial<OptimizationSettings>;
  /** What the search says of it. */
  readonly feasible?: boolean;
  /** Slots whose changes are accepted; all where none are named. */
  readonly chosen?: readonly number[];
}

/** A proposal, one digit per account, as the card counts it. */
function counted(plan: Plan, digits: string, { fields = {}, feasible = true, chosen }: Asked = {}): LookedAt {
  const found = proposalByDigits(plan, digits, fields);
  const whole = { ...found, progress: { ...found.progress, feasible } };
  const proposal = chosen ? partOfProposal(plan, whole, new Set(chosen)) : whole;
  const after = applyPatch(plan, proposalPatch(plan, proposal));
  const { territories } = alignmentAt(after, PATH);
  return {
    proposal,
    look: lookAt(after, PATH),
    territories,
    moved: 0,
    isPart: chosen !== undefined,
    isFinal: true,
  };
}
const only = (measure: string, tolerance: number, tolerances?: Record<string, number>) => ({
  balance: [{ measure, tolerance, ...(tolerances && { tolerances }) }],
});

describe("the verdict on a proposal", () => {
  it("is good where every rule holds by the search and as counted", () => {
    const looked = counted(smallPlan("AAAAAB"), "000111");
    expect(verdictOf(looked)).toEqual({ text: "Every rule is met.", isGood: true });
    expect(brokenRules(looked)).toEqual([]);
  });

  it("is that of the plan as counted where the search only estimates", () => {
    const plan = twelveAccounts();
    const looked = counted(plan, "000000000001", { fields: only("workload", 0.05) });
    const { totals, targets } = looked.look.figures.measures.find(
      ({ measure }) => measure.id === "workload",
    )!;
    const off = Math.round((100 * (totals[A]! - targets[A]!)) / targets[A]!);
    expect(off).toBeGreaterThan(20);
    expect(verdictOf(looked)).toEqual({
      text: `By the search's estimate of driving every rule is met; counted on this plan, Workload is outside its tolerance in 2 of 2 territories, farthest A at +${off} %. To estimate again from this plan, accept it and optimize once more.`,
      isGood: false,
    });
  });

  it("says so where the estimate was too strict", () => {
    const looked = counted(twelveAccounts(), "000000000001", {
      fields: only("workload", 5),
      feasible: false,
    });
    expect(verdictOf(looked)).toMatchObject({
      text: expect.stringMatching(
        /estimate not every rule could be met; counted .* every territory is within/,
      ),
      isGood: false,
    });
  });

  it("names the only territory that is outside, to a tenth where it is near", () => {
    const plan = smallPlan("AABB", [100, 12, 100, 100]);
    const fields = only("revenue", 0.1, { "territory-A": 0.5, "territory-B": 0.02 });
    expect(verdictOf(counted(plan, "0011", { fields })).text).toBe(
      "By what the search counts every rule is met; counted on this plan, Revenue is outside its tolerance in 1 of 2 territories, B at +28 %.",
    );
    const near = only("revenue", 0.1, { "territory-B": 0.01 });
    const even = smallPlan("AABB", [100, 100, 100, 108]);
    expect(brokenRules(counted(even, "0011", { fields: near }))).toMatchObject([{ broken: 1, of: 2 }]);
    expect(verdictOf(counted(even, "0011", { fields: near })).text).toMatch(/B at \+2\.0 %/);
  });

  it("holds territories to their capacities", () => {
    const capacities = [{ measure: "count", column: null, each: 3, territories: {} }];
    const looked = counted(smallPlan("AAAABB"), "000011", { fields: { ...only("count", 1), capacities } });
    expect(brokenRules(looked)).toMatchObject([
      { kind: "capacity", broken: 1, of: 2, farthest: { name: "A" } },
    ]);
    expect(verdictOf(looked).text).toMatch(
      /Accounts is above its capacity in 1 of 2 territories, A at \+33 %/,
    );
  });

  it("judges only the territories that took part", () => {
    const plan = smallPlan("AAABBBBB");
    const all = counted(plan, "00011111", { fields: only("count", 0.1) });
    expect(brokenRules(all)).toMatchObject([{ broken: 2, of: 2 }]);
    const some = { ...all, proposal: { ...all.proposal, slots: [A] } };
    expect(brokenRules(some)).toMatchObject([{ broken: 1, of: 1, farthest: { name: "A" } }]);
  });
});

describe("the verdict on a part of a proposal", () => {
  const plan = smallPlan("AAAAAB");

  it("is of that part, whatever the search says of the whole", () => {
    const part = counted(plan, "000111", { chosen: [A] });
    expect(verdictOf(part).isGood).toBe(false);
    expect(verdictOf(part).text).toMatch(
      /^Counted with the chosen changes only, Accounts is outside its tolerance in 2 of 2 territories, farthest .* at .67 %;/,
    );
  });

  it("is good where the part is balanced", () => {
    expect(verdictOf(counted(plan, "000111", { chosen: [A, B], feasible: false }))).toEqual({
      text: "Counted with the chosen changes only, every territory is within its tolerances.",
      isGood: true,
    });
  });
});

describe("territories left with no accounts", () => {
  const figuresOf = (plan: Plan) => lookAt(plan, PATH).figures;

  it("are named where they had some", () => {
    const plan = smallPlan("AAAB");
    expect(emptiedTerritories(figuresOf(plan), counted(plan, "0000"))).toEqual(["B"]);
    expect(emptiedTerritories(figuresOf(plan), counted(plan, "0011"))).toEqual([]);
  });

  it("are not named where they had none", () => {
    const plan = smallPlan("AAAA");
    expect(emptiedTerritories(figuresOf(plan), counted(plan, "0000"))).toEqual([]);
  });

  it("are named where the proposal would make them, by the slots of the plan that would be", () => {
    const plan = smallPlan("AABB");
    const fields = { territories: { kind: "add", count: 2 } } as const;
    const part = counted(plan, "0213", { fields, chosen: [4] });
    expect(part.territories).toHaveLength(4);
    expect(emptiedTerritories(figuresOf(plan), part)).toEqual([part.territories[3]!.name]);
  });
});
