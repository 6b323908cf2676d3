import { expect, it } from "vitest";
import { primaryRep, territoryAt } from "../../../src/model/alignment";
import { applyPatch } from "../../../src/model/apply-patch";
import { cellNumber, cellText } from "../../../src/model/cells";
import { acceptRouting } from "../../../src/model/edits/accept-routing";
import { moveRule, setRouting, setRule } from "../../../src/model/edits/rule-edits";
import { invertPatch } from "../../../src/model/patch";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import type { RoutedTable } from "../../../src/model/planning/routing-rule";
import { routeRows, unroutedRows } from "../../../src/model/rules/route-rows";
import { type ColumnRole, columnByRole } from "../../../src/model/table";
import { inStates, pool, rep, routingPlan, rule } from "../../helpers/routing-plan";
import { lettersOf, PATH } from "../../helpers/small-plan";

const reps = [{ name: "Ann" }, { name: "Bob" }];
const leads = [{ state: "TX" }, { state: "TX", owner: "Bob" }, { state: "NY" }, { state: "TX" }];
const texas = rule("texas", pool("turns", 1, 1), [inStates("TX")]);

function accepted(plan: Plan, table: RoutedTable, now: number) {
  const decisions = routeRows(plan, PATH, table, unroutedRows(plan, PATH, table), now);
  const patch = acceptRouting(plan, PATH, table, decisions);
  return { patch, after: applyPatch(plan, patch) };
}

function texts(plan: Plan, table: RoutedTable, role: ColumnRole): string[] {
  const column = columnByRole(plan.tables[table], role);
  return [...plan.tables[table].ids.keys()].map((row) => cellText(column, row));
}

it("writes into a lead who has it, by which rule, why and when, and takes it back", () => {
  const plan = routingPlan(reps, leads, [texas]);
  const { patch, after } = accepted(plan, "leads", 100.5);
  expect(patch.label).toBe("Route 2 leads");
  expect(texts(after, "leads", "owner")).toEqual(["Ann", "Bob", "", "Bob"]);
  expect(texts(after, "leads", "territory")).toEqual(["A", "", "", "B"]);
  expect(texts(after, "leads", "routedBy")).toEqual(["texas", "", "", "texas"]);
  expect(texts(after, "leads", "routingReason")).toEqual([
    "Next in turn",
    "",
    "Left unassigned",
    "Next in turn",
  ]);
  const at = columnByRole(after.tables.leads, "routedAt")!;
  expect([0, 1, 2, 3].map((row) => cellNumber(at, row))).toEqual([100.5, Number.NaN, Number.NaN, 100.5]);
  const back = applyPatch(after, invertPatch(patch));
  expect(texts(back, "leads", "owner")).toEqual(["", "Bob", "", ""]);
  expect(back.tables.leads.columns.map(({ key }) => key)).toEqual(
    plan.tables.leads.columns.map(({ key }) => key),
  );
});

it("goes on in turn after what the rows say was routed before, also under a new name of the rule", () => {
  const more = [{ state: "TX" }, { state: "TX" }, { state: "TX" }];
  const plan = routingPlan(reps, more, [texas]);
  const first = applyPatch(
    plan,
    acceptRouting(plan, PATH, "leads", routeRows(plan, PATH, "leads", [0], 100)),
  );
  const next = (from: Plan) =>
    routeRows(from, PATH, "leads", [1, 2], 100).map(({ answer }) => answer.given && answer.rep);
  expect(next(first)).toEqual([1, 0]);
  const patch = setRule(first, "texas", { ...texas, name: "Lone Star" });
  const renamed = applyPatch(first, patch);
  expect(texts(renamed, "leads", "routedBy")).toEqual(["Lone Star", "", ""]);
  expect(next(renamed)).toEqual([1, 0]);
  expect(texts(applyPatch(renamed, invertPatch(patch)), "leads", "routedBy")).toEqual(["texas", "", ""]);
});

it("puts accounts into their territory by rule, and leaves locked ones", () => {
  const plan = routingPlan(reps, [], [rule("b", { kind: "rep", rep: rep(2) })], "A.b..");
  const { patch, after } = accepted(plan, "accounts", 100);
  expect(lettersOf(after)).toBe("ABbBB");
  expect([...alignmentAt(after, PATH).originOf]).toEqual([0, 3, 0, 3, 3]);
  expect(texts(after, "accounts", "routedBy")).toEqual(["", "b", "", "b", "b"]);
  expect(lettersOf(applyPatch(after, invertPatch(patch)))).toBe("A.b..");
  const decisions = routeRows(plan, PATH, "accounts", [0, 2], 100);
  expect(lettersOf(applyPatch(plan, acceptRouting(plan, PATH, "accounts", decisions)))).toBe("B.b..");
});

it("counts accounts that a rule routed in its turns", () => {
  const plan = routingPlan(reps, [{ state: "TX" }], [rule("all", pool("turns", 1, 1))], "AB.");
  const { after } = accepted(plan, "accounts", 100);
  const { territoryOf } = alignmentAt(after, PATH);
  expect(primaryRep(territoryAt(alignmentAt(after, PATH), territoryOf[2]!))).toBe(1);
  expect(routeRows(after, PATH, "leads", [0], 100).map(({ answer }) => answer.given && answer.rep)).toEqual([
    1,
  ]);
});

it("keeps the names of rules apart, their order, and the catch-all", () => {
  const plan = routingPlan(reps, leads, [texas]);
  const twice = applyPatch(plan, setRule(plan, "second", { ...texas, id: "second" }, 0));
  expect(twice.planning.rules.map(({ name }) => name)).toEqual(["texas (2)", "texas"]);
  const named = applyPatch(twice, setRule(twice, "second", { ...texas, id: "second", name: "Catch-all" }));
  expect(named.planning.rules[0]!.name).toBe("Catch-all (2)");
  const moved = applyPatch(twice, moveRule(twice, "second", 1));
  expect(moved.planning.rules.map(({ id }) => id)).toEqual(["texas", "second"]);
  const to = { id: "", catchAll: { kind: "rep", rep: rep(1) }, dailyCap: null } as const;
  const caught = applyPatch(plan, setRouting(plan, to));
  expect(texts(accepted(caught, "leads", 5).after, "leads", "routedBy")).toEqual([
    "texas",
    "",
    "Catch-all",
    "texas",
  ]);
});
