import { foldedTexts, foldText } from "./fold-text";
import type { ViewColumn } from "./view-column";

const UNKNOWN = 0;
const MISSING = 1;

/**
 * The rows in which every word stands in some text column, in the order given; case and diacritics do not count. Without
 * a word all rows pass.
 */
export function quickFilter(rows: Uint32Array, columns: readonly ViewColumn[], text: string): Uint32Array {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  return words.reduce((kept, word) => rowsWithWord(kept, columns, word), rows);
}

function rowsWithWord(rows: Uint32Array, columns: readonly ViewColumn[], word: string): Uint32Array {
  const found = new Uint8Array(rows.length);
  for (const column of columns) {
    if (column.kind !== "text") continue;
    const { codes } = column;
    const folded = foldedTexts(column.texts);
    // Each text is searched once, when the first row that has it comes by.
    const answers = new Uint8Array(folded.length);
    for (let i = 0; i < rows.length; i++) {
      if (found[i]) continue;
      const code = codes[rows[i]!]!;
      if (answers[code] === UNKNOWN) answers[code] = folded[code]!.includes(word) ? MISSING + 1 : MISSING;
      if (answers[code] !== MISSING) found[i] = 1;
    }
  }
  return rows.filter((_, i) => found[i] === 1);
}
