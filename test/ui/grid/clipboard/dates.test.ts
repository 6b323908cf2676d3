import { describe, expect, it } from "vitest";
import { parseDays, yearFirst } from "../../../../src/model/parse-date";
import { datesToRead, orderWords, typedDate } from "../../../../src/ui/grid/clipboard/date-orders";
import type { GridColumn } from "../../../../src/ui/grid/grid-column";

const dates = (key: string, type: GridColumn["type"] = "date"): GridColumn => ({
  key,
  header: key,
  type,
  width: 100,
  view: () => ({ kind: "number", values: new Float64Array(0) }),
  text: () => "",
  format: (value) => new Date(value * 86_400_000).toISOString().slice(0, 10),
  edit: {
    kind: "text",
    read: () => ({ ok: false, message: "" }),
    patch: () => {
      throw new Error("Expected no write.");
    },
  },
});
const asked = (columns: readonly GridColumn[], ...lines: readonly (readonly string[])[]) =>
  datesToRead([
    {
      columns,
      rows: [...lines.keys()],
      rowCount: lines.length,
      locale: "en-US",
      cell: (row, at) => lines[row]![at],
    },
  ]).map(({ column, ambiguity }) => [column.key, ambiguity.example, ambiguity.shown]);

describe("dates in two readings", () => {
  it("are asked about once a column, unless the others show their order", () => {
    const columns = [dates("a"), dates("b"), dates("c"), dates("d", "text")];
    const found = asked(
      columns,
      ["03/04/2025", "03/04/2025", "2025-04-03", "03/04/2025"],
      ["05/06/2025", "25/12/2025", "3 Apr 2025", "x"],
    );
    expect(found).toEqual([
      ["a", "03/04/2025", null],
      ["b", "03/04/2025", "dmy"],
    ]);
  });
  it("are said how they were read when they are typed", () => {
    expect(typedDate(dates("a"), "03/04/2025", "en-GB")).toEqual({
      shown: "2025-04-03",
      otherOrder: "mdy",
      other: "2025-03-04",
    });
    expect(typedDate(dates("a"), "03/04/2025", "en-US")).toEqual({
      shown: "2025-03-04",
      otherOrder: "dmy",
      other: "2025-04-03",
    });
    expect(typedDate(dates("a"), "13/04/2025", "en-US")).toBeNull();
    expect(typedDate(dates("a"), "04/04/2025", "en-US")).toBeNull();
    expect(typedDate(dates("a", "text"), "03/04/2025", "en-US")).toBeNull();
  });
  it("are read in the order that was chosen, time of day and all", () => {
    for (const text of ["3/4/2025", "03-04-25", "3.4.2025 14:30", "03/04/2025T01:02:03Z"])
      for (const order of ["mdy", "dmy"] as const) {
        const other = order === "mdy" ? "dmy" : "mdy";
        expect(parseDays(yearFirst(text, order), other)).toBe(parseDays(text, order));
      }
    expect(yearFirst("3 Apr 2025", "dmy")).toBe("3 Apr 2025");
  });
  it("are named with their column", () =>
    expect(orderWords(new Map([[dates("Since"), "dmy"]]))).toBe("Since read with the day first."));
});
