import type { CellTest } from "../../model/condition";
import { numberFormulas } from "../../model/formula/measured-formulas";
import { type Remembered, remembered } from "../../model/metrics/remembered";
import type { Plan } from "../../model/plan";
import {
  type Column,
  type ColumnType,
  type NumberColumn,
  shownColumns,
  type Table,
  type TextColumn,
} from "../../model/table";
import { type ValueCount, valueCounts } from "../../model/views/value-counts";
import { viewColumnOf } from "../../model/views/view-column";

/** Columns whose numbers can be summed: no dates, no places on the globe. */
export function summableColumns(table: Table): NumberColumn[] {
  return shownColumns(table).filter(
    (column): column is NumberColumn =>
      column.kind === "number" &&
      ["number", "currency", "percent"].includes(column.type) &&
      column.role !== "latitude" &&
      column.role !== "longitude",
  );
}

/** What a measure of the accounts can count: their columns, and formula columns, of which some cannot and say why. */
export interface MeasurableColumn {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly reason: string | null;
}

export function measurableColumns(plan: Plan): readonly MeasurableColumn[] {
  const own = summableColumns(plan.tables.accounts).map(({ key, header, type }) => ({
    key,
    header,
    type,
    reason: null,
  }));
  return [...own, ...numberFormulas(plan)];
}

/** Longest list of texts that a planner gives numbers to one by one. */
const MOST_TEXTS = 100;

/** Columns with few different texts, such as status, type or size class. */
export function choiceColumns(table: Table, locale: string): readonly TextColumn[] {
  return remembered(choices, table, [locale], () => findChoices(table, locale));
}

const choices: Remembered<Table, readonly TextColumn[]> = new WeakMap();

function findChoices(table: Table, locale: string): readonly TextColumn[] {
  return table.columns.filter(
    (column): column is TextColumn =>
      column.kind === "text" &&
      column.role !== "name" &&
      column.role !== "key" &&
      column.dictionary.size <= 4 * MOST_TEXTS &&
      textsOf(table, column, locale).length > 1,
  );
}

/** The texts of a column with the number of live rows that have them, blanks last; none where there are too many to list. */
export function textsOf(table: Table, column: Column, locale: string): readonly ValueCount[] {
  return remembered(texts, column, [table.ids, table.deleted, locale], () => {
    const live = remembered(liveRows, table, [], () =>
      new Uint32Array(table.count).map((_, row) => row).filter((row) => !table.deleted?.[row]),
    );
    return valueCounts(live, viewColumnOf(column), locale, MOST_TEXTS) ?? [];
  });
}

const texts: Remembered<Column, readonly ValueCount[]> = new WeakMap();
const liveRows: Remembered<Table, Uint32Array> = new WeakMap();

/** What is usually asked of a column: a range of numbers, one of few texts, else a text to look for. */
export function usualTest(table: Table, column: Column, locale: string): CellTest {
  if (column.kind === "number") return { kind: "range", from: null, to: null };
  return textsOf(table, column, locale).length > 0
    ? { kind: "one-of", texts: [] }
    : { kind: "text", match: "contains", text: "" };
}
