import type { SheetGroup } from "../../../model/planning/sheet-view";
import type { CalendarPeriod } from "../../../model/views/calendar-period";
import type { GroupBy } from "../../../model/views/group-places";
import type { Aggregate } from "../../../model/views/subtotals";
import { type GridColumn, isDate, isNumeric } from "../grid-column";

const MS_PER_DAY = 86_400_000;
const BLANK = "(blank)";

export const PERIOD_WORDS: Readonly<Record<CalendarPeriod, string>> = {
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

export const AGGREGATE_WORDS: Readonly<Record<Aggregate, string>> = {
  sum: "Sum",
  average: "Average",
  least: "Smallest",
  greatest: "Largest",
  none: "Nothing",
};

/** What a group of a column is called. `key` is what its rows have in common, as `GroupPlaces.keyAt` has it. */
export function groupLabel(column: GridColumn, by: GroupBy, key: number, locale: string): string {
  const view = column.view();
  if (view.kind === "text") return Number.isNaN(key) ? BLANK : view.texts.text(key);
  const value = Number.isNaN(key) ? BLANK : numberLabel(column, by, key, locale);
  return isDate(column) ? value : `${column.header}: ${value}`;
}

function numberLabel(column: GridColumn, by: GroupBy, key: number, locale: string): string {
  if (column.type === "yesno") return key === 1 ? "Yes" : "No";
  const write = column.format ?? ((value: number) => value.toLocaleString(locale));
  if (by.kind === "period") return periodLabel(by.period, key, locale);
  if (by.kind === "band") return `${write(key)} to under ${write(key + by.size)}`;
  return write(key);
}

/** A period by its first day: "2026", "Q2 2026", "April 2026", "Week of Apr 6, 2026". */
export function periodLabel(period: CalendarPeriod, firstDay: number, locale: string): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(firstDay * MS_PER_DAY);
  switch (period) {
    case "year":
      return write({ year: "numeric" });
    case "quarter":
      return `Q${Math.floor(new Date(firstDay * MS_PER_DAY).getUTCMonth() / 3) + 1} ${write({ year: "numeric" })}`;
    case "month":
      return write({ year: "numeric", month: "long" });
    case "week":
      return `Week of ${write({ dateStyle: "medium" })}`;
    case "day":
      return write({ dateStyle: "medium" });
  }
}

/** A level of the grouping in words, for its chip: "Closed by quarter", "Revenue by 50,000". */
export function levelWords(column: GridColumn, { by }: SheetGroup, locale: string): string {
  switch (by.kind) {
    case "value":
      return column.header;
    case "band":
      return `${column.header} by ${(column.format ?? ((size: number) => size.toLocaleString(locale)))(by.size)}`;
    case "period":
      return `${column.header} by ${PERIOD_WORDS[by.period].toLowerCase()}`;
  }
}

/** What groups show of a column by itself: sums of amounts, means of shares, how many have yes. */
export function usualAggregate(column: GridColumn): Aggregate {
  if (column.aggregate) return column.aggregate;
  if (column.type === "percent") return "average";
  return isNumeric(column) || column.type === "yesno" ? "sum" : "none";
}

/** What of a column groups can show at all. */
export function aggregatesOf(column: GridColumn): readonly Aggregate[] {
  if (column.type === "yesno") return ["sum", "average", "none"];
  if (isNumeric(column)) return ["sum", "average", "least", "greatest", "none"];
  return isDate(column) ? ["least", "greatest", "none"] : [];
}

/** How values of a column are usually put together: dates by month, numbers by bands of a round size, all else by value. */
export function usualGroupBy(column: GridColumn): GroupBy {
  if (isDate(column)) return { kind: "period", period: "month" };
  if (!isNumeric(column)) return { kind: "value" };
  const view = column.view();
  return view.kind === "number" ? usualBands(view.values) : { kind: "value" };
}

const MOST_VALUES = 24;

/** Bands that make about ten groups, of 1, 2 or 5 times a power of ten; few distinct numbers need none. */
function usualBands(values: Float64Array): GroupBy {
  const distinct = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (distinct.size <= MOST_VALUES) distinct.add(value);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (distinct.size <= MOST_VALUES) return { kind: "value" };
  const rough = (greatest - least) / 10;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((times) => times * power >= rough) ?? 10;
  return { kind: "band", size: step * power };
}
