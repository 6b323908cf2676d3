import { cellSource, cellValue } from "../../src/model/cells";
import type { Patch } from "../../src/model/patch";
import type { Plan } from "../../src/model/plan";
import type { Revision } from "../../src/model/revision";
import type { Column, Table } from "../../src/model/table";

/** What a plan says, cell by cell, without the codes behind it: two equal plans may number their texts differently. */
export function planContent(plan: Plan) {
  const { tables, ...rest } = plan;
  return { ...rest, tables: Object.entries(tables).map(([name, table]) => [name, tableContent(table)]) };
}

export function revisionContent(revision: Revision) {
  return { ...revision, patch: patchContent(revision.patch) };
}

function patchContent(patch: Patch) {
  const changes = patch.changes.map((change) =>
    change.kind === "column"
      ? {
          ...change,
          from: change.from && columnContent(change.from),
          to: change.to && columnContent(change.to),
        }
      : change,
  );
  return { ...patch, changes };
}

function tableContent(table: Table) {
  return { ...table, columns: table.columns.map(columnContent) };
}

export function columnContent(column: Column) {
  const { key, header, type, role, origin, kind } = column;
  const count =
    kind === "number" ? column.values.length : kind === "text" ? column.codes.length : column.flags.length;
  const rows = Array.from({ length: count }, (_, row) => [cellValue(column, row), cellSource(column, row)]);
  return { key, header, type, role, origin, kind, rows };
}
