import { parseDays } from "./parse-date";
import { parseNumber, parsePercent } from "./parse-number";
import type { CellValue, ColumnType } from "./table";

/** The order of the parts of a date that is written in digits only. Year first needs no choice. */
export type DateOrder = "mdy" | "dmy";

/** How numbers and dates are written where a text does not say. */
export interface CellFormat {
  readonly decimal: "." | ",";
  readonly dateOrder: DateOrder;
}

export const PLAIN_FORMAT: CellFormat = { decimal: ".", dateOrder: "mdy" };

/** Why a text is not a value of its column's type. "error-text" is a spreadsheet's #N/A or #REF!. */
export type CellProblem = "not-a-number" | "too-large" | "not-a-date" | "not-yes-no" | "error-text";

export type ParsedCell =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly problem: CellProblem };

const BLANK: ParsedCell = { ok: true, value: null };

/** The value a text stands for in a column of the type, blanks (spaces only) being null; else what is wrong with it. */
export function parseCell(text: string, type: ColumnType, format: CellFormat): ParsedCell {
  if (type === "text" || type === "choice") return text === "" ? BLANK : { ok: true, value: text };
  const trimmed = trimCell(text);
  if (trimmed === "") return BLANK;
  if (isErrorText(trimmed)) return { ok: false, problem: "error-text" };
  switch (type) {
    case "number":
    case "currency":
      return numberOrProblem(parseNumber(trimmed, format.decimal));
    case "percent":
      return numberOrProblem(parsePercent(trimmed, format.decimal));
    case "date":
    case "datetime": {
      const days = parseDays(trimmed, format.dateOrder);
      if (Number.isNaN(days)) return { ok: false, problem: "not-a-date" };
      return { ok: true, value: type === "date" ? Math.floor(days) : days };
    }
    case "yesno": {
      const flag = parseYesNo(trimmed);
      return flag === null ? { ok: false, problem: "not-yes-no" } : { ok: true, value: flag };
    }
  }
}

const formatsByLocale = new Map<string, CellFormat>();

/** How people of a locale (BCP 47) write numbers and dates in digits. Kept: asking `Intl` is slow, and cells are many. */
export function cellFormatOf(locale: string): CellFormat {
  let format = formatsByLocale.get(locale);
  if (!format) {
    format = localFormat(locale);
    formatsByLocale.set(locale, format);
  }
  return format;
}

function localFormat(locale: string): CellFormat {
  const decimal = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find((part) => part.type === "decimal")?.value;
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" }).formatToParts(0);
  const dayAt = parts.findIndex((part) => part.type === "day");
  const monthAt = parts.findIndex((part) => part.type === "month");
  return { decimal: decimal === "," ? "," : ".", dateOrder: dayAt < monthAt ? "dmy" : "mdy" };
}

/** True and false in the words people and programs write; null for anything else. */
export function parseYesNo(text: string): boolean | null {
  switch (text.toLowerCase()) {
    case "true":
    case "yes":
    case "y":
    case "t":
    case "x":
    case "1":
      return true;
    case "false":
    case "no":
    case "n":
    case "f":
    case "0":
      return false;
    default:
      return null;
  }
}

/** A spreadsheet's error value that came out as text. */
export function isErrorText(text: string): boolean {
  return (
    text.charCodeAt(0) === 35 &&
    /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/i.test(text)
  );
}

/** The text without spaces at its ends; no-break and zero-width ones and a byte order mark count as spaces. */
export function trimCell(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Almost every cell begins and ends with a plain character, and then there is nothing to do.
  if (first > 32 && first < 127 && last > 32 && last < 127) return text;
  return text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, "");
}

function numberOrProblem(value: number): ParsedCell {
  if (Number.isNaN(value)) return { ok: false, problem: "not-a-number" };
  if (!Number.isFinite(value)) return { ok: false, problem: "too-large" };
  return { ok: true, value };
}
