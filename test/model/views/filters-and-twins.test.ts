import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ColumnFilter, daysOf, filterRows } from "../../../src/model/views/column-filter";
import { distinctValues } from "../../../src/model/views/distinct-values";
import { quickFilter, type SearchedColumn } from "../../../src/model/views/quick-filter";
import { rankTextsInSteps, textRanks } from "../../../src/model/views/text-ranks";
import { codedTexts, type ViewColumn } from "../../../src/model/views/view-column";

const day = (text: string) => Date.parse(text) / 86_400_000;
const iso = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10);
const numbers = (values: readonly (number | null)[]): ViewColumn & { kind: "number" } => ({
  kind: "number",
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
});
const cells = fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { maxLength: 40 });
const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const kept = (values: readonly (number | null)[], filter: ColumnFilter, rows = rowsOf(values.length)) =>
  [...filterRows(rows, numbers(values), filter, { all: rowsOf(values.length), today: 0 })].map(
    (row) => values[row],
  );

describe("numbers among all", () => {
  it("let the largest through, equal ones together, whatever other filters leave", () => {
    expect(kept([5, 9, 7, 9, null], { kind: "top", count: 1, percent: false, bottom: false })).toEqual([
      9, 9,
    ]);
    const some = Uint32Array.of(0, 2);
    expect(kept([5, 9, 7, 9], { kind: "top", count: 3, percent: false, bottom: false }, some)).toEqual([7]);
    expect(kept([5, 9, 7, 8], { kind: "top", count: 25, percent: true, bottom: true })).toEqual([5]);
    expect(kept([5, null], { kind: "top", count: 0, percent: false, bottom: false })).toEqual([]);
  });
  it("agree with sorting by hand", () => {
    fc.assert(
      fc.property(cells, fc.nat(10), fc.boolean(), (values, count, bottom) => {
        const filled = values.filter((value) => value !== null).sort((a, b) => (bottom ? a - b : b - a));
        const limit = filled[Math.min(count, filled.length) - 1];
        const wanted = values.filter(
          (value) => value !== null && limit !== undefined && (bottom ? value <= limit : value >= limit),
        );
        expect(kept(values, { kind: "top", count, percent: false, bottom })).toEqual(wanted);
      }),
    );
  });
  it("are told from their mean", () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (values, above) => {
        const filled = values.filter((value) => value !== null);
        const mean = filled.reduce((sum, value) => sum + value, 0) / filled.length;
        const wanted = filled.filter((value) => (above ? value > mean : value < mean));
        expect(kept(values, { kind: "average", above })).toEqual(wanted);
      }),
    );
  });
});

describe("dates counted from today", () => {
  const today = day("2026-03-31");
  const span = (filter: Parameters<typeof daysOf>[0]) => {
    const { from, before } = daysOf(filter, today);
    return [iso(from), iso(before - 1)];
  };
  it("are those of this, last and next periods", () => {
    expect(span({ kind: "period", period: "month", offset: 0 })).toEqual(["2026-03-01", "2026-03-31"]);
    expect(span({ kind: "period", period: "month", offset: -1 })).toEqual(["2026-02-01", "2026-02-28"]);
    expect(span({ kind: "period", period: "quarter", offset: 1 })).toEqual(["2026-04-01", "2026-06-30"]);
    expect(span({ kind: "period", period: "year", offset: -1 })).toEqual(["2025-01-01", "2025-12-31"]);
    expect(span({ kind: "period", period: "week", offset: 0 })).toEqual(["2026-03-30", "2026-04-05"]);
  });
  it("go back and ahead by days, today among them", () => {
    expect(span({ kind: "days", back: 30, ahead: 0 })).toEqual(["2026-03-01", "2026-03-31"]);
    expect(span({ kind: "days", back: 0, ahead: 7 })).toEqual(["2026-03-31", "2026-04-07"]);
  });
  it("take in moments of the last day", () => {
    const dates = numbers([today + 0.9, today + 1]);
    const filter: ColumnFilter = { kind: "period", period: "day", offset: 0 };
    expect([...filterRows(rowsOf(2), dates, filter, { all: rowsOf(2), today })]).toEqual([0]);
  });
});

