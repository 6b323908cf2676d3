import { createEffect, on, onCleanup, Show } from "solid-js";
import { cellPlace } from "./cell-place";
import type { GridState } from "./grid-state";

const SHOWN_MS = 4000;
/** Room the note needs beside and below its cell. */
const WIDTH_PX = 280;
const HEIGHT_PX = 48;

/** What there is to say about a cell, under it. Screen readers hear the same as an announcement. */
export function CellNote(props: { grid: GridState }) {
  const { grid } = props;
  createEffect(
    on([grid.focus, grid.scroll.top, grid.scroll.left], () => grid.setNote(null), { defer: true }),
  );
  createEffect(() => {
    if (!grid.note()) return;
    const timer = window.setTimeout(() => grid.setNote(null), SHOWN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Show when={grid.note()}>
      {(note) => {
        const at = () => {
          const { left, top, height } = cellPlace(grid, note().column, note().position);
          const { viewHeight } = grid.scroll.geometry();
          const bottom = grid.scroll.headHeight() + viewHeight;
          const below = top + height + 2;
          return {
            left: `${Math.max(8, Math.min(left, grid.scroll.width() - WIDTH_PX - 8))}px`,
            top: `${below + HEIGHT_PX <= bottom ? below : top - HEIGHT_PX}px`,
          };
        };
        return (
          <div class="cell-note" aria-hidden="true" style={at()}>
            {note().text}
          </div>
        );
      }}
    </Show>
  );
}
