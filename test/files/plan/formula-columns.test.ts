import { expect, it } from "vitest";
import { readPlanFile } from "../../../src/files/plan/read-plan-file";
import { writePlanFile } from "../../../src/files/plan/write-plan-file";
import { applyPatch } from "../../../src/model/apply-patch";
import { saveDerivedColumn } from "../../../src/model/edits/derived-column-edits";
import { calculatedColumn } from "../../../src/model/formula/calculate-column";
import { sheetColumns, shownText } from "../../../src/model/formula/column-names";
import type { FormulaRecord } from "../../../src/model/planning/derived-column";
import { cellsOf, formula, planWithColumns } from "../../helpers/formula-plan";

it("keeps formulas, also those that no longer name their columns as these are called now", () => {
  const plan = planWithColumns("AB", { Revenue: ["currency", [1, 2]] });
  const made = applyPatch(
    plan,
    saveDerivedColumn(plan, formula("=Twice", "=[Revenue] * 2", { type: "currency" })),
  );
  const { accounts } = made.tables;
  const columns = accounts.columns.map((column) => ({ ...column, header: "Money" }));
  const renamed = { ...made, tables: { ...made.tables, accounts: { ...accounts, columns } } };

  const read = readPlanFile(writePlanFile({ plan: renamed, revisions: [] }));
  if (read.status !== "ok") throw new Error(read.message);
  const record = read.plan.planning.columns[0] as FormulaRecord;
  expect(record).toEqual(made.planning.columns[0]);
  expect(shownText(record, sheetColumns(read.plan, "accounts"))).toBe("=[Money] * 2");
  const column = calculatedColumn(read.plan, record, null);
  expect(column.ok && cellsOf(column.values)).toEqual([2, 4]);
});

it("opens files with formulas that nobody could have written here, and says what is wrong with them", () => {
  const plan = planWithColumns("AB", { Revenue: ["currency", [1, 2]] });
  const texts = [
    "=[B]",
    "=[A]",
    `=${"(".repeat(100_000)}`,
    "constructor.constructor('alert(1)')()",
    "=[__proto__]",
    "",
  ];
  const columns = texts.map((text, i) => formula("AB234567"[i]!, text));
  const read = readPlanFile(
    writePlanFile({ plan: { ...plan, planning: { ...plan.planning, columns } }, revisions: [] }),
  );
  if (read.status !== "ok") throw new Error(read.message);
  for (const record of read.plan.planning.columns) {
    const column = calculatedColumn(read.plan, record as FormulaRecord, null);
    expect(column.ok).toBe(false);
    expect(column.ok ? "" : column.problem.message).not.toBe("");
  }
});
