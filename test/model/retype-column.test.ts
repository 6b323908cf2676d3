import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ambiguousDates, ambiguousNumbers } from "../../src/model/ambiguous-texts";
import { applyPatch } from "../../src/model/apply-patch";
import { cellSource, cellValue } from "../../src/model/cells";
import { retypeColumn } from "../../src/model/edits/retype-column";
import { invertPatch } from "../../src/model/patch";
import { type RetypeFormat, retypedColumn } from "../../src/model/retype-column";
import type { CellValue, Column, ColumnType } from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";
import { arbitrarySeed, randomColumn, seededRandom } from "../helpers/arbitrary-plan";
import { columnContent, planContent } from "../helpers/plan-content";
import { smallPlan } from "../helpers/small-plan";

const US: RetypeFormat = { decimal: ".", dateOrder: "mdy", percents: "hundreds" };
const GERMAN: RetypeFormat = { decimal: ",", dateOrder: "dmy", percents: "hundreds" };
const NUMBERS: readonly ColumnType[] = ["number", "currency", "percent"];

function texts(...cells: string[]): Column {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(cells, (text) => dictionary.code(text));
  return {
    kind: "text",
    type: "text",
    key: "c",
    header: "C",
    role: null,
    origin: "imported",
    source: null,
    codes,
    dictionary,
  };
}

function numbers(type: "number" | "percent" | "date" | "datetime", ...values: number[]): Column {
  return {
    kind: "number",
    type,
    key: "c",
    header: "C",
    role: null,
    origin: "imported",
    source: null,
    values: Float64Array.from(values),
  };
}

const values = (column: Column, count: number): CellValue[] =>
  Array.from({ length: count }, (_, row) => cellValue(column, row));
const retyped = (column: Column, type: ColumnType, format = US) => retypedColumn(column, type, format).column;

