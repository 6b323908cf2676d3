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

/** Where something of a width stands by a cell: to its right or left where there is room, else above or below; always within the frame. */
export function placeBeside(grid: GridState, column: GridColumn, position: number, width: number) {
  const cell = cellPlace(grid, column, position);
  const frame = grid.scroll.width();
  const bottom = grid.scroll.headHeight() + grid.scroll.geometry().viewHeight;
  const right = cell.left + cell.width + GAP_PX;
  const isRight = right + width <= frame;
  const isBeside = isRight || cell.left - width - GAP_PX >= 0;
  const left = isRight ? right : isBeside ? cell.left - width - GAP_PX : cell.left;
  const isLow = cell.top > bottom / 2;
  // Beside the cell it begins, or ends, in line with it; else it leaves the cell to be seen.
  const past = isBeside ? 0 : cell.height + GAP_PX;
  const top = Math.max(0, cell.top + past);
  const under = Math.max(0, bottom - cell.top - cell.height + past);
  const room = bottom - (isLow ? under : top);
  return {
    left: `${Math.max(0, Math.min(left, frame - width))}px`,
    top: isLow ? undefined : `${top}px`,
    bottom: isLow ? `${under}px` : undefined,
    "max-height": `${Math.max(LEAST_HEIGHT_PX, room)}px`,
  };
}
