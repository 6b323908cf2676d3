import { canonicalText } from "../../model/canonical-text";
import { cellSource, cellValue } from "../../model/cells";
import type { Column } from "../../model/table";
import { escapeFormula } from "../csv/formula-escape";

const ROW_END = "\r\n";
const NEEDS_QUOTES = /[",\r\n]/;

/** Writes rows of texts by RFC 4180: commas, quotes where needed, CRLF. Formulas are escaped, so every cell is plain text. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map((text) => quoteField(escapeFormula(text))).join(","));
  return lines.length === 0 ? "" : lines.join(ROW_END) + ROW_END;
}

/** A column as it is written: its header, and by row the finished field, quoted and escaped. */
export interface CsvColumn {
  readonly header: string;
  readonly fieldOf: (row: number) => string;
}

/** Writes some rows of columns, the header first. */
export function writeColumns(columns: readonly CsvColumn[], rows: ArrayLike<number>): string {
  const lines: string[] = [columns.map((column) => quoteField(escapeFormula(column.header))).join(",")];
  const fields = new Array<string>(columns.length);
  for (let i = 0; i < rows.length; i++) {
    for (let column = 0; column < columns.length; column++)
      fields[column] = columns[column]!.fieldOf(rows[i]!);
    lines.push(fields.join(","));
  }
  return lines.join(ROW_END) + ROW_END;
}

/** A column of a table with its cells as they came, or in canonical text where they were edited or made here. */
export function tableColumn(column: Column): CsvColumn {
  const { header } = column;
  if (column.kind === "text" && !column.source) {
    const { codes, dictionary } = column;
    // Texts repeat: each is escaped once.
    const fields: (string | undefined)[] = new Array(dictionary.size);
    return {
      header,
      fieldOf: (row) => {
        const code = codes[row]!;
        let field = fields[code];
        if (field === undefined) {
          field = quoteField(escapeFormula(dictionary.text(code)));
          fields[code] = field;
        }
        return field;
      },
    };
  }
  return { header, fieldOf: (row) => quoteField(cellFileText(column, row)) };
}

/** A column of texts that are made while writing. */
export function textsColumn(header: string, textOf: (row: number) => string): CsvColumn {
  return { header, fieldOf: (row) => quoteField(escapeFormula(textOf(row))) };
}

/** The bytes of a CSV file in UTF-8. A mark tells spreadsheets so where the text is more than ASCII. */
export function csvBytes(csv: string): Uint8Array<ArrayBuffer> {
  let isAscii = true;
  for (let i = 0; i < csv.length && isAscii; i++) isAscii = csv.charCodeAt(i) < 128;
  return new TextEncoder().encode(isAscii ? csv : `\ufeff${csv}`);
}

/** What stands in a file for a cell, formulas escaped. A number is never one, whatever its sign. */
function cellFileText(column: Column, row: number): string {
  const value = cellValue(column, row);
  const source = cellSource(column, row);
  if (column.kind === "text") return escapeFormula(source ?? canonicalText(value, column.type));
  if (source === null) return canonicalText(value, column.type);
  // A text that could not be read as a number was kept, and may be anything.
  return value === null || !/\d/.test(source) ? escapeFormula(source) : source;
}

/** The text as a field: in quotes where it holds a comma, a quote or a line break. */
export function quoteField(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
