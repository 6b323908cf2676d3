import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue, ColumnType } from "../../../../src/model/table";
import { cellSeries } from "../../../../src/ui/grid/clipboard/fill-series";
import { seriesOf } from "../../../../src/ui/grid/clipboard/series";

/** The next four values and the two before. */
function fill(values: readonly CellValue[], type: ColumnType, locale = "en-US", flipped = false) {
  const series = seriesOf(values, { type, locale, flipped });
  const places = (from: number, count: number) => Array.from({ length: count }, (_, i) => series(from + i));
  return { next: places(values.length, 4), before: places(-2, 2) };
}
const next = (...values: CellValue[]) => fill(values, "text").next;
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoDays = (values: readonly CellValue[]) =>
  values.map((value) => new Date((value as number) * 86_400_000).toISOString().slice(0, 10));
const nextDays = (...days: string[]) => isoDays(fill(days.map(day), "date").next);

describe("numbers", () => {
  it("go on by their step, in both directions", () => {
    expect(fill([1, 2], "number")).toEqual({ next: [3, 4, 5, 6], before: [-1, 0] });
    expect(fill([10, 7, 4], "currency").next).toEqual([1, -2, -5, -8]);
  });
  it("add up in the decimals they have", () => {
    expect(fill([0.1, 0.2], "number").next).toEqual([0.3, 0.4, 0.5, 0.6]);
    expect(fill([0.05, 0.15], "percent").next).toEqual([0.25, 0.35, 0.45, 0.55]);
    expect(fill([1e-7, 2e-7], "number").next[0]).toBe(3e-7);
  });
  it("repeat alone, and count with Ctrl", () => {
    expect(fill([5], "number").next).toEqual([5, 5, 5, 5]);
    expect(fill([5], "number", "en-US", true)).toEqual({ next: [6, 7, 8, 9], before: [3, 4] });
    expect(fill([1, 2], "number", "en-US", true).next).toEqual([1, 2, 1, 2]);
  });
  it("follow their trend where the steps differ", () => {
    // Least squares through (0,1), (1,3), (2,4): 7/6 + 3/2 x.
    const { next: trend } = fill([1, 3, 4], "number");
    expect(trend[0]).toBeCloseTo(17 / 3, 10);
    expect(trend[1]).toBeCloseTo(43 / 6, 10);
  });
  it("repeat where a cell among them is blank", () => {
    expect(fill([1, null], "number").next).toEqual([1, null, 1, null]);
  });
  it("hold every equal step, however many are given", () => {
    const cents = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 2, max: 6 }), (start, step, count) => {
        const at = (i: number) => Number(((start + i * step) / 100).toFixed(2)) || 0;
        const given = Array.from({ length: count }, (_, i) => at(i));
        const { next: filled, before } = fill(given, "number");
        expect(filled).toEqual([0, 1, 2, 3].map((i) => at(count + i)));
        expect(before).toEqual([at(-2), at(-1)]);
      }),
    );
  });
});

describe("dates", () => {
  it("go on by the day, the week, the month and the year", () => {
    expect(nextDays("2024-02-27")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]);
    expect(nextDays("2025-01-06", "2025-01-13")[0]).toBe("2025-01-20");
    expect(nextDays("2025-01-15", "2025-02-15")).toEqual([
      "2025-03-15",
      "2025-04-15",
      "2025-05-15",
      "2025-06-15",
    ]);
    expect(nextDays("2024-02-29", "2025-02-28")).toEqual([
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
      "2029-02-28",
    ]);
    expect(nextDays("2025-03-01", "2026-03-01")[0]).toBe("2027-03-01");
  });
  it("stay at the end of the month, or at the day that is meant", () => {
    expect(nextDays("2025-01-31", "2025-02-28")).toEqual([
      "2025-03-31",
      "2025-04-30",
      "2025-05-31",
      "2025-06-30",
    ]);
    expect(nextDays("2025-01-30", "2025-02-28")).toEqual([
      "2025-03-30",
      "2025-04-30",
      "2025-05-30",
      "2025-06-30",
    ]);
  });
  it("keep whole days and their time", () => {
    for (const value of fill([day("2025-01-01"), day("2025-01-02"), day("2025-01-04")], "date").next)
      expect(Number.isInteger(value)).toBe(true);
    expect(fill([day("2025-01-15") + 0.5, day("2025-02-15") + 0.5], "datetime").next[0]).toBe(
      day("2025-03-15") + 0.5,
    );
  });
  it("repeat with Ctrl", () => {
    expect(fill([20_000], "date", "en-US", true).next).toEqual([20_000, 20_000, 20_000, 20_000]);
  });
});

