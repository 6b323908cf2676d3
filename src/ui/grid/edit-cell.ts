import { dayIn, isoDay } from "../../model/day";
import type { GridState } from "./grid-state";

/** Starts editing the focused cell: in the editor, which `typed` replaces the text of, or in the column's dialog. */
export function beginEdit(grid: GridState, typed?: string): boolean {
  const column = grid.focusColumn();
  const row = grid.focusRow();
  if (!column || row === undefined) return false;
  if (!column.edit || grid.props.readOnly) return refuse(grid);
  switch (column.edit.kind) {
    case "dialog":
      column.edit.open(selectedOr(grid, row));
      return true;
    case "toggle":
      return typed === undefined && toggleCell(grid);
    case "text": {
      const text = typed ?? (column.fullText ?? column.text)(row);
      const lines = column.type === "text" && text.includes("\n");
      grid.setEditing({ row, position: grid.focus().row, column, text, typed: typed !== undefined, lines });
      return true;
    }
  }
}

/** Starts editing the focused cell with the day that it is now where the plan is made. */
export function beginTodayEdit(grid: GridState): boolean {
  if (grid.focusRow() === undefined) return false;
  const { timeZone } = grid.props.edit.plan().settings;
  return beginEdit(grid, isoDay(dayIn(timeZone, Date.now())));
}

/** Turns the focused yes/no cell; false where it is none. */
export function toggleCell(grid: GridState): boolean {
  const edit = grid.focusColumn()?.edit;
  const row = grid.focusRow();
  if (edit?.kind !== "toggle" || row === undefined || grid.props.readOnly) return false;
  const column = grid.focusColumn()!;
  const rows = selectedOr(grid, row);
  const value = !edit.value(row);
  return grid.write([{ column, rows, values: rows.map(() => value) }]);
}

/** Says, at the cell and to screen readers, why the focused cell stays as it is. */
function refuse(grid: GridState): true {
  const column = grid.focusColumn();
  if (!column) return true;
  const text = grid.props.readOnly
    ? "The plan is read-only here: another tab is editing it."
    : (column.readOnlyReason ?? `${column.header} cannot be edited here.`);
  grid.setNote({ position: grid.focus().row, column, text });
  grid.props.announce(text);
  return true;
}

/** The selected rows where the row is one of them, else the row alone. */
function selectedOr(grid: GridState, row: number): readonly number[] {
  const { selection } = grid.props;
  if (selection.flags[row] !== 1) return [row];
  return [...grid.view.rows()].filter((candidate) => selection.flags[candidate] === 1);
}
