import { foldText } from "../views/fold-text";

/**
 * The entries of a list that stands in one cell, without blanks: "English; Spanish". Apart by semicolon, bar or line; by comma only where
 * there is none of these.
 */
export function textList(text: string): string[] {
  const separator = /[;|\n]/.test(text) ? /[;|\r\n]/ : /,/;
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** An entry as it is compared with others: without case, accents, and spaces at its ends. */
export function foldEntry(text: string): string {
  return foldText(text.trim());
}
