import { type RowSelection, selectRows, withRows } from "../../session/row-selection";

/** The rows shown between two positions, both included, as a selection. */
export function selectBetween(rowCount: number, shown: Uint32Array, from: number, to: number): RowSelection {
  return selectRows(rowCount, shown.subarray(Math.min(from, to), Math.max(from, to) + 1));
}

/** The selection with a row turned from selected to not, or back. */
export function toggleRow(selection: RowSelection, rowCount: number, row: number): RowSelection {
  return withRows(selection, rowCount, [row], selection.flags[row] !== 1);
}

/** How many of the rows shown are selected. */
export function shownSelected(selection: RowSelection, shown: Uint32Array): number {
  if (selection.count === 0) return 0;
  let count = 0;
  for (const row of shown) count += selection.flags[row] ?? 0;
  return count;
}

/** Selected rows that are shown, in the order shown. */
export function selectedInOrder(selection: RowSelection, shown: Uint32Array): number[] {
  const rows: number[] = [];
  for (const row of shown) if (selection.flags[row]) rows.push(row);
  return rows;
}
