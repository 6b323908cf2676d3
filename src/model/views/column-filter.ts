import { type CalendarPeriod, firstDayOf, periodOf } from "./calendar-period";
import { foldedTexts, foldText } from "./fold-text";
import type { CodedTexts, ViewColumn } from "./view-column";

/** How a text is compared with the text of a condition, without case and diacritics; the text is always literal. */
export type TextMatch = "contains" | "not-contains" | "equals" | "starts" | "ends";

/** Which rows a column lets through. */
export type ColumnFilter =
  | { readonly kind: "text"; readonly match: TextMatch; readonly text: string }
  /** Rows whose text is one of these, without case and diacritics: a list that was pasted. */
  | { readonly kind: "one-of"; readonly texts: readonly string[] }
  /** Rows whose text is one of these, or with `except` none of them; "" stands for blanks. Numbers are written as `String` does. */
  | { readonly kind: "values"; readonly values: ReadonlySet<string>; readonly except?: boolean | undefined }
  /** Rows whose number (dates are days) lies between the two, ends included; null = no limit. Blanks never do. */
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  /** The largest numbers (the smallest with `bottom`) of the whole sheet: so many, or that percentage of all; equal ones pass together. */
  | { readonly kind: "top"; readonly count: number; readonly percent: boolean; readonly bottom: boolean }
  /** Numbers above, or below, the mean of the whole sheet. */
  | { readonly kind: "average"; readonly above: boolean }
  /** Dates in the period that lies `offset` after the one of today: 0 = this month, −1 = last month. */
  | { readonly kind: "period"; readonly period: CalendarPeriod; readonly offset: number }
  /** Dates from so many days before today to so many after; 30 back and 0 ahead are the last 30 days and today. */
  | { readonly kind: "days"; readonly back: number; readonly ahead: number }
  | { readonly kind: "blank" }
  | { readonly kind: "filled" };

/** What a filter is judged by beside the row itself. */
export interface FilterContext {
  /** All rows of the sheet, whatever other filters leave of them. */
  readonly all: Uint32Array;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** The rows that the column's filter lets through, in the order given. A filter that does not suit the column lets none. */
export function filterRows(
  rows: Uint32Array,
  column: ViewColumn,
  filter: ColumnFilter,
  context: FilterContext = { all: rows, today: 0 },
): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  switch (column.kind) {
    case "number": {
      const { values } = column;
      const passes = numberTest(filter, values, context);
      for (let i = 0; i < rows.length; i++) if (passes(values[rows[i]!]!)) kept[count++] = rows[i]!;
      break;
    }
    case "text": {
      const { codes } = column;
      const passes = codesPassing(column.texts, filter);
      for (let i = 0; i < rows.length; i++) if (passes[codes[rows[i]!]!]) kept[count++] = rows[i]!;
      break;
    }
    case "yesno": {
      const { flags } = column;
      const passes = [0, 1, 2].map((flag) => flagPasses(flag, filter));
      for (let i = 0; i < rows.length; i++) if (passes[flags[rows[i]!]!]) kept[count++] = rows[i]!;
      break;
    }
  }
  return kept.slice(0, count);
}

function numberTest(
  filter: ColumnFilter,
  values: Float64Array,
  { all, today }: FilterContext,
): (value: number) => boolean {
  switch (filter.kind) {
    case "range": {
      const from = filter.from ?? Number.NEGATIVE_INFINITY;
      const to = filter.to ?? Number.POSITIVE_INFINITY;
      return (value) => value >= from && value <= to;
    }
    case "top": {
      const limit = topLimit(all, values, filter);
      return filter.bottom ? (value) => value <= limit : (value) => value >= limit;
    }
    case "average": {
      const mean = meanOf(all, values);
      return filter.above ? (value) => value > mean : (value) => value < mean;
    }
    case "period":
    case "days": {
      const { from, before } = daysOf(filter, today);
      return (value) => value >= from && value < before;
    }
    case "values": {
      const wanted = new Set(Array.from(filter.values, (text) => (text === "" ? Number.NaN : Number(text))));
      const except = filter.except === true;
      return (value) => wanted.has(value) !== except;
    }
    case "blank":
      return (value) => Number.isNaN(value);
    case "filled":
      return (value) => !Number.isNaN(value);
    default:
      return () => false;
  }
}

