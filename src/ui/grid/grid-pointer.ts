import { selectedRows } from "../../session/row-selection";
import type { MenuPlace } from "../controls/row-menu";
import { rangeHolds } from "./cell-ranges";
import { doubleClickOnFillHandle, pressOnFillHandle } from "./drag-fill";
import { CLICK_DISTANCE_PX, dragRange } from "./drag-range";
import { pressOnRangeHandle } from "./drag-range-handle";
import { beginEdit } from "./edit-cell";
import { isCtrl } from "./grid-keys";
import type { GridState } from "./grid-state";
import type { CellPlace } from "./move-focus";
import { selectRowsBetween } from "./select-lines";

/** The same as a drag of accounts takes by touch. */
const LONG_PRESS_MS = 350;

interface Spot extends CellPlace {
  /** True on the row numbers. */
  readonly gutter: boolean;
  /** Row number in the table; undefined on the header of a group. */
  readonly record: number | undefined;
}

/** The finger on the sheet, until it is lifted. */
let touch: { readonly spot: Spot; readonly onActive: boolean; long: boolean } | null = null;

/** Selects on the press, so that what is dragged is what is seen; by touch only on the tap, as a press may scroll. */
export function pressOnRows(
  event: PointerEvent,
  grid: GridState,
  openMenu: (place: MenuPlace) => void,
): void {
  const spot = spotUnder(event, grid);
  const handle = handleUnder(event);
  touch = null;
  if (handle) {
    if (handle === "fill") pressOnFillHandle(event, grid);
    else pressOnRangeHandle(event, grid, handle);
    return;
  }
  if (!spot || event.button !== 0 || (event.target as Element).closest(".grid-check")) return;
  if (!grid.finishEditing()) return;
  if (event.pointerType === "touch") {
    pressByTouch(event, grid, spot, openMenu);
    return;
  }
  const before = grid.mark();
  const { record, row } = spot;
  const selected = record !== undefined && grid.props.selection.flags[record] === 1;
  const modified = event.shiftKey || isCtrl(event);
  if (record !== undefined && !modified && grid.props.onPress && isHandle(event, spot, selected)) {
    if (!selected) selectSpot(grid, spot);
    grid.props.onPress(event, () => selectedRows(grid.props.selection));
    onRelease(event, () => selectSpot(grid, spot));
    return;
  }
  const wasSelected = grid.ranges().some((range) => rangeHolds(range, spot));
  if (event.shiftKey) extendToSpot(grid, spot);
  else selectSpot(grid, spot, isCtrl(event));
  dragRange(event, grid, {
    before,
    place: { row, column: spot.column },
    row: record,
    wholeRows: spot.gutter,
    onClick: () => {
      // Ctrl takes a cell or row out again.
      if (!isCtrl(event) || event.shiftKey || !wasSelected || before.rows.count === 0) return;
      grid.recall(before);
      const { length } = grid.layout().columns;
      const [left, right] = spot.gutter ? [0, length - 1] : [spot.column, spot.column];
      grid.deselect({ top: row, bottom: row, left, right });
    },
  });
}

/** A tap selects; on the active cell it edits. */
export function clickOnRows(_event: MouseEvent, grid: GridState): void {
  const tapped = touch;
  touch = null;
  if (!tapped || tapped.long) return;
  if (tapped.onActive) beginEdit(grid);
  else selectSpot(grid, tapped.spot);
}

export function doubleClickOnRows(event: MouseEvent, grid: GridState): void {
  if (handleUnder(event) === "fill") {
    doubleClickOnFillHandle(event, grid);
    return;
  }
  const spot = spotUnder(event, grid);
  if (!spot || spot.gutter || grid.editing() || (event.target as Element).closest("button")) return;
  grid.focusAt(spot);
  beginEdit(grid);
}