describe("value lists", () => {
  const names = ["", "Zoë", "zoe", "Retail", "Retail"];
  const column: ViewColumn = {
    kind: "text",
    codes: Uint8Array.of(1, 2, 3, 4, 0, 3),
    texts: codedTexts(names),
  };
  const rows = rowsOf(6);
  it("count texts in the locale's order, codes of one text joined, blanks last", () => {
    expect(distinctValues(rows, column, "en-US")).toEqual([
      { text: "Retail", rows: 3 },
      { text: "zoe", rows: 1 },
      { text: "Zoë", rows: 1 },
      { text: "", rows: 1 },
    ]);
  });
  it("pick numbers as they are written, and everything but some", () => {
    const values = [1.5, -0, 0, null, 2];
    const counted = distinctValues(rowsOf(5), numbers(values), "en-US");
    expect(counted).toEqual([
      { text: "0", rows: 2 },
      { text: "1.5", rows: 1 },
      { text: "2", rows: 1 },
      { text: "", rows: 1 },
    ]);
    expect(kept(values, { kind: "values", values: new Set(["0", ""]) })).toEqual([-0, 0, null]);
    expect(kept(values, { kind: "values", values: new Set(["0", ""]), except: true })).toEqual([1.5, 2]);
  });
  it("find pasted lists without case, diacritics and surrounding blanks", () => {
    const filter: ColumnFilter = { kind: "one-of", texts: [" ZOE", "nobody"] };
    expect([...filterRows(rows, column, filter)]).toEqual([0, 1]);
  });
  it("have every row once, whatever the column", () => {
    fc.assert(
      fc.property(cells, (values) => {
        const counted = distinctValues(rowsOf(values.length), numbers(values), "en-US");
        expect(counted.reduce((sum, { rows: count }) => sum + count, 0)).toBe(values.length);
        for (const { text, rows: count } of counted)
          expect(kept(values, { kind: "values", values: new Set([text]) })).toHaveLength(count);
      }),
    );
  });
});

describe("the quick filter on numbers", () => {
  const found = (values: readonly (number | null)[], kind: SearchedColumn["numbers"], word: string) =>
    [...quickFilter(rowsOf(values.length), [{ view: numbers(values), numbers: kind }], word)].map(
      (row) => values[row],
    );
  it("finds those that begin with the digits", () => {
    expect(found([12, 1250, -12.75, 112, 0.12, null, 125_000], "plain", "12")).toEqual([
      12, 1250, -12.75, 125_000,
    ]);
    expect(found([1250, 1_250_000, 12.5], "plain", "$1,250")).toEqual([1250, 1_250_000]);
    expect(found([12.5, 12.75, 12, 125], "plain", "12.7")).toEqual([12.75]);
    expect(found([0, 0.5, 7], "plain", "0")).toEqual([0, 0.5]);
  });
  it("reads percents as they are shown", () =>
    expect(found([0.12, 12, 1.2], "percent", "12%")).toEqual([0.12, 12, 1.2]));
  it("finds dates by year, month and day", () => {
    const dates = ["2025-03-31", "2025-04-01", "2026-03-31"].map(day);
    expect(found(dates, "date", "2025")).toEqual(dates.slice(0, 2));
    expect(found(dates, "date", "2025-03")).toEqual(dates.slice(0, 1));
    expect(found(dates, "date", "2026-3-31")).toEqual(dates.slice(2));
  });
  it("agrees with the digits of whole numbers", () => {
    const value = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(fc.array(value), value, (values, wanted) => {
        const word = String(wanted).slice(0, 3);
        expect(found(values, "plain", word)).toEqual(values.filter((each) => String(each).startsWith(word)));
      }),
    );
  });
});

describe("ranking in steps", () => {
  it("comes to what sorting comes to, also when somebody else ends it, and when texts are added", () => {
    const list = Array.from({ length: 10_000 }, (_, i) => (i % 7 === 0 ? "" : `Name ${(i * 7919) % 4000}`));
    const growing = { size: 9000, text: (code: number) => list[code]! };
    const steps = rankTextsInSteps(growing, "en-US");
    for (let i = 0; i < 2; i++) expect(steps.next().done).toBe(false);
    const whole = textRanks(growing, "en-US");
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value).toEqual(whole);
    expect(whole).toEqual(textRanks(codedTexts(list.slice(0, 9000)), "en-US"));
    growing.size = 10_000;
    expect(textRanks(growing, "en-US")).toEqual(textRanks(codedTexts(list), "en-US"));
  });
});
