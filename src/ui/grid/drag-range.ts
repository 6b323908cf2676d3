import { selectedRows } from "../../session/row-selection";
import { cellAtPoint } from "./cell-at-point";
import type { SelectionMark } from "./cell-selection";
import { createEdgeScroll } from "./edge-scroll";
import { followPointer } from "./follow-pointer";
import type { GridState } from "./grid-state";
import type { CellPlace } from "./move-focus";
import { saySelected } from "./range-words";

export const CLICK_DISTANCE_PX = 5;

export interface RangeDrag {
  /** What was selected before the press: Esc brings it back. */
  readonly before: SelectionMark;
  /** The cell pressed on, and its row number; undefined on the header of a group. */
  readonly place: CellPlace;
  readonly row: number | undefined;
  /** Whole rows, as from the row numbers. */
  readonly wholeRows: boolean;
  /** The press was let go where it was. */
  readonly onClick?: () => void;
}

/**
 * Extends the active range to where the pointer goes, scrolling at the edges. Over another pane the gesture becomes a drag of
 * the rows selected at the press, or of the one pressed on.
 */
export function dragRange(press: PointerEvent, grid: GridState, drag: RangeDrag): void {
  let { clientX: x, clientY: y } = press;
  let moved = false;
  const { top, left } = grid.scroll;
  const [leftBefore, topBefore] = [left(), top()];
  const scrollBack = () => grid.scroll.scrollBy(leftBefore - left(), topBefore - top());
  const lastColumn = grid.layout().columns.length - 1;
  const extend = () => {
    const cell = cellAtPoint(grid, x, y);
    if (!cell) return;
    const head = drag.wholeRows ? { row: cell.row, column: lastColumn } : cell;
    if (!isSame(head, grid.head())) grid.extendTo(head, { soon: true, still: true });
  };
  const edges = createEdgeScroll(grid, extend);
  const stop = followPointer(press, {
    move: (event) => {
      x = event.clientX;
      y = event.clientY;
      moved ||= Math.hypot(x - press.clientX, y - press.clientY) > CLICK_DISTANCE_PX;
      if (!moved) return;
      if (drag.row !== undefined && grid.props.onPress && isOverOtherPane(grid, x, y)) {
        stop();
        edges.stop();
        scrollBack();
        dragRowsOut(event, grid, drag, drag.row);
        return;
      }
      extend();
      edges.at(x, y);
    },
    end: () => {
      edges.stop();
      if (moved) grid.extendTo(grid.head(), { still: true });
      else drag.onClick?.();
      saySelected(grid);
    },
    cancel: () => {
      edges.stop();
      scrollBack();
      grid.recall(drag.before);
    },
  });
}

/** Takes back what the gesture has selected, and hands the rows over to whoever drags them to territories. */
function dragRowsOut(event: PointerEvent, grid: GridState, { before, place }: RangeDrag, row: number): void {
  const wasSelected = before.rows.flags[row] === 1;
  if (wasSelected) grid.recall(before);
  else grid.select(place, place, { still: true });
  const rows = wasSelected ? selectedRows(before.rows) : [row];
  grid.props.onPress?.(event, () => rows, true);
}

/** True over anything that may take accounts: the map, the territories, wherever else they can be dropped. */
function isOverOtherPane(grid: GridState, x: number, y: number): boolean {
  const box = grid.scroll.box();
  const inside = box && x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  if (!box || inside) return false;
  const under = document.elementFromPoint(x, y);
  const own = document.elementFromPoint(box.left + 1, box.top + 1)?.closest(".pane");
  const pane = under?.closest(".pane, [data-drop-territory]");
  return pane != null && pane !== own;
}

function isSame(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column;
}
