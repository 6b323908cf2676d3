import { isGroupEntry } from "../../model/views/row-entry";
import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

const CELL_PADDING_PX = 18;
/** Room in a header for the sort arrow, the menu and the filter button. */
const HEADER_EXTRA_PX = 64;
/** Room in a drawn cell for what stands beside the text. */
const DRAWN_EXTRA_PX = 18;

/** The width in px at which the header and the rows in view are wholly legible. */
export function fittingWidth(grid: GridState, column: GridColumn): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return column.width;
  const style = getComputedStyle(document.body);
  context.font = `${style.fontSize} ${style.fontFamily}`;
  const { first, end } = grid.scroll.window();
  let width = context.measureText(column.header).width + HEADER_EXTRA_PX;
  for (const row of grid.view.entries().subarray(first, end)) {
    if (isGroupEntry(row)) continue;
    const extra = CELL_PADDING_PX + (column.draw ? DRAWN_EXTRA_PX : 0);
    width = Math.max(width, context.measureText(column.text(row)).width + extra);
  }
  return Math.ceil(width);
}
