import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { cellText, cellValue } from "../../src/model/cells";
import { invertPatch } from "../../src/model/patch";
import type { Plan } from "../../src/model/plan";
import type { RoutedTable } from "../../src/model/planning/routing-rule";
import { columnByRole } from "../../src/model/table";
import { arrivingRows } from "../../src/session/arriving-rows";
import { readNewRows } from "../../src/session/new-rows";
import { seededRandom } from "../helpers/arbitrary-plan";
import { inStates, pool, rep, routingPlan, rule } from "../helpers/routing-plan";
import { lettersOf, PATH } from "../helpers/small-plan";

const REPS = [{ name: "Ann" }, { name: "Bob" }];
const plan = routingPlan(
  REPS,
  [{ state: "NY", owner: "Bob", created: 1 }],
  [
    rule("texas", pool("turns", 1, 1), [inStates("TX")]),
    rule("near", { kind: "nearest-territory", among: [] }),
  ],
);

function read(text: string, table: RoutedTable = "leads") {
  const rows = readNewRows(plan, table, text);
  if (!rows) return null;
  const byHeader = rows.cells.map(({ column, values }) => [column.key ?? `new ${column.header}`, values]);
  return { ...rows, cells: Object.fromEntries(byHeader) };
}

describe("new rows", () => {
  it("find their columns by name, else by meaning, and bring what the table lacks", () => {
    const rows = read("Name;Bundesland;Employees;Campaign\nJane;TX;12;Fair\nJo;;x;")!;
    expect(rows.cells).toEqual({
      name: ["Jane", "Jo"],
      state: ["TX", null],
      employees: [12, null],
      "new Campaign": ["Fair", null],
    });
    expect(rows.newHeaders).toEqual(["Campaign"]);
    expect(rows.problems).toEqual([{ row: 1, header: "Employees", text: "x", problem: "not-a-number" }]);
  });

  it("stand in the order of the sheet where they have no headers", () => {
    const rows = read("Jane,Acme,TX")!;
    expect([rows.hasHeaders, rows.cells]).toEqual([
      false,
      { name: ["Jane"], company: ["Acme"], state: ["TX"] },
    ]);
  });

  it("may be one row told field by field", () => {
    expect(read("State: TX\n Employees : 1,200\n\nName: Jane: the first")!.cells).toEqual({
      state: ["TX"],
      employees: [1200],
      name: ["Jane: the first"],
    });
  });

  it("get columns for the place that their address gives where the table has none", () => {
    const without = { ...plan, tables: { ...plan.tables, leads: { ...plan.tables.leads, columns: [] } } };
    const { cells } = readNewRows(without, "leads", "Postal code,City\n78701,Austin")!;
    expect(cells.map(({ column }) => column.key === null && column.role)).toEqual([
      "postalCode",
      "city",
      "latitude",
      "longitude",
    ]);
  });

  it("are none in a blank text", () => expect(read(" \n\n")).toBeNull());
});

/** Places every row at 40.7 °N, where B's accounts are. */
const locate = async (_: Plan, rows: readonly number[], table: RoutedTable) => ({
  patchFor: (now: Plan) => ({
    label: "",
    cause: { kind: "action", action: "locate" } as const,
    changes: (["latitude", "longitude"] as const).map((role) => ({
      kind: "cells" as const,
      table,
      column: columnByRole(now.tables[table], role)!.key,
      rows: Uint32Array.from(rows),
      from: rows.map(() => null),
      to: rows.map(() => (role === "latitude" ? 40.7 : -99.3)),
      fromSources: null,
      toSources: null,
    })),
  }),
});
const options = { locate, random: seededRandom(7), now: 20_000.5 };

it("arrive located and routed, each with its reason, as one step that is taken back as one", async () => {
  const rows = readNewRows(plan, "leads", "Name,State\nJane,TX\nJo,WA\nMax,TX")!;
  const arriving = await arrivingRows(plan, PATH, "leads", rows, options);
  const after = applyPatch(plan, arriving.patch(true));
  const texts = (role: "owner" | "routedBy" | "routingReason") =>
    [1, 2, 3].map((row) => cellText(columnByRole(after.tables.leads, role), row));
  expect(texts("owner")).toEqual(["Ann", "Bob", "Bob"]);
  expect(texts("routedBy")).toEqual(["texas", "near", "texas"]);
  expect(texts("routingReason")[0]).toBe("Next in turn");
  expect(cellValue(columnByRole(after.tables.leads, "latitude")!, 2)).toBe(40.7);
  expect(arriving.patch(true).label).toBe("Add 3 leads, routed");
  const unrouted = applyPatch(plan, arriving.patch(false));
  expect(cellText(columnByRole(unrouted.tables.leads, "owner"), 1)).toBe("");
  const back = applyPatch(after, invertPatch(arriving.patch(true)));
  expect(back.tables.leads.columns.map(({ key }) => key)).toEqual(
    plan.tables.leads.columns.map(({ key }) => key),
  );
  expect([...back.tables.leads.deleted!]).toEqual([0, 1, 1, 1]);
});

it("put accounts into the territory of whoever is to have them", async () => {
  const toBob = {
    ...plan,
    planning: { ...plan.planning, rules: [rule("bob", { kind: "rep", rep: rep(2) })] },
  };
  const rows = readNewRows(toBob, "accounts", "Name,Revenue\nAcme,5\nFoo,6")!;
  const arriving = await arrivingRows(toBob, PATH, "accounts", rows, options);
  expect(lettersOf(applyPatch(toBob, arriving.patch(true)))).toBe("AAAABBBBBB");
  expect(lettersOf(applyPatch(toBob, arriving.patch(false)))).toBe("AAAABBBB..");
});
