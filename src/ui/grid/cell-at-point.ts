import type { ColumnLayout } from "./column-layout";
import type { GridState } from "./grid-state";
import type { CellPlace } from "./move-focus";

/** The cell under a point of the window, or the nearest in view where there is none; null in an empty sheet. */
export function cellAtPoint(grid: GridState, x: number, y: number): CellPlace | null {
  const box = grid.scroll.box();
  const rows = grid.view.entries().length;
  if (!box || rows === 0 || grid.layout().columns.length === 0) return null;
  const { rowHeight, viewHeight } = grid.scroll.geometry();
  const down = Math.max(0, Math.min(viewHeight - 1, y - box.top - grid.scroll.headHeight()));
  const row = Math.floor((grid.scroll.top() - grid.scroll.window().shift + down) / rowHeight);
  const along = Math.max(0, Math.min(grid.scroll.width() - 1, x - box.left));
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: columnAt(grid.layout(), grid.scroll.left(), along),
  };
}

/** The column at `x` px from the left edge of the view, the nearest where none is there. */
export function columnAt<Column>(layout: ColumnLayout<Column>, scrollLeft: number, x: number): number {
  const at = x < layout.pinnedWidth ? x : x + scrollLeft;
  const found = layout.columns.findIndex(({ left, width }) => at < left + width);
  return found < 0 ? layout.columns.length - 1 : found;
}
