/** Characters at the start of a cell that make spreadsheets run it as a formula; full-width forms count too. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?$/;
const NEEDS_QUOTES = /["\t\r\n]/;

/**
 * Cells as the tab-separated text that spreadsheets paste: cells with tabs, breaks or quotes are quoted, and text that a
 * spreadsheet would run as a formula gets an apostrophe in front, as in exported files.
 */
export function delimitedText(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(cellText).join("\t")).join("\r\n");
}

function cellText(text: string): string {
  const runs = (FORMULA.test(text) && !NUMBER.test(text)) || text.startsWith("'=");
  const safe = runs ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
