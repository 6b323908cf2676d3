import { makeRowIds, type Random } from "../ids";
import type { Column, ColumnRole, NumberColumn, Table, TextColumn } from "../table";
import { TextDictionary } from "../text-dictionary";

/** A column of texts, "" = blank. */
export function textColumn(
  key: string,
  header: string,
  role: ColumnRole | null,
  texts: readonly string[],
  type: TextColumn["type"] = "text",
): TextColumn {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(texts, (text) => dictionary.code(text));
  return { kind: "text", type, key, header, role, origin: "imported", source: null, codes, dictionary };
}

/** A column of numbers, NaN = blank. */
export function numberColumn(
  key: string,
  header: string,
  role: ColumnRole | null,
  numbers: readonly number[],
  type: NumberColumn["type"] = "number",
): NumberColumn {
  const values = Float64Array.from(numbers);
  return { kind: "number", type, key, header, role, origin: "imported", source: null, values };
}

/** A table of columns that have one cell for each of `count` rows. */
export function tableOf(random: Random, count: number, columns: readonly Column[]): Table {
  return { count, ids: makeRowIds(count, random), deleted: null, columns };
}
