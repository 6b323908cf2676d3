import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { type RetypeFormat, retypedColumn } from "../retype-column";
import type { ColumnType, TableName } from "../table";
import { columnAt } from "./column-edits";

/** Makes a column one of another type (`retypedColumn` says what becomes of its cells). */
export function retypeColumn(
  plan: Plan,
  table: TableName,
  key: string,
  type: ColumnType,
  format: RetypeFormat,
): Patch {
  const { column: from, at } = columnAt(plan, table, key);
  const { column: to } = retypedColumn(from, type, format);
  return {
    label: `Change the type of column ${from.header}`,
    cause: { kind: "action", action: "retype-column" },
    changes: from === to ? [] : [{ kind: "column", table, at, from, to }],
  };
}
