import type { Column, ColumnRole, ColumnType } from "../table";
import { TextDictionary } from "../text-dictionary";

/** A column of the planner's own without a value yet. By default without a cell either: it grows with the table that it is put into. */
export function blankColumn(
  key: string,
  header: string,
  role: ColumnRole | null,
  type: ColumnType,
  count = 0,
): Column {
  const base = { key, header, role, origin: "planner", source: null } as const;
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
