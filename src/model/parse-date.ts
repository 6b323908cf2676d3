import type { DateOrder } from "./parse-cell";

const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?/;
const DIGITS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;
const DAY_NAME_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/;
const MONTH_NAME_FIRST = /^([A-Za-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)/;
const TIME =
  /^[T\s,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp])?\.?(?:[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Days since 1970-01-01 for a trimmed date, with a fraction for its time of day; NaN where it is none. Dates without an
 * offset are taken as UTC; a two-digit year below 70 is in this century. `order` decides 3/4/2025 only.
 */
export function parseDays(text: string, order: DateOrder): number {
  const parts = dateParts(text, order);
  if (!parts) return Number.NaN;
  const { year, month, day, rest } = parts;
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  const midnight = Date.UTC(year, month - 1, day) / MS_PER_DAY;
  if (rest === "") return midnight;
  return midnight + timeOfDay(rest);
}

/** The first two numbers of a date in digits without a leading year, which only its order tells apart; else null. */
export function dayAndMonth(text: string): readonly [number, number] | null {
  const match = DIGITS.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** The date of a trimmed text that begins in digits without a leading year, with the year first, so that its order is told; any other as it is. */
export function yearFirst(text: string, order: DateOrder): string {
  const match = DIGITS.exec(text);
  if (!match) return text;
  const [first, second] = [match[1]!.padStart(2, "0"), match[2]!.padStart(2, "0")];
  const [month, day] = order === "mdy" ? [first, second] : [second, first];
  return `${fullYear(match[3]!)}-${month}-${day}${text.slice(match[0].length)}`;
}

/** Whether a date's text has a time of day. */
export function hasTime(text: string): boolean {
  return text.length > 10 && /\d:\d\d/.test(text);
}

interface DateParts {
  year: number;
  month: number;
  day: number;
  rest: string;
}

function dateParts(text: string, order: DateOrder): DateParts | null {
  let match = ISO.exec(text) ?? YEAR_FIRST.exec(text);
  if (match) return partsOf(match, Number(match[1]), Number(match[2]), Number(match[3]), text);
  match = DIGITS.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const month = order === "mdy" ? first : second;
    const day = order === "mdy" ? second : first;
    return partsOf(match, fullYear(match[3]!), month, day, text);
  }
  match = DAY_NAME_FIRST.exec(text);
  if (match) return partsOf(match, fullYear(match[3]!), monthNumber(match[2]!), Number(match[1]), text);
  match = MONTH_NAME_FIRST.exec(text);
  if (match) return partsOf(match, Number(match[3]), monthNumber(match[1]!), Number(match[2]), text);
  return null;
}

function partsOf(match: RegExpExecArray, year: number, month: number, day: number, text: string): DateParts {
  return { year, month, day, rest: text.slice(match[0].length) };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Fraction of a day; the offset to UTC may take it below 0 or past 1. NaN where the text is no time. */
function timeOfDay(text: string): number {
  const match = TIME.exec(text);
  if (!match) return Number.NaN;
  const [, hourText, minuteText, secondText = "0", fraction = "", half, zone] = match;
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (hour > 24 || minute > 59 || second > 60) return Number.NaN;
  const ms = Math.round(Number(`0.${fraction || "0"}`) * 1000);
  return (((hour * 60 + minute - offsetMinutes(zone)) * 60 + second) * 1000 + ms) / MS_PER_DAY;
}

function offsetMinutes(zone: string | undefined): number {
  const match = zone && /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}
