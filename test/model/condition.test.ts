import { describe, expect, it } from "vitest";
import { type CellTest, type Condition, rowMeets, rowsMeeting } from "../../src/model/condition";
import { makeColumn, makeTable } from "../helpers/small-table";

const table = makeTable(
  [
    makeColumn("industry", "text", ["Finance", "finance, retail", null, "Health"]),
    makeColumn("revenue", "number", [10, null, 30, 20]),
    makeColumn("customer", "yesno", [true, false, null, true]),
  ],
  4,
);

function rows(condition: Condition): number[] {
  return [...rowsMeeting(table, condition)].flatMap((flag, row) => (flag ? [row] : []));
}

const where = (column: string, test: CellTest): Condition => ({ match: "all", tests: [{ column, test }] });

describe("a condition", () => {
  it.each<[string, string, CellTest, number[]]>([
    [
      "a part of the text, whatever its case",
      "industry",
      { kind: "text", match: "contains", text: "FINANCE" },
      [0, 1],
    ],
    ["one of some texts", "industry", { kind: "one-of", texts: ["Health", ""] }, [2, 3]],
    ["none of some texts", "industry", { kind: "none-of", texts: ["Health", ""] }, [0, 1]],
    ["one of some beginnings", "industry", { kind: "starts-with-any", texts: ["HEA", "fi", ""] }, [0, 1, 3]],
    ["a range with both ends", "revenue", { kind: "range", from: 10, to: 20 }, [0, 3]],
    ["a range without an end", "revenue", { kind: "range", from: null, to: 15 }, [0]],
    ["a blank", "revenue", { kind: "blank" }, [1]],
    ["yes", "customer", { kind: "one-of", texts: ["Yes"] }, [0, 3]],
    ["not yes", "customer", { kind: "none-of", texts: ["Yes"] }, [1, 2]],
  ])("asks for %s", (_, column, test, expected) => expect(rows(where(column, test))).toEqual(expected));

  it("means every row without tests, and no row where any of none must hold", () => {
    expect(rows({ match: "all", tests: [] })).toEqual([0, 1, 2, 3]);
    expect(rows({ match: "any", tests: [] })).toEqual([]);
  });

  it("joins its tests by all or by any", () => {
    const tests = [
      { column: "industry", test: { kind: "text", match: "contains", text: "fin" } as const },
      { column: "revenue", test: { kind: "filled" } as const },
    ];
    expect(rows({ match: "all", tests })).toEqual([0]);
    expect(rows({ match: "any", tests })).toEqual([0, 1, 2, 3]);
  });

  it("is met by no row where its column is gone or of another kind", () => {
    expect(rows(where("gone", { kind: "blank" }))).toEqual([]);
    expect(rows(where("revenue", { kind: "none-of", texts: ["1"] }))).toEqual([]);
  });

  it("says the same of one row as of all", () => {
    const condition: Condition = {
      match: "any",
      tests: [
        { column: "industry", test: { kind: "none-of", texts: ["Finance"] } },
        { column: "revenue", test: { kind: "range", from: 15, to: null } },
      ],
    };
    const all = rowsMeeting(table, condition);
    for (let row = 0; row < table.count; row++) expect(rowMeets(table, row, condition)).toBe(all[row] === 1);
  });
});
