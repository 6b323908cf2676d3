import { trimCell } from "../../model/parse-cell";
import type { RawColumn } from "./raw-column";

/** Words that stand for "unknown" in any column. */
const NEVER_VALUES = new Set([
  "null",
  "(null)",
  "<null>",
  "\\n",
  "n/a",
  "n.a.",
  "not available",
  "not applicable",
  "no data",
  "(blank)",
]);

/** Words that stand for "unknown" where numbers or dates are expected. */
const NOT_NUMBERS = new Set([
  ...NEVER_VALUES,
  "na",
  "none",
  "nil",
  "-",
  "--",
  "–",
  "—",
  ".",
  "?",
  "unknown",
  "tbd",
  "tba",
  "missing",
  "k. a.",
  "k.a.",
]);

/** First characters of those words with their lengths, by which nearly every other text is told. */
const SHAPES = new Set([...NOT_NUMBERS].map((word) => shape(word.charCodeAt(0), word.length)));

function shape(first: number, length: number): number {
  return (first | 32) * 64 + length;
}

/** Whether a trimmed text says that the value is unknown; among numbers more words do than among texts. */
export function isUnknownWord(text: string, amongNumbers: boolean): boolean {
  return (amongNumbers ? NOT_NUMBERS : NEVER_VALUES).has(text.toLowerCase());
}

/** The texts of a column that say so, as they stand. */
export function unknownTexts(raw: RawColumn, amongNumbers: boolean): string[] {
  const found = new Set<string>();
  const look = (text: string) => {
    const first = text.charCodeAt(0);
    const mayHaveSpaces = first <= 32 || first > 127 || text.charCodeAt(text.length - 1) <= 32;
    if (!mayHaveSpaces && !SHAPES.has(shape(first, text.length))) return;
    if (isUnknownWord(trimCell(text), amongNumbers)) found.add(text);
  };
  // A plain number is no word.
  if (raw.odd) raw.odd.forEach(look);
  else for (let code = 1; code < raw.size; code++) look(raw.text(code));
  return [...found];
}