/** Opens the menu for the cell under the pointer, selecting it unless it or its row is. */
export function menuOnRows(event: MouseEvent, grid: GridState, open: (place: MenuPlace) => void): void {
  const spot = spotUnder(event, grid);
  if (!spot || spot.record === undefined) return;
  event.preventDefault();
  if (touch) return;
  openMenuAt(grid, spot, { x: event.clientX, y: event.clientY }, open);
}

function openMenuAt(grid: GridState, spot: Spot, place: MenuPlace, open: (place: MenuPlace) => void): void {
  const inRanges = grid.ranges().some((range) => rangeHolds(range, spot));
  const picked = grid.picked() && spot.record !== undefined && grid.props.selection.flags[spot.record] === 1;
  if (!picked && !(inRanges && grid.props.selection.count > 0)) selectSpot(grid, spot);
  open(place);
}

/** Where a press on accounts starts a drag of them at once: on the number of a selected row, and on a territory's chip. */
function isHandle(event: PointerEvent, spot: Spot, selected: boolean): boolean {
  if (spot.gutter) return selected;
  return (event.target as Element).closest('[data-column="@territory"] .grid-chip-cell') !== null;
}

/** A long press drags accounts; let go in place, or on a sheet of something else, it opens the menu. */
function pressByTouch(
  event: PointerEvent,
  grid: GridState,
  spot: Spot,
  openMenu: (place: MenuPlace) => void,
): void {
  const { row, column } = grid.focus();
  const onActive =
    !spot.gutter && row === spot.row && column === spot.column && grid.props.selection.count <= 1;
  const finger = { spot, onActive, long: false };
  touch = finger;
  const { record } = spot;
  const place = { x: event.clientX, y: event.clientY };
  const drags = grid.props.onPress !== undefined && record !== undefined;
  const timer = window.setTimeout(() => {
    finger.long = true;
    if (!drags && record !== undefined) openMenuAt(grid, spot, place, openMenu);
  }, LONG_PRESS_MS);
  if (drags) {
    grid.props.onPress?.(event, () => {
      if (grid.props.selection.flags[record] !== 1) selectSpot(grid, spot);
      return selectedRows(grid.props.selection);
    });
  }
  onRelease(
    event,
    () => {
      if (finger.long && drags) openMenuAt(grid, spot, place, openMenu);
    },
    () => clearTimeout(timer),
  );
}

/** Calls `inPlace` when the press is let go where it was; `always` however it ends. */
function onRelease(press: PointerEvent, inPlace: () => void, always = () => {}): void {
  const far = (event: PointerEvent) =>
    Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > CLICK_DISTANCE_PX;
  let moved = false;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId || !far(event)) return;
    moved = true;
    always();
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    always();
    if (event.type === "pointerup" && !moved) inPlace();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

function selectSpot(grid: GridState, spot: Spot, add = false): void {
  if (spot.gutter) selectRowsBetween(grid, spot.row, spot.row, { add });
  else grid.select(spot, spot, { add });
}

function extendToSpot(grid: GridState, spot: Spot): void {
  if (spot.gutter) selectRowsBetween(grid, Math.max(0, grid.focus().row), spot.row);
  else if (grid.focus().row < 0) selectSpot(grid, spot);
  else grid.extendTo(spot);
}

/** The handle of the active range that an event is on. */
function handleUnder(event: MouseEvent): "fill" | "start" | "end" | null {
  const handle = (event.target as Element).closest<HTMLElement>("[data-range-handle]")?.dataset.rangeHandle;
  return handle === "fill" || handle === "start" || handle === "end" ? handle : null;
}

function spotUnder(event: MouseEvent, grid: GridState): Spot | null {
  const target = event.target as Element;
  const rowElement = target.closest<HTMLElement>("[data-position]");
  if (!rowElement) return null;
  const row = Number(rowElement.dataset.position);
  if (grid.view.entries()[row] === undefined) return null;
  const key = target.closest<HTMLElement>("[data-column]")?.dataset.column;
  const column = key === undefined ? -1 : (grid.layout().byKey.get(key)?.index ?? -1);
  return { row, column: Math.max(0, column), gutter: column < 0, record: grid.rowAt(row) };
}
