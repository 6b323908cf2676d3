import { type FormulaTable, namesIn, sheetColumns } from "../formula/column-names";
import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { type DerivedColumn, isFormula } from "../planning/derived-column";
import { setPlanningRecord } from "./set-planning-record";

/** Adds a calculated column, or replaces the one with its id. A formula keeps with it which columns its names mean. */
export function saveDerivedColumn(plan: Plan, record: DerivedColumn): Patch {
  const before = plan.planning.columns.find(({ id }) => id === record.id);
  const header = record.header.trim();
  const label = before ? `Change column ${header}` : `Add column ${header}`;
  return setPlanningRecord(plan, "columns", record.id, { ...withNames(plan, record), header }, label);
}

/** Removes a calculated column. Formulas that name it say so. */
export function removeDerivedColumn(plan: Plan, id: string): Patch {
  const header = plan.planning.columns.find((record) => record.id === id)?.header ?? "";
  return setPlanningRecord(plan, "columns", id, null, `Remove column ${header}`);
}

function withNames(plan: Plan, record: DerivedColumn): DerivedColumn {
  if (!isFormula(record)) return record;
  const { text } = record.source;
  const names = namesIn(text, sheetColumns(plan, record.table as FormulaTable));
  return { ...record, source: { ...record.source, names } };
}
