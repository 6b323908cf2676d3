import { civilOf, weekdayOf } from "./calendar";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MAX_DECIMALS = 15;

/**
 * A number or a day by a pattern as spreadsheets have them: "0", "#", ",", "." and "%" for numbers, y, m and d for days; all else stands
 * as it is. A blank is "".
 */
export function patternedText(value: number, pattern: string, isDate: boolean): string {
  if (Number.isNaN(value)) return "";
  return isDate ? dayText(value, pattern) : numberText(value, pattern);
}

function dayText(day: number, pattern: string): string {
  const { year, month, date } = civilOf(day);
  let text = "";
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern[at]!.toLowerCase();
    let end = at + 1;
    while (end < pattern.length && pattern[end]!.toLowerCase() === sign) end++;
    const count = end - at;
    if (sign === "y") text += count > 2 ? String(year).padStart(4, "0") : padded(year % 100, 2);
    else if (sign === "m") text += named(MONTHS[month - 1]!, month, count);
    else if (sign === "d") text += named(WEEKDAYS[weekdayOf(day)]!, date, count);
    else text += pattern.slice(at, end);
    at = end;
  }
  return text;
}

/** One or two letters ask for the number, three for the short name, more for the name. */
function named(name: string, number: number, letters: number): string {
  if (letters > 2) return letters === 3 ? name.slice(0, 3) : name;
  return padded(number, letters);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

function numberText(value: number, pattern: string): string {
  const first = firstPlace(pattern);
  if (first < 0) return pattern;
  let end = first;
  while (end < pattern.length && "0#,.".includes(pattern[end]!)) end++;
  const places = pattern.slice(first, end);
  const [whole = "", fraction = ""] = places.split(".");
  const percent = pattern.slice(end).includes("%");
  const most = Math.min(MAX_DECIMALS, fraction.length);
  const least = countOf(fraction, "0");
  const size = Math.abs(percent ? value * 100 : value);
  // Beyond this a number has no digits left for decimals, and `toFixed` turns to powers of ten.
  const fixed = size < 1e21 ? size.toFixed(most) : String(size);
  const [digits = "", decimals = ""] = fixed.split(".");
  const grouped = groupedDigits(digits.padStart(countOf(whole, "0"), "0"), whole.includes(","));
  const kept = withoutZeros(decimals, least);
  const written = kept === "" ? grouped : `${grouped}.${kept}`;
  const negative = value < 0 && holdsDigit(written);
  return `${negative ? "-" : ""}${pattern.slice(0, first)}${written}${pattern.slice(end)}`;
}

function firstPlace(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) if ("0#.".includes(pattern[at]!)) return at;
  return -1;
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function withoutZeros(decimals: string, least: number): string {
  let end = decimals.length;
  while (end > least && decimals[end - 1] === "0") end--;
  return decimals.slice(0, end);
}

function groupedDigits(digits: string, groups: boolean): string {
  if (!groups) return digits;
  let text = "";
  for (let at = 0; at < digits.length; at++) {
    if (at > 0 && (digits.length - at) % 3 === 0) text += ",";
    text += digits[at];
  }
  return text;
}

/** Whether any digit other than 0 is left after rounding: "-0.00" reads as a mistake. */
function holdsDigit(written: string): boolean {
  for (const sign of written) if (sign >= "1" && sign <= "9") return true;
  return false;
}
