import { type CellFormat, type DateOrder, trimCell } from "./parse-cell";
import { dayAndMonth } from "./parse-date";

/** Texts that are read in one way or another, and what the others of their column say about it. */
export interface Ambiguity<Way> {
  /** One of them. */
  readonly example: string;
  /** The way that the other texts show; null where they show none, or both. */
  readonly shown: Way | null;
}

/** Dates such as 03/04/2025 among the texts; null where every one can be read in one way only. */
export function ambiguousDates(texts: Iterable<string>): Ambiguity<DateOrder> | null {
  let example: string | null = null;
  const shown = new Set<DateOrder>();
  for (const text of texts) {
    const parts = dayAndMonth(trimCell(text));
    if (!parts) continue;
    const [first, second] = parts;
    if (first > 12 && second <= 12) shown.add("dmy");
    else if (second > 12 && first <= 12) shown.add("mdy");
    else if (first !== second && first <= 12 && second <= 12) example ??= text;
  }
  return example === null ? null : { example, shown: only(shown) };
}

const GROUPED = /^[^\d]*\d{1,3}([.,])\d{3}[^\d]*$/;
/** A sign that can only be a decimal one: few or many digits behind it, or another sign before it. */
const DECIMAL = /^[^\d]*\d*([.,])(?:\d{1,2}|\d{4,})[^\d]*$|[.,]\d+([.,])\d+[^\d]*$/;

/** Numbers such as 1.234 among the texts: a thousand or one and a bit. */
export function ambiguousNumbers(texts: Iterable<string>): Ambiguity<CellFormat["decimal"]> | null {
  let example: string | null = null;
  const shown = new Set<CellFormat["decimal"]>();
  for (const text of texts) {
    const trimmed = trimCell(text);
    const isFraction = /^[^\d]*0[.,]/.test(trimmed);
    if (GROUPED.test(trimmed) && !isFraction) {
      example ??= text;
      continue;
    }
    const sign = isFraction ? (trimmed.includes(",") ? "," : ".") : decimalSign(trimmed);
    if (sign) shown.add(sign);
  }
  return example === null ? null : { example, shown: only(shown) };
}

function decimalSign(text: string): CellFormat["decimal"] | null {
  const match = DECIMAL.exec(text);
  const [, single, last] = match ?? [];
  if (last) {
    // 1.234.567 repeats its sign: both group, and the other one is the decimal sign.
    const repeats = text.split(last).length > 2;
    return repeats ? (last === "." ? "," : ".") : (last as "." | ",");
  }
  return (single as "." | "," | undefined) ?? null;
}

function only<Way>(shown: ReadonlySet<Way>): Way | null {
  const [way] = shown;
  return shown.size === 1 && way !== undefined ? way : null;
}
