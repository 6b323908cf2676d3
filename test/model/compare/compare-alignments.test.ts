import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { keeperImpacts } from "../../../src/model/compare/keeper-impacts";
import { lastMovers } from "../../../src/model/compare/last-mover";
import { moveEffectsOf, runnerUpOf } from "../../../src/model/compare/move-effects-of";
import { movesBetween } from "../../../src/model/compare/moves-between";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { accountsOfEither, takeAssignments } from "../../../src/model/edits/take-assignments";
import { createTerritory, deleteTerritory } from "../../../src/model/edits/territory-edits";
import { disruption } from "../../../src/model/metrics/disruption";
import { figures, liveAccounts, revenueOf } from "../../../src/model/metrics/figures";
import type { Patch } from "../../../src/model/patch";
import { alignmentAt, baselineAt, type Plan } from "../../../src/model/plan";
import type { Revision } from "../../../src/model/revision";
import { A, B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";

const move = (plan: Plan, accounts: number[], slot: number) =>
  assignAccounts(plan, PATH, new Set(accounts), slot);
const moved = (plan: Plan, accounts: number[], slot: number) => applyPatch(plan, move(plan, accounts, slot));

function compared(plan: Plan) {
  const [before, after] = [baselineAt(plan, PATH)!, alignmentAt(plan, PATH)];
  const live = liveAccounts(plan.tables.accounts);
  const revenue = revenueOf(plan.tables.accounts);
  return { before, after, live, revenue, moves: movesBetween(before, after, live) };
}

describe("moves between two alignments", () => {
  it("tell who moved, from where to where, and who loses a rep by it", () => {
    const { moves } = compared(moved(moved(smallPlan("AAB."), [1, 3], B), [2], 0));
    expect([...moves.accounts]).toEqual([1, 2, 3]);
    expect([...moves.from]).toEqual([A, B, 0]);
    expect([...moves.to]).toEqual([B, 0, B]);
    expect([...moves.changesHands]).toEqual([1, 1, 0]);
  });

  it("match territories by id, so that a territory drawn anew is another one", () => {
    const plan = smallPlan("AB");
    const gone = applyPatch(plan, deleteTerritory(plan, PATH, B));
    const fresh = { ...alignmentAt(plan, PATH).territories[B]!, id: "new" };
    const made = applyPatch(gone, createTerritory(gone, PATH, fresh));
    const { moves } = compared(moved(made, [1], 3));
    expect([...moves.accounts]).toEqual([1]);
    expect([...moves.changesHands]).toEqual([0]);
  });
});

describe("what changes for each rep", () => {
  it("is what they keep, gain and lose, in accounts and revenue", () => {
    const plan = moved(moved(smallPlan("AAAB.", [1, 2, 4, 8, 16]), [0, 4], B), [1], 0);
    const { before, after, live, revenue } = compared(plan);
    expect(keeperImpacts(before, after, live, revenue)).toEqual([
      {
        keeper: 1,
        kept: { accounts: 1, revenue: 4 },
        gained: { accounts: 0, revenue: 0 },
        lost: { accounts: 2, revenue: 3 },
      },
      {
        keeper: 2,
        kept: { accounts: 1, revenue: 8 },
        gained: { accounts: 2, revenue: 17 },
        lost: { accounts: 0, revenue: 0 },
      },
    ]);
  });

  it("adds up: what is lost by all is the disruption, and everyone ends with what they have", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, A, B), { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.constantFrom(0, A, B)),
        (slots, next) => {
          let plan = smallPlan(slots.map((slot) => ".AB"[slot]).join(""));
          for (const account of slots.keys()) plan = moved(plan, [account], next.next().value);
          const { before, after, live, revenue } = compared(plan);
          const impacts = keeperImpacts(before, after, live, revenue);
          const lost = impacts.reduce((sum, { lost }) => sum + lost.accounts, 0);
          expect(lost).toBe(disruption(after, before, live, revenue).changedAccounts);
          for (const [i, { kept, gained }] of impacts.entries())
            expect(kept.accounts + gained.accounts).toBe(figures(plan, PATH).accounts[i + 1]);
        },
      ),
    ));
});

