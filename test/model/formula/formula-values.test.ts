import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/model/table";
import { planWithColumns, type SeenCell, valuesOf } from "../../helpers/formula-plan";

const DIVISION = { error: "Division by zero" };

/** What a formula gives where it reads no column. */
function value(text: string): SeenCell {
  return valuesOf(planWithColumns("A", {}), text)[0]!;
}

const day = (iso: string): number => Date.parse(iso) / 86_400_000;

describe("operators", () => {
  it.each<[string, CellValue]>([
    ["=1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["=2 ^ 3 ^ 2", 64],
    ["=-2 ^ 2", 4],
    ["=50% * 200", 100],
    ["=10 - 4 - 3", 3],
    ["=7 / 2", 3.5],
    ["=1.5e2", 150],
    ["=.5 + .5", 1],
    ['="a" & "b" & 1', "ab1"],
    ['="say ""hi"""', 'say "hi"'],
    ["=1 < 2", true],
    ["=2 <> 2", false],
    ["=2 >= 2 AND 1 > 2", false],
    ["=1 = 1 AND 2 = 2 OR 1 = 2", true],
    ["=NOT 1 = 2", true],
    ["=NOT(TRUE) OR FALSE", false],
    ['="Finance" = "FINANCE"', true],
    ['="apple" < "Banana"', true],
    ["=7 × 2 ÷ 4 − 1", 2.5],
    ["=IF(1 ≤ 2; 10; 20)", 10],
    ["=“quoted”", "quoted"],
  ])("%s is %j", (text, wanted) => expect(value(text)).toEqual(wanted));

  it("divides by zero into an error of the cell, not of the column", () => {
    const plan = planWithColumns("AAA", { Part: ["number", [1, 2, null]], All: ["number", [4, 0, 5]] });
    expect(valuesOf(plan, "=[Part] / [All]")).toEqual([0.25, DIVISION, 0]);
    expect(valuesOf(plan, "=[Part] / [All] + 1")).toEqual([1.25, DIVISION, 1]);
    expect(valuesOf(plan, "=IFERROR([Part] / [All], -1)")).toEqual([0.25, -1, 0]);
    expect(valuesOf(plan, "=IF([All] = 0, 0, [Part] / [All])")).toEqual([0.25, 0, 0]);
  });

  it("counts a blank as 0 in arithmetic, and as what it is asked for elsewhere", () => {
    const plan = planWithColumns("AA", {
      Revenue: ["currency", [100, null]],
      Industry: ["text", ["Finance", null]],
      Active: ["yesno", [true, null]],
      Since: ["date", [day("2024-03-05"), null]],
    });
    expect(valuesOf(plan, "=[Revenue] * 0.3 + 1")).toEqual([31, 1]);
    expect(valuesOf(plan, '=[Revenue] * 0.3 + IF([Industry] = "finance", 10, 0)')).toEqual([40, 0]);
    expect(valuesOf(plan, "=[Revenue] = 0")).toEqual([false, true]);
    expect(valuesOf(plan, '=[Industry] = ""')).toEqual([false, true]);
    expect(valuesOf(plan, "=ISBLANK([Revenue])")).toEqual([false, true]);
    expect(valuesOf(plan, "=[Active]")).toEqual([true, null]);
    expect(valuesOf(plan, '=IF([Active], "on", "off")')).toEqual(["on", "off"]);
    expect(valuesOf(plan, "=[Since] + 1")).toEqual([day("2024-03-06"), null]);
    expect(valuesOf(plan, "=[Since] < DATE(2025, 1, 1)")).toEqual([true, null]);
    expect(valuesOf(plan, '=IF([Since] < DATE(2025, 1, 1), "old", "new")')).toEqual(["old", "new"]);
    expect(valuesOf(plan, "=COALESCE([Revenue], 7)")).toEqual([100, 7]);
    expect(valuesOf(plan, "=IF([Revenue] > 0, BLANK(), 1)")).toEqual([null, 1]);
  });
});

describe("functions of numbers", () => {
  it.each<[string, SeenCell]>([
    ["=ROUND(2.345, 2)", 2.35],
    ["=ROUND(1.005, 2)", 1.01],
    ["=ROUND(-2.5)", -3],
    ["=ROUND(1234, -2)", 1200],
    ["=ROUNDUP(2.01)", 3],
    ["=ROUNDUP(0.3, 1)", 0.3],
    ["=ROUNDDOWN(-2.9)", -2],
    ["=FLOOR(17, 5)", 15],
    ["=CEILING(0.3, 0.1)", 0.30000000000000004],
    ["=INT(-1.5)", -2],
    ["=MOD(-7, 3)", 2],
    ["=MOD(7, 0)", DIVISION],
    ["=SQRT(-1)", { error: "No number that a root or logarithm can be taken of" }],
    ["=POWER(2, 10)", 1024],
    ["=(-8) ^ 0.5", { error: "No number that a root or logarithm can be taken of" }],
    ["=EXP(1000)", { error: "Number too large" }],
    ["=LN(EXP(2))", 2],
    ["=LOG10(1000)", 3],
    ["=SUM(1, BLANK(), 2)", 3],
    ["=AVERAGE(1, BLANK(), 3)", 2],
    ["=MIN(3, BLANK(), 2)", 2],
    ["=MAX(BLANK(), BLANK())", null],
    ["=ABS(-3)", 3],
    ['=IFS(1 > 2, "a", TRUE, "b")', "b"],
    ['=SWITCH("B", "a", 1, "b", 2)', 2],
    ['=SWITCH("C", "a", 1, "b", 2, 9)', 9],
    ['=SWITCH("C", "a", 1)', { error: "No case fits" }],
  ])("%s is %j", (text, wanted) => expect(value(text)).toEqual(wanted));
});

describe("functions of texts", () => {
  it.each<[string, SeenCell]>([
    ['=LEN("Zürich")', 6],
    ['=LEFT("Zürich", 2)', "Zü"],
    ['=RIGHT("Zürich", 3)', "ich"],
    ['=RIGHT("Zürich", 0)', null],
    ['=MID("Zürich", 2, 3)', "üri"],
    ['=PROPER("o\'neill and SONS-in-law")', "O'neill And Sons-In-Law"],
    ['=TRIM("  a   b ")', "a b"],
    ['=CONCAT("a", 1, TRUE)', "a1Yes"],
    ['=CONTAINS("Café Olé", "ole")', true],
    ['=STARTS_WITH("Acme", "AC")', true],
    ['=ENDS_WITH("Acme", "x")', false],
    ['=SUBSTITUTE("a-b-c", "-", "+")', "a+b+c"],
    ['=SUBSTITUTE("aaa", "", "b")', "aaa"],
    ['=FIND("b", "abcb", 3)', 4],
    ['=FIND("x", "abc")', { error: "This text is not found" }],
    ['=VALUE("$1,234.50")', 1234.5],
    ['=VALUE("12%")', 0.12],
    ['=VALUE("twelve")', { error: "This text is not a number" }],
    ['=TEXT(1234.5, "#,##0.00")', "1,234.50"],
    ['=TEXT(0.256, "0%")', "26%"],
    ['=TEXT(-0.001, "0.00")', "0.00"],
    ['=TEXT(7, "000")', "007"],
    ['=TEXT(DATE(2026, 3, 9), "yyyy-mm-dd")', "2026-03-09"],
    ['=TEXT(DATE(2026, 3, 9), "ddd d mmm yy")', "Mon 9 Mar 26"],
    ['=UPPER("straße")', "STRASSE"],
  ])("%s is %j", (text, wanted) => expect(value(text)).toEqual(wanted));

  it("refuses to grow texts without end", () => {
    const twice = (inner: string, times: number): string =>
      times === 0 ? inner : twice(`SUBSTITUTE(${inner}, "a", "aaaaaaaaaaaaaaaa")`, times - 1);
    expect(value(`=LEN(${twice('"a"', 20)})`)).toEqual({ error: "Text too long" });
  });
});

describe("functions of days", () => {
  it.each<[string, SeenCell]>([
    ["=DATE(2024, 2, 30)", day("2024-03-01")],
    ["=DATE(2024, 13, 1)", day("2025-01-01")],
    ["=YEAR(DATE(1900, 2, 28) + 1)", 1900],
    ["=MONTH(DATE(1969, 12, 31))", 12],
    ["=DAY(DATE(2000, 2, 29))", 29],
    ["=QUARTER(DATE(2026, 11, 22))", 4],
    ["=WEEKDAY(DATE(2026, 11, 22))", 1],
    ["=WEEKDAY(DATE(2026, 11, 22), 2)", 7],
    ["=DAYS(DATE(2024, 3, 1), DATE(2024, 2, 1))", 29],
    ["=DATE(2024, 3, 1) - DATE(2024, 2, 1)", 29],
    ["=EDATE(DATE(2024, 1, 31), 1)", day("2024-02-29")],
    ["=EDATE(DATE(2024, 3, 31), -1)", day("2024-02-29")],
    ['=DATEDIF(DATE(2023, 5, 20), DATE(2024, 5, 19), "Y")', 0],
    ['=DATEDIF(DATE(2023, 5, 20), DATE(2024, 5, 19), "m")', 11],
    ['=DATEDIF(DATE(2024, 5, 19), DATE(2024, 5, 20), "D")', 1],
    ["=DATE(999999, 1, 1)", { error: "No such date" }],
  ])("%s is %j", (text, wanted) => expect(value(text)).toEqual(wanted));

  it("knows the day of the plan, and nothing where nobody said it", () => {
    const plan = planWithColumns("A", {});
    expect(valuesOf({ ...plan, day: day("2026-11-22") }, "=TODAY() - DATE(2026, 11, 1)")).toEqual([21]);
    expect(valuesOf(plan, "=TODAY()")).toEqual([null]);
  });
});

describe("functions of columns and territories", () => {
  // Two in A, two in B, one unassigned, one more in A.
  const plan = planWithColumns("AABB.A", { Size: ["number", [10, 30, 5, null, 7, 30]] });

  it.each<[string, SeenCell[]]>([
    ["=COLUMN_SUM([Size])", [82, 82, 82, 82, 82, 82]],
    ["=COLUMN_AVERAGE([Size])", [16.4, 16.4, 16.4, 16.4, 16.4, 16.4]],
    ["=COLUMN_COUNT([Size]) + COLUMN_COUNT()", [11, 11, 11, 11, 11, 11]],
    ["=COLUMN_MAX([Size]) - COLUMN_MIN([Size])", [25, 25, 25, 25, 25, 25]],
    ["=RANK([Size])", [3, 1, 5, null, 4, 1]],
    ["=TERRITORY_SUM([Size])", [70, 70, 5, 5, null, 70]],
    ["=TERRITORY_COUNT()", [3, 3, 2, 2, null, 3]],
    ["=TERRITORY_COUNT([Size])", [3, 3, 1, 1, null, 3]],
    ["=TERRITORY_AVERAGE([Size] * 1)", [70 / 3, 70 / 3, 2.5, 2.5, null, 70 / 3]],
    ["=TERRITORY_MIN([Size])", [10, 10, 5, 5, null, 10]],
    ["=TERRITORY_MAX([Size])", [30, 30, 5, 5, null, 30]],
    ["=PERCENT_OF_TERRITORY([Size])", [10 / 70, 30 / 70, 1, null, null, 30 / 70]],
    ["=RANK_IN_TERRITORY([Size])", [3, 1, 1, null, null, 1]],
    ["=TERRITORY_SUM(1 / [Size] * 0 + 1)", [3, 3, 1, 1, null, 3]],
    ["=[Territory] & [Rep]", ["AAnn", "AAnn", "BBob", "BBob", "Unassigned", "AAnn"]],
  ])("%s", (text, wanted) => expect(valuesOf(plan, text)).toEqual(wanted));

  it("leaves deleted rows out", () => {
    const { accounts } = plan.tables;
    const deleted = { ...accounts, deleted: Uint8Array.of(0, 1, 0, 0, 0, 0) };
    const without = { ...plan, tables: { ...plan.tables, accounts: deleted } };
    expect(valuesOf(without, "=TERRITORY_SUM([Size])")[0]).toBe(40);
    expect(valuesOf(without, "=COLUMN_COUNT()")[0]).toBe(5);
    expect(valuesOf(without, "=RANK([Size])")).toEqual([2, null, 4, null, 3, 1]);
  });

  it("reads locks", () => {
    expect(valuesOf(planWithColumns("aB", {}), '=IF([Locked], "fixed", "free")')).toEqual(["fixed", "free"]);
  });
});
