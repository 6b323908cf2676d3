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
