import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { cleanUp } from "../../../src/model/edits/clean-up";
import { growToTarget } from "../../../src/model/edits/grow-to-target";
import { splitTerritory } from "../../../src/model/edits/split-territory";
import { figures } from "../../../src/model/metrics/figures";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { latticePlan, lettersOf } from "../../helpers/lattice-plan";
import { A, PATH } from "../../helpers/small-plan";

const revenueMeasure = (plan: Plan) => plan.measures.find(({ id }) => id === "revenue")!;
const line = fc.string({ unit: fc.constantFrom("A", "B", "b", "a", "."), minLength: 5, maxLength: 5 });
const map = fc.array(line, { minLength: 3, maxLength: 6 });

describe("cleaning up", () => {
  test("gives an enclave to the territory around it", () => {
    const plan = latticePlan(["AAAA", "AABA", "AAAA", "AAAA", "BBBB", "BBBB"]);
    expect(lettersOf(applyPatch(plan, cleanUp(plan, PATH)))).toBe("AAAAAAAAAAAAAAAABBBBBBBB");
  });

  test("leaves a locked enclave where it is", () => {
    const plan = latticePlan(["AAAA", "AAbA", "AAAA", "AAAA", "BBBB", "BBBB"]);
    expect(cleanUp(plan, PATH).changes).toEqual([]);
  });

  test("leaves a second place of a territory that is too large to be a stray", () => {
    const plan = latticePlan(["BBAAABB", "BBAAABB", "BBAAABB"]);
    expect(cleanUp(plan, PATH).changes).toEqual([]);
  });
});

describe("splitting a territory", () => {
  test("cuts the long way across, so that both halves are compact", () => {
    const plan = latticePlan(["AAAAAAAA", "AAAAAAAA"]);
    const letters = lettersOf(applyPatch(plan, splitTerritory(plan, PATH, A, null, "new")));
    expect(["AAAACCCCAAAACCCC", "CCCCAAAACCCCAAAA"]).toContain(letters);
  });

  test("halves the measure as nearly as whole accounts allow", () => {
    const plan = latticePlan(["AAAA"], [90, 10, 10, 90]);
    const split = applyPatch(plan, splitTerritory(plan, PATH, A, revenueMeasure(plan), "new"));
    const { totals } = figures(split, PATH).measures[1]!;
    expect([totals[A], totals[3]]).toEqual([100, 100]);
  });

  test("keeps locked accounts, and every account in one of the halves", () => {
    fc.assert(
      fc.property(map, (lines) => {
        const plan = latticePlan(lines);
        const before = lettersOf(plan);
        const patch = splitTerritory(plan, PATH, A, null, "new");
        const after = applyPatch(plan, patch);
        for (const [account, letter] of [...lettersOf(after)].entries()) {
          if (before[account] === "A") expect("AC").toContain(letter);
          else expect(letter).toBe(before[account]);
        }
        expect(lettersOf(applyPatch(after, invertPatch(patch)))).toBe(before);
      }),
    );
  });
});

describe("growing to target", () => {
  test("takes what nobody has beside it first", () => {
    const plan = latticePlan(["AA...", "BBBBB"]);
    const after = lettersOf(applyPatch(plan, growToTarget(plan, PATH, A, plan.measures[0]!)));
    expect(after).toBe("AAAAABBBBB");
  });

  test("ends at the target and starves nobody", () => {
    fc.assert(
      fc.property(map, (lines) => {
        const plan = latticePlan(lines);
        const [measure] = plan.measures;
        const before = figures(plan, PATH).measures[0]!;
        const after = figures(applyPatch(plan, growToTarget(plan, PATH, A, measure!)), PATH).measures[0]!;
        const missing = (figure: typeof before, slot: number) => figure.targets[slot]! - figure.totals[slot]!;
        if (missing(before, A) > 0)
          expect(Math.abs(missing(after, A))).toBeLessThanOrEqual(missing(before, A) + 1e-9);
        else expect(after.totals).toEqual(before.totals);
        const lost = after.totals[2]! < before.totals[2]!;
        if (lost) expect(after.totals[2]!).toBeGreaterThanOrEqual(after.targets[2]! * 0.9 - 1e-9);
      }),
    );
  });
});
