import Papa from "papaparse";
import { uniformRowEnds } from "./row-ends";

/** Stands where a quote mark is an ordinary character: a code point that no text may contain. */
const NO_QUOTE = "\uffff";

/** Characters parsed between two reports, and between two chances to stop. */
const CHUNK = 1024 * 1024;

export interface Dialect {
  readonly delimiter: string;
  readonly quotes: boolean;
}

/**
 * Parses a text chunk by chunk. `onRows` gets every row, blank ones included, in order, with the number of characters
 * parsed so far, and stops the parsing by returning false.
 */
export function parseRows(
  text: string,
  dialect: Dialect,
  onRows: (rows: readonly (readonly string[])[], parsed: number) => boolean,
): void {
  const uniform = uniformRowEnds(text, dialect.delimiter, dialect.quotes);
  // Its types know streaming for files only; it streams strings as well, and at once.
  Papa.parse<string[], Papa.LocalFile>(uniform.text as unknown as Papa.LocalFile, {
    delimiter: dialect.delimiter,
    newline: uniform.rowEnd,
    quoteChar: dialect.quotes ? '"' : NO_QUOTE,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    comments: false,
    chunkSize: CHUNK,
    chunk: (results, parser) => {
      if (!onRows(results.data, results.meta.cursor)) parser.abort();
    },
    complete: () => {},
  });
}

/** The first `limit` rows of a text, blank ones included. */
export function parseFirstRows(text: string, dialect: Dialect, limit: number): string[][] {
  const uniform = uniformRowEnds(text, dialect.delimiter, dialect.quotes);
  return Papa.parse<string[]>(uniform.text, {
    delimiter: dialect.delimiter,
    newline: uniform.rowEnd,
    quoteChar: dialect.quotes ? '"' : NO_QUOTE,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    comments: false,
    preview: limit,
  }).data;
}

/** True where no cell of a row holds more than spaces. */
export function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) {
    if (cell !== "" && cell.trim() !== "") return false;
  }
  return true;
}
