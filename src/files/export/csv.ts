import { canonicalText } from "../../model/canonical-text";
import { cellSource, cellValue } from "../../model/cells";
import { escapeFormula, mayRun } from "../../model/formula-escape";
import type { Column } from "../../model/table";
import type { CsvDialect } from "./export-job";

const ROW_END = "\r\n";
const NEEDS_QUOTES = /[",;\r\n]/;

/** Rows written between two reports of progress. */
const REPORT_EVERY = 5_000;

/** Commas, points, and a mark where the text is more than ASCII: what CRMs read. */
export const PLAIN_DIALECT: CsvDialect = {
  delimiter: ",",
  decimal: ".",
  byteOrderMark: true,
  formulas: "escaped",
};

/** Writes rows of texts by RFC 4180: commas, quotes where needed, CRLF. Formulas are escaped, so every cell is plain text. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map((text) => quoteField(escapeFormula(text))).join(","));
  return lines.length === 0 ? "" : lines.join(ROW_END) + ROW_END;
}

/** A column as it is written: its header, by row the finished field, quoted and escaped, and whether that has an apostrophe. */
export interface CsvColumn {
  readonly header: string;
  readonly fieldOf: (row: number) => string;
  readonly isEscaped: (row: number) => boolean;
}

/** Writes some rows of columns, the header first. `onProgress` hears the part done, 0 to 1. */
export function writeColumns(
  columns: readonly CsvColumn[],
  rows: ArrayLike<number>,
  dialect: CsvDialect = PLAIN_DIALECT,
  onProgress?: (done: number) => void,
): string {
  const { delimiter } = dialect;
  const lines: string[] = [columns.map((column) => textField(column.header, dialect)).join(delimiter)];
  const fields = new Array<string>(columns.length);
  for (let i = 0; i < rows.length; i++) {
    for (let column = 0; column < columns.length; column++)
      fields[column] = columns[column]!.fieldOf(rows[i]!);
    lines.push(fields.join(delimiter));
    if (i % REPORT_EVERY === 0) onProgress?.(i / rows.length);
  }
  return lines.join(ROW_END) + ROW_END;
}

/** Cells that get an apostrophe where formulas are escaped, headers among them. */
export function countEscaped(columns: readonly CsvColumn[], rows: ArrayLike<number>): number {
  let count = 0;
  for (const { header, isEscaped } of columns) {
    if (mayRun(header)) count++;
    for (let i = 0; i < rows.length; i++) if (isEscaped(rows[i]!)) count++;
  }
  return count;
}

/** A column of a table with its cells as they came, or in canonical text where they were edited or made here. */
export function tableColumn(column: Column, dialect: CsvDialect = PLAIN_DIALECT): CsvColumn {
  const { header } = column;
  const madeHere = column.origin === "planner" && column.kind === "number";
  if (madeHere && dialect.decimal === "," && (column.type === "number" || column.type === "currency")) {
    return numbersColumn(header, dialect, (row) => column.values[row]!);
  }
  if (column.kind === "text" && !column.source) {
    const { codes, dictionary } = column;
    // Texts repeat: each is looked at once.
    const fields: (string | undefined)[] = new Array(dictionary.size);
    const risks = new Int8Array(dictionary.size).fill(-1);
    return {
      header,
      fieldOf: (row) => {
        const code = codes[row]!;
        let field = fields[code];
        if (field === undefined) {
          field = textField(dictionary.text(code), dialect);
          fields[code] = field;
        }
        return field;
      },
      isEscaped: (row) => {
        const code = codes[row]!;
        if (risks[code]! < 0) risks[code] = mayRun(dictionary.text(code)) ? 1 : 0;
        return risks[code] === 1;
      },
    };
  }
  return {
    header,
    fieldOf: (row) => {
      const text = cellFileText(column, row);
      return isNumberText(column, row, text) ? quoteField(text) : textField(text, dialect);
    },
    isEscaped: (row) => {
      const text = cellFileText(column, row);
      return !isNumberText(column, row, text) && mayRun(text);
    },
  };
}

/** A column of texts that are made while writing. */
export function textsColumn(header: string, dialect: CsvDialect, textOf: (row: number) => string): CsvColumn {
  return {
    header,
    fieldOf: (row) => textField(textOf(row), dialect),
    isEscaped: (row) => mayRun(textOf(row)),
  };
}

/** A column of numbers that are made while writing; NaN is a blank. */
export function numbersColumn(
  header: string,
  dialect: CsvDialect,
  numberOf: (row: number) => number,
): CsvColumn {
  return {
    header,
    fieldOf: (row) => quoteField(canonicalText(numberOf(row), "number").replace(".", dialect.decimal)),
    isEscaped: () => false,
  };
}

/** The bytes of a CSV file in UTF-8, if wished with the mark that tells spreadsheets so where the text is more than ASCII. */
export function csvBytes(csv: string, byteOrderMark = true): Uint8Array<ArrayBuffer> {
  let isAscii = true;
  for (let i = 0; i < csv.length && isAscii; i++) isAscii = csv.charCodeAt(i) < 128;
  return new TextEncoder().encode(isAscii || !byteOrderMark ? csv : `\ufeff${csv}`);
}

/** What stands in a file for a cell. */
function cellFileText(column: Column, row: number): string {
  return cellSource(column, row) ?? canonicalText(cellValue(column, row), column.type);
}

/** Whether a cell's text is a number's, which is never a formula whatever its sign. One that could not be read may be anything. */
function isNumberText(column: Column, row: number, text: string): boolean {
  if (column.kind === "text") return false;
  if (cellSource(column, row) === null) return true;
  return cellValue(column, row) !== null && /\d/.test(text);
}

function textField(text: string, { formulas }: CsvDialect): string {
  return quoteField(formulas === "exact" ? text : escapeFormula(text));
}

/** The text as a field: in quotes where it holds a comma, a semicolon, a quote or a line break. */
export function quoteField(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
