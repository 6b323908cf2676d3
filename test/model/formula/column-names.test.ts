import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { saveDerivedColumn } from "../../../src/model/edits/derived-column-edits";
import { calculatedColumn } from "../../../src/model/formula/calculate-column";
import { sheetColumns, shownText } from "../../../src/model/formula/column-names";
import { completionsAt, signatureAt } from "../../../src/model/formula/complete";
import { sheetFormulas } from "../../../src/model/formula/sheet-formulas";
import type { Plan } from "../../../src/model/plan";
import type { FormulaRecord } from "../../../src/model/planning/derived-column";
import type { Column } from "../../../src/model/table";
import { cellsOf, formula, planWithColumns, valuesOf } from "../../helpers/formula-plan";

const plan = planWithColumns("AB", {
  Revenue: ["currency", [1, 2]],
  "Odd ] name": ["number", [3, 4]],
  Territory: ["text", ["North", "South"]],
});

/** The plan with its accounts' columns changed, by whatever way. */
function withColumns(given: Plan, change: (columns: readonly Column[]) => readonly Column[]): Plan {
  const { accounts } = given.tables;
  return {
    ...given,
    tables: { ...given.tables, accounts: { ...accounts, columns: change(accounts.columns) } },
  };
}

const renamed = (given: Plan, key: string, header: string) =>
  withColumns(given, (columns) =>
    columns.map((column) => (column.key === key ? { ...column, header } : column)),
  );

function saved(record: FormulaRecord, given = plan): Plan {
  return applyPatch(given, saveDerivedColumn(given, record));
}

const firstOf = ({ planning }: Plan) => planning.columns[0] as FormulaRecord;

describe("names of columns in formulas", () => {
  it("are told apart where a header stands twice, and brackets in them are doubled", () => {
    expect(sheetColumns(plan, "accounts").map(({ name }) => name)).toEqual([
      "Territory",
      "Rep",
      "Locked",
      "Revenue",
      "Odd ] name",
      "Territory#2",
    ]);
    expect(valuesOf(plan, '=[Territory] & "/" & [territory#2] & [Odd ]] name]')).toEqual([
      "A/North3",
      "B/South4",
    ]);
  });

  it("follow a column that is renamed, even where another takes its name", () => {
    const swapped = renamed(
      renamed(saved(formula("Twice", "=[Revenue] * 2")), "Revenue", "Money ] 1"),
      "Odd ] name",
      "Revenue",
    );
    const record = firstOf(swapped);
    const column = calculatedColumn(swapped, record, null);
    expect(column.ok && cellsOf(column.values)).toEqual([2, 4]);
    expect(shownText(record, sheetColumns(swapped, "accounts"))).toBe("=[Money ]] 1] * 2");
  });

  it("say that a column is gone, and fall back on one that has the name again", () => {
    const kept = saved(formula("Twice", "=[Revenue] * 2"));
    const gone = withColumns(kept, (columns) => columns.filter(({ key }) => key !== "Revenue"));
    const found = sheetFormulas(gone, "accounts").get("@derived:twice")!;
    expect(found.ok ? null : found.problem).toEqual({
      start: 1,
      end: 10,
      message: "The column “Revenue” is gone.",
    });
    const again = withColumns(gone, (columns) =>
      columns.map((column) => (column.key === "Odd ] name" ? { ...column, header: "Revenue" } : column)),
    );
    const column = calculatedColumn(again, firstOf(again), null);
    expect(column.ok && cellsOf(column.values)).toEqual([6, 8]);
  });

  it("keep to a formula column that is renamed", () => {
    const two = saved(formula("Next", "=[Twice] + 1"), saved(formula("Twice", "=[Revenue] * 2")));
    const other = applyPatch(two, saveDerivedColumn(two, { ...firstOf(two), header: "Double" }));
    const next = other.planning.columns[1] as FormulaRecord;
    expect(shownText(next, sheetColumns(other, "accounts"))).toBe("=[Double] + 1");
    const column = calculatedColumn(other, next, null);
    expect(column.ok && cellsOf(column.values)).toEqual([3, 5]);
  });
});

describe("what is offered while typing", () => {
  const columns = sheetColumns(plan, "accounts");
  /** "|" is the caret. */
  const offered = (text: string, all = false) =>
    completionsAt(text.replace("|", ""), text.indexOf("|"), columns, all);
  const labels = (text: string, all = false) => offered(text, all).items.map(({ label }) => label);

  it.each<[string, string[]]>([
    ["=[rE|", ["Rep", "Revenue"]],
    ["=[odd|", ["Odd ] name"]],
    ["=1 + co|", ["COALESCE(value, [value]…)", "CONCAT(text, [text]…)", "CONTAINS(text, other)"]],
    ["=reven|", ["Revenue"]],
    ["=12|", []],
    ["=|", []],
    ['="[re|', []],
    ["=[Revenue] |", []],
  ])("at %s", (text, wanted) => expect(labels(text).slice(0, 3)).toEqual(wanted));

  it("offers everything when asked to", () => expect(labels("=1 + |", true).length).toBeGreaterThan(5));

  it("replaces what was begun, and the bracket behind it", () => {
    const { from, to, items } = offered("=[rev|xx] * 2");
    expect([from, to, items[0]!.insert]).toEqual([1, 8, "[Revenue]"]);
    expect(offered("=1 + [re| * 2")).toMatchObject({ from: 5, to: 8 });
  });

  it.each([
    ["=IF([Revenue] > 1, |", "IF", 1],
    ["=ROUND(SUM(1, 2), |", "ROUND", 1],
    ["=ROUND(SUM(1, (2 + |", "SUM", 1],
    ['=CONCAT("a,b(", [x,y], |', "CONCAT", 2],
  ])("knows the function at %s", (text, name, place) => {
    const hint = signatureAt(text.replace("|", ""), text.indexOf("|"))!;
    expect([hint.signature.split("(")[0], hint.place]).toEqual([name, place]);
  });
});
