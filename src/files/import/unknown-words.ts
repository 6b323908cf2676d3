/** Words that stand for "unknown" in any column. */
const NEVER_VALUES = new Set([
  "null",
  "(null)",
  "<null>",
  "\\n",
  "n/a",
  "#n/a",
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

/** Whether a trimmed text says that the value is unknown; among numbers more words do than among texts. */
export function isUnknownWord(text: string, amongNumbers: boolean): boolean {
  return text.length < 16 && (amongNumbers ? NOT_NUMBERS : NEVER_VALUES).has(text.toLowerCase());
}
