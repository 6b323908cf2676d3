import { describe, expect, it } from "vitest";
import { commentPlace } from "../../src/model/comment-places";
import type { Plan } from "../../src/model/plan";
import type { CellComment } from "../../src/model/planning/cell-comment";
import { B, PATH, smallPlan } from "../helpers/small-plan";

const about = (cell: Pick<CellComment, "table" | "row" | "column">): CellComment => ({
  id: "c",
  ...cell,
  notes: [],
  resolvedAt: null,
});
const place = (plan: Plan, cell: Pick<CellComment, "table" | "row" | "column">) =>
  commentPlace(plan, PATH, about(cell));

describe("the place of a comment", () => {
  const plan = smallPlan("AB");
  it("is a row and a column of a table", () => {
    expect(place(plan, { table: "accounts", row: 101, column: "revenue" })).toEqual({
      row: 1,
      rowName: "Account 1",
      header: "Revenue",
    });
  });
  it("is a territory, whatever its slot", () => {
    const cell = { table: "territories", row: "territory-B", column: "revenue@index" } as const;
    expect(place(plan, cell)).toEqual({ row: B, rowName: "B", header: "Revenue index" });
  });
  it("is told of rows and columns that are gone", () => {
    const accounts = { ...plan.tables.accounts, deleted: Uint8Array.of(0, 1) };
    const without = { ...plan, tables: { ...plan.tables, accounts } };
    expect(place(without, { table: "accounts", row: 101, column: "gone" })).toEqual({
      row: null,
      rowName: "Account 1",
      header: null,
    });
    expect(place(plan, { table: "territories", row: "gone", column: "@name" })).toMatchObject({ row: null });
    expect(place(plan, { table: "accounts", row: 999, column: "@territory" })).toEqual({
      row: null,
      rowName: "",
      header: "Territory",
    });
  });
});
