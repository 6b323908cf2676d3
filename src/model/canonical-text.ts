import type { CellValue, Column, ColumnType } from "./table";

const MS_PER_DAY = 86_400_000;

/**
 * The text that stands for a value in files, with every digit, so that `parseCell` reads the same value back: numbers
 * with a point and no grouping, percents as "12.5%", dates as ISO 8601 in UTC, yes/no as "true" and "false", "" for a blank.
 */
export function canonicalText(value: CellValue, type: ColumnType): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "string") return value;
  if (Number.isNaN(value)) return "";
  switch (type) {
    case "percent":
      return `${shiftDecimalPoint(String(value), 2)}%`;
    case "date":
      return isoText(value).slice(0, -14);
    case "datetime":
      return isoText(value);
    default:
      return String(value);
  }
}

/** Whether a number column prints `text` for `value` as it stands, so that no source text need be kept. */
export function isCanonical(text: string, value: number, type: Column["type"]): boolean {
  return canonicalText(value, type) === text;
}

/**
 * A decimal number in text with its point moved by `places` to the right (left if negative). Works on the digits, so
 * that a percent survives the way to its fraction and back, which a multiplication by 100 does not.
 */
export function shiftDecimalPoint(text: string, places: number): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent) + places;
  const digits = whole + fraction;
  if (Math.abs(point) > 400) return `${sign === "-" ? "-" : ""}${digits}e${point - digits.length}`;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = point <= 0 ? 1 : point;
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const after = padded.slice(at).replace(/0+$/, "");
  return `${sign === "-" ? "-" : ""}${before}${after ? `.${after}` : ""}`;
}

/** Days since 1970 as "2024-05-31T00:00:00.000Z"; days that no calendar holds come out as a plain number. */
function isoText(days: number): string {
  const date = new Date(Math.round(days * MS_PER_DAY));
  return Number.isNaN(date.getTime()) ? `${days} days since 1970` : date.toISOString();
}
