import { numberFormulas } from "../model/formula/measured-formulas";
import type { Measure, Plan } from "../model/plan";
import { type ColumnType, columnByKey } from "../model/table";

const formats = new Map<string, Intl.NumberFormat>();

/** A cached `Intl.NumberFormat`. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    // Sums that were added to and taken from may end a hair below 0, which is not to read "-0".
    format = new Intl.NumberFormat(locale, { signDisplay: "negative", ...options });
    formats.set(key, format);
  }
  return format;
}

/** A value of a measure, short: "1.2M", "$3.4K", "57". */
export function shortValue(plan: Plan, measure: Measure, value: number): string {
  const format = numberFormat(plan.settings.locale, {
    ...currencyOf(plan, measure),
    notation: "compact",
    maximumFractionDigits: 1,
  });
  return `${format.format(value)}${unitOf(measure)}`;
}

/** A value of a measure in full: "1,234,567", "$3,400". */
export function fullValue(plan: Plan, measure: Measure, value: number): string {
  const format = numberFormat(plan.settings.locale, {
    ...currencyOf(plan, measure),
    maximumFractionDigits: 0,
  });
  return `${format.format(value)}${unitOf(measure)}`;
}

/** An index or a score without decimals; "–" for a blank. */
export function indexText(index: number): string {
  return Number.isNaN(index) ? "–" : String(Math.round(index));
}

/** "+12 %" for 0.12; "–" for a blank. */
export function deviationText(deviation: number): string {
  if (Number.isNaN(deviation)) return "–";
  const percent = Math.round(deviation * 100);
  return `${percent > 0 ? "+" : percent < 0 ? "−" : "±"}${Math.abs(percent)} %`;
}

/** "42 %" for 0.42. */
export function percentText(share: number, digits = 0): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : "–";
}

/** A count with grouping in the plan's locale. */
export function countText(plan: Plan, count: number): string {
  return numberFormat(plan.settings.locale, {}).format(count);
}

/** Kilometers in the plan's unit: "12 mi", "340 km". */
export function distanceText(plan: Plan, km: number): string {
  if (!Number.isFinite(km)) return "–";
  const miles = plan.settings.distanceUnit === "mi";
  const value = miles ? km / 1.609344 : km;
  const text = numberFormat(plan.settings.locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
  return `${text} ${miles ? "mi" : "km"}`;
}

/** The type that a measure's values are shown as: that of the column they come from, or a plain number. */
export function measureType(plan: Plan, { source }: Measure): ColumnType {
  const { tables } = plan;
  switch (source.kind) {
    case "column":
    case "lifetime":
      return (
        columnByKey(tables.accounts, source.column)?.type ??
        numberFormulas(plan).find(({ key }) => key === source.column)?.type ??
        "number"
      );
    case "unit-column":
      return columnByKey(tables.units, source.column)?.type ?? "number";
    default:
      return "number";
  }
}

function unitOf({ source }: Measure): string {
  return source.kind === "workload" ? " h" : "";
}

function currencyOf(plan: Plan, measure: Measure): Intl.NumberFormatOptions {
  return measureType(plan, measure) === "currency"
    ? { style: "currency", currency: plan.settings.currency }
    : {};
}
