import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { territorySlots } from "../../../src/model/alignment";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { groupsWithin, slotsWithin } from "../../../src/model/hierarchy";
import { territoriesWithin } from "../../../src/model/metrics/balance";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import { rollUps } from "../../../src/model/metrics/roll-up";
import { alignmentAt } from "../../../src/model/plan";
import { PATH } from "../../helpers/small-plan";
import { treePlan } from "../../helpers/tree-plan";

describe("roll-ups of twelve accounts", () => {
  // Every territory should hold 3 accounts and 75 of revenue. A holds 60, B 150, C 15, D 75.
  const plan = treePlan();
  const found = rollUps(alignmentAt(plan, PATH), figures(plan, PATH));
  it("sum the territories of a group", () => {
    const [count, revenue] = found.get("coast")!.measures;
    expect(count).toMatchObject({ total: 6, target: 6, index: 100, within: 2, counted: 2, score: 100 });
    // |60−75|/75 = 0.2 and |150−75|/75 = 1: 100 × (1 − 0.6) = 40
    expect(revenue).toMatchObject({ total: 210, target: 150, index: 140, within: 0, counted: 2 });
    expect(revenue!.score).toBeCloseTo(40);
    expect(found.get("coast")).toMatchObject({ territories: 2, accounts: 6, located: 6 });
  });
  it("take in the groups below", () => {
    const [, revenue] = found.get("west")!.measures;
    expect(found.get("west")).toMatchObject({ territories: 3, accounts: 9 });
    expect(revenue).toMatchObject({ total: 225, target: 225, index: 100, within: 0, counted: 3 });
  });
  it("say nothing of an empty group", () => {
    const [, revenue] = found.get("east")!.measures;
    expect(found.get("east")).toMatchObject({ territories: 0, accounts: 0 });
    expect(revenue).toMatchObject({ total: 0, target: 0, index: Number.NaN, score: Number.NaN });
  });
});

it("follows moves as if counted from the accounts", () => {
  const plan = treePlan();
  const move = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let now = plan;
      let counted = figures(now, PATH);
      for (const [account, slot] of moves) {
        const patch = assignAccounts(now, PATH, new Set([account]), slot);
        now = applyPatch(now, patch);
        if (patch.changes.length > 0) counted = updateFigures(counted, now, patch);
      }
      const alignment = alignmentAt(now, PATH);
      const found = rollUps(alignment, counted);
      const revenue = [10, 20, 30, 40, 50, 60, 5, 5, 5, 25, 25, 25];
      for (const { id } of alignment.groups) {
        const slots = new Set(slotsWithin(alignment, id));
        const members = revenue.filter((_, account) => slots.has(alignment.territoryOf[account]!));
        const { accounts, territories, measures } = found.get(id)!;
        expect(accounts).toBe(members.length);
        expect(territories).toBe(slots.size);
        expect(measures[1]!.total).toBeCloseTo(members.reduce((a, b) => a + b, 0));
        const others = groupsWithin(alignment.groups, id);
        expect(territories).toBe(
          territorySlots(alignment).filter((slot) => others.has(alignment.territories[slot]!.group ?? ""))
            .length,
        );
        const targets = counted.measures[1]!.targets.map((target, slot) => (slots.has(slot) ? target : 0));
        expect(measures[1]!.within).toBe(territoriesWithin(counted.measures[1]!.totals, targets, 0.1));
      }
    }),
  );
});
