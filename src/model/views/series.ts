import type { Column, NumberColumn } from "../table";
import { periodOf } from "./period-header";

/** Columns that tell one thing over time. */
export interface Series {
  /** Stays as long as what it tells of and how its periods are counted. */
  readonly id: string;
  /** What its headers have in common beside the period; "" for nothing. */
  readonly title: string;
  readonly type: NumberColumn["type"];
  /** Keys and headers, the earliest first. */
  readonly columns: readonly { readonly key: string; readonly header: string }[];
}

/** Two points make no course. */
const FEWEST = 3;

/** The series among a table's columns: at least three of one type whose headers differ only in the period they name. */
export function seriesAmong(columns: readonly Column[]): Series[] {
  const found = new Map<string, { at: number; column: Column }[]>();
  for (const column of columns) {
    const isSummed = column.type === "number" || column.type === "currency" || column.type === "percent";
    const period =
      isSummed && column.role !== "latitude" && column.role !== "longitude" ? periodOf(column.header) : null;
    if (!period) continue;
    const id = `${period.kind}:${column.type}:${period.stem.toLowerCase()}`;
    const members = found.get(id) ?? [];
    // A period told twice: the first column stands for it.
    if (!members.some(({ at }) => at === period.at)) members.push({ at: period.at, column });
    found.set(id, members);
  }
  return [...found]
    .filter(([, members]) => members.length >= FEWEST)
    .map(([id, members]) => {
      const sorted = members.sort((a, b) => a.at - b.at).map(({ column }) => column);
      return {
        id,
        title: periodOf(sorted[0]!.header)!.stem,
        type: sorted[0]!.type as NumberColumn["type"],
        columns: sorted.map(({ key, header }) => ({ key, header })),
      };
    });
}

/** The first and the last number of a row's series, by position in it; null where it has fewer than two. */
export function courseOf(
  values: readonly Float64Array[],
  row: number,
): { first: number; last: number } | null {
  let first = -1;
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]![row]!)) continue;
    if (first < 0) first = i;
    last = i;
  }
  return last > first ? { first, last } : null;
}

/** (last − first) ÷ |first| of a row's series, as a fraction; NaN where it has fewer than two numbers or begins with 0. */
export function relativeChange(values: readonly Float64Array[], row: number): number {
  const course = courseOf(values, row);
  if (!course) return Number.NaN;
  const from = values[course.first]![row]!;
  return from === 0 ? Number.NaN : (values[course.last]![row]! - from) / Math.abs(from);
}
