import { escapeFormula } from "../../model/formula-escape";
import { quoteField } from "../export/csv";
import { damaged } from "./refusal";

const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";
const ROWS_A_CHUNK = 2_000;

const COMMA = 44;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/** A text as a cell that no spreadsheet runs; `unescapeFormula` takes it back once the cell is unquoted. */
export function csvCell(text: string): string {
  return quoteField(escapeFormula(text));
}

/** Writes the header and `count` rows as CSV (RFC 4180, UTF-8 with byte order mark). Cells come quoted already. */
export function writeCsv(
  header: readonly string[],
  count: number,
  columns: readonly ((row: number) => string)[],
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const chunks = [encoder.encode(BYTE_ORDER_MARK + header.join(",") + LINE_END)];
  for (let start = 0; start < count; start += ROWS_A_CHUNK) {
    let text = "";
    const end = Math.min(count, start + ROWS_A_CHUNK);
    for (let row = start; row < end; row++) {
      for (let column = 0; column < columns.length; column++) {
        text += column === 0 ? columns[0]!(row) : `,${columns[column]!(row)}`;
      }
      text += LINE_END;
    }
    chunks.push(encoder.encode(text));
  }
  return join(chunks);
}

/**
 * Reads what `writeCsv` wrote, cell by cell, header left out; returns the number of rows. Throws a refusal for
 * anything else: these members are written by programs, so there is nothing to guess.
 */
export function readCsv(
  bytes: Uint8Array,
  member: string,
  columnCount: number,
  onCell: (row: number, column: number, text: string) => void,
): number {
  const text = decode(bytes, member);
  let at = 0;
  let row = -1;
  while (at < text.length) {
    for (let column = 0; column < columnCount; column++) {
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        const end = closingQuote(text, at + 1);
        if (end < 0) throw damaged(`"${member}" has a quote that never closes in line ${row + 2}`);
        cell = text.slice(at + 1, end);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = end + 1;
      } else {
        const start = at;
        for (; at < text.length; at++) {
          const code = text.charCodeAt(at);
          if (code === COMMA || code === CARRIAGE_RETURN) break;
        }
        cell = text.slice(start, at);
      }
      const last = column === columnCount - 1;
      if (text.charCodeAt(at) !== (last ? CARRIAGE_RETURN : COMMA)) {
        throw damaged(`row ${row + 1} of "${member}" does not have ${columnCount} cells`);
      }
      at++;
      if (row >= 0) onCell(row, column, cell);
    }
    if (text.charCodeAt(at) !== 10) throw damaged(`row ${row + 1} of "${member}" does not end`);
    at++;
    row++;
  }
  if (row < 0) throw damaged(`"${member}" has no header`);
  return row;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function decode(bytes: Uint8Array, member: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged(`"${member}" is not text`);
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
