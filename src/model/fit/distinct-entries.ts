import { type ColumnRole, columnByRole, type Table } from "../table";
import { foldEntry } from "./text-list";

/** The different texts of a column, compared without case and accents. */
export interface DistinctEntries {
  /** Position in `texts` by row; 0 = blank. */
  readonly of: Uint32Array;
  /** As the first of the rows wrote it; "" at 0. */
  readonly texts: readonly string[];
}

/** A column that says more different things than this says nothing that reps could be told apart by. */
const MOST = 4_096;

/** The different texts in the column with a role; all blank where there is none, or where nearly every row says something else. */
export function distinctEntries(table: Table, role: ColumnRole): DistinctEntries {
  const column = columnByRole(table, role);
  const of = new Uint32Array(table.count);
  const nothing = { of, texts: [""] };
  if (column?.kind !== "text") return nothing;
  const texts = [""];
  const positions = new Map<string, number>();
  const byCode = new Int32Array(column.dictionary.size).fill(-1);
  byCode[0] = 0;
  for (let row = 0; row < table.count; row++) {
    const code = column.codes[row]!;
    let position = byCode[code]!;
    if (position < 0) {
      const text = column.dictionary.text(code).trim();
      const folded = foldEntry(text);
      position = folded === "" ? 0 : (positions.get(folded) ?? -1);
      if (position < 0) {
        position = texts.push(text) - 1;
        positions.set(folded, position);
        if (position > MOST) return { of: new Uint32Array(table.count), texts: [""] };
      }
      byCode[code] = position;
    }
    of[row] = position;
  }
  return { of, texts };
}
