import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

/** Where a cell lies in the frame around the grid as it is scrolled now, in px. */
export function cellPlace(grid: GridState, column: GridColumn, position: number) {
  const place = grid.layout().byKey.get(column.key);
  const { rowHeight, headHeight, window, top, left } = grid.scroll;
  return {
    left: (place?.left ?? 0) - (place?.pinned ? 0 : left()),
    top: headHeight() + position * rowHeight() + window().shift - top(),
    width: place?.width ?? column.width,
    height: rowHeight(),
  };
}

const GAP_PX = 6;
/** What stands beside a cell never gets lower than this. */
const LEAST_HEIGHT_PX = 160;

/** Where something of a width stands beside a cell: to its right where there is room, else to its left, and within the frame. */
export function placeBeside(grid: GridState, column: GridColumn, position: number, width: number) {
  const cell = cellPlace(grid, column, position);
  const frame = grid.scroll.width();
  const bottom = grid.scroll.headHeight() + grid.scroll.geometry().viewHeight;
  const right = cell.left + cell.width + GAP_PX;
  const left = right + width <= frame ? right : Math.max(GAP_PX, cell.left - width - GAP_PX);
  const isLow = cell.top > bottom / 2;
  const room = isLow ? cell.top + cell.height : bottom - cell.top;
  return {
    left: `${Math.max(0, Math.min(left, frame - width))}px`,
    top: isLow ? undefined : `${Math.max(0, cell.top)}px`,
    bottom: isLow ? `${Math.max(0, bottom - cell.top - cell.height)}px` : undefined,
    "max-height": `${Math.max(LEAST_HEIGHT_PX, room)}px`,
  };
}
