import type { MeasureSource } from "../measure";
import { type Remembered, remembered } from "../metrics/remembered";
import type { Plan } from "../plan";
import { derivedKey, isDerivedKey } from "../planning/derived-column";
import { type ColumnType, columnByKey, type NumberColumn } from "../table";
import { asTableColumn, calculatedFormula, errorCounts } from "./calculate-column";
import { typesOf } from "./column-names";
import { sheetFormulas } from "./sheet-formulas";

/**
 * The plan with the formula columns that its measures name standing among the columns of the accounts, so that every figure reads them as
 * any other; the same plan where they name none. Formulas that depend on the alignment are left out: what the alignment is judged by
 * cannot follow from it. For figures only; such a plan is never kept.
 */
export function withMeasuredFormulas(plan: Plan): Plan {
  const columns = measuredFormulas(plan).filter(({ key }) => !columnByKey(plan.tables.accounts, key));
  if (columns.length === 0) return plan;
  const { accounts } = plan.tables;
  return {
    ...plan,
    tables: { ...plan.tables, accounts: { ...accounts, columns: [...accounts.columns, ...columns] } },
  };
}

/** Whether any measure names a formula column, be it there or not. */
export function measuresFormulas({ measures }: Pick<Plan, "measures">): boolean {
  return measures.some(({ source }) => columnsOf(source).some(isDerivedKey));
}

/** Whether a measure changes with the day. */
export function measuresDay(plan: Plan): boolean {
  if (!measuresFormulas(plan)) return false;
  const formulas = sheetFormulas(plan, "accounts");
  return plan.measures.some(({ source }) =>
    columnsOf(source).some((key) => {
      const found = formulas.get(key);
      return found?.ok === true && found.onDay;
    }),
  );
}

/** A formula column of the accounts that gives numbers. */
export interface NumberFormula {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  /** Why it cannot be a measure, in words; null where it can. */
  readonly reason: string | null;
}

/** The accounts' formula columns of numbers, those that cannot be measures with the reason. */
export function numberFormulas(plan: Plan): readonly NumberFormula[] {
  if (plan.planning.columns.length === 0) return [];
  return [...sheetFormulas(plan, "accounts")].flatMap(([key, found]): NumberFormula[] => {
    const { header, source } = found.record;
    if (!found.ok) return [{ key, header, type: source.type, reason: "cannot be calculated" }];
    if (found.formula.kind !== "number") return [];
    const types = typesOf("number");
    const type = types.find((candidate) => candidate === source.type) ?? types[0];
    return [{ key, header, type, reason: found.onAlignment ? "depends on who has which account" : null }];
  });
}

/** Why accounts bring nothing to a measure of a formula column, with how many do for it; empty for other columns. */
export function formulaFaults(plan: Plan, key: string): ReadonlyMap<string, number> {
  const formulas = plan.planning.columns.length === 0 ? null : sheetFormulas(plan, "accounts");
  const found = formulas?.get(key);
  const column = found && calculatedFormula(plan, found, formulas!, null);
  return column?.ok ? errorCounts(column.values, plan.tables.accounts) : new Map();
}

/** Whether a measure depends on a cell of the accounts' own column through a formula. */
export function formulaReads(plan: Plan, formulaKey: string, column: string): boolean {
  if (plan.planning.columns.length === 0) return false;
  const formula = sheetFormulas(plan, "accounts").get(formulaKey);
  return formula?.ok === true && formula.reads.has(column);
}

const asColumns: Remembered<object, NumberColumn> = new WeakMap();

function measuredFormulas(plan: Plan): readonly NumberColumn[] {
  if (plan.planning.columns.length === 0) return [];
  const keys = new Set(plan.measures.flatMap(({ source }) => columnsOf(source)));
  const formulas = sheetFormulas(plan, "accounts");
  return [...formulas.values()].flatMap((formula): NumberColumn[] => {
    const key = derivedKey(formula.record);
    if (!keys.has(key)) return [];
    const column = calculatedFormula(plan, formula, formulas, null);
    if (!column.ok || column.values.kind !== "number") return [];
    const { values, type } = column;
    return [
      remembered(
        asColumns,
        values,
        [formula.record],
        () => asTableColumn(formula.record, values, type) as NumberColumn,
      ),
    ];
  });
}

function columnsOf(source: MeasureSource): readonly string[] {
  switch (source.kind) {
    case "column":
    case "lifetime":
      return [source.column];
    case "blend":
      return source.parts.flatMap((part) =>
        part.kind === "condition" ? part.condition.tests.map(({ column }) => column) : [part.column],
      );
    default:
      return [];
  }
}
