import type { GridState } from "../grid-state";

export const READ_ONLY = "The plan is read-only here: another tab is editing it.";

/** Says something at the focused cell and to screen readers, where nothing could be done. Returns true: the key has been answered. */
export function sayAtCell(grid: GridState, text: string): true {
  const column = grid.focusColumn();
  if (column && grid.focus().row >= 0) grid.setNote({ position: grid.focus().row, column, text });
  else grid.props.edit.notify({ text });
  grid.props.announce(text);
  return true;
}
