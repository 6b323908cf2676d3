import { type ColumnFilter, filterRows } from "./column-filter";
import { quickFilter, type SearchedColumn } from "./quick-filter";
import { sortRows } from "./sort-rows";
import type { ViewColumn } from "./view-column";

/** Which rows of a table are shown, and in what order. Columns by key; a key that the table lacks is passed over. */
export interface RowViewSpec {
  /** Words that each row shown holds in some column. */
  readonly quick: string;
  /** By column; all must let a row through. */
  readonly filters: ReadonlyMap<string, ColumnFilter>;
  /** The first decides, the next break ties. */
  readonly sorting: readonly { readonly column: string; readonly descending: boolean }[];
}

export const ALL_ROWS: RowViewSpec = { quick: "", filters: new Map(), sorting: [] };

/** What a row view is made of. */
export interface ViewSource {
  readonly rowCount: number;
  /** 1 where the row is left out; null where none is. */
  readonly hidden: Uint8Array | null;
  /** All rows in natural order; absent or null = in the order of their numbers. */
  readonly order?: Uint32Array | null;
  readonly locale: string;
  /** Days since 1970-01-01, for filters by "this month" and the like. */
  readonly today: number;
  readonly column: (key: string) => ViewColumn | undefined;
  /** The columns that the quick filter searches. */
  readonly searched: () => readonly SearchedColumn[];
}

/** True where the view is every row in its natural order. */
export function showsAllRows(spec: RowViewSpec): boolean {
  return spec.quick.trim() === "" && spec.filters.size === 0 && spec.sorting.length === 0;
}

/** The rows that pass every filter, in natural order. */
export function filteredRows(source: ViewSource, spec: Pick<RowViewSpec, "quick" | "filters">): Uint32Array {
  const context = { all: liveRows(source), today: source.today };
  let rows = context.all;
  for (const [key, filter] of spec.filters) {
    const column = source.column(key);
    if (column) rows = filterRows(rows, column, filter, context);
  }
  return spec.quick.trim() === "" ? rows : quickFilter(rows, source.searched(), spec.quick);
}

/** The rows in the order of the sorting. */
export function sortedRows(
  source: ViewSource,
  rows: Uint32Array,
  sorting: RowViewSpec["sorting"],
): Uint32Array {
  const keys = sorting.flatMap(({ column: key, descending }) => {
    const column = source.column(key);
    return column ? [{ column, descending }] : [];
  });
  return keys.length > 0 ? sortRows(rows, keys, source.locale) : rows;
}

/** Every row that is not hidden, in natural order. */
export function liveRows({
  rowCount,
  hidden,
  order,
}: Pick<ViewSource, "rowCount" | "hidden" | "order">): Uint32Array {
  if (order) return hidden ? order.filter((row) => !hidden[row]) : order;
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (!hidden?.[row]) rows[count++] = row;
  return count === rowCount ? rows : rows.slice(0, count);
}
