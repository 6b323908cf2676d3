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
  const changed: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (cellValue(column, rows[i]!) !== values[i]) changed.push(i);
  }
  const cells = changed.length === 1 ? "a cell" : `${changed.length.toLocaleString("en-US")} cells`;
  const label = `Edit ${cells} of ${column.header}`;
  if (changed.length === 0) return { label, cause: { kind: "action", action: "edit-cells" }, changes: [] };
  const sources = changed.map((i) => cellSource(column, rows[i]!));
  return {
    label,
    cause: { kind: "action", action: "edit-cells" },
    changes: [
      {
        kind: "cells",
        table,
        column: columnKey,
        rows: Uint32Array.from(changed, (i) => rows[i]!),
        from: changed.map((i) => cellValue(column, rows[i]!)),
        to: changed.map((i) => values[i]!),
        fromSources: sources.some((source) => source !== null) ? sources : null,
        toSources: null,
      },
    ],
  };
}
