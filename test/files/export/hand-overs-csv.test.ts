import { expect, it } from "vitest";
import { exportHandOvers } from "../../../src/files/export/hand-overs-csv";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { holdDeals } from "../../../src/model/edits/hold-deals";
import { onDay } from "../../../src/model/pins";
import { B, PATH, smallPlan } from "../../helpers/small-plan";
import { makeColumn, makeTable } from "../../helpers/small-table";

it("lists who hands what to whom, and when", () => {
  const small = smallPlan("AAB");
  const deals = makeTable(
    [
      makeColumn("account", "text", ["Account 0", "Account 1"], "account"),
      makeColumn("deal", "text", ["=Big one", "Small"], "name"),
      makeColumn("stage", "text", ["Proposal", "Closed lost"], "stage"),
      makeColumn("amount", "currency", [1200.5, 3], "amount"),
    ],
    2,
  );
  const plan = { ...onDay(small, 20_000), tables: { ...small.tables, deals } };
  const moved = applyPatch(plan, assignAccounts(plan, PATH, new Set([0, 1]), B));
  const held = applyPatch(
    moved,
    holdDeals(moved, PATH, new Set([0, 1]), 20_603, () => "h"),
  );
  expect(exportHandOvers(held, PATH).split("\r\n")).toEqual([
    "From,To,What,Account ID,Account,Deal ID,Deal,Stage,Amount,When",
    "Ann,Bob,Account,,Account 0,,,,,with the plan",
    "Ann,Bob,Deal,,Account 0,,'=Big one,Proposal,1200.5,2026-05-31",
    "Ann,Bob,Account,,Account 1,,,,,with the plan",
    "",
  ]);
  expect(exportHandOvers(held, PATH, undefined, 2).split("\r\n")).toHaveLength(2);
});
