import { canonicalText, shiftDecimalPoint } from "./canonical-text";
import { cellSource, cellValue, rowCount } from "./cells";
import { type CellFormat, parseCell, parseYesNo } from "./parse-cell";
import type { CellValue, Column, ColumnType, SourceText } from "./table";
import { TextDictionary } from "./text-dictionary";

/** How the texts of a column are read that becomes one of another type. */
export interface RetypeFormat extends CellFormat {
  /** Whether the number 12 and 12 % are the same (`hundreds`), or 0.12 and 12 % (`fractions`). */
  readonly percents: "hundreds" | "fractions";
}

/** A column as one of another type, and the rows whose value it could not take, ascending, deleted ones included. */
export interface Retyped {
  readonly column: Column;
  readonly failed: Uint32Array;
}

/** A cell in its new type: its value, and the text it came from where that is not what would be written for it. */
interface RetypedCell {
  readonly value: CellValue;
  readonly source: string | null;
  readonly failed: boolean;
}

/** The day that spreadsheets number 0, in days since 1970. Their numbering holds from March 1900 on. */
const SERIAL_DAY_0 = -25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/**
 * The column with its cells as another type. A cell that cannot be one becomes blank and keeps its text as its source, as in an import, and
 * so does one whose text says more than its value ("007"): to go back is lossless.
 */
export function retypedColumn(column: Column, type: ColumnType, format: RetypeFormat): Retyped {
  if (type === column.type) return { column, failed: new Uint32Array(0) };
  if (column.kind === "text") {
    if (type === "text" || type === "choice")
      return { column: { ...column, type }, failed: new Uint32Array(0) };
    // Texts repeat: each is read once.
    const cells: RetypedCell[] = [];
    const { codes, dictionary } = column;
    return collected(column, type, (row) => {
      const code = codes[row]!;
      if (column.source?.codes[row])
        return readText(dictionary.text(code), type, format, cellSource(column, row));
      let cell = cells[code];
      if (!cell) {
        cell = readText(dictionary.text(code), type, format, null);
        cells[code] = cell;
      }
      return cell;
    });
  }
  const byValue = new Map<CellValue, RetypedCell>();
  return collected(column, type, (row) => {
    const value = cellValue(column, row);
    const source = cellSource(column, row);
    if (source !== null) return retypedCell(value, source, column.type, type, format);
    let cell = byValue.get(value);
    if (!cell) {
      cell = retypedCell(value, null, column.type, type, format);
      byValue.set(value, cell);
    }
    return cell;
  });
}

/** The text that stands for a cell when it becomes text: that of its file, else its value as people of the format write it. */
export function cellAsText(column: Column, row: number, format: CellFormat): string {
  return cellSource(column, row) ?? writtenText(cellValue(column, row), column.type, format);
}

function writtenText(value: CellValue, type: ColumnType, { decimal }: CellFormat): string {
  const text = canonicalText(value, type);
  const isNumber = type === "number" || type === "currency" || type === "percent";
  return isNumber && decimal === "," ? text.replace(".", ",") : text;
}

function readText(text: string, type: ColumnType, format: RetypeFormat, source: string | null): RetypedCell {
  const parsed = parseCell(text, type, format);
  if (!parsed.ok) return { value: null, source: source ?? text, failed: text !== "" };
  const kept = source ?? (canonicalText(parsed.value, type) === text ? null : text);
  return { value: parsed.value, source: kept === "" ? null : kept, failed: false };
}

/** A number, date, yes or no as another type. */
function retypedCell(
  value: CellValue,
  source: string | null,
  from: ColumnType,
  to: ColumnType,
  format: RetypeFormat,
): RetypedCell {
  if (to === "text" || to === "choice") {
    const text = source ?? writtenText(value, from, format);
    return { value: text === "" ? null : text, source: null, failed: false };
  }
  if (value === null) return { value, source, failed: false };
  const made = convertedValue(value, source, from, to, format);
  const text = source ?? canonicalText(value, from);
  if (made === null) return { value: null, source: text, failed: true };
  return { value: made, source: source ?? sourceFor(made, text, from, to, format), failed: false };
}

/** What is kept of a cell that had no source: the text that says the same in its new type, or more than that can hold. */
function sourceFor(
  made: CellValue,
  text: string,
  from: ColumnType,
  to: ColumnType,
  format: RetypeFormat,
): string | null {
  // A time of day is lost in a date, and rounded in a number of days.
  if (from === "datetime") return text;
  // What was 12 reads as 12 %, and is written as it came.
  if (to === "percent") return format.percents === "hundreds" ? text : null;
  if (canonicalText(made, to) === text) return null;
  const parsed = parseCell(text, to, { ...format, decimal: "." });
  return parsed.ok && parsed.value === made ? text : null;
}

