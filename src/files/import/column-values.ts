import { isCanonical } from "../../model/canonical-text";
import { type CellProblem, parseCell, trimCell } from "../../model/parse-cell";
import type { ColumnPlan } from "./import-plan";
import { type PlainNumber, readPlainNumber } from "./plain-number";
import type { RawColumn } from "./raw-column";

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
  const size = raw.size;
  const isText = plan.type === "text" || plan.type === "choice";
  const isFlag = plan.type === "yesno";
  const numbers = new Float64Array(isText || isFlag ? 0 : size).fill(Number.NaN);
  const flags = new Uint8Array(isFlag ? size : 0).fill(2);
  const canonical = new Uint8Array(size);
  const blank = new Uint8Array(size);
  const problems = new Uint8Array(size);
  const blanks = new Set(plan.blanks);
  const repaired = isText && plan.padTo !== null ? raw.texts.slice() : null;
  const texts = repaired ?? (isText ? raw.texts : null);
  canonical[0] = 1;
  // A number with a point is no plain one where the comma is the decimal sign.
  const isPlainType = (plan.type === "number" || plan.type === "currency") && plan.decimal === ".";
  const number: PlainNumber = { value: 0, isCanonical: false };
  for (let code = 1; code < size; code++) {
    if (isPlainType && raw.plain && blanks.size === 0 && !raw.odd!.has(code)) {
      numbers[code] = raw.plain[code]!;
      canonical[code] = 1;
      continue;
    }
    const text = raw.text(code);
    if (blanks.size > 0 && (blanks.has(text) || blanks.has(trimCell(text)))) {
      blank[code] = 1;
    } else if (texts) {
      canonical[code] = 1;
      if (repaired) repaired[code] = padded(text, plan.padTo!);
    } else if (isPlainType && readPlainNumber(text, number)) {
      numbers[code] = number.value;
      canonical[code] = number.isCanonical ? 1 : 0;
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
