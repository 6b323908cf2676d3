import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft, sheetFormulas } from "../../../src/model/formula/sheet-formulas";
import { MAX_FORMULA_LENGTH } from "../../../src/model/formula/tokens";
import type { TableName } from "../../../src/model/table";
import { formula, planWithColumns, withFormulas } from "../../helpers/formula-plan";

const plan = planWithColumns("AB", {
  Revenue: ["currency", [1, 2]],
  Industry: ["text", ["Finance", null]],
  Active: ["yesno", [true, false]],
  Since: ["date", [1, 2]],
  "A ] B": ["number", [3, 4]],
});

/** The part of the formula that is underlined, and the words under it. */
function problem(text: string, table: TableName = "accounts"): { at: string; message: string } {
  const checked = checkDraft(plan, formula("Draft", text, { table }));
  if (checked.ok) throw new Error(`Expected a problem in ${text}, got none.`);
  const { start, end, message } = checked.problem;
  return { at: text.slice(start, end), message };
}

describe("what is wrong with a formula, and where", () => {
  it.each<[string, string, string]>([
    ["=[Revenu] * 2", "[Revenu]", "Did you mean “Revenue”?"],
    ["=[Nothing like it]", "[Nothing like it]", "There is no column “Nothing like it”."],
    ["=SUMM([Revenue])", "SUMM", "Did you mean SUM?"],
    ["=[Revenue] + [Industry]", "[Industry]", "[Industry] is a text, but “+” needs a number here. VALUE"],
    ["=[Industry] = 5", "5", "[Industry] is a text, 5 is a number"],
    ["=IF([Revenue], 1, 2)", "[Revenue]", "IF needs yes or no here. A condition compares"],
    ['=IF([Active], 1, "x")', '"x"', '1 is a number, "x" is a text'],
    ["=[Active] * 2", "[Active]", "IF(…, 1, 0)"],
    ["=YEAR([Revenue])", "[Revenue]", "DATE(year, month, day)"],
    ["=[Since] + [Since]", "[Since] + [Since]", "Two dates cannot be added"],
    ["=ROUND()", "ROUND()", "ROUND needs at least one value: ROUND(number, [decimals])."],
    ["=ABS(1, 2)", "2", "ABS takes no more than one value"],
    ["=IFS(TRUE, 1, FALSE)", "IFS(TRUE, 1, FALSE)", "pairs"],
    ["=1 +", "+", "a value is missing"],
    ["=* 2", "*", "A value is missing before “*”."],
    ["=(1 + 2", "(", "This “(” has no “)”."],
    ["=1 + 2)", ")", "There is no “(” before this “)”."],
    ["=1,5 * 2", ",", "decimals have a point"],
    ["=Revenue * 2", "Revenue", "Columns stand in brackets, [Revenue]"],
    ["=[Revenue", "[Revenue", "has no “]”"],
    ['="abc', '"abc', "no quotation mark"],
    ["=1 2", "2", "An operator such as + or & is missing"],
    ["=2 # 3", "#", "“#” means nothing in a formula."],
    ["=1e999", "1e999", "too large"],
    ["=[]", "[]", "name of a column is missing"],
  ])("%s", (text, at, words) => {
    const found = problem(text);
    expect(found.message).toContain(words);
    expect(found.at).toBe(at);
  });

  it("asks for something where nothing is written", () => {
    expect(problem("").message).toContain("Write a formula");
    expect(problem("=  ").message).toContain("Write a formula");
  });

  it("says why rows without a territory cannot ask for one", () => {
    expect(problem("=TERRITORY_COUNT()", "deals").message).toContain("Deals have no territory of their own");
  });

  it("refuses what is too long, too deep or too much, instead of falling over it", () => {
    expect(problem(`=${"1+".repeat(500_000)}1`).message).toContain("too long");
    expect(problem(`=${"(".repeat(4000)}1${")".repeat(4000)}`).message).toContain("nested too deeply");
    expect(problem(`=${"-".repeat(4000)}1`).message).toContain("nested too deeply");
    expect(problem(`=${"1+".repeat(3000)}1`).message).toContain("too many parts");
    expect(problem(`=${"ABS(".repeat(1500)}1${")".repeat(1500)}`).message).toContain("nested too deeply");
  });

  it("says something of any text and never throws", () => {
    const parts = fc.constantFrom(
      ..."([)],;%^&*+-/<>=\"'. ".split(""),
      "[Revenue]",
      "[Industry]",
      "IF(",
      "SUM(",
      "TRUE",
      " AND ",
      "NOT ",
      "1.5",
      "\ud800",
      "__proto__",
      "[__proto__]",
      "constructor(",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 30 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const checked = checkDraft(plan, formula("Draft", `=${written}`));
        if (checked.ok) return;
        const { start, end, message } = checked.problem;
        expect(message).not.toBe("");
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(Math.max(written.length + 1, MAX_FORMULA_LENGTH));
        expect(end).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 500 },
    );
  });
});

describe("formula columns that name each other", () => {
  it("calculates one from another", () => {
    const both = withFormulas(plan, formula("B", "=[A] * 2"), formula("A", "=[Revenue] + 1"));
    expect([...sheetFormulas(both, "accounts").values()].map(({ ok }) => ok)).toEqual([true, true]);
  });

  it("refuses a circle and says how it goes", () => {
    const others = withFormulas(plan, formula("B", "=[C]"), formula("C", "=[A]"));
    const draft = checkDraft(others, formula("A", "=[Revenue] + [B]"));
    expect(draft.ok).toBe(false);
    if (draft.ok) return;
    expect(draft.problem.message).toBe(
      "A column cannot be calculated from itself: “A” uses “B”, “B” uses “C”, “C” uses “A”.",
    );
    expect(draft.problem.start).toBe("=[Revenue] + ".length);
    const self = checkDraft(plan, formula("A", "=[A] + 1"));
    expect(self.ok ? "" : self.problem.message).toContain("“A” uses “A”");
  });

  it("marks every column of a circle that came with a file, and those that use it", () => {
    const circle = withFormulas(plan, formula("A", "=[B]"), formula("B", "=[A]"), formula("C", "=[A] + 1"));
    expect([...sheetFormulas(circle, "accounts").values()].map(({ ok }) => ok)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("names the problem of the column that is named", () => {
    const broken = withFormulas(plan, formula("A", "=[Gone]"), formula("B", "=[A] + 1"));
    const found = sheetFormulas(broken, "accounts").get("@derived:b")!;
    expect(found.ok ? "" : found.problem.message).toBe(
      "“A” cannot be calculated: There is no column “Gone”.",
    );
  });
});
