import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { holdDeals, releaseDeals } from "../../src/model/edits/hold-deals";
import { handOvers, isOpenDeal } from "../../src/model/hand-overs";
import { invertPatch } from "../../src/model/patch";
import { onDay } from "../../src/model/pins";
import type { Plan } from "../../src/model/plan";
import { A, B, PATH, smallPlan } from "../helpers/small-plan";
import { makeColumn, makeTable } from "../helpers/small-table";

const [ANN, BOB] = [1, 2];
let made = 0;
const makeId = () => `hold-${made++}`;

/** Accounts 0 and 1 are Ann's, 2 is Bob's, 3 nobody's. Deals: an open and a won one of account 0, open ones of 1 and 2, one of nobody known. */
function planWithDeals(): Plan {
  const plan = smallPlan("AAB.");
  const deals = makeTable(
    [
      makeColumn("account", "text", ["Account 0", "Account 0", "account 1", "Account 2", "?"], "account"),
      makeColumn("stage", "text", ["Proposal", "Closed won", "Negotiation", "Proposal", "Proposal"], "stage"),
    ],
    5,
    1000,
  );
  return { ...onDay(plan, 100), tables: { ...plan.tables, deals } };
}
const start = planWithDeals();
// Account 0 goes to Bob, 1 to nobody, 3 from nobody to Ann.
const moved = [
  (plan: Plan) => assignAccounts(plan, PATH, new Set([0]), B),
  (plan: Plan) => assignAccounts(plan, PATH, new Set([1]), 0),
  (plan: Plan) => assignAccounts(plan, PATH, new Set([3]), A),
].reduce((plan, edit) => applyPatch(plan, edit(plan)), start);
const listed = (plan: Plan) =>
  handOvers(plan, PATH).map(({ from, to, account, deal, when }) => [
    from,
    to,
    account,
    deal,
    when.kind === "after" ? when.day : when.kind,
  ]);

describe("hand-overs", () => {
  it("are none while nothing moved", () => expect(listed(start)).toEqual([]));
  it("name who hands what to whom", () =>
    expect(listed(moved)).toEqual([
      [ANN, BOB, 0, null, "now"],
      [ANN, null, 1, null, "now"],
    ]));
});

describe("deals held back", () => {
  const all = new Set([0, 1, 2, 3]);
  const held = applyPatch(moved, holdDeals(moved, PATH, all, null, makeId));
  it("are the open ones of accounts that change hands", () =>
    expect(held.planning.holdouts.map(({ deal, rep }) => [deal, rep])).toEqual([
      [1000, ANN],
      [1002, ANN],
    ]));
  it("are handed over when they close, or after their last day", () => {
    expect(listed(held)).toEqual([
      [ANN, BOB, 0, null, "now"],
      [ANN, BOB, 0, 0, "at-close"],
      [ANN, null, 1, null, "now"],
      [ANN, null, 1, 2, "at-close"],
    ]);
    const dated = applyPatch(held, holdDeals(held, PATH, new Set([0]), 130, makeId));
    expect(dated.planning.holdouts).toHaveLength(2);
    expect(listed(dated)[1]).toEqual([ANN, BOB, 0, 0, 130]);
    expect(listed(onDay(dated, 130))).toHaveLength(4);
    expect(listed(onDay(dated, 131))).toHaveLength(3);
  });
  it("are not held twice", () => expect(holdDeals(held, PATH, all, null, makeId).changes).toEqual([]));
  it("go back in their places when taken back", () => {
    const release = releaseDeals(held, new Set(held.planning.holdouts.map(({ id }) => id)));
    expect(applyPatch(held, release).planning.holdouts).toEqual([]);
    expect(applyPatch(applyPatch(held, release), invertPatch(release)).planning).toEqual(held.planning);
  });
  it("stay no hand-over while the account is with its rep", () => {
    const back = applyPatch(held, assignAccounts(held, PATH, new Set([0]), A));
    expect(listed(back)).toEqual([
      [ANN, null, 1, null, "now"],
      [ANN, null, 1, 2, "at-close"],
    ]);
  });
  it("are open by their closing day where there is no stage", () => {
    const deals = makeTable([makeColumn("closed", "date", [99, 100, 101, null], "closed")], 4);
    expect([0, 1, 2, 3].map((deal) => isOpenDeal(deals, deal, 100))).toEqual([false, false, true, true]);
  });
});
