import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellFormatOf, parseCell } from "../../../src/model/parse-cell";
import { fullNumberText, numberFormat } from "../../../src/ui/grid/cell-format";
import { filterWords } from "../../../src/ui/grid/filter-words";
import type { GridColumn } from "../../../src/ui/grid/grid-column";

const settings = { locale: "en-US", currency: "USD", timeZone: "America/Chicago" };

describe("numbers in cells", () => {
  it("are shown as their column's type", () => {
    expect(numberFormat("currency", settings)(1234.5)).toBe("$1,234.50");
    expect(numberFormat("currency", settings)(1234)).toBe("$1,234");
    expect(numberFormat("percent", settings)(0.125)).toBe("12.5%");
    expect(numberFormat("date", settings)(19_874)).toBe("May 31, 2024");
    expect(numberFormat("number", { ...settings, locale: "de-DE" })(1234.5)).toBe("1.234,5");
  });
  it("are blank where there is none", () => {
    for (const type of ["number", "currency", "percent", "date", "datetime"] as const)
      expect(numberFormat(type, settings)(Number.NaN)).toBe("");
  });
  it("have no sign where they round to nothing", () => {
    const hairBelow = 0.3 - 0.1 - 0.2;
    expect(numberFormat("currency", settings)(hairBelow)).toBe("$0.00");
    expect(numberFormat("number", settings)(hairBelow)).toBe("0");
    expect(numberFormat("currency", settings)(-5)).toBe("-$5");
  });

  it("come back from the editor as they were, in any locale", () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    const type = fc.constantFrom("number" as const, "currency" as const, "percent" as const);
    fc.assert(
      fc.property(value, type, fc.constantFrom("en-US", "de-DE"), (number, of, locale) => {
        const read = parseCell(fullNumberText(number, of, locale), of, cellFormatOf(locale));
        expect(read).toEqual({ ok: true, value: number === 0 ? expect.closeTo(0) : number });
      }),
    );
  });
  it("keep their day as dates", () => {
    const text = fullNumberText(19_874, "date", "de-DE");
    expect(text).toBe("2024-05-31");
    expect(parseCell(text, "date", cellFormatOf("de-DE"))).toEqual({ ok: true, value: 19_874 });
  });
});

describe("filters in words", () => {
  const column = (type: GridColumn["type"], header: string) => ({ type, header }) as GridColumn;
  it("name the values, or count many", () => {
    const industry = column("choice", "Industry");
    const words = (...values: string[]) =>
      filterWords(industry, { kind: "values", values: new Set(values) }, "en-US");
    expect(words("Finance", "")).toBe("Industry: Finance, (blank)");
    expect(words("a", "b", "c", "d")).toBe("Industry: 4 values");
  });
  it("write limits as the column's type", () => {
    const words = (type: GridColumn["type"], from: number | null, to: number | null) =>
      filterWords(column(type, "X"), { kind: "range", from, to }, "en-US");
    expect(words("currency", 1000, null)).toBe("X ≥ 1,000");
    expect(words("percent", null, 0.25)).toBe("X ≤ 25%");
    expect(words("date", 19_874, 19_875)).toBe("X: May 31, 2024 to Jun 1, 2024");
  });
});