describe("retyping a column", () => {
  it("reads texts as numbers, and names those that are none", () => {
    const { column, failed } = retypedColumn(texts("007", "1,234.5", "n/a", ""), "number", US);
    expect(values(column, 4)).toEqual([7, 1234.5, null, null]);
    expect([...failed]).toEqual([2]);
    expect(cellSource(column, 2)).toBe("n/a");
  });

  it.each(["007", "n/a", " 5 ", "12345678901234567890", "3/31/2025", "maybe"])("gives %j back", (text) => {
    for (const type of ["number", "currency", "percent", "date", "datetime", "yesno"] as const)
      expect(values(retyped(retyped(texts(text), type), "text"), 1)).toEqual([text]);
  });

  it("reads dates in the order that is asked for", () => {
    const day = (format: RetypeFormat) => values(retyped(texts("03/04/2025"), "date", format), 1)[0];
    expect(day(US)).toBe(Date.UTC(2025, 2, 4) / 86_400_000);
    expect(day(GERMAN)).toBe(Date.UTC(2025, 3, 3) / 86_400_000);
  });

  it("reads numbers with the sign that is asked for, and writes texts with it", () => {
    expect(values(retyped(texts("1.234"), "number", GERMAN), 1)).toEqual([1234]);
    expect(values(retyped(numbers("number", 1.5), "text", GERMAN), 1)).toEqual(["1,5"]);
  });

  it("takes spreadsheets' numbers of days and digits of dates for dates", () => {
    const { column, failed } = retypedColumn(numbers("number", 45_747, 20_250_331, 3, -4), "date", US);
    const march31 = Date.UTC(2025, 2, 31) / 86_400_000;
    expect(values(column, 4)).toEqual([march31, march31, null, null]);
    expect([...failed]).toEqual([2, 3]);
    expect(values(retyped(retyped(column, "number"), "date"), 1)).toEqual([march31]);
  });

  it("makes percents of hundreds or of fractions", () => {
    expect(values(retyped(numbers("number", 12.3), "percent"), 1)).toEqual([0.123]);
    expect(values(retyped(numbers("number", 0.12), "percent", { ...US, percents: "fractions" }), 1)).toEqual([
      0.12,
    ]);
    expect(values(retyped(numbers("percent", 0.07), "number"), 1)).toEqual([7]);
  });

  it("finds the time of day again that a date does not have", () => {
    const time = 20_000 + 37 / 96;
    expect(values(retyped(retyped(numbers("datetime", time), "date"), "datetime"), 1)).toEqual([time]);
  });

  it("makes 1 and 0 of yes and no, and the other way", () => {
    const flags = retyped(numbers("number", 1, 0, 2), "yesno");
    expect(values(flags, 3)).toEqual([true, false, null]);
    expect(values(retyped(flags, "number"), 3)).toEqual([1, 0, null]);
  });

  const arbitraryColumn = fc
    .tuple(
      arbitrarySeed,
      fc.constantFrom<ColumnType>(
        "text",
        "choice",
        "number",
        "currency",
        "percent",
        "date",
        "datetime",
        "yesno",
      ),
    )
    .map(([seed, type]) => randomColumn(seededRandom(seed), "c", type, 12));
  const arbitraryType = fc.constantFrom<ColumnType>(
    "text",
    "choice",
    "number",
    "currency",
    "percent",
    "date",
    "datetime",
    "yesno",
  );

  it("makes blank exactly the cells that it names, and keeps a text for each", () => {
    fc.assert(
      fc.property(arbitraryColumn, arbitraryType, fc.constantFrom(US, GERMAN), (column, type, format) => {
        const { column: made, failed } = retypedColumn(column, type, format);
        for (let row = 0; row < 12; row++) {
          const lost = cellValue(column, row) !== null && cellValue(made, row) === null;
          const isSpace = typeof cellValue(column, row) === "string" && !failed.includes(row);
          if (lost && !isSpace) expect([...failed]).toContain(row);
          if (failed.includes(row)) {
            expect(cellValue(made, row)).toBeNull();
            expect(cellSource(made, row)).not.toBeNull();
          }
        }
      }),
    );
  });

  it("gives texts back whatever they became", () => {
    fc.assert(
      fc.property(arbitrarySeed, arbitraryType, (seed, type) => {
        const column = { ...randomColumn(seededRandom(seed), "c", "text", 12), source: null };
        expect(values(retyped(retyped(column, type), "text"), 12)).toEqual(values(column, 12));
      }),
    );
  });

  it("gives numbers back that became texts", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
          { minLength: 1 },
        ),
        fc.constantFrom(...NUMBERS),
        fc.constantFrom(US, GERMAN),
        (list, type, format) => {
          const column = { ...numbers("number", ...list), type } as Column;
          expect(values(retyped(retyped(column, "text", format), type, format), list.length)).toEqual(list);
        },
      ),
    );
  });

  it("does what its preview says, as one step that undo takes back whole", () => {
    const plan = smallPlan("AB", [1, 5]);
    const preview = retypedColumn(plan.tables.accounts.columns[1]!, "yesno", US);
    const patch = retypeColumn(plan, "accounts", "revenue", "yesno", US);
    const after = applyPatch(plan, patch);
    expect(columnContent(after.tables.accounts.columns[1]!)).toEqual(columnContent(preview.column));
    expect([...preview.failed]).toEqual([1]);
    expect(planContent(applyPatch(after, invertPatch(patch)))).toEqual(planContent(plan));
  });
});

describe("texts that can be read in two ways", () => {
  it.each([
    [["03/04/2025", "31/12/2024"], "03/04/2025", "dmy"],
    [["03/04/2025", "12/31/2024"], "03/04/2025", "mdy"],
    [["03/04/2025"], "03/04/2025", null],
    [["03/04/2025", "31/12/2024", "12/31/2024"], "03/04/2025", null],
  ] as const)("dates %j", (list, example, shown) => expect(ambiguousDates(list)).toEqual({ example, shown }));

  it("are none among dates that say which part is which", () =>
    expect(ambiguousDates(["2025-03-04", "31/12/2024", "5/5/2025", "March 4, 2025", "x"])).toBeNull());

  it.each([
    [["1.234", "12,5"], "1.234", ","],
    [["1.234", "12.5"], "1.234", "."],
    [["1,234", "1,234.50"], "1,234", "."],
    [["1.234", "1.234.567"], "1.234", ","],
    [["1.234", "0.125"], "1.234", "."],
    [["$1,234"], "$1,234", null],
  ] as const)("numbers %j", (list, example, shown) =>
    expect(ambiguousNumbers(list)).toEqual({ example, shown }),
  );

  it("are none among numbers that say what their signs are", () =>
    expect(ambiguousNumbers(["1234", "0.125", "12,5", "x"])).toBeNull());
});
