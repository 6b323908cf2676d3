import { NEVER_NEGATIVE } from "./cell-warnings";
import { type ColumnRule, ruleIdOf } from "./planning/column-rule";
import type { Column, ColumnRole, TableName } from "./table";

const DEGREES: Partial<Record<ColumnRole, number>> = { latitude: 90, longitude: 180 };

const known = new Map<string, ColumnRule>();

/**
 * What columns may hold by what they are used for, where the planner has said nothing else: degrees on the globe, no revenue below zero.
 * Cells that break it are marked, never refused. A column's rule is the same object each time.
 */
export function impliedRules(
  table: TableName,
  columns: readonly Column[],
  rules: readonly ColumnRule[],
): ColumnRule[] {
  return columns.flatMap((column) => {
    const limit = column.role === null ? undefined : DEGREES[column.role];
    const bounded = limit !== undefined || NEVER_NEGATIVE.has(column.role);
    if (column.kind !== "number" || !bounded || rules.some((rule) => rule.column === column.key)) return [];
    const id = ruleIdOf(table, column.key);
    const key = `${column.role}\n${id}`;
    let rule = known.get(key);
    if (!rule) {
      const [from, to] = limit === undefined ? [0, null] : [-limit, limit];
      const validation = { kind: "range", strict: false, required: false, from, to } as const;
      rule = { id, table, column: column.key, validation, coloring: null };
      known.set(key, rule);
    }
    return [rule];
  });
}
