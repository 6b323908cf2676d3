import { beginEdit, clearCell, toggleCell } from "./edit-cell";
import type { GridState } from "./grid-state";
import { HEADER_ROW, movedFocus } from "./move-focus";

/** What keys do beyond the grid itself. */
export interface KeySurroundings {
  readonly openMenu: () => void;
  readonly focusQuickFilter: () => void;
}

/** Does what a key press in the grid asks for; false where it asks for nothing. */
export function gridKey(event: KeyboardEvent, grid: GridState, around: KeySurroundings): boolean {
  // Presses inside the editor or on a button of the grid are theirs.
  if (event.target !== event.currentTarget || event.isComposing) return false;
  const ctrl = event.ctrlKey || event.metaKey;
  const { key, shiftKey, altKey } = event;

  if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
    selectFocusedUnlessSelected(grid);
    around.openMenu();
    return true;
  }
  if (altKey) return key === "ArrowDown" && openFilter(grid);
  const to = movedFocus(key, ctrl, grid.focus(), sizeOf(grid));
  if (to) {
    moveTo(grid, to, shiftKey);
    if (key === "Home") scrollToStart(grid);
    return true;
  }
  if (ctrl) return ctrlKey(key.toLowerCase(), shiftKey, grid, around);
  switch (key) {
    case "Tab":
      return tab(grid, shiftKey);
    case "Escape":
      if (grid.props.selection.count === 0) return false;
      grid.clearSelection();
      return true;
    case "Enter":
      if (grid.focus().row === HEADER_ROW) {
        const column = grid.focusColumn();
        if (column) grid.columns.cycleSort(column.key, shiftKey);
        return true;
      }
      return beginEdit(grid);
    case "F2":
      return beginEdit(grid);
    case "Delete":
    case "Backspace":
      return clearCell(grid);
    case " ":
      if (shiftKey) {
        if (grid.focus().row >= 0) grid.selectOnly(grid.focus().row);
        return true;
      }
      return toggleCell(grid) || beginEdit(grid, " ");
    default:
      return key.length === 1 && beginEdit(grid, key);
  }
}

function ctrlKey(key: string, shift: boolean, grid: GridState, around: KeySurroundings): boolean {
  if (key === "a" && !shift) {
    grid.selectAll();
    return true;
  }
  if (key === "f" && !shift) {
    around.focusQuickFilter();
    return true;
  }
  return key === "l" && shift && openFilter(grid);
}

function openFilter(grid: GridState): boolean {
  grid.setOpenFilter(grid.focusColumn()?.key ?? null);
  return true;
}

/** Tab goes along the row and leaves the grid at its ends. */
function tab(grid: GridState, back: boolean): boolean {
  const { row, column } = grid.focus();
  const next = column + (back ? -1 : 1);
  if (next < 0 || next >= grid.layout().columns.length) return false;
  grid.focusAt({ row, column: next });
  return true;
}

function moveTo(grid: GridState, to: { row: number; column: number }, extend: boolean): void {
  const from = grid.focus();
  grid.focusAt(to);
  if (to.row === from.row || to.row < 0) return;
  if (extend) grid.selectTo(to.row);
  // A single selected row goes along with the focus; a selection of many is not lost to an arrow key.
  else if (grid.props.selection.count <= 1) grid.selectOnly(to.row);
  else grid.setAnchor(to.row);
}

/** A pinned column is always in view; Home means the start of what scrolls too. */
function scrollToStart(grid: GridState): void {
  const first = grid.layout().columns.find((place) => !place.pinned);
  if (first) grid.scroll.reveal(HEADER_ROW, first.column.key);
}

function selectFocusedUnlessSelected(grid: GridState): void {
  const row = grid.focusRow();
  if (row !== undefined && grid.props.selection.flags[row] !== 1) grid.selectOnly(grid.focus().row);
}

function sizeOf(grid: GridState) {
  const { viewHeight, rowHeight } = grid.scroll.geometry();
  return {
    rows: grid.view.entries().length,
    columns: grid.layout().columns.length,
    page: Math.max(1, Math.floor(viewHeight / rowHeight) - 1),
  };
}
