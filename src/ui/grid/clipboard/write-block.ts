import { escapeFormula } from "../../../model/formula-escape";

/** A cell to be copied as text. `isText`: a value of a text column, which a spreadsheet might run or take for a number. */
export interface CopiedCell {
  readonly text: string;
  readonly isText: boolean;
}

const NEEDS_QUOTES = /["\t\r\n]/;

/** A cell as tab-separated text holds it: text that might run is escaped as in exported files, tabs, breaks and quotes are quoted. */
export function delimitedCell({ text, isText }: CopiedCell): string {
  const safe = isText ? escapeFormula(text) : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of cells as the tab-separated text that spreadsheets paste. */
export function delimitedText(lines: readonly (readonly CopiedCell[])[]): string {
  return joinedLines(lines.map((cells) => cells.map(delimitedCell).join("\t")));
}

/** Lines as one text. One line end behind the last row is none: a blank last row needs a second. */
export function joinedLines(lines: readonly string[]): string {
  const text = lines.join("\r\n");
  return lines.length > 1 && lines.at(-1) === "" ? `${text}\r\n` : text;
}

/** Lines of cells as a table in HTML. Excel keeps cells marked as text as they are, leading zeros and long digits too. */
export function htmlTable(lines: readonly (readonly CopiedCell[])[]): string {
  const rows = lines.map((cells) => `<tr>${cells.map(htmlCell).join("")}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join("")}</table>`;
}

/** The same table without what marks cells as text. */
export function withoutStyles(table: string): string {
  return table.replaceAll(TEXT_CELL, "<td>");
}

/** Nothing in a cell can look like it: its quote marks are escaped. */
const TEXT_CELL = `<td style='mso-number-format:"\\@"'>`;

function htmlCell({ text, isText }: CopiedCell): string {
  const safe = escapedHtml(isText ? escapeFormula(text) : text).replace(/\r\n?|\n/g, "<br>");
  return `${isText ? TEXT_CELL : "<td>"}${safe}</td>`;
}

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ESCAPES[character]!);
}

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
