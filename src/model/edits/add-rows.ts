import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { RoutedTable } from "../planning/routing-rule";
import type { CellValue, ColumnRole, ColumnType } from "../table";
import { blankColumn } from "./blank-column";

/** A column of new rows: one of the table's by key, or one that is made with them. */
export interface NewCells {
  readonly column:
    | { readonly key: string }
    | {
        readonly key: null;
        readonly header: string;
        readonly role: ColumnRole | null;
        readonly type: ColumnType;
      };
  /** By new row. */
  readonly values: readonly CellValue[];
}

/** Appends rows; accounts come in unassigned. Columns that the table lacks are added as the planner's own. */
export function addRows(
  plan: Plan,
  table: RoutedTable,
  ids: readonly RowId[],
  cells: readonly NewCells[],
): Patch {
  const { columns, count } = plan.tables[table];
  const changes: Change[] = [];
  const keys = new Set(columns.map(({ key }) => key));
  const filled = cells.map(({ column, values }) => {
    if (column.key !== null) return { column: column.key, values };
    const made = blankColumn(freeKey(keys), column.header, column.role, column.type, count);
    keys.add(made.key);
    changes.push({ kind: "column", table, at: columns.length + changes.length, from: null, to: made });
    return { column: made.key, values };
  });
  changes.push({ kind: "rows-added", table, at: count, ids, cells: filled });
  const noun = ids.length === 1 ? table.slice(0, -1) : table;
  return {
    label: `Add ${ids.length.toLocaleString("en-US")} ${noun}`,
    cause: { kind: "action", action: `add-${table}` },
    changes,
  };
}

/** The first free key. */
function freeKey(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  return `new-${number}`;
}
