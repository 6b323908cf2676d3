import type { TableName } from "../table";
import type { TextMatch } from "../views/column-filter";

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
  readonly groups: readonly string[];
  /** In the order shown, pinned ones first; columns not listed come behind. */
  readonly columns: readonly ViewedColumn[];
}

export interface ViewedColumn {
  readonly column: string;
  /** In px; null = as the column comes. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly pinned: boolean;
}

/** A column's filter as plain data. Ranges include both ends; null = no limit. */
export type StoredFilter =
  | { readonly kind: "text"; readonly match: TextMatch; readonly text: string }
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "blank" }
  | { readonly kind: "filled" };
