const FORMULA_START = /^'*(?:[\t\r\n\0]|[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
const NEEDS_QUOTES = /[",\r\n]/;

/** The text as a CSV cell that no spreadsheet runs as a formula; `textOfCell` takes the guard off again. */
export function csvCell(text: string): string {
  return quoted(FORMULA_START.test(text) ? `'${text}` : text);
}

/** The text of a cell that `csvCell` wrote and a CSV reader unquoted. */
export function textOfCell(cell: string): string {
  return cell.charCodeAt(0) === 39 && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
