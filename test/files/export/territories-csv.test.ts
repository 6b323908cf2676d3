import { describe, expect, it } from "vitest";
import { exportTerritories } from "../../../src/files/export/territories-csv";
import type { Plan } from "../../../src/model/plan";
import { PATH } from "../../helpers/small-plan";
import { twelveAccounts } from "../../helpers/twelve-accounts";

/** The cells of a territories export, by territory and header. */
function cellsOf(plan: Plan): Record<string, Record<string, string>> {
  const [head = [], ...rows] = exportTerritories(plan, PATH)
    .replace(/^\ufeff/, "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return Object.fromEntries(
    rows.map((row) => [row[0]!, Object.fromEntries(head.map((header, i) => [header, row[i]!]))]),
  );
}

describe("the territories export of a plan with workload", () => {
  it("holds visits and hours that add up to the measure", () => {
    const { A, Unassigned } = cellsOf(twelveAccounts());
    expect(A).toMatchObject({
      "Workload total": "52.25",
      "Visits a year": "48",
      "Visit hours": "42",
      "Travel hours": "10.25",
    });
    expect(Unassigned).toMatchObject({ "Visits a year": "2", "Visit hours": "1", "Travel hours": "0.33" });
  });

  it("holds the limits of measures that have one", () => {
    const plan = twelveAccounts();
    const [count, ...others] = plan.measures;
    const limited = { ...count!, capacity: { kind: "column", column: "capacity" } } as const;
    const { A, B } = cellsOf({ ...plan, measures: [limited, ...others] });
    expect([A!["Accounts limit"], B!["Accounts limit"]]).toEqual(["100", "60"]);
    expect(A!["Revenue limit"]).toBeUndefined();
  });

  it("has no columns of workload where none is measured", () => {
    const plan = twelveAccounts();
    const { A } = cellsOf({ ...plan, measures: plan.measures.slice(0, 2) });
    expect(A!["Visits a year"]).toBeUndefined();
  });
});
