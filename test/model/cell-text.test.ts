import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, shiftDecimalPoint } from "../../src/model/canonical-text";
import { cellFormatOf, PLAIN_FORMAT, parseCell } from "../../src/model/parse-cell";
import type { CellValue, ColumnType } from "../../src/model/table";

const EUROPE = { decimal: ",", dateOrder: "dmy" } as const;

function value(
  text: string,
  type: ColumnType,
  format: Parameters<typeof parseCell>[2] = PLAIN_FORMAT,
): CellValue | string {
  const parsed = parseCell(text, type, format);
  return parsed.ok ? parsed.value : `! ${parsed.problem}`;
}
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe("numbers", () => {
  it.each([
    ["1234.5", 1234.5],
    ["1,234.50", 1234.5],
    ["($1,200)", -1200],
    ["$(1,200)", "! not-a-number"],
    ["-$12.34", -12.34],
    ["($-1,234.56)", -1234.56],
    ["−5", -5],
    ["€ 5", 5],
    ["5 €", 5],
    ["USD 1,000", 1000],
    ["1 234 567", 1234567],
    ["1'234.5", 1234.5],
    ["+1.23e2", 123],
    [".5", 0.5],
    [" 10 ", 10],
    ["", null],
    ["  ", null],
    ["12%", "! not-a-number"],
    ["1,23", "! not-a-number"],
    ["1.2.3", "! not-a-number"],
    ["NaN", "! not-a-number"],
    ["Infinity", "! not-a-number"],
    ["1e400", "! too-large"],
    ["#N/A", "! error-text"],
    ["#REF!", "! error-text"],
    ["0x10", "! not-a-number"],
    ["-", "! not-a-number"],
  ])("%j is %j", (text, expected) => expect(value(text, "number")).toBe(expected));
  it.each([
    ["1.234,50", 1234.5],
    ["1.234", 1234],
    ["1,5", 1.5],
    ["1.5", "! not-a-number"],
  ])("%j with a decimal comma is %j", (text, expected) =>
    expect(value(text, "number", EUROPE)).toBe(expected),
  );
  it("reads percents as fractions, to the digit", () => {
    expect(value("12%", "percent")).toBe(0.12);
    expect(value("7", "percent")).toBe(0.07);
    expect(value("3,5 %", "percent", EUROPE)).toBe(0.035);
  });
});

describe("dates", () => {
  it.each([
    ["2024-02-29", "2024-02-29"],
    ["2024/2/9", "2024-02-09"],
    ["3/4/2025", "2025-03-04"],
    ["15 Apr 2006", "2006-04-15"],
    ["April 15, 2006", "2006-04-15"],
    ["15-Apr-06", "2006-04-15"],
    ["1/2/70", "1970-01-02"],
  ])("%j is %s", (text, expected) => expect(value(text, "date")).toBe(day(expected)));
  it("takes the order asked for", () => expect(value("3.4.2025", "date", EUROPE)).toBe(day("2025-04-03")));
  it.each(["2023-02-29", "13/13/2025", "31/12/2025", "2024-00-10", "soon", "1234"])("%j is none", (text) => {
    expect(value(text, "date")).toBe("! not-a-date");
  });
  it("keeps the time and its offset", () => {
    expect(value("2006-04-15T06:00:00.000Z", "datetime")).toBe(day("2006-04-15") + 0.25);
    expect(value("2006-04-15 06:00 PM", "datetime")).toBe(day("2006-04-15") + 0.75);
    expect(value("2006-04-15T06:00:00+06:00", "datetime")).toBe(day("2006-04-15"));
  });
});

describe("yes and no", () => {
  it.each([
    ["Y", true],
    ["false", false],
    ["1", true],
    ["", null],
    ["maybe", "! not-yes-no"],
  ] as const)("%j is %j", (text, expected) => {
    expect(value(text, "yesno")).toBe(expected);
  });
});

describe("locales", () => {
  it.each([
    ["en-US", ".", "mdy"],
    ["en-GB", ".", "dmy"],
    ["de-DE", ",", "dmy"],
  ] as const)("%s", (locale, decimal, dateOrder) =>
    expect(cellFormatOf(locale)).toEqual({ decimal, dateOrder }),
  );
});

describe("the canonical text", () => {
  it("brings every value back", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n));
    for (const type of ["number", "currency", "percent"] as const) {
      fc.assert(
        fc.property(number, (n) => {
          expect(value(canonicalText(n, type), type)).toBe(n);
        }),
      );
    }
    const days = fc.integer({ min: -300_000, max: 2_900_000 });
    fc.assert(
      fc.property(days, (n) => {
        expect(value(canonicalText(n, "date"), "date")).toBe(n);
      }),
    );
    const ms = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(ms, (n) => {
        const again = value(canonicalText(n / 86_400_000, "datetime"), "datetime");
        expect(Math.round(Number(again) * 86_400_000)).toBe(n);
      }),
    );
  });
  it("reads as people write", () => {
    expect(canonicalText(0.07, "percent")).toBe("7%");
    expect(canonicalText(day("2024-05-31"), "date")).toBe("2024-05-31");
    expect(canonicalText(true, "yesno")).toBe("true");
    expect(canonicalText(null, "number")).toBe("");
  });
  it("moves a point without arithmetic", () => {
    expect([
      shiftDecimalPoint("0.07", 2),
      shiftDecimalPoint("1e-7", 2),
      shiftDecimalPoint("-12", -2),
    ]).toEqual(["7", "0.00001", "-0.12"]);
  });
});
