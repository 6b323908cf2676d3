import { decodeText } from "../files/csv/decode-text";
import { detectDelimiter, readSepLine } from "../files/csv/delimiter";
import { isBlankRow, parseFirstRows } from "../files/csv/parse-rows";
import { LISTED_COLUMNS, type ListedCells, repColumn } from "../model/edits/take-reps";
import { type CellFormat, cellFormatOf, parseCell, trimCell } from "../model/parse-cell";
import type { Plan } from "../model/plan";
import type { CellValue, ColumnType } from "../model/table";
import { type RepUse, usesByHeader } from "./rep-headers";

/** Reps read at once. */
export const MAX_LISTED_REPS = 5_000;

/** A list of reps as it was pasted or chosen, and what its headers say each column is for. */
export interface RepList {
  readonly headers: readonly string[];
  readonly uses: readonly RepUse[];
  /** Trimmed texts, each row as wide as the headers. */
  readonly rows: readonly (readonly string[])[];
  /** Rows behind the first MAX_LISTED_REPS, which are left out. */
  readonly tooMany: boolean;
}

/** A cell that is not a value of its column's type; it stays blank. Rows count from 0. */
export interface UnreadCell {
  readonly row: number;
  readonly header: string;
  readonly text: string;
}

/** Reads a list of reps: CSV or cells of a spreadsheet. Without known headers the first column is the name. null where it holds no row. */
export function readRepList(text: string): RepList | null {
  const told = readSepLine(text);
  const form = { delimiter: told?.delimiter ?? detectDelimiter(text), quotes: true };
  const all = parseFirstRows(told?.rest ?? text, form, MAX_LISTED_REPS + 2)
    .filter((row) => !isBlankRow(row))
    .map((row) => row.map(trimCell));
  const first = all[0];
  if (!first) return null;
  const width = Math.max(...all.map((row) => row.length));
  const found = usesByHeader(Array.from({ length: width }, (_, i) => first[i] ?? ""));
  const hasHeaders = all.length > 1 && found.some((use) => use !== null);
  const body = hasHeaders ? all.slice(1) : all;
  const headers = Array.from({ length: width }, (_, i) => (hasHeaders && first[i]) || `Column ${i + 1}`);
  const uses = found.map((use, i): RepUse => {
    if (!hasHeaders) return i === 0 ? "name" : "left-out";
    return use ?? (first[i] ? "kept" : "left-out");
  });
  const rows = body.slice(0, MAX_LISTED_REPS).map((row) => headers.map((_, i) => row[i] ?? ""));
  return { headers, uses, rows, tooMany: body.length > MAX_LISTED_REPS };
}

/** The text of a chosen file, its encoding found. */
export async function textOfRepFile(file: Blob): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer())).text;
}

/** The columns of a list with their values read by the types that the plan's own have, and the cells that cannot be read. */
export function listedCells(
  plan: Plan,
  list: RepList,
  uses: readonly RepUse[],
): { cells: ListedCells[]; unread: UnreadCell[] } {
  const format = cellFormatOf(plan.settings.locale);
  const unread: UnreadCell[] = [];
  const cells = list.headers.flatMap((header, i): ListedCells[] => {
    const use = uses[i]!;
    if (use === "left-out" || use === "territory") return [];
    const texts = list.rows.map((row) => row[i]!);
    const role = use === "kept" ? null : use;
    const usual = LISTED_COLUMNS.find((column) => column.role === role);
    const known = repColumn(plan.tables.reps, role, header);
    const type = known?.type ?? usual?.type ?? typeOf(texts, format);
    const readAs = type === "percent" && areFractions(texts, format) ? "number" : type;
    const values = texts.map((text, row): CellValue => {
      const read = parseCell(text, readAs, format);
      if (read.ok) return read.value;
      unread.push({ row, header, text });
      return null;
    });
    return [{ role, header, type, values }];
  });
  return { cells, unread };
}

/** The uses with another for one column; a column that had it before is kept by its header from then on. */
export function withUse(uses: readonly RepUse[], at: number, use: RepUse): RepUse[] {
  const shared = use === "kept" || use === "left-out";
  return uses.map((other, i) => (i === at ? use : other === use && !shared ? "kept" : other));
}

/** Whether parts of a whole are written as such: "0.8" is 80 % where none is more than 1. */
function areFractions(texts: readonly string[], format: CellFormat): boolean {
  return texts.every((text) => {
    const read = parseCell(text, "number", format);
    return read.ok && !text.includes("%") && (read.value === null || Number(read.value) <= 1);
  });
}

/** Numbers where all are, and none has a zero in front as codes do. */
function typeOf(texts: readonly string[], format: CellFormat): ColumnType {
  const told = texts.filter((text) => text !== "");
  const numbers = told.every((text) => !/^0\d/.test(text) && parseCell(text, "number", format).ok);
  return numbers && told.length > 0 ? "number" : "text";
}
