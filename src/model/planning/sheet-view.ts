import type { TableName } from "../table";
import type { ColumnFilter } from "../views/column-filter";
import type { GroupBy } from "../views/group-places";
import type { Aggregate } from "../views/subtotals";

/** A named way to look at a sheet: which rows, in which order and groups, and which columns. Columns by key; those that are gone are passed over. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly table: TableName | "territories";
  /** Words that each row shown holds. */
  readonly quick: string;
  readonly filters: readonly { readonly column: string; readonly filter: StoredFilter }[];
  /** The first decides, the next break ties. */
  readonly sorting: readonly { readonly column: string; readonly descending: boolean }[];
  /** From the outermost group to the innermost. */
  readonly groups: readonly SheetGroup[];
  /** null = labels ascend, unless a sort key says otherwise. */
  readonly groupOrder: GroupOrder | null;
  /** What groups show of columns, where it is not what they show by themselves. */
  readonly aggregates: readonly { readonly column: string; readonly aggregate: Aggregate }[];
  /** In the order shown, pinned ones first; columns not listed come behind. */
  readonly columns: readonly ViewedColumn[];
}

/** A column whose values are put together, and how. */
export interface SheetGroup {
  readonly column: string;
  readonly by: GroupBy;
}

/** What decides where a group stands among those beside it. */
export type GroupOrder = { readonly descending: boolean } & (
  | { readonly by: "label" }
  | { readonly by: "count" }
  | { readonly by: "subtotal"; readonly column: string }
);

export interface ViewedColumn {
  readonly column: string;
  /** In px; null = as the column comes. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly pinned: boolean;
}

/** A column's filter as plain data: a `ColumnFilter` whose sets are lists. */
export type StoredFilter =
  | Exclude<ColumnFilter, { readonly kind: "values" }>
  | { readonly kind: "values"; readonly values: readonly string[]; readonly except?: boolean | undefined };

export function storedFilter(filter: ColumnFilter): StoredFilter {
  return filter.kind === "values" ? { ...filter, values: [...filter.values] } : filter;
}

export function columnFilterOf(stored: StoredFilter): ColumnFilter {
  return stored.kind === "values" ? { ...stored, values: new Set(stored.values) } : stored;
}