/** The days that a filter of dates stands for when today is a given day; the last one is left out. */
export function daysOf(
  filter: Extract<ColumnFilter, { readonly kind: "period" | "days" }>,
  today: number,
): { readonly from: number; readonly before: number } {
  if (filter.kind === "days") return { from: today - filter.back, before: today + filter.ahead + 1 };
  const number = periodOf(today, filter.period) + filter.offset;
  return { from: firstDayOf(number, filter.period), before: firstDayOf(number + 1, filter.period) };
}

/** The least number among the largest, or the greatest among the smallest; NaN, which nothing passes, where none is asked for. */
function topLimit(
  all: Uint32Array,
  values: Float64Array,
  { count, percent, bottom }: Extract<ColumnFilter, { readonly kind: "top" }>,
): number {
  const filled = filledValues(all, values).sort();
  const wanted = percent ? Math.ceil((count / 100) * filled.length) : Math.floor(count);
  if (wanted <= 0 || filled.length === 0) return Number.NaN;
  const last = Math.min(wanted, filled.length);
  return bottom ? filled[last - 1]! : filled[filled.length - last]!;
}

function meanOf(all: Uint32Array, values: Float64Array): number {
  const filled = filledValues(all, values);
  let sum = 0;
  for (let i = 0; i < filled.length; i++) sum += filled[i]!;
  return sum / filled.length;
}

function filledValues(all: Uint32Array, values: Float64Array): Float64Array {
  const filled = new Float64Array(all.length);
  let count = 0;
  for (let i = 0; i < all.length; i++) {
    const value = values[all[i]!]!;
    if (!Number.isNaN(value)) filled[count++] = value;
  }
  return filled.subarray(0, count);
}

/** 1 for each code whose text passes. */
export function codesPassing(texts: CodedTexts, filter: ColumnFilter): Uint8Array {
  const passes = new Uint8Array(texts.size);
  switch (filter.kind) {
    case "text": {
      const folded = foldedTexts(texts);
      const test = textTest(filter.match, foldText(filter.text));
      for (let code = 0; code < passes.length; code++) if (test(folded[code]!)) passes[code] = 1;
      break;
    }
    case "one-of": {
      const folded = foldedTexts(texts);
      const wanted = new Set(filter.texts.map((text) => foldText(text.trim())));
      for (let code = 0; code < passes.length; code++) if (wanted.has(folded[code]!.trim())) passes[code] = 1;
      break;
    }
    case "values": {
      const except = filter.except === true;
      for (let code = 0; code < passes.length; code++)
        if (filter.values.has(texts.text(code)) !== except) passes[code] = 1;
      break;
    }
    case "blank":
    case "filled":
      for (let code = 0; code < passes.length; code++)
        if ((texts.text(code) === "") === (filter.kind === "blank")) passes[code] = 1;
      break;
    default:
      break;
  }
  return passes;
}

function textTest(match: TextMatch, wanted: string): (folded: string) => boolean {
  switch (match) {
    case "contains":
      return (folded) => folded.includes(wanted);
    case "not-contains":
      return (folded) => !folded.includes(wanted);
    case "equals":
      return (folded) => folded === wanted;
    case "starts":
      return (folded) => folded.startsWith(wanted);
    case "ends":
      return (folded) => folded.endsWith(wanted);
  }
}

/** The texts that a yes/no column's value list is written in. */
export const YES_NO_TEXTS = ["No", "Yes", ""] as const;

/** Whether a yes/no cell passes; 0 = no, 1 = yes, 2 = blank. */
export function flagPasses(flag: number, filter: ColumnFilter): boolean {
  if (filter.kind === "values") return filter.values.has(YES_NO_TEXTS[flag]!) !== (filter.except === true);
  if (filter.kind === "blank") return flag === 2;
  return filter.kind === "filled" && flag !== 2;
}
