import { cellAtPoint } from "./cell-at-point";
import { fillSeries } from "./clipboard/fill-series";
import { createEdgeScroll } from "./edge-scroll";
import { fillDownTo, fillTarget } from "./fill-range";
import { filledDown } from "./filled-cells";
import { followPointer } from "./follow-pointer";
import { isCtrl } from "./grid-keys";
import type { GridState } from "./grid-state";

/** Drags the active range by its fill handle; let go, the cells it has grown over are filled. Ctrl copies, Esc cancels. */
export function pressOnFillHandle(press: PointerEvent, grid: GridState): void {
  const from = grid.ranges().at(-1);
  if (press.button !== 0 || !from) return;
  let { clientX: x, clientY: y } = press;
  let to = from;
  const preview = () => {
    const cell = cellAtPoint(grid, x, y);
    to = cell ? fillTarget(from, cell) : from;
    grid.setFillPreview(to === from ? null : to);
  };
  const edges = createEdgeScroll(grid, preview);
  const stop = () => {
    edges.stop();
    grid.setFillPreview(null);
  };
  followPointer(press, {
    move: (event) => {
      x = event.clientX;
      y = event.clientY;
      preview();
      edges.at(x, y);
    },
    end: (event) => {
      stop();
      if (to !== from) fillSeries(grid, from, to, isCtrl(event));
    },
    cancel: stop,
  });
}

/** Fills down as far as the neighboring column goes. */
export function doubleClickOnFillHandle(event: MouseEvent, grid: GridState): void {
  const from = grid.ranges().at(-1);
  if (!from) return;
  const rows = grid.view.entries().length;
  const bottom = fillDownTo(from, rows - 1, grid.layout().columns.length - 1, (column) =>
    filledDown(grid, column),
  );
  if (bottom > from.bottom) fillSeries(grid, from, { ...from, bottom }, isCtrl(event));
}
