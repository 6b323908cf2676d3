import { cellSource, cellValue } from "../cells";
import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { type CellValue, columnByKey, type TableName } from "../table";

/** Sets cells of one column; rows (each once) and values run in parallel. The source texts of the cells are dropped. */
export function editCells(
  plan: Plan,
  table: TableName,
  columnKey: string,
  rows: readonly number[],
  values: readonly CellValue[],
): Patch {
  const column = columnByKey(plan.tables[table], columnKey);
  if (!column) throw new Error(`Expected a column "${columnKey}" in ${table}, got none.`);
  // Columns of 100,000 rows are cleared thirty at a time: one pass, and no function for each cell.
  const changed: number[] = [];
  const from: CellValue[] = [];
  const to: CellValue[] = [];
  for (let i = 0; i < rows.length; i++) {
    const before = cellValue(column, rows[i]!);
    const value = values[i]!;
    if (before === value) continue;
    changed.push(rows[i]!);
    from.push(before);
    to.push(value);
  }
  const cells = changed.length === 1 ? "a cell" : `${changed.length.toLocaleString("en-US")} cells`;
  const label = `Edit ${cells} of ${column.header}`;
  const cause = { kind: "action", action: "edit-cells" } as const;
  if (changed.length === 0) return { label, cause, changes: [] };
  const sources = column.source ? changed.map((row) => cellSource(column, row)) : null;
  return {
    label,
    cause,
    changes: [
      {
        kind: "cells",
        table,
        column: columnKey,
        rows: Uint32Array.from(changed),
        from,
        to,
        fromSources: sources?.some((source) => source !== null) ? sources : null,
        toSources: null,
      },
    ],
  };
}
