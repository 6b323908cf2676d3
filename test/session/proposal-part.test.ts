import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { figures } from "../../src/model/metrics/figures";
import { invertPatch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { lookAt } from "../../src/session/alignment-look";
import { type Proposal, proposalPatch } from "../../src/session/proposal";
import {
  changedTerritories,
  exchangePartners,
  partOfProposal,
  proposalAsScenario,
} from "../../src/session/proposal-part";
import { A, B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { proposalByDigits } from "./proposed";

/** A proposal of `count` territories as the search would give it: one digit per account. */
const proposed = (plan: Plan, digits: string, count = 2) =>
  proposalByDigits(plan, digits, { territories: { kind: "count", count } });

const accepted = (plan: Plan, proposal: Proposal) => applyPatch(plan, proposalPatch(plan, proposal));
const slotsOf = (plan: Plan) => [...alignmentAt(plan, PATH).territoryOf];

describe("a part of a proposal", () => {
  it("is all of it where every changed territory is chosen", () => {
    const account = fc.constantFrom("A", "B", ".");
    fc.assert(
      fc.property(fc.array(fc.tuple(account, fc.nat(1)), { minLength: 2, maxLength: 12 }), (accounts) => {
        const plan = smallPlan(accounts.map(([letter]) => letter).join(""));
        const proposal = proposed(plan, accounts.map(([, digit]) => digit).join(""));
        const part = partOfProposal(plan, proposal, new Set(changedTerritories(plan, proposal)));
        expect(slotsOf(accepted(plan, part))).toEqual(slotsOf(accepted(plan, proposal)));
      }),
    );
  });

  it("moves accounts between chosen territories only, and leaves the rest as it is", () => {
    const plan = smallPlan("AABB..");
    const proposal = proposed(plan, "012211", 3);
    const third = 3;
    expect(changedTerritories(plan, proposal)).toEqual([A, B, third]);
    const two = accepted(plan, partOfProposal(plan, proposal, new Set([B, third])));
    expect(slotsOf(two)).toEqual([A, A, third, third, B, B]);
    const without = accepted(plan, partOfProposal(plan, proposal, new Set([A, B])));
    expect(slotsOf(without)).toEqual([A, B, B, B, B, B]);
    expect(alignmentAt(without, PATH).territories).toHaveLength(3);
    expect(exchangePartners(plan, proposal, new Set([third]))).toEqual([B]);
    expect(exchangePartners(plan, proposal, new Set([A, B, third]))).toEqual([]);
  });

  it("leaves every territory untouched that is not chosen", () => {
    const account = fc.tuple(fc.constantFrom("A", "B", "."), fc.nat(2));
    fc.assert(
      fc.property(fc.array(account, { minLength: 3, maxLength: 12 }), (accounts) => {
        const plan = smallPlan(accounts.map(([letter]) => letter).join(""));
        const proposal = proposed(plan, accounts.map(([, digit]) => digit).join(""), 3);
        const part = slotsOf(accepted(plan, partOfProposal(plan, proposal, new Set([B, 3]))));
        const heldBy = (slots: readonly number[]) => slots.map((slot) => slot === A);
        expect(heldBy(part)).toEqual(heldBy(slotsOf(plan)));
      }),
    );
  });

  it("changes nothing where nothing is chosen", () => {
    const plan = smallPlan("AABB..");
    const nothing = partOfProposal(plan, proposed(plan, "012211", 3), new Set());
    expect(proposalPatch(plan, nothing).changes).toEqual([]);
  });

  it("keeps a territory that would be dropped until it is chosen", () => {
    const plan = smallPlan("AABB");
    const proposal = proposed(plan, "0000", 1);
    expect(changedTerritories(plan, proposal)).toEqual([A, B]);
    const kept = accepted(plan, partOfProposal(plan, proposal, new Set()));
    expect(alignmentAt(kept, PATH).territories[B]).not.toBeNull();
    const dropped = accepted(plan, partOfProposal(plan, proposal, new Set([A, B])));
    expect(alignmentAt(dropped, PATH).territories[B]).toBeNull();
    expect(slotsOf(dropped)).toEqual([A, A, A, A]);
  });
});

describe("a proposal as a scenario of its own", () => {
  it("leaves the scenario it was made for, and is one step to undo", () => {
    const plan = smallPlan("AAAA");
    const proposal = proposed(plan, "0011");
    const patch = proposalAsScenario(plan, proposal, { id: "new" });
    const after = applyPatch(plan, patch);
    expect(lettersOf(after)).toBe("AAAA");
    expect([...alignmentAt(after, { ...PATH, scenario: "new" }).territoryOf]).toEqual([A, A, B, B]);
    expect(patch.cause.kind).toBe("run");
    expect(applyPatch(after, invertPatch(patch))).toEqual(plan);
  });
});

describe("a look at an alignment", () => {
  it("shows the figures that are counted at once", () => {
    const plan = smallPlan("AAB..bA");
    expect(lookAt(plan, PATH).figures).toEqual(figures(plan, PATH));
  });
});
