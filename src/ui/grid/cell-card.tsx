import { createMemo, Show } from "solid-js";
import { placeBeside } from "./cell-place";
import type { GridState } from "./grid-state";
import type { GridCellPlace } from "./hovered-cell";
import "./cell-card.css";

const WIDTH_PX = 260;

/** What there is to know about the cell on which the mouse rests, beside it. Screen readers hear it as the cell's description. */
export function CellCard(props: { grid: GridState; cell: GridCellPlace | null }) {
  const shown = createMemo(() => (props.grid.editing() ? null : props.cell));
  return (
    <Show when={shown()}>
      {(cell) => (
        <Show when={cell().column.card?.(cell().row)}>
          {(card) => (
            <div
              class="cell-card"
              aria-hidden="true"
              style={placeBeside(props.grid, cell().column, cell().position, WIDTH_PX)}
            >
              {card()}
            </div>
          )}
        </Show>
      )}
    </Show>
  );
}
