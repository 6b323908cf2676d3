import type { GridState } from "./grid-state";
import { shownSelected, toggleRow } from "./row-range";

/** Selects the columns of the active range whole. In the headers: the column of the active cell, which moves to its first row. */
export function selectColumns(grid: GridState): void {
  const { row, column } = grid.focus();
  const active = grid.ranges().at(-1) ?? { left: column, right: column };
  const last = grid.view.entries().length - 1;
  if (last < 0) return;
  grid.select(
    { row: 0, column: active.left },
    { row: last, column: active.right },
    { focus: { row: Math.max(0, row), column }, still: true },
  );
}

/** Selects a column whole; `add` keeps what is selected, `extend` selects all from the active one to it. */
export function selectColumn(
  grid: GridState,
  column: number,
  { add = false, extend = false }: { readonly add?: boolean; readonly extend?: boolean } = {},
): void {
  const last = grid.view.entries().length - 1;
  if (last < 0) return;
  const from = extend ? grid.focus().column : column;
  const focus = { row: extend ? Math.max(0, grid.focus().row) : 0, column: from };
  grid.select({ row: 0, column: from }, { row: last, column }, { add, focus, still: true });
}

/** Selects a column whole, besides those that are selected whole already. */
export function addColumn(grid: GridState, column: number): void {
  const last = grid.view.entries().length - 1;
  const add = grid.ranges().every(({ top, bottom }) => top === 0 && bottom === last && last > 0);
  selectColumn(grid, column, { add });
}

/** Selects the rows of the active range whole. */
export function selectRowsOfRange(grid: GridState): void {
  const active = grid.ranges().at(-1);
  if (!active) return;
  const lastColumn = grid.layout().columns.length - 1;
  grid.select(
    { row: active.top, column: 0 },
    { row: active.bottom, column: lastColumn },
    { focus: grid.focus(), still: true },
  );
}

/** True where every cell, or as picked elsewhere every row, is selected. */
export function isAllSelected(grid: GridState): boolean {
  const rows = grid.view.rows();
  if (rows.length === 0) return false;
  if (grid.picked()) return shownSelected(grid.props.selection, rows) === rows.length;
  const [only, more] = grid.ranges();
  if (!only || more) return false;
  const isWide = only.left === 0 && only.right === grid.layout().columns.length - 1;
  return (
    isWide &&
    only.top === 0 &&
    only.bottom === grid.view.entries().length - 1 &&
    grid.props.selection.count > 0
  );
}

/** Selects whole rows between two positions. */
export function selectRowsBetween(
  grid: GridState,
  from: number,
  to: number,
  how: { readonly add?: boolean; readonly soon?: boolean } = {},
): void {
  const lastColumn = grid.layout().columns.length - 1;
  const focus = { row: from, column: 0 };
  grid.select(focus, { row: to, column: lastColumn }, { ...how, focus, still: true });
}

/** Takes a row into the selection, or out of it, as its check box does. Rows picked elsewhere stay picked. */
export function toggleRowAt(grid: GridState, position: number, extend: boolean): void {
  const row = grid.rowAt(position);
  if (row === undefined) return;
  const lastColumn = grid.layout().columns.length - 1;
  const { selection, rowCount, onSelect } = grid.props;
  if (grid.picked() && !extend) {
    onSelect(toggleRow(selection, rowCount, row));
  } else if (extend) {
    selectRowsBetween(grid, Math.max(0, grid.focus().row), position);
  } else if (selection.flags[row] !== 1) {
    selectRowsBetween(grid, position, position, { add: true });
  } else if (selection.count > 1) {
    grid.deselect({ top: position, bottom: position, left: 0, right: lastColumn });
  } else {
    grid.clearSelection();
  }
}
