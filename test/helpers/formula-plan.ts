import type { Alignment } from "../../src/model/alignment";
import { calculatedColumn } from "../../src/model/formula/calculate-column";
import { CELL_ERRORS, type Vector } from "../../src/model/formula/vectors";
import { alignmentAt, type Plan } from "../../src/model/plan";
import type { DerivedColumn, FormulaRecord, FormulaSource } from "../../src/model/planning/derived-column";
import type { CellValue, ColumnType, TableName } from "../../src/model/table";
import { PATH, smallPlan } from "./small-plan";
import { makeColumn } from "./small-table";

/** What a test may say of a cell: its value, or why it has none. */
export type SeenCell = CellValue | { readonly error: string };

/** A plan of a few accounts with these columns instead of its own; `letters` as `smallPlan` takes them. */
export function planWithColumns(
  letters: string,
  columns: Readonly<Record<string, readonly [ColumnType, readonly CellValue[]]>>,
): Plan {
  const plan = smallPlan(letters);
  const made = Object.entries(columns).map(([header, [type, cells]]) => makeColumn(header, type, cells));
  return { ...plan, tables: { ...plan.tables, accounts: { ...plan.tables.accounts, columns: made } } };
}

export function formula(
  header: string,
  text: string,
  { table = "accounts", ...more }: Partial<FormulaSource> & { table?: TableName } = {},
): FormulaRecord {
  return {
    id: header.toLowerCase(),
    table,
    header,
    source: { kind: "formula", text, type: "number", ...more },
  };
}

/** The plan with formula columns in place of those that it has. */
export function withFormulas(plan: Plan, ...columns: readonly DerivedColumn[]): Plan {
  return { ...plan, planning: { ...plan.planning, columns } };
}

/** What a formula gives for each account; throws where it cannot be calculated at all. */
export function valuesOf(
  plan: Plan,
  text: string,
  alignment: Alignment | null = alignmentAt(plan, PATH),
): SeenCell[] {
  const record = formula("Result", text);
  const result = calculatedColumn(withFormulas(plan, ...plan.planning.columns, record), record, alignment);
  if (!result.ok) throw new Error(result.problem.message);
  return cellsOf(result.values);
}

/** A vector's cells as tests write them. */
export function cellsOf(vector: Vector): SeenCell[] {
  const count =
    vector.kind === "text"
      ? vector.codes.length
      : vector.kind === "yesno"
        ? vector.flags.length
        : vector.values.length;
  return Array.from({ length: count }, (_, row) => {
    const error = vector.errors?.[row];
    if (error) return { error: CELL_ERRORS[error]! };
    if (vector.kind === "text") return vector.texts.text(vector.codes[row]!) || null;
    if (vector.kind === "yesno") return [false, true, null][vector.flags[row]!]!;
    const value = vector.values[row]!;
    return Number.isNaN(value) ? null : value;
  });
}
