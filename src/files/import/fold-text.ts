/** Visible ASCII with single spaces: nothing to fold but its case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text as it is compared with others: case, spaces at the ends and in a row, invisible characters and the ways to write
 * an accent make no difference.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();
}
