import { createMemo, Show } from "solid-js";
import { placeBeside } from "../cell-place";
import type { GridState } from "../grid-state";
import { brokenWords } from "./broken-words";

const WIDTH_PX = 280;

/** Which rule the focused cell breaks, beside it. Screen readers hear it as the cell's description. */
export function BrokenNote(props: { grid: GridState }) {
  const { grid } = props;
  const shown = createMemo(() => {
    const column = grid.focusColumn();
    const row = grid.focusRow();
    if (!column || row === undefined || grid.editing() || grid.note()) return null;
    const text = brokenWords(grid, column, row);
    return text === "" ? null : { text, column };
  });
  return (
    <Show when={shown()}>
      {(note) => (
        <div
          class="cell-note"
          aria-hidden="true"
          style={placeBeside(grid, note().column, grid.focus().row, WIDTH_PX)}
        >
          {note().text}
        </div>
      )}
    </Show>
  );
}
