import { canonicalText } from "../../model/canonical-text";
import { cellSource, cellValue } from "../../model/cells";
import type { Column } from "../../model/table";
import { escapeFormula } from "../csv/formula-escape";
import type { CsvDialect } from "./export-job";

const ROW_END = "\r\n";
const NEEDS_QUOTES = /[",;\r\n]/;

/** Rows written between two reports of progress. */
const REPORT_EVERY = 5_000;

/** Commas, points, and a mark where the text is more than ASCII: what CRMs read. */
export const PLAIN_DIALECT: CsvDialect = { delimiter: ",", decimal: ".", byteOrderMark: true };

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

/** Writes some rows of columns, the header first. `onProgress` hears the part done, 0 to 1. */
export function writeColumns(
  columns: readonly CsvColumn[],
  rows: ArrayLike<number>,
  delimiter: string = PLAIN_DIALECT.delimiter,
  onProgress?: (done: number) => void,
): string {
  const lines: string[] = [columns.map((column) => quoteField(escapeFormula(column.header))).join(delimiter)];
  const fields = new Array<string>(columns.length);
  for (let i = 0; i < rows.length; i++) {
    for (let column = 0; column < columns.length; column++)
      fields[column] = columns[column]!.fieldOf(rows[i]!);
    lines.push(fields.join(delimiter));
    if (i % REPORT_EVERY === 0) onProgress?.(i / rows.length);
  }
  return lines.join(ROW_END) + ROW_END;
}

/** A column of a table with its cells as they came, or in canonical text where they were edited or made here. */
export function tableColumn(column: Column, decimal: CsvDialect["decimal"] = "."): CsvColumn {
  const { header } = column;
  const madeHere = column.origin === "planner" && column.kind === "number";
  if (madeHere && decimal === "," && (column.type === "number" || column.type === "currency")) {
    return numbersColumn(header, decimal, (row) => column.values[row]!);
  }
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

/** A column of numbers that are made while writing; NaN is a blank. */
export function numbersColumn(
  header: string,
  decimal: CsvDialect["decimal"],
  numberOf: (row: number) => number,
): CsvColumn {
  return {
    header,
    fieldOf: (row) => quoteField(canonicalText(numberOf(row), "number").replace(".", decimal)),
  };
}

/** The bytes of a CSV file in UTF-8, if wished with the mark that tells spreadsheets so where the text is more than ASCII. */
export function csvBytes(csv: string, byteOrderMark = true): Uint8Array<ArrayBuffer> {
  let isAscii = true;
  for (let i = 0; i < csv.length && isAscii; i++) isAscii = csv.charCodeAt(i) < 128;
  return new TextEncoder().encode(isAscii || !byteOrderMark ? csv : `\ufeff${csv}`);
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

/** The text as a field: in quotes where it holds a comma, a semicolon, a quote or a line break. */
export function quoteField(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
