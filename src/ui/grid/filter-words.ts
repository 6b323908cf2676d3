import type { ColumnFilter, TextMatch } from "../../model/views/column-filter";
import { type GridColumn, isDate } from "./grid-column";

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
    case "values": {
      const values = [...filter.values].map((value) => value || "(blank)");
      if (values.length === 0) return `${header}: nothing`;
      return values.length > 3
        ? `${header}: ${values.length.toLocaleString(locale)} values`
        : `${header}: ${values.join(", ")}`;
    }
    case "range": {
      const write = (value: number) => limitWords(column, value, locale);
      const { from, to } = filter;
      if (from !== null && from === to) return `${header} = ${write(from)}`;
      if (from !== null && to !== null) return `${header}: ${write(from)} to ${write(to)}`;
      if (from !== null) return `${header} ≥ ${write(from)}`;
      return to === null ? `${header}: any` : `${header} ≤ ${write(to)}`;
    }
    case "blank":
      return `${header} is blank`;
    case "filled":
      return `${header} is not blank`;
  }
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
