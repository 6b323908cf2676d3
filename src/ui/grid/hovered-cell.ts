import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

/** A cell of a row, as it stands now. */
export interface GridCellPlace {
  readonly position: number;
  readonly row: number;
  readonly column: GridColumn;
}

/** The cell of a row at a position; null in headers, in headers of groups and outside. */
export function cellAt(
  grid: GridState,
  position: number,
  column: GridColumn | undefined,
): GridCellPlace | null {
  const row = grid.rowAt(position);
  return row === undefined || !column ? null : { position, row, column };
}

/** A pointer that only passes over a cell does not rest on it. */
const REST_MS = 400;

/** The cell on which the mouse rests; null while it moves on, presses, or the sheet scrolls under it. */
export interface HoveredCell {
  readonly cell: Accessor<GridCellPlace | null>;
  readonly over: (event: PointerEvent) => void;
  readonly leave: () => void;
}

export function createHoveredCell(grid: GridState): HoveredCell {
  const [cell, setCell] = createSignal<GridCellPlace | null>(null);
  let timer = 0;
  const leave = () => {
    clearTimeout(timer);
    setCell(null);
  };
  onCleanup(() => clearTimeout(timer));
  createEffect(on([grid.scroll.top, grid.scroll.left], leave, { defer: true }));
  return {
    cell,
    over: (event) => {
      leave();
      if (event.pointerType === "touch" || event.buttons !== 0) return;
      const target = event.target as Element;
      const key = target.closest<HTMLElement>("[data-column]")?.dataset.column;
      const position = target.closest<HTMLElement>("[data-position]")?.dataset.position;
      const column = key === undefined ? undefined : grid.layout().byKey.get(key)?.column;
      const over = position === undefined ? null : cellAt(grid, Number(position), column);
      if (over) timer = window.setTimeout(() => setCell(over), REST_MS);
    },
    leave,
  };
}
