import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { indexOf } from "../../../src/model/metrics/balance";
import { figures } from "../../../src/model/metrics/figures";
import { previewMove } from "../../../src/model/metrics/move-effect";
import { A, B, PATH, smallPlan } from "../../helpers/small-plan";

const previewOf = (plan: ReturnType<typeof smallPlan>, accounts: readonly number[]) =>
  previewMove(plan, PATH, figures(plan, PATH), accounts);

describe("the preview of a move", () => {
  it("counts who moves, who is there already and who stays", () => {
    const preview = previewOf(smallPlan("AaAB."), [0, 1, 2, 3, 4]);
    expect(preview.staying).toEqual({ locked: 1, named: 0, ineligible: 0 });
    expect(preview.to(B)).toMatchObject({ moved: 3, there: 1, refused: 0 });
    expect(preview.from(B).map(({ slot, left }) => [slot, left])).toEqual([
      [A, 2],
      [0, 1],
    ]);
  });

  it("says which territory loses and which gains, and whether it ends within the tolerance", () => {
    // 4 accounts of 10: the target is 20 each.
    const preview = previewOf(smallPlan("AAAB"), [0]);
    expect(preview.to(B).effects[1]).toEqual({ measure: "Revenue", before: 50, after: 100, within: true });
    expect(preview.from(B)[0]!.effects[1]).toEqual({
      measure: "Revenue",
      before: 150,
      after: 100,
      within: true,
    });
    expect(previewOf(smallPlan("AABB"), [0]).to(B).effects[1]!.within).toBe(false);
  });

  it("counts accounts whose segment the target does not take, but not those there already", () => {
    const plan = smallPlan("ABB");
    const scenario = plan.scenarios[0]!;
    const alignment = scenario.alignments.main!;
    const territories = alignment.territories.map((territory, slot) =>
      slot === B ? { ...territory!, segments: ["big"] } : territory,
    );
    const segmentation = {
      id: "size",
      name: "Size",
      segments: [
        {
          id: "big",
          name: "Big",
          color: "#000000",
          condition: {
            match: "all" as const,
            tests: [{ column: "revenue", test: { kind: "range" as const, from: 15, to: null } }],
          },
        },
      ],
    };
    const limited = {
      ...plan,
      scenarios: [{ ...scenario, alignments: { main: { ...alignment, territories } } }],
      planning: { ...plan.planning, segmentations: [segmentation] },
    };
    expect(previewOf(limited, [0, 1, 2]).to(B)).toMatchObject({ moved: 1, there: 2, refused: 1 });
  });

  it("agrees with the figures after the move", () => {
    const letter = fc.constantFrom("A", "B", ".", "a", "b");
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 30 }),
        fc.uniqueArray(fc.nat(29), { maxLength: 20 }),
        fc.constantFrom(0, A, B),
        fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 30, maxLength: 30 }),
        (letters, picked, target, revenue) => {
          const plan = smallPlan(letters.join(""), revenue.slice(0, letters.length));
          const accounts = picked.filter((account) => account < letters.length);
          const preview = previewOf(plan, accounts);
          const to = preview.to(target);
          const patch = assignAccounts(plan, PATH, new Set(accounts), target);
          const after = figures(applyPatch(plan, patch), PATH);
          const [change] = patch.changes;
          expect(to.moved).toBe(change?.kind === "assignment" ? change.accounts.length : 0);
          expectAlike(to.balance, after.balanceScore);
          const told = [{ slot: target, effects: to.effects }, ...preview.from(target)];
          for (const { slot, effects } of told) {
            for (const [i, { totals, targets }] of after.measures.entries()) {
              expectAlike(effects[i]!.after, indexOf(totals[slot]!, targets[slot]!));
            }
          }
        },
      ),
    );
  });
});

/** Alike but for the last digits, or both blank. */
function expectAlike(told: number, counted: number): void {
  if (Number.isNaN(counted)) expect(told).toBeNaN();
  else expect(Math.abs(told - counted) / Math.max(1, Math.abs(counted))).toBeLessThan(1e-9);
}
