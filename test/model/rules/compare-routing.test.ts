import { expect, it } from "vitest";
import { compareRouting } from "../../../src/model/rules/compare-routing";
import { dryRun } from "../../../src/model/rules/route-rows";
import { inStates, rep, routingPlan, rule } from "../../helpers/routing-plan";
import { PATH } from "../../helpers/small-plan";

const REPS = [{ name: "Ann" }, { name: "Bob" }];

it("tells where leads went and where they would have gone", () => {
  const leads = [
    { state: "TX", owner: "bob" },
    { state: "TX", owner: "Ann" },
    { state: "NY", owner: "Someone else" },
    { state: "TX" },
  ];
  const plan = routingPlan(REPS, leads, [rule("texas", { kind: "rep", rep: rep(1) }, [inStates("TX")])]);
  const compared = compareRouting(plan, PATH, "leads", dryRun(plan, PATH, "leads", 5));
  expect(compared.had).toEqual(["bob", "Ann", "Someone else", ""]);
  expect(compared.gets).toEqual(["Ann", "Ann", "Someone else", "Ann"]);
  expect([[...compared.changed], compared.changedCount]).toEqual([[1, 0, 0, 1], 2]);
  expect(compared.reps).toEqual([
    { rep: -1, had: 2, gets: 1 },
    { rep: 0, had: 1, gets: 3 },
    { rep: 1, had: 1, gets: 0 },
  ]);
  expect([...compared.byRule]).toEqual([
    ["texas", 3],
    ["", 1],
  ]);
});

it("leaves locked accounts where they are", () => {
  const plan = routingPlan(REPS, [], [rule("ann", { kind: "rep", rep: rep(1) })], "ABb.");
  const compared = compareRouting(plan, PATH, "accounts", dryRun(plan, PATH, "accounts", 5));
  expect(compared.had).toEqual(["A", "B", "B", ""]);
  expect(compared.gets).toEqual(["A", "A", "B", "A"]);
});

it("counts an account that nobody gets with nobody, though it stays where it is", () => {
  const plan = routingPlan(REPS, [], [], "AAB.");
  const compared = compareRouting(plan, PATH, "accounts", dryRun(plan, PATH, "accounts", 5));
  expect(compared.gets).toEqual(["A", "A", "B", ""]);
  expect(compared.changedCount).toBe(0);
  expect(compared.reps).toEqual([
    { rep: -1, had: 1, gets: 4 },
    { rep: 0, had: 2, gets: 0 },
    { rep: 1, had: 1, gets: 0 },
  ]);
  expect(compared.stayingCount).toBe(3);
});
