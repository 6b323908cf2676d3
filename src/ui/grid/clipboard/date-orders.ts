import { type Ambiguity, ambiguousDates } from "../../../model/ambiguous-texts";
import { cellFormatOf, type DateOrder, trimCell } from "../../../model/parse-cell";
import { parseDays } from "../../../model/parse-date";
import { type GridColumn, isDate } from "../grid-column";
import type { Placement } from "./place-cells";

/** A column into which dates come that can be read in two ways. */
export interface DatesToRead {
  readonly column: GridColumn;
  readonly ambiguity: Ambiguity<DateOrder>;
}

/** The columns of blocks with dates such as 03/04/2025 among their texts. */
export function datesToRead(placements: readonly Placement[]): DatesToRead[] {
  const found = new Map<string, DatesToRead>();
  for (const { columns, rows, cell } of placements) {
    for (const [place, column] of columns.entries()) {
      if (!isDate(column) || !column.edit || found.has(column.key)) continue;
      const ambiguity = ambiguousDates(textsOf(rows.length, (row) => cell(row, place)));
      if (ambiguity) found.set(column.key, { column, ambiguity });
    }
  }
  return [...found.values()];
}

function* textsOf(rows: number, cell: (row: number) => unknown): Generator<string> {
  for (let row = 0; row < rows; row++) {
    const source = cell(row);
    if (typeof source === "string") yield source;
  }
}

/** How a date comes out in an order, as its column shows it. */
export function dateShown(column: GridColumn, text: string, order: DateOrder): string {
  const days = parseDays(trimCell(text), order);
  const value = column.type === "date" ? Math.floor(days) : days;
  return Number.isNaN(days) ? "" : (column.format?.(value) ?? String(value));
}

/** A typed date that can be read in two ways: how it was read, and how it could have been; null for any other text. */
export function typedDate(
  column: GridColumn,
  text: string,
  locale: string,
): { readonly shown: string; readonly otherOrder: DateOrder; readonly other: string } | null {
  if (!isDate(column) || !ambiguousDates([text])) return null;
  const order = cellFormatOf(locale).dateOrder;
  const otherOrder = order === "mdy" ? "dmy" : "mdy";
  return {
    shown: dateShown(column, text, order),
    otherOrder,
    other: dateShown(column, text, otherOrder),
  };
}

/** "Last Visit read with the day first." */
export function orderWords(orders: ReadonlyMap<GridColumn, DateOrder>): string {
  return [...orders]
    .map(([{ header }, order]) => `${header} read with the ${order === "dmy" ? "day" : "month"} first.`)
    .join(" ");
}
