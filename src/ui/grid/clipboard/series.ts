import type { CellValue, ColumnType } from "../../../model/table";
import { type CycleNames, cycleNames } from "./cycle-names";
import { dateStep } from "./date-series";
import { numberSeries } from "./number-series";
import { textSeries } from "./text-series";

/** The value at a place: 0 is the first of the given ones, what is before it is negative. */
export type Series = (at: number) => CellValue;

export interface SeriesOptions {
  readonly type: ColumnType;
  /** BCP 47; names of days and months are known in it and in English. */
  readonly locale: string;
  /** Ctrl is held: a single number goes on counting, all else is repeated. */
  readonly flipped: boolean;
}

/**
 * What a run of cells goes on with in both directions, as spreadsheets fill: numbers, dates and numbered or cyclic texts continue,
 * anything else is repeated. A single number is repeated, and so is a choice that is no name in a cycle.
 */
export function seriesOf(values: readonly CellValue[], options: SeriesOptions): Series {
  return (continues(values, options) ? continued(values, options) : null) ?? repeated(values);
}

function continues(values: readonly CellValue[], { type, flipped }: SeriesOptions): boolean {
  const single = values.length === 1;
  if (type === "number" || type === "currency" || type === "percent") return single ? flipped : !flipped;
  return !flipped;
}

function continued(values: readonly CellValue[], { type, locale }: SeriesOptions): Series | null {
  switch (type) {
    case "number":
    case "currency":
    case "percent":
      return isNumbers(values) ? numberSeries(values, type === "percent" ? 0.01 : 1) : null;
    case "date":
    case "datetime":
      return isNumbers(values) ? dateStep(values, type) : null;
    case "yesno":
      return null;
    case "choice":
    case "text":
      return isTexts(values) ? textSeries(values, namesIn(locale), type === "text") : null;
  }
}

/** The values over and over, before the first as behind the last. */
function repeated(values: readonly CellValue[]): Series {
  const { length } = values;
  return (at) => values[((at % length) + length) % length]!;
}

const namesByLocale = new Map<string, readonly CycleNames[]>();

function namesIn(locale: string): readonly CycleNames[] {
  let names = namesByLocale.get(locale);
  if (!names) {
    names = cycleNames(locale);
    namesByLocale.set(locale, names);
  }
  return names;
}

function isNumbers(values: readonly CellValue[]): values is readonly number[] {
  return values.every((value) => typeof value === "number");
}

function isTexts(values: readonly CellValue[]): values is readonly string[] {
  return values.every((value) => typeof value === "string" && value !== "");
}