describe("texts", () => {
  it("go on through the days and months, written as they are", () => {
    expect(next("Mon")).toEqual(["Tue", "Wed", "Thu", "Fri"]);
    expect(next("saturday")[0]).toBe("sunday");
    expect(next("NOV", "DEC")).toEqual(["JAN", "FEB", "MAR", "APR"]);
    expect(next("Mon", "Wed")).toEqual(["Fri", "Sun", "Tue", "Thu"]);
    expect(fill(["Mon"], "choice").before).toEqual(["Sat", "Sun"]);
    expect(next("Nov 2025")).toEqual(["Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026"]);
  });
  it("know the names of the plan's locale and of English", () => {
    expect(fill(["Januar"], "text", "de-DE").next[0]).toBe("Februar");
    expect(fill(["Mo"], "text", "de-DE").next).toEqual(["Di", "Mi", "Do", "Fr"]);
    expect(fill(["Monday"], "text", "de-DE").next[0]).toBe("Tuesday");
    expect(fill(["janvier"], "text", "fr-FR").next[0]).toBe("février");
  });
  it("go on through quarters, with their year", () => {
    expect(next("Q3")).toEqual(["Q4", "Q1", "Q2", "Q3"]);
    expect(next("Q4 2025")).toEqual(["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"]);
    expect(next("2025-Q4")[0]).toBe("2026-Q1");
    expect(next("q2/25", "q4/25")).toEqual(["q2/26", "q4/26", "q2/27", "q4/27"]);
    expect(fill(["Q1 2025"], "text").before).toEqual(["Q3 2024", "Q4 2024"]);
  });
  it("count the number at their end, zeros kept", () => {
    expect(next("Store 9")).toEqual(["Store 10", "Store 11", "Store 12", "Store 13"]);
    expect(next("A-008", "A-010")[0]).toBe("A-012");
    expect(next("007")).toEqual(["008", "009", "010", "011"]);
    expect(next("12345678901234567890")[0]).toBe("12345678901234567891");
    expect(fill(["Row 1"], "text").before).toEqual(["Row 1", "Row 0"]);
  });
  it("repeat where they are none of these, and choices always do", () => {
    expect(next("North", "South")).toEqual(["North", "South", "North", "South"]);
    expect(next("Store 1", "Shop 2")).toEqual(["Store 1", "Shop 2", "Store 1", "Shop 2"]);
    expect(fill(["Tier 1"], "choice").next[0]).toBe("Tier 1");
    expect(next("Mon", "")[0]).toBe("Mon");
    expect(fill([true, false], "yesno").next).toEqual([true, false, true, false]);
    expect(next(`${"1 ".repeat(60_000)}x`)[0]).toHaveLength(120_001);
  });
  it("give back what was given at its own places", () => {
    const given = fc.array(fc.constantFrom("Mon", "Q1", "Store 7", "x", "May", "Q4 2025"), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(given, (values) => {
        const series = seriesOf(values, { type: "text", locale: "en-US", flipped: false });
        expect(values.map((_, i) => series(i))).toEqual(values);
      }),
    );
  });
});

it("repeats cells of several types as they are", () => {
  const cells = [
    { value: 1, type: "number" as const },
    { value: "Mon", type: "text" as const },
  ];
  const at = cellSeries(cells, "en-US", false);
  expect([2, 3, -1].map(at)).toEqual([cells[0], cells[1], cells[1]]);
});
