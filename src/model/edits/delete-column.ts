import { applyPatch } from "../apply-patch";
import { measureWithout } from "../column-uses";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { TableName } from "../table";
import { columnAt } from "./column-edits";
import { setMeasure } from "./plan-records";
import { setPlanningRecord } from "./set-planning-record";

/**
 * Deletes a column with what speaks of it alone: its checks and colors, measures of nothing else; blends lose their part and limits by it
 * are gone (`columnUses` lists them). Segments, rules and formulas that ask for it stay, and find nothing there; so do comments, to be read.
 */
export function deleteColumn(plan: Plan, table: TableName, key: string): Patch {
  const { column, at } = columnAt(plan, table, key);
  const label = `Delete column ${column.header}`;
  const changes: Change[] = [];
  let current = plan;
  const take = (patch: Patch) => {
    changes.push(...patch.changes);
    current = applyPatch(current, patch);
  };
  for (const measure of plan.measures) {
    const left = measureWithout(measure, table, key);
    if (left !== measure) take(setMeasure(current, measure.id, left));
  }
  for (const record of plan.planning.columnRules) {
    if (record.table === table && record.column === key)
      take(setPlanningRecord(current, "columnRules", record.id, null, label));
  }
  changes.push({ kind: "column", table, at, from: column, to: null });
  return { label, cause: { kind: "action", action: "delete-column" }, changes };
}
