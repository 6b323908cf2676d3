import { expect, it } from "vitest";
import { cellText } from "../../src/model/cells";
import { lossesOf } from "../../src/model/rules/analyze-rules";
import { columnByRole } from "../../src/model/table";
import { withRulesOf } from "../../src/session/rules-on-import";
import { pool, rep, routingPlan, rule } from "../helpers/routing-plan";
import { lettersOf, PATH } from "../helpers/small-plan";
import { makeTable } from "../helpers/small-table";

const named = (header: string, column: string) =>
  ({ kind: "column", table: "accounts", column, header }) as const;

it("reads the rules of the open plan by names and headers, and routes what came without a territory", () => {
  const filled = { kind: "cell", field: named("Revenue", "old-key"), test: { kind: "filled" } } as const;
  const open = routingPlan(
    [{ name: "Bob" }, { name: "Ann" }, { name: "Gone" }],
    [],
    [
      rule("gone", { kind: "rep", rep: rep(3) }),
      rule("b", { kind: "territory", territory: "territory-B" }, [filled]),
    ],
  );
  const scenario = open.scenarios[0]!;
  const alignment = scenario.alignments.main!;
  // In the file the territories and reps have the same names and other ids.
  const territories = alignment.territories.map(
    (territory) => territory && { ...territory, id: `new ${territory.id}` },
  );
  const imported = routingPlan([{ name: "Ann" }, { name: "Bob" }], [], [], "A..B");
  const own = imported.scenarios[0]!;
  const renamed = {
    ...imported,
    scenarios: [{ ...own, alignments: { main: { ...own.alignments.main!, territories } } }],
  };
  const result = withRulesOf({ plan: open, path: PATH }, renamed, 100);
  expect([result.waiting, result.routed, lettersOf(result.plan)]).toEqual([2, 2, "ABBB"]);
  const routedBy = columnByRole(result.plan.tables.accounts, "routedBy");
  expect([0, 1, 2, 3].map((row) => cellText(routedBy, row))).toEqual(["", "b", "b", ""]);
  const [gone, b] = result.plan.planning.rules;
  expect(lossesOf(result.plan, PATH, gone!)).toEqual([{ kind: "rep", id: rep(3) }]);
  expect(lossesOf(result.plan, PATH, { ...b!, rows: "accounts" })).toEqual([]);
  // What disruption counts against stays as it was in the file.
  expect(result.plan.layers[0]!.baseline).toBe(imported.layers[0]!.baseline);
});

it("takes reps of pools and segments along", () => {
  const condition = {
    match: "all",
    tests: [{ column: "revenue", test: { kind: "range", from: 5, to: null } }],
  } as const;
  const segmentations = [
    { id: "size", name: "Size", segments: [{ id: "large", name: "Large", color: "#000000", condition }] },
  ];
  const test = { kind: "segment", segmentation: "size", segments: ["large"] } as const;
  const before = routingPlan(
    [{ name: "Bob" }, { name: "Ann" }],
    [],
    [rule("large", pool("turns", 1, 1), [test])],
  );
  const open = { ...before, planning: { ...before.planning, segmentations } };
  const imported = routingPlan([{ name: "Ann" }, { name: "Bob" }], [], [], "..");
  const accounts = imported.tables.accounts;
  const columns = accounts.columns.map((column) =>
    column.key === "revenue" ? { ...column, key: "c9" } : column,
  );
  const moved = { ...makeTable(columns, accounts.count), ids: accounts.ids };
  const result = withRulesOf(
    { plan: open, path: PATH },
    { ...imported, tables: { ...imported.tables, accounts: moved } },
    100,
  );
  // Bob is the first of the pool.
  expect(lettersOf(result.plan)).toBe("BA");
});
