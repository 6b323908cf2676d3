import type { GridState } from "../grid-state";
import { selectGroup } from "./select-group";

/**
 * Keys on the header of a group: Enter opens or closes it, Space selects its rows (Ctrl adds them). In its first cell Right opens it
 * and Left closes it, or goes to the group around it. Alt+Shift+Right and Left open and close all groups.
 */
export function groupKey(event: KeyboardEvent, grid: GridState, position: number): boolean {
  const { groups } = grid.view;
  const group = groups.at(position);
  const grouped = groups.grouped();
  if (group === undefined || !grouped) return false;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  const { column } = grid.focus();
  switch (event.key) {
    case "Enter":
      if (ctrl) return false;
      if (event.shiftKey) groups.setLevelOpen(grouped.level[group]!, !groups.isOpen(group));
      else turn(grid, group, !groups.isOpen(group));
      return true;
    case " ":
      if (event.shiftKey) return false;
      selectGroup(grid, position, { add: ctrl });
      grid.props.announce(
        `${grid.props.selection.count.toLocaleString(grid.props.locale)} ${grid.props.noun[1]} selected.`,
      );
      return true;
    case "ArrowRight":
      if (ctrl || event.shiftKey || column > 0 || groups.isOpen(group)) return false;
      turn(grid, group, true);
      return true;
    case "ArrowLeft":
      if (ctrl || event.shiftKey || column > 0) return false;
      if (groups.isOpen(group)) turn(grid, group, false);
      else if (grouped.parent[group]! >= 0) focusOn(grid, grouped.parent[group]!);
      return true;
    case "F2":
    case "Delete":
    case "Backspace":
      // A header has no cell to change.
      return true;
    default:
      return event.key.length === 1 && !ctrl;
  }
}

/** Alt+Shift+Right opens all groups, Alt+Shift+Left closes them; false for other keys and where nothing is grouped. */
export function allGroupsKey(event: KeyboardEvent, grid: GridState): boolean {
  const { groups } = grid.view;
  if (event.target !== event.currentTarget) return false;
  if (!event.altKey || !event.shiftKey || !groups.grouped()) return false;
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return false;
  const open = event.key === "ArrowRight";
  groups.setAllOpen(open);
  grid.props.announce(open ? "All groups opened." : "All groups closed.");
  return true;
}

function turn(grid: GridState, group: number, open: boolean): void {
  const { groups } = grid.view;
  groups.setOpen(group, open);
  grid.props.announce(`${groups.labelOf(group)} ${open ? "opened" : "closed"}.`);
}

function focusOn(grid: GridState, group: number): void {
  const { groups } = grid.view;
  for (let position = grid.focus().row - 1; position >= 0; position--) {
    if (groups.at(position) !== group) continue;
    grid.focusAt({ row: position, column: grid.focus().column });
    return;
  }
}
