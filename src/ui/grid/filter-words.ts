import type { CalendarPeriod } from "../../model/views/calendar-period";
import type { ColumnFilter, TextMatch } from "../../model/views/column-filter";
import { type GridColumn, isDate, isNumeric } from "./grid-column";

export const TEXT_MATCH_WORDS: Readonly<Record<TextMatch, string>> = {
  contains: "contains",
  "not-contains": "does not contain",
  equals: "is",
  starts: "starts with",
  ends: "ends with",
};

/** A filter in words, for its chip: "Industry: Finance, Retail", "Revenue ≥ 1,000". */
export function filterWords(column: GridColumn, filter: ColumnFilter, locale: string): string {
  const { header } = column;
  switch (filter.kind) {
    case "text":
      return `${header} ${TEXT_MATCH_WORDS[filter.match]} “${filter.text}”`;
    case "one-of":
      return `${header} is one of ${filter.texts.length.toLocaleString(locale)}`;
    case "values": {
      const values = [...filter.values].map((value) => valueWords(column, value, locale));
      const few = values.length > 3 ? `${values.length.toLocaleString(locale)} values` : values.join(", ");
      if (values.length === 0) return filter.except ? `${header}: any` : `${header}: nothing`;
      return filter.except ? `${header}: all but ${few}` : `${header}: ${few}`;
    }
    case "range": {
      const write = (value: number) => limitWords(column, value, locale);
      const { from, to } = filter;
      if (from !== null && from === to) return `${header} = ${write(from)}`;
      if (from !== null && to !== null) return `${header}: ${write(from)} to ${write(to)}`;
      if (from !== null) return `${header} ≥ ${write(from)}`;
      return to === null ? `${header}: any` : `${header} ≤ ${write(to)}`;
    }
    case "top": {
      const end = filter.bottom ? "smallest" : "largest";
      return `${header}: ${filter.count.toLocaleString(locale)}${filter.percent ? "%" : ""} ${end}`;
    }
    case "average":
      return `${header} ${filter.above ? "above" : "below"} average`;
    case "period":
      return `${header}: ${periodWords(filter.period, filter.offset)}`;
    case "days":
      return `${header}: ${daysWords(filter.back, filter.ahead)}`;
    case "blank":
      return `${header} is blank`;
    case "filled":
      return `${header} is not blank`;
  }
}

/** A value of a value list for people: numbers and dates as the column writes them. */
export function valueWords(column: GridColumn, text: string, locale: string): string {
  if (text === "") return "(blank)";
  if (!isDate(column) && !isNumeric(column)) return text;
  return column.format?.(Number(text)) ?? limitWords(column, Number(text), locale);
}

/** "this month", "last quarter", "in 2 years". */
export function periodWords(period: CalendarPeriod, offset: number): string {
  if (period === "day" && Math.abs(offset) <= 1) return ["yesterday", "today", "tomorrow"][offset + 1]!;
  if (offset === 0) return `this ${period}`;
  if (offset === -1) return `last ${period}`;
  if (offset === 1) return `next ${period}`;
  return offset < 0 ? `${-offset} ${period}s ago` : `in ${offset} ${period}s`;
}

function daysWords(back: number, ahead: number): string {
  if (ahead <= 0) return `last ${back} days`;
  return back <= 0 ? `next ${ahead} days` : `${back} days back to ${ahead} ahead`;
}

function limitWords(column: GridColumn, value: number, locale: string): string {
  if (isDate(column)) {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    return format.format(value * 86_400_000);
  }
  const options: Intl.NumberFormatOptions =
    column.type === "percent" ? { style: "percent", maximumFractionDigits: 4 } : { maximumFractionDigits: 6 };
  return new Intl.NumberFormat(locale, options).format(value);
}
