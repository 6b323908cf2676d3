import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { invertPatch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { createBudget } from "../../src/optimizer/budget";
import type { SearchProgress } from "../../src/optimizer/progress";
import { createRandom } from "../../src/optimizer/random";
import { stateProblem } from "../../src/optimizer/row-problem";
import { search } from "../../src/optimizer/search";
import type { OptimizationProblem } from "../../src/session/optimization-problem";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import { type Proposal, proposalFrame, proposalOf, proposalPatch } from "../../src/session/proposal";
import { B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { countedIds, problemOf, refusal, settingsOf } from "./proposed";

/** What the optimizer proposes for the plan. */
function proposed(plan: Plan, fields: Partial<OptimizationSettings> = {}): Proposal {
  const settings = settingsOf(plan, fields);
  const problem = problemOf(plan, fields);
  const runs = [{ seed: 1, effort: "quick", iterations: 3 }] as const;
  return proposalOf(proposalFrame(plan, PATH, problem, settings, countedIds()), searched(problem), { runs });
}

function searched({ rows, options }: OptimizationProblem): SearchProgress {
  const enough = createBudget(3);
  let last: SearchProgress | null = null;
  for (const progress of search(stateProblem(rows), options, createRandom(1))) {
    last = progress;
    if (enough(progress)) break;
  }
  if (!last) throw new Error("Expected a plan, got none.");
  return last;
}

describe("a proposal", () => {
  it("balances a lopsided alignment when it is accepted, and is one step to undo", () => {
    const plan = smallPlan("AAAAAAAAAA.B");
    const patch = proposalPatch(plan, proposed(plan));
    const after = applyPatch(plan, patch);
    expect([...lettersOf(after)].filter((letter) => letter === "A").length).toBe(6);
    expect(lettersOf(after)).not.toContain(".");
    expect(lettersOf(applyPatch(after, invertPatch(patch)))).toBe(lettersOf(plan));
  });

  it("never moves locked accounts", () => {
    const locked = fc.array(fc.constantFrom("A", "a", "B", "b", "."), { minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(locked, (letters) => {
        const plan = smallPlan(letters.join(""));
        const after = lettersOf(applyPatch(plan, proposalPatch(plan, proposed(plan))));
        letters.forEach((letter, i) => {
          if (/[a-z]/.test(letter)) expect(after[i]).toBe(letter);
        });
      }),
      { numRuns: 12 },
    );
  });

  it("leaves accounts alone that were locked since it was made", () => {
    const plan = smallPlan("AAAAAAAA");
    const proposal = proposed(plan);
    const everyone = new Set(Array.from({ length: 8 }, (_, i) => i));
    const now = applyPatch(plan, lockAccounts(plan, PATH, everyone, { reason: "", until: null }));
    expect(proposalPatch(now, proposal).changes).toEqual([]);
  });

  it("is computed against the plan as it is when accepted", () => {
    const plan = smallPlan("AAAAAAAA");
    const proposal = proposed(plan);
    const edited = applyPatch(plan, assignAccounts(plan, PATH, new Set([0, 1, 2]), B));
    const accepted = applyPatch(edited, proposalPatch(edited, proposal));
    expect(lettersOf(accepted)).toBe(lettersOf(applyPatch(plan, proposalPatch(plan, proposal))));
  });

  it("draws new territories behind the existing ones, under names of their own", () => {
    const plan = smallPlan("AAAABBBBBBBB");
    const after = applyPatch(
      plan,
      proposalPatch(plan, proposed(plan, { territories: { kind: "count", count: 4 } })),
    );
    const { territories, territoryOf } = alignmentAt(after, PATH);
    expect(territories.slice(1).map((territory) => territory?.name)).toEqual([
      "A",
      "B",
      "Territory 3",
      "Territory 4",
    ]);
    expect(new Set(territoryOf).size).toBe(4);
  });

  it("takes away territories it has no use for, unless they hold locked accounts", () => {
    const plan = smallPlan("AAAABBBB");
    const one = { territories: { kind: "count", count: 1 } } as const;
    const after = applyPatch(plan, proposalPatch(plan, proposed(plan, one)));
    expect(alignmentAt(after, PATH).territories.filter(Boolean).length).toBe(2);
    expect(new Set(alignmentAt(after, PATH).territoryOf).size).toBe(1);
    expect(refusal(smallPlan("aAAAbBBB"), one)).toContain("locked");
  });

  it("is refused where there is nothing to balance, saying what to do", () => {
    expect(refusal(smallPlan(""), {})).toContain("Import");
    expect(refusal(smallPlan("AB"), { balance: [] })).toContain("measure");
  });
});
