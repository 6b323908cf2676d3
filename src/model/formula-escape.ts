/**
 * Beginnings that a spreadsheet may run as a formula: = + - @ and their full-width forms, also behind spaces, and control
 * characters that some programs skip. Apostrophes before them count too, so that escaping can be taken back exactly.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of them.
const RISKY = /^'*[\s\u0000\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n\u0000]/;

/** Whether a spreadsheet might run the text as a formula. */
export function mayRun(text: string): boolean {
  return RISKY.test(text);
}

/** The text with an apostrophe before it where a spreadsheet might run it; any other text as it stands. */
export function escapeFormula(text: string): string {
  return mayRun(text) ? `'${text}` : text;
}

/** The text that `escapeFormula` was given. */
export function unescapeFormula(text: string): string {
  if (text.charCodeAt(0) !== 39) return text;
  const rest = text.slice(1);
  return RISKY.test(rest) ? rest : text;
}
