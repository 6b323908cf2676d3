import type { CalendarPeriod } from "../../model/views/calendar-period";
import type { ColumnFilter, TextMatch } from "../../model/views/column-filter";
import { periodWords, TEXT_MATCH_WORDS } from "./filter-words";
import { type GridColumn, isDate, isNumeric } from "./grid-column";

/** A condition to choose: what a filter is, without its values. */
export type FilterKind =
  | TextMatch
  | "one-of"
  | "range"
  | "before"
  | "after"
  | "top"
  | "bottom"
  | "above"
  | "below"
  | "last-days"
  | "next-days"
  | `period:${CalendarPeriod}:${number}`
  | "blank"
  | "filled";

export interface FilterKinds {
  readonly label: string;
  readonly kinds: readonly FilterKind[];
}

const BLANKS: FilterKinds = { label: "Blanks", kinds: ["blank", "filled"] };
const PERIODS: readonly FilterKind[] = (["week", "month", "quarter", "year"] as const).flatMap((period) =>
  ([0, -1, 1] as const).map((offset) => `period:${period}:${offset}` as const),
);

/** The conditions that suit a column, in groups. */
export function kindsFor(column: GridColumn): readonly FilterKinds[] {
  if (isDate(column))
    return [
      { label: "Dates", kinds: ["range", "before", "after"] },
      {
        label: "Counted from today",
        kinds: ["period:day:0", "period:day:-1", "last-days", "next-days", ...PERIODS],
      },
      BLANKS,
    ];
  if (isNumeric(column))
    return [
      { label: "Numbers", kinds: ["range"] },
      { label: "Among all", kinds: ["top", "bottom", "above", "below"] },
      BLANKS,
    ];
  return [
    { label: "Texts", kinds: ["contains", "not-contains", "equals", "starts", "ends", "one-of"] },
    BLANKS,
  ];
}

export function kindWords(kind: FilterKind): string {
  switch (kind) {
    case "range":
      return "between";
    case "before":
    case "after":
      return kind;
    case "top":
      return "largest";
    case "bottom":
      return "smallest";
    case "above":
    case "below":
      return `${kind} average`;
    case "last-days":
      return "last … days";
    case "next-days":
      return "next … days";
    case "one-of":
      return "is one of a list";
    case "blank":
      return "is blank";
    case "filled":
      return "is not blank";
  }
  const period = periodOfKind(kind);
  return period ? periodWords(period.period, period.offset) : TEXT_MATCH_WORDS[kind as TextMatch];
}

/** The period that a kind names, or null where it is another kind. */
export function periodOfKind(
  kind: FilterKind,
): { readonly period: CalendarPeriod; readonly offset: number } | null {
  const [word, period, offset] = kind.split(":");
  return word === "period" ? { period: period as CalendarPeriod, offset: Number(offset) } : null;
}

/** The kind that a filter in force is of; the first that suits the column where there is none, or one of the value list. */
export function kindOf(filter: ColumnFilter | undefined, column: GridColumn): FilterKind {
  switch (filter?.kind) {
    case "text":
      return filter.match;
    case "top":
      return filter.bottom ? "bottom" : "top";
    case "average":
      return filter.above ? "above" : "below";
    case "period":
      return `period:${filter.period}:${filter.offset}`;
    case "days":
      return filter.ahead > 0 ? "next-days" : "last-days";
    case "range":
    case "one-of":
    case "blank":
    case "filled":
      return filter.kind;
    default:
      return kindsFor(column)[0]!.kinds[0]!;
  }
}

/** A pasted list: a text a line, or where it is one line, between commas, semicolons or tabs. Blanks are left out. */
export function listedTexts(pasted: string): readonly string[] {
  const lines = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const parts = lines.length === 1 ? lines[0]!.split(/[,;\t]/) : lines;
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}
