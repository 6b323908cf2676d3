import { isCanonical } from "../../model/canonical-text";
import { type CellProblem, parseCell, trimCell } from "../../model/parse-cell";
import type { ColumnType } from "../../model/table";
import type { ColumnPlan } from "./import-plan";
import type { RawColumn } from "./raw-table";

export const CELL_PROBLEMS: readonly CellProblem[] = [
  "not-a-number",
  "too-large",
  "not-a-date",
  "not-yes-no",
  "error-text",
];

/** What each distinct text of a column stands for, by code. A column is parsed text by text, not cell by cell. */
export interface TextValues {
  /** The numbers of a number or date column and NaN for blanks; empty for other columns. */
  readonly numbers: Float64Array;
  /** The flags of a yes/no column, 2 for blanks; empty for other columns. */
  readonly flags: Uint8Array;
  /** 1 where the text is what would be written for the value, so that it need not be kept. */
  readonly canonical: Uint8Array;
  /** 1 where the text is read as a blank though it holds something. */
  readonly blank: Uint8Array;
  /** Position in CELL_PROBLEMS plus one; 0 = fine. */
  readonly problems: Uint8Array;
  /** The text after its repair (leading zeros) or the text itself; null unless the column is text. */
  readonly texts: readonly string[] | null;
}

/** Reads the distinct texts of a column as its plan says. */
export function readTexts(raw: RawColumn, plan: ColumnPlan): TextValues {
  const size = raw.texts.length;
  const isText = plan.type === "text" || plan.type === "choice";
  const isFlag = plan.type === "yesno";
  const numbers = new Float64Array(isText || isFlag ? 0 : size).fill(Number.NaN);
  const flags = new Uint8Array(isFlag ? size : 0).fill(2);
  const canonical = new Uint8Array(size);
  const blank = new Uint8Array(size);
  const problems = new Uint8Array(size);
  const blanks = new Set(plan.blanks);
  const texts = isText ? raw.texts.slice() : null;
  canonical[0] = 1;
  for (let code = 1; code < size; code++) {
    const text = raw.texts[code]!;
    if (blanks.size > 0 && (blanks.has(text) || blanks.has(trimCell(text)))) {
      blank[code] = 1;
    } else if (texts) {
      canonical[code] = 1;
      if (plan.padTo !== null) texts[code] = padded(text, plan.padTo);
    } else if (!isFlag && readPlainNumber(text, plan.type, plan.decimal)) {
      numbers[code] = plainValue;
      canonical[code] = plainIsCanonical ? 1 : 0;
    } else {
      const parsed = parseCell(text, plan.type, plan);
      if (!parsed.ok) problems[code] = CELL_PROBLEMS.indexOf(parsed.problem) + 1;
      else if (typeof parsed.value === "number") {
        numbers[code] = parsed.value;
        canonical[code] = isCanonical(text, parsed.value, plan.type) ? 1 : 0;
      } else if (typeof parsed.value === "boolean") {
        flags[code] = parsed.value ? 1 : 0;
        canonical[code] = text === String(parsed.value) ? 1 : 0;
      }
    }
  }
  return { numbers, flags, canonical, blank, problems, texts };
}

/**
 * The text with the leading zeros that a spreadsheet took from it; any other text as it stands. Before "-1234" only one
 * digit may lack: "101-0054" is a whole code of Japan.
 */
export function padded(text: string, length: number): string {
  const match = /^\s*(\d{3,})(-\d{4})?\s*$/.exec(text);
  if (!match) return text;
  const [, digits = "", extension = ""] = match;
  if (digits.length >= length || (extension && digits.length < length - 1)) return text;
  return digits.padStart(length, "0") + extension;
}

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
let plainValue = 0;
let plainIsCanonical = false;

/**
 * The fast way for texts such as "1234" and "-12.5": up to 15 digits are exact in a double, and so is the division by a
 * power of ten up to 22. Sets `plainValue` and `plainIsCanonical`; returns false where the text is anything else.
 */
function readPlainNumber(text: string, type: ColumnType, decimal: "." | ","): boolean {
  if ((type !== "number" && type !== "currency") || text.length > 17) return false;
  let i = 0;
  const negative = text.charCodeAt(0) === 45;
  if (negative) i = 1;
  const firstDigit = i;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (digit === -2 && point < 0 && decimal === ".") point = i;
    else return false;
  }
  if (digits === 0 || digits > 15 || point === firstDigit) return false;
  const places = point < 0 ? 0 : text.length - point - 1;
  const value = mantissa / POWERS[places]!;
  plainValue = negative ? -value : value;
  const leadingZero = text.charCodeAt(firstDigit) === 48 && point !== firstDigit + 1 && digits > 1;
  const trailing = point >= 0 && (places === 0 || text.charCodeAt(text.length - 1) === 48);
  plainIsCanonical =
    !leadingZero && !trailing && (value >= 1e-6 || (value === 0 && !negative)) && (point < 0 || value !== 0);
  return true;
}