describe("what a move does", () => {
  const plan = moved(smallPlan("AABB", [10, 20, 30, 40]), [1], B);
  const { before, after, moves } = compared(plan);
  const effects = moveEffectsOf(moves, before, after, figures(plan, PATH), plan);

  it("to the indexes is the account's part of each target: 20 of 50", () => {
    const revenue = effects.index.find(({ measure }) => measure === "revenue")!;
    expect([...revenue.left]).toEqual([-40]);
    expect([...revenue.joined]).toEqual([40]);
  });

  it("to travel is the way to the middle of either territory, as they lie now", () => {
    // A is account 0 alone, 0.1 degrees north and west of account 1; the middle of B is near account 2.
    expect(effects.kmBefore[0]).toBeCloseTo(14, 0);
    expect(effects.kmAfter[0]).toBeCloseTo(14, 0);
  });

  it("knows the nearest other territory and the index it would have", () => {
    const runnerUp = runnerUpOf(1, after, figures(plan, PATH), plan)!;
    expect(runnerUp.slot).toBe(A);
    expect(runnerUp.km).toBeCloseTo(effects.kmBefore[0]!, 9);
    // A holds 10 of its target of 50; with the 20 of account 1 it would hold 30.
    expect(runnerUp.index).toEqual([100, 60]);
  });

  it("has no runner-up where there is no other territory", () =>
    expect(
      runnerUpOf(0, alignmentAt(smallPlan("AA"), PATH), figures(smallPlan("AA"), PATH), plan),
    ).toBeNull());
});

describe("who moved an account last", () => {
  const revision = (id: string, patch: Patch): Revision => ({
    id,
    parent: null,
    time: 0,
    author: "Kim",
    origin: "edit",
    patch,
  });

  it("is the newest revision that touched it here", () => {
    const plan = smallPlan("AAA");
    const elsewhere = move(plan, [2], B);
    const revisions = [
      revision("first", move(plan, [0, 1], B)),
      revision("second", move(moved(plan, [0, 1], B), [1], A)),
      revision("elsewhere", {
        ...elsewhere,
        changes: elsewhere.changes.map(
          (change) => ({ ...change, path: { ...PATH, scenario: "other" } }) as never,
        ),
      }),
    ];
    const movers = lastMovers(revisions, PATH, Uint32Array.of(0, 1, 2));
    expect([...movers].map(([account, { id }]) => [account, id])).toEqual([
      [1, "second"],
      [0, "first"],
    ]);
  });
});

describe("taking assignments from another alignment", () => {
  const back = (plan: Plan, accounts: number[]) =>
    takeAssignments(plan, PATH, baselineAt(plan, PATH)!, accounts, "the baseline");

  it("puts the accounts where they are there, but for locked ones", () => {
    const plan = moved(smallPlan("AAb"), [0, 1], B);
    expect(lettersOf(applyPatch(plan, back(plan, [0, 1, 2])))).toBe("AAb");
    expect(lettersOf(applyPatch(plan, back(plan, [1, 1])))).toBe("BAb");
  });

  it("does nothing where the territory is gone", () => {
    const plan = smallPlan("AB");
    const gone = applyPatch(plan, deleteTerritory(plan, PATH, B));
    expect(back(gone, [1]).changes).toEqual([]);
  });

  it("copies a whole territory: what it gets there, and what others get of it", () => {
    const plan = moved(moved(smallPlan("AABB."), [1], B), [2, 4], A);
    const accounts = accountsOfEither("territory-A", alignmentAt(plan, PATH), baselineAt(plan, PATH)!);
    expect(accounts).toEqual([0, 1, 2, 4]);
    expect(lettersOf(applyPatch(plan, back(plan, accounts)))).toBe("AABB.");
  });
});
