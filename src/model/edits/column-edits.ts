import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import {
  type Column,
  type ColumnRole,
  type ColumnType,
  columnByKey,
  columnByRole,
  shownColumns,
  type Table,
  type TableName,
} from "../table";
import { blankColumn } from "./blank-column";

/** Adds a column without a value at a place among the table's own; `key` is new to the table. */
export function insertColumn(
  plan: Plan,
  table: TableName,
  at: number,
  { key, header, type }: { readonly key: string; readonly header: string; readonly type: ColumnType },
): Patch {
  if (columnByKey(plan.tables[table], key)) throw new Error(`Expected a new key, got "${key}" of ${table}.`);
  const column = blankColumn(key, header, null, type);
  return patchOf(`Add column ${header}`, "insert-column", [
    { kind: "column", table, at, from: null, to: column },
  ]);
}

/** Adds a column with the same cells behind another; what that one is used for stays with it. */
export function duplicateColumn(
  plan: Plan,
  table: TableName,
  key: string,
  copy: { readonly key: string; readonly header: string },
): Patch {
  const { column, at } = columnAt(plan, table, key);
  const to: Column = { ...column, ...copy, role: null, origin: "planner" };
  return patchOf(`Duplicate column ${column.header}`, "duplicate-column", [
    { kind: "column", table, at: at + 1, from: null, to },
  ]);
}

/** Calls a column otherwise. Everything else knows it by its key. */
export function renameColumn(plan: Plan, table: TableName, key: string, header: string): Patch {
  const { column } = columnAt(plan, table, key);
  const label = `Rename column ${column.header} to ${header}`;
  return patchOf(label, "rename-column", labelChanges(table, column, { header }));
}

/** Says what a column is used for, with null nothing; the column that was used for it so far no longer is. */
export function setColumnRole(plan: Plan, table: TableName, key: string, role: ColumnRole | null): Patch {
  const { column } = columnAt(plan, table, key);
  const before = role && columnByRole(plan.tables[table], role);
  const changes = [
    ...(before && before.key !== key ? labelChanges(table, before, { role: null }) : []),
    ...labelChanges(table, column, { role }),
  ];
  return patchOf(`Change what column ${column.header} is used for`, "set-column-role", changes);
}

/** Why a column cannot be called so; null where it can. `key` is the column's own, absent for a new one. */
export function headerProblem(table: Table, header: string, key?: string): string | null {
  const wanted = header.trim().toLowerCase();
  if (wanted === "") return "A column needs a name.";
  const other = shownColumns(table).find(
    (column) => column.key !== key && column.header.trim().toLowerCase() === wanted,
  );
  return other ? `There is a column ${other.header} already.` : null;
}

/** The header itself, or with the first number behind it that makes it the only one. */
export function freeHeader(table: Table, header: string): string {
  let free = header;
  for (let number = 2; headerProblem(table, free) !== null; number++) free = `${header} ${number}`;
  return free;
}

/** The column with this key and its place. Throws if the table has none. */
export function columnAt(plan: Plan, table: TableName, key: string): { column: Column; at: number } {
  const column = columnByKey(plan.tables[table], key);
  if (!column) throw new Error(`Expected a column "${key}" in ${table}, got none.`);
  return { column, at: plan.tables[table].columns.indexOf(column) };
}

function labelChanges(
  table: TableName,
  { key, header, role }: Column,
  fields: Partial<Pick<Column, "header" | "role">>,
): Change[] {
  const from = { header, role };
  const to = { ...from, ...fields };
  if (to.header === header && to.role === role) return [];
  return [{ kind: "column-label", table, column: key, from, to }];
}

function patchOf(label: string, action: string, changes: readonly Change[]): Patch {
  return { label, cause: { kind: "action", action }, changes };
}
