import { isGroupEntry } from "../../model/views/row-entry";
import { type RowSelection, withRows } from "../../session/row-selection";
import { type CellRange, rowRuns } from "./cell-ranges";

/** The rows that ranges of cells touch, as a selection; headers of groups among the entries are passed over. */
export function selectInRanges(
  rowCount: number,
  entries: Uint32Array,
  ranges: readonly CellRange[],
): RowSelection {
  const flags = new Uint8Array(rowCount);
  let count = 0;
  for (const { first, last } of rowRuns(ranges)) {
    for (let position = Math.max(0, first); position <= last && position < entries.length; position++) {
      const entry = entries[position]!;
      if (isGroupEntry(entry) || flags[entry]) continue;
      flags[entry] = 1;
      count++;
    }
  }
  return { flags, count };
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
