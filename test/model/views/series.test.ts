import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column, ColumnType } from "../../../src/model/table";
import { periodOf } from "../../../src/model/views/period-header";
import { courseOf, relativeChange, seriesAmong } from "../../../src/model/views/series";
import { sparkPath } from "../../../src/ui/grid/spark-path";

const column = (header: string, type: ColumnType = "number", key = header) =>
  ({
    kind: "number",
    type,
    key,
    header,
    role: null,
    origin: "imported",
    source: null,
    values: new Float64Array(0),
  }) as Column;
const headersOf = (...columns: Column[]) =>
  seriesAmong(columns).map(({ columns: members }) => members.map(({ header }) => header));

describe("the period in a header", () => {
  it.each([
    ["2023", "year", 2023, ""],
    ["FY2023", "year", 2023, ""],
    ["Revenue 2023", "year", 2023, "Revenue"],
    ["2023 Revenue (net)", "year", 2023, "Revenue net"],
    ["Jan 2025", "month", 12 * 2025 + 1, ""],
    ["September 2025 visits", "month", 12 * 2025 + 9, "visits"],
    ["Sep-25", "month", 12 * 2025 + 9, ""],
    ["Sep '25", "month", 12 * 2025 + 9, ""],
    ["2025-09", "month", 12 * 2025 + 9, ""],
    ["09/2025", "month", 12 * 2025 + 9, ""],
    ["May", "month", 5, ""],
    ["Q1 2025", "quarter", 4 * 2025 + 1, ""],
    ["2025 Q4", "quarter", 4 * 2025 + 4, ""],
    ["Orders_Q2", "quarter", 2, "Orders"],
    ["2025-01-31", "day", 20_119, ""],
  ])("%s", (header, kind, at, stem) => {
    expect(periodOf(header)).toEqual({ kind, at, stem });
  });
  it.each(["Revenue", "Employees", "Maybe", "Marginal", "12034", "Q5", "2025-13", "Decile"])(
    "is none in %s",
    (header) =>
      expect(periodOf(header)?.kind === "month" || periodOf(header)?.kind === "quarter").toBe(false),
  );
});

describe("series among columns", () => {
  it("are three or more of one type and one thing, the earliest first", () => {
    const columns = ["2025", "Name 2024", "2023", "2024"].map((header) => column(header, "currency"));
    expect(headersOf(...columns)).toEqual([["2023", "2024", "2025"]]);
    expect(headersOf(column("2023"), column("2024"))).toEqual([]);
    expect(headersOf(column("2023"), column("2024"), column("2025", "percent"))).toEqual([]);
    expect(headersOf(column("2023"), column("2024"), column("Q1 2025"))).toEqual([]);
    const dates = ["2023", "2024", "2025"].map((header) => column(header, "date"));
    expect(headersOf(...dates)).toEqual([]);
  });
  it("are told apart by what they tell of", () => {
    const columns = ["Jan 2025", "Feb 2025", "Mar 2025"].flatMap((month) => [
      column(`Orders ${month}`),
      column(`Visits ${month}`),
    ]);
    expect(seriesAmong(columns).map(({ title }) => title)).toEqual(["Orders", "Visits"]);
  });
  it("pass over blanks at both ends", () => {
    const values = [[Number.NaN], [100], [Number.NaN], [112], [Number.NaN]].map((cells) =>
      Float64Array.from(cells),
    );
    expect(courseOf(values, 0)).toEqual({ first: 1, last: 3 });
    expect(relativeChange(values, 0)).toBeCloseTo(0.12);
    expect(relativeChange([Float64Array.of(-50), Float64Array.of(-25)], 0)).toBe(0.5);
    expect(relativeChange([Float64Array.of(0), Float64Array.of(5)], 0)).toBeNaN();
    expect(courseOf([Float64Array.of(1), Float64Array.of(Number.NaN)], 0)).toBeNull();
  });
});

describe("the line of a series", () => {
  it("begins anew after a gap", () => {
    const values = [0, 10, Number.NaN, 5, 10].map((value) => Float64Array.of(value));
    expect(sparkPath(values, 0, 43, 13)).toBe("M1.5 11.5L11.5 1.5M31.5 6.5L41.5 1.5");
  });
  it("stays within its box, whatever the numbers", () => {
    const cell = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 12 }), (cells) => {
        const path = sparkPath(
          cells.map((value) => Float64Array.of(value)),
          0,
          60,
          18,
        );
        const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
        const filled = cells.filter((value) => !Number.isNaN(value)).length;
        expect(numbers.length).toBe(filled < 2 ? 0 : 2 * filled);
        for (const [i, number] of numbers.entries()) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(i % 2 === 0 ? 60 : 18);
        }
      }),
    );
  });
});
