import { withCells } from "../../src/model/cells";
import type { CellValue, Column, ColumnRole, ColumnType, Table } from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";

/** A column whose key and header are `key`, with these cells. */
export function makeColumn(
  key: string,
  type: ColumnType,
  cells: readonly CellValue[],
  role: ColumnRole | null = null,
): Column {
  const rows = cells.map((_, row) => row);
  return withCells(blankColumn(key, type, cells.length, role), rows, cells, null);
}

/** A table of columns of the same length; its rows have the ids `firstId`, `firstId + 1`, … */
export function makeTable(columns: readonly Column[], count: number, firstId = 1): Table {
  return {
    count,
    ids: Float64Array.from({ length: count }, (_, row) => firstId + row),
    deleted: null,
    columns,
  };
}

function blankColumn(key: string, type: ColumnType, count: number, role: ColumnRole | null): Column {
  const base = { key, header: key, role, origin: "imported", source: null } as const;
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
