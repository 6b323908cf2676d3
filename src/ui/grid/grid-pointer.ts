import { selectedRows } from "../../session/row-selection";
import type { MenuPlace } from "../controls/row-menu";
import { beginEdit } from "./edit-cell";
import type { GridState } from "./grid-state";
import { toggleRow } from "./row-range";

const CLICK_DISTANCE_PX = 5;

interface CellUnderPointer {
  readonly position: number;
  /** Column among those shown; −1 in the row numbers. */
  readonly column: number;
  readonly row: number;
}

/** The press that a click or drag began with. */
let press: { readonly x: number; readonly y: number; readonly selectedByPress: boolean } | null = null;

/** Selects on the press, so that what is dragged is what is seen; by touch only on the tap, as a press may scroll. */
export function pressOnRows(event: PointerEvent, grid: GridState): void {
  const cell = cellUnder(event, grid);
  if (!cell || cell.column < 0 || event.button !== 0) return;
  const touch = event.pointerType === "touch";
  const modified = event.shiftKey || event.ctrlKey || event.metaKey;
  const selected = () => grid.props.selection.flags[cell.row] === 1;
  press = { x: event.clientX, y: event.clientY, selectedByPress: !touch && !modified && !selected() };
  if (!touch) {
    grid.focusAt(placeOf(cell));
    if (event.shiftKey) grid.selectTo(cell.position);
    else if (event.ctrlKey || event.metaKey) toggle(grid, cell);
    else if (!selected()) grid.selectOnly(cell.position);
  }
  grid.props.onPress?.(event, () => {
    if (!selected()) grid.selectOnly(cell.position);
    return selectedRows(grid.props.selection);
  });
}

/** A click on one of several selected rows leaves only that one selected; a tap selects. */
export function clickOnRows(event: MouseEvent, grid: GridState): void {
  const cell = cellUnder(event, grid);
  const began = press;
  press = null;
  if (!cell || cell.column < 0) return;
  if (!began) return;
  if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > CLICK_DISTANCE_PX) return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) return;
  grid.focusAt(placeOf(cell));
  if (!began.selectedByPress) grid.selectOnly(cell.position);
}

export function doubleClickOnRows(event: MouseEvent, grid: GridState): void {
  const cell = cellUnder(event, grid);
  if (!cell || cell.column < 0) return;
  grid.focusAt(placeOf(cell));
  beginEdit(grid);
}

/** Opens the menu for the row under the pointer, selecting it unless it is. */
export function menuOnRows(event: MouseEvent, grid: GridState, open: (place: MenuPlace) => void): void {
  const cell = cellUnder(event, grid);
  if (!cell) return;
  event.preventDefault();
  if (cell.column >= 0) grid.focusAt(placeOf(cell));
  if (grid.props.selection.flags[cell.row] !== 1) grid.selectOnly(cell.position);
  open({ x: event.clientX, y: event.clientY });
}

function toggle(grid: GridState, cell: CellUnderPointer): void {
  grid.setAnchor(cell.position);
  grid.props.onSelect(toggleRow(grid.props.selection, grid.props.rowCount, cell.row));
}

function placeOf(cell: CellUnderPointer) {
  return { row: cell.position, column: cell.column };
}

function cellUnder(event: MouseEvent, grid: GridState): CellUnderPointer | null {
  const target = event.target as Element;
  const rowElement = target.closest<HTMLElement>("[data-position]");
  if (!rowElement) return null;
  const position = Number(rowElement.dataset.position);
  const row = grid.rowAt(position);
  if (row === undefined) return null;
  const key = target.closest<HTMLElement>("[data-column]")?.dataset.column;
  const column = key === undefined ? -1 : (grid.layout().byKey.get(key)?.index ?? -1);
  return { position, row, column };
}
