import { canonicalText } from "../../model/canonical-text";
import { cellFormatOf } from "../../model/parse-cell";
import type { PlanSettings } from "../../model/plan";
import type { ColumnType } from "../../model/table";

const MS_PER_DAY = 86_400_000;

/** Writes the numbers of a column for people. NaN is blank. */
export type NumberFormat = (value: number) => string;

const formats = new Map<string, NumberFormat>();

/**
 * How a column's numbers are shown under the plan's settings. Date-times appear in the plan's time zone, dates as the
 * calendar day they are. Made once per type and settings: `Intl` formats are slow to build.
 */
export function numberFormat(
  type: ColumnType,
  { locale, currency, timeZone }: Pick<PlanSettings, "locale" | "currency" | "timeZone">,
): NumberFormat {
  const key = [type, locale, currency, timeZone].join("|");
  let format = formats.get(key);
  if (!format) {
    format = makeFormat(type, locale, currency, timeZone);
    formats.set(key, format);
  }
  return format;
}

function makeFormat(type: ColumnType, locale: string, currency: string, timeZone: string): NumberFormat {
  switch (type) {
    case "currency":
      return numberWith(locale, { style: "currency", currency, maximumFractionDigits: 2 }, true);
    case "percent":
      return numberWith(locale, { style: "percent", maximumFractionDigits: 1 });
    case "date":
      return dateWith(new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));
    case "datetime":
      return dateWith(new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }));
    default:
      return numberWith(locale, { maximumFractionDigits: 6 });
  }
}

function numberWith(locale: string, options: Intl.NumberFormatOptions, money = false): NumberFormat {
  // Sums that were added to and taken from may end a hair below 0, which is not to read "-0".
  const signed = { signDisplay: "negative", ...options } as const;
  const exact = new Intl.NumberFormat(locale, signed);
  // Whole amounts of money go without the cents, which would only make a column of thousands harder to read.
  const whole = money ? new Intl.NumberFormat(locale, { ...signed, maximumFractionDigits: 0 }) : exact;
  return (value) => {
    if (Number.isNaN(value)) return "";
    return (Number.isInteger(value) ? whole : exact).format(value);
  };
}

function dateWith(format: Intl.DateTimeFormat): NumberFormat {
  return (days) => {
    const ms = Math.round(days * MS_PER_DAY);
    // Beyond the calendar of the platform (or blank) there is nothing to format.
    return Math.abs(ms) <= 8.64e15 ? format.format(ms) : "";
  };
}

/** The value with every digit, as the editor and the clipboard take it and `parseCell` reads it back in the locale. */
export function fullNumberText(value: number, type: ColumnType, locale: string): string {
  if (Number.isNaN(value)) return "";
  const text = canonicalText(value, type);
  if (type === "date" || type === "datetime") return text;
  return cellFormatOf(locale).decimal === "," ? text.replace(".", ",") : text;
}
