import { cellAtPoint } from "./cell-at-point";
import { createEdgeScroll } from "./edge-scroll";
import { followPointer } from "./follow-pointer";
import type { GridState } from "./grid-state";
import { saySelected } from "./range-words";

/** Drags a corner of the active range by its round handle; the corner across stays. */
export function pressOnRangeHandle(press: PointerEvent, grid: GridState, which: "start" | "end"): void {
  const range = grid.ranges().at(-1);
  if (!range || press.button !== 0) return;
  const before = grid.mark();
  const fixed =
    which === "end" ? { row: range.top, column: range.left } : { row: range.bottom, column: range.right };
  let { clientX: x, clientY: y } = press;
  const extend = () => {
    const cell = cellAtPoint(grid, x, y);
    const { row, column } = grid.head();
    if (cell && (cell.row !== row || cell.column !== column)) {
      grid.select(fixed, cell, { focus: fixed, soon: true, still: true });
    }
  };
  const edges = createEdgeScroll(grid, extend);
  followPointer(press, {
    move: (event) => {
      x = event.clientX;
      y = event.clientY;
      extend();
      edges.at(x, y);
    },
    end: () => {
      edges.stop();
      grid.extendTo(grid.head(), { still: true });
      saySelected(grid);
    },
    cancel: () => {
      edges.stop();
      grid.recall(before);
    },
  });
}
