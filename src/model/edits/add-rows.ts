import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { RoutedTable } from "../planning/routing-rule";
import type { CellValue, Column, ColumnRole, ColumnType } from "../table";
import { TextDictionary } from "../text-dictionary";

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
    const made = blankColumn(column.header, column.role, column.type, count, keys);
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

/** A column without a value yet, under the first free key. */
function blankColumn(
  header: string,
  role: ColumnRole | null,
  type: ColumnType,
  count: number,
  taken: ReadonlySet<string>,
): Column {
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  const base = { key: `new-${number}`, header, role, origin: "planner", source: null } as const;
  switch (type) {
    case "yesno":
      return { ...base, kind: "yesno", type, flags: new Uint8Array(count).fill(2) };
    case "text":
    case "choice":
      return { ...base, kind: "text", type, codes: new Uint32Array(count), dictionary: new TextDictionary() };
    default:
      return { ...base, kind: "number", type, values: new Float64Array(count).fill(Number.NaN) };
  }
}
