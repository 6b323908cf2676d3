import { IS_MAC } from "../actions";
import { nextInRanges, rangeHolds } from "./cell-ranges";
import { beginEdit, beginTodayEdit, toggleCell } from "./edit-cell";
import { filledAlong, filledDown } from "./filled-cells";
import type { GridState } from "./grid-state";
import { type CellPlace, HEADER_ROW, movedFocus } from "./move-focus";
import { saySelected } from "./range-words";
import { selectColumns, selectRowsOfRange } from "./select-lines";
import { noteTab } from "./tab-return";

/** What keys do beyond the grid itself. */
export interface KeySurroundings {
  readonly openMenu: () => void;
  readonly focusQuickFilter: () => void;
}

/** After Esc the next Tab leaves the grid, wherever the active cell stands. */
const leavesOnTab = new WeakSet<GridState>();

/** Does what a key press in the grid asks for; false where it asks for nothing. */
export function gridKey(event: KeyboardEvent, grid: GridState, around: KeySurroundings): boolean {
  // Presses inside the editor or on a button of the grid are theirs.
  if (event.target !== event.currentTarget) return false;
  if (startsComposition(event)) {
    // The editor takes the focus at once, so that the composition goes on in it.
    beginEdit(grid, "");
    return false;
  }
  const { key, shiftKey } = event;
  const ctrl = IS_MAC ? event.metaKey : event.ctrlKey;
  if (key === "Tab") return tab(grid, shiftKey);
  if (!MODIFIERS.has(key)) leavesOnTab.delete(grid);

  if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
    selectFocusedUnlessSelected(grid);
    around.openMenu();
    return true;
  }
  const { row } = grid.focus();
  if (row >= 0 && grid.focusRow() === undefined && grid.onGroupKey(event, row)) return true;
  if (isTyped(event)) return row >= 0 && beginEdit(grid, key);
  if (event.altKey) return key === "ArrowDown" && !ctrl && openFilter(grid);
  if (key === " ") return space(ctrl || event.ctrlKey, shiftKey, grid);
  if (move(key, ctrl, shiftKey, grid)) return true;
  if (ctrl) return ctrlKey(key.toLowerCase(), shiftKey, grid, around);
  return plainKey(key, shiftKey, grid);
}

/** True where Ctrl, or what stands for it, is held during a pointer's press or a key's. */
export function isCtrl(event: MouseEvent | KeyboardEvent): boolean {
  return IS_MAC ? event.metaKey : event.ctrlKey;
}

const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);

function startsComposition(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === "Process" || event.key === "Dead";
}

/** A character: also one that takes AltGr, or on a Mac Option. */
function isTyped(event: KeyboardEvent): boolean {
  if ([...event.key].length !== 1 || event.key === " ") return false;
  if (event.getModifierState("AltGraph")) return true;
  if (event.ctrlKey || event.metaKey) return false;
  return IS_MAC || !event.altKey;
}

function plainKey(key: string, shift: boolean, grid: GridState): boolean {
  switch (key) {
    case "Escape":
      leavesOnTab.add(grid);
      if (grid.props.selection.count === 0) return false;
      grid.clearSelection();
      return true;
    case "Enter":
      return enter(grid, shift);
    case "F2":
      return beginEdit(grid);
    default:
      return false;
  }
}

function enter(grid: GridState, shift: boolean): boolean {
  if (grid.focus().row === HEADER_ROW) {
    const column = grid.focusColumn();
    if (column) grid.columns.cycleSort(column.key, shift);
    return true;
  }
  return moveInRanges(grid, true, shift) || beginEdit(grid);
}

function space(ctrl: boolean, shift: boolean, grid: GridState): boolean {
  if (ctrl && shift) grid.selectAll();
  else if (ctrl) selectColumns(grid);
  else if (shift) selectRowsOfRange(grid);
  else return toggleCell(grid) || beginEdit(grid, " ");
  saySelected(grid);
  return true;
}

function ctrlKey(key: string, shift: boolean, grid: GridState, around: KeySurroundings): boolean {
  if (key === "a" && !shift) {
    grid.selectAll();
    saySelected(grid);
    return true;
  }
  if (key === "backspace") {
    const { row, column } = grid.focus();
    grid.scroll.reveal(row, grid.layout().columns[column]?.column.key ?? null);
    return true;
  }
  if (key === ";") return beginTodayEdit(grid);
  if (key === "f" && shift) {
    around.focusQuickFilter();
    return true;
  }
  return key === "l" && shift && openFilter(grid);
}

function openFilter(grid: GridState): boolean {
  grid.setOpenFilter(grid.focusColumn()?.key ?? null);
  return true;
}

/** Moves the active cell, or with Shift the free corner of its range. */
function move(key: string, ctrl: boolean, extend: boolean, grid: GridState): boolean {
  const extends_ = extend && grid.focus().row >= 0;
  const to = movedFocus(key, ctrl, extends_ ? grid.head() : grid.focus(), sizeOf(grid));
  if (!to) return false;
  if (extends_) {
    grid.extendTo({ row: Math.max(0, to.row), column: to.column });
    saySelected(grid);
  } else {
    grid.moveTo(to);
    if (key === "Home") scrollToStart(grid);
  }
  return true;
}

/** Tab goes along the row, or round and round in the ranges. It leaves the grid at the row's ends, and after Esc. */
function tab(grid: GridState, back: boolean): boolean {
  if (leavesOnTab.delete(grid)) return false;
  if (moveInRanges(grid, false, back)) return true;
  const { row, column } = grid.focus();
  const next = column + (back ? -1 : 1);
  if (next < 0 || next >= grid.layout().columns.length) return false;
  grid.moveTo({ row, column: next });
  if (!back) noteTab(grid, { row, column }, { row, column: next });
  return true;
}

/** Moves the active cell within the ranges; false where there is only itself. */
export function moveInRanges(grid: GridState, down: boolean, back: boolean): boolean {
  const ranges = grid.ranges();
  const [first] = ranges;
  const isOne = ranges.length === 1 && first && first.top === first.bottom && first.left === first.right;
  if (!first || isOne || !ranges.some((range) => rangeHolds(range, grid.focus()))) return false;
  grid.focusAt(nextInRanges(ranges, grid.focus(), { down, back }, (row) => grid.rowAt(row) === undefined));
  return true;
}

/** A pinned column is always in view; Home means the start of what scrolls too. */
function scrollToStart(grid: GridState): void {
  const first = grid.layout().columns.find((place) => !place.pinned);
  if (first) grid.scroll.reveal(HEADER_ROW, first.column.key);
}

function selectFocusedUnlessSelected(grid: GridState): void {
  const row = grid.focusRow();
  if (row !== undefined && grid.props.selection.flags[row] !== 1) grid.select(grid.focus(), grid.focus());
}

/** Where a key takes the active cell from a place; null where it is no key that moves it. */
export function placeAfterKey(
  key: string,
  ctrl: boolean,
  from: CellPlace,
  grid: GridState,
): CellPlace | null {
  return movedFocus(key, ctrl, from, sizeOf(grid));
}

function sizeOf(grid: GridState) {
  const { viewHeight, rowHeight } = grid.scroll.geometry();
  return {
    rows: grid.view.entries().length,
    columns: grid.layout().columns.length,
    page: Math.max(1, Math.floor(viewHeight / rowHeight) - 1),
    filledDown: (column: number) => filledDown(grid, column),
    filledAlong: (row: number) => filledAlong(grid, row),
  };
}