/** The same value in another type; null where there is none. */
function convertedValue(
  value: number | string | boolean,
  source: string | null,
  from: ColumnType,
  to: ColumnType,
  format: RetypeFormat,
): number | boolean | null {
  if (typeof value === "boolean") return isPlain(to) ? Number(value) : null;
  if (typeof value === "string") return null;
  switch (to) {
    case "yesno":
      if (!isPlain(from)) return null;
      return (
        (source === null ? null : parseYesNo(source.trim())) ??
        (value === 1 ? true : value === 0 ? false : null)
      );
    case "date":
    case "datetime":
      return daysFrom(value, source, from, to, format);
    case "percent":
      if (!isPlain(from)) return null;
      return format.percents === "fractions" ? value : moved(value, -2);
    default:
      if (isPlain(from)) return value;
      if (from !== "percent") return value - SERIAL_DAY_0;
      return format.percents === "fractions" ? value : moved(value, 2);
  }
}

function daysFrom(
  value: number,
  source: string | null,
  from: ColumnType,
  to: "date" | "datetime",
  format: CellFormat,
): number | null {
  if (from === "percent") return null;
  const days = from === "date" || from === "datetime" ? value : daysOfNumber(value);
  if (days === null) return null;
  // A text that was kept may know the time of day that the value does not.
  const parsed = source === null ? null : parseCell(source, "datetime", format);
  const whole = parsed?.ok && typeof parsed.value === "number" ? parsed.value : null;
  const exact = whole !== null && Math.abs(whole - days) < (from === "date" ? 1 : 1e-6) ? whole : days;
  return to === "date" ? Math.floor(exact) : exact;
}

/** The number with its decimal point moved, without the second rounding of a multiplication. */
function moved(value: number, places: 2 | -2): number {
  if (!Number.isFinite(value)) return value;
  const text = String(value);
  // Almost no number is written with an exponent, and to read another one is quick.
  return Number(text.includes("e") ? shiftDecimalPoint(text, places) : `${text}e${places}`);
}

/** A spreadsheet's serial number, or the digits of a date: 20250331. */
function daysOfNumber(value: number): number | null {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL + 1) return value + SERIAL_DAY_0;
  const digits = Number.isInteger(value) ? /^(\d{4})(\d{2})(\d{2})$/.exec(String(value)) : null;
  if (!digits) return null;
  const parsed = parseCell(`${digits[1]}-${digits[2]}-${digits[3]}`, "date", {
    decimal: ".",
    dateOrder: "mdy",
  });
  return parsed.ok && typeof parsed.value === "number" ? parsed.value : null;
}

function isPlain(type: ColumnType): boolean {
  return type === "number" || type === "currency";
}

function collected(column: Column, type: ColumnType, cellAt: (row: number) => RetypedCell): Retyped {
  const count = rowCount(column);
  const { key, header, role, origin } = column;
  const base = { ...withoutCells(column), key, header, role, origin };
  const failed: number[] = [];
  const texts = new TextDictionary();
  let sources: Uint32Array | null = null;
  const note = (row: number, { source, failed: isBad }: RetypedCell) => {
    if (isBad) failed.push(row);
    if (source === null) return;
    sources ??= new Uint32Array(count);
    sources[row] = texts.code(source) + 1;
  };
  const sourceText = (): SourceText | null => sources && { codes: sources, dictionary: texts };
  switch (type) {
    case "text":
    case "choice": {
      const codes = new Uint32Array(count);
      const dictionary = new TextDictionary();
      for (let row = 0; row < count; row++) {
        const cell = cellAt(row);
        note(row, cell);
        if (typeof cell.value === "string") codes[row] = dictionary.code(cell.value);
      }
      const made: Column = { ...base, kind: "text", type, codes, dictionary, source: sourceText() };
      return { column: made, failed: Uint32Array.from(failed) };
    }
    case "yesno": {
      const flags = new Uint8Array(count);
      for (let row = 0; row < count; row++) {
        const cell = cellAt(row);
        note(row, cell);
        flags[row] = cell.value === null ? 2 : cell.value ? 1 : 0;
      }
      const made: Column = { ...base, kind: "yesno", type, flags, source: sourceText() };
      return { column: made, failed: Uint32Array.from(failed) };
    }
    default: {
      const values = new Float64Array(count);
      for (let row = 0; row < count; row++) {
        const cell = cellAt(row);
        note(row, cell);
        values[row] = typeof cell.value === "number" ? cell.value : Number.NaN;
      }
      const made: Column = { ...base, kind: "number", type, values, source: sourceText() };
      return { column: made, failed: Uint32Array.from(failed) };
    }
  }
}

/** What else a newer version may have noted of the column rides along. */
function withoutCells(column: Column): object {
  const rest: Record<string, unknown> = { ...column };
  for (const field of ["values", "codes", "dictionary", "flags"]) delete rest[field];
  return rest;
}
