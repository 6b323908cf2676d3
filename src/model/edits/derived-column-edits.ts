import { measureWithout } from "../column-uses";
import { type FormulaTable, namesIn, sheetColumns } from "../formula/column-names";
import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { type DerivedColumn, derivedKey, isFormula } from "../planning/derived-column";
import { joinEdits } from "./join-edits";
import { setMeasure } from "./plan-records";
import { setPlanningRecord } from "./set-planning-record";

/** Adds a calculated column, or replaces the one with its id. A formula keeps with it which columns its names mean. */
export function saveDerivedColumn(plan: Plan, record: DerivedColumn): Patch {
  const before = plan.planning.columns.find(({ id }) => id === record.id);
  const header = record.header.trim();
  const label = before ? `Change column ${header}` : `Add column ${header}`;
  return setPlanningRecord(plan, "columns", record.id, { ...withNames(plan, record), header }, label);
}

/**
 * Removes a calculated column with what speaks of it alone, as `deleteColumn` does: its checks and colors, and measures of nothing else.
 * Formulas that name it say so.
 */
export function removeDerivedColumn(plan: Plan, id: string): Patch {
  const record = plan.planning.columns.find((candidate) => candidate.id === id);
  const label = `Delete column ${record?.header ?? ""}`;
  if (!record) return { label, cause: { kind: "action", action: "set-columns" }, changes: [] };
  const { table } = record;
  const key = derivedKey(record);
  const withoutIt = plan.measures.flatMap((measure) => {
    const left = table === "territories" ? measure : measureWithout(measure, table, key);
    return left === measure ? [] : [(now: Plan) => setMeasure(now, measure.id, left)];
  });
  const rules = plan.planning.columnRules
    .filter((rule) => rule.table === table && rule.column === key)
    .map((rule) => (now: Plan) => setPlanningRecord(now, "columnRules", rule.id, null, label));
  const itself = (now: Plan) => setPlanningRecord(now, "columns", id, null, label);
  return joinEdits(plan, [...withoutIt, ...rules, itself], label);
}

function withNames(plan: Plan, record: DerivedColumn): DerivedColumn {
  if (!isFormula(record)) return record;
  const { text } = record.source;
  const names = namesIn(text, sheetColumns(plan, record.table as FormulaTable));
  return { ...record, source: { ...record.source, names } };
}
