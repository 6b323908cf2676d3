import { describe, expect, it } from "vitest";
import { readTexts } from "../../../src/files/import/column-values";
import { groupRows } from "../../../src/files/import/group-rows";
import type { Aggregate, ColumnPlan } from "../../../src/files/import/import-plan";
import { makeColumn } from "../../../src/files/import/make-column";
import { proposePlan } from "../../../src/files/import/propose-plan";
import { readText } from "../../../src/files/import/read-table";
import { cellSource, cellValue } from "../../../src/model/cells";

/** The amounts of each customer's lines brought together; customers in order of appearance. */
function rolledUp(lines: readonly string[], aggregate: Aggregate): number[] {
  const text = ["Customer,Amount", ...lines].join("\n");
  const result = readText(text, "utf-8", {});
  if (!result.ok) throw new Error(result.refusal.title);
  const { table } = result.read;
  const proposed = proposePlan(result.read, "orders.csv");
  const plan = { ...proposed, rollUp: { groupBy: [0], countOf: null, countHeader: "Orders" } };
  const amount: ColumnPlan = { ...plan.columns[1]!, type: "number", aggregate };
  const raw = table.columns[1]!;
  const column = makeColumn("c2", amount, raw, readTexts(raw, amount), groupRows(table, plan), aggregate);
  if (column.kind !== "number") throw new Error(`Expected numbers, got ${column.kind}.`);
  return [...column.values];
}

describe("a roll-up", () => {
  it("sums to the cent, as the lines are written", () => {
    expect(rolledUp(["Ann,0.1", "Bob,1234567.89", "Ann,0.2", "Bob,0.01"], "sum")).toEqual([0.3, 1234567.9]);
    const cents = Array.from({ length: 1000 }, () => "Ann,0.01");
    expect(rolledUp(cents, "sum")).toEqual([10]);
  });

  it("is nothing where what was sold was all returned", () => {
    expect(rolledUp(["Ann,0.3", "Ann,-0.1", "Ann,-0.2"], "sum")).toEqual([0]);
    expect(rolledUp(["Ann,1000000", "Ann,0.07", "Ann,-1000000", "Ann,-0.07"], "sum")).toEqual([0]);
  });

  it("leaves the single line of an account as it is", () => {
    expect(rolledUp(["Ann,0.12345678901234568", "Bob,", "Bob,"], "sum")).toEqual([
      0.12345678901234568,
      Number.NaN,
    ]);
  });

  it("takes the average, the least and the greatest of the lines that say something", () => {
    const lines = ["Ann,0.1", "Ann,", "Ann,0.2"];
    expect(rolledUp(lines, "average")).toEqual([0.15]);
    expect(rolledUp(lines, "min")).toEqual([0.1]);
    expect(rolledUp(lines, "max")).toEqual([0.2]);
  });

  it("keeps the latest date as the file writes it", () => {
    const text = "Customer;Datum\nAnn;31.12.2024\nAnn;01.02.2025\nBob;\nBob;05.03.2024\nCid;";
    const result = readText(text, "utf-8", {});
    if (!result.ok) throw new Error(result.refusal.title);
    const { table } = result.read;
    const plan = {
      ...proposePlan(result.read, "orders.csv"),
      rollUp: { groupBy: [0], countOf: null, countHeader: "Orders" },
    };
    const date = plan.columns[1]!;
    expect(date).toMatchObject({ type: "date", aggregate: "max", dateOrder: "dmy" });
    const raw = table.columns[1]!;
    const column = makeColumn("c2", date, raw, readTexts(raw, date), groupRows(table, plan), "max");
    const shown = [0, 1, 2].map((row) => cellSource(column, row));
    expect(shown).toEqual(["01.02.2025", "05.03.2024", null]);
    expect(cellValue(column, 2)).toBeNull();
  });

  it("writes sums without the noise of binary fractions", () => {
    const [sum] = rolledUp(["Ann,25000.33", "Ann,66.08", "Ann,0.08"], "sum");
    expect(String(sum)).toBe("25066.49");
  });
});
