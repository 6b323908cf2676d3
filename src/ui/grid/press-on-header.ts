import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

const START_DISTANCE_PX = 5;

/** Follows a press on a header's edge and gives the column the width. */
export function pressOnHeaderEdge(press: PointerEvent, grid: GridState, column: GridColumn): void {
  if (press.button !== 0) return;
  press.preventDefault();
  press.stopPropagation();
  const width = grid.columns.widthOf(column);
  follow(press, {
    move: (event) => grid.columns.setWidth(column.key, width + event.clientX - press.clientX),
    end: () => {},
  });
}

/** Follows a press on a header; once it has moved, the column goes where it is let go. Touch scrolls instead. */
export function pressOnHeader(press: PointerEvent, grid: GridState, column: GridColumn): void {
  if (press.button !== 0 || press.pointerType === "touch") return;
  const head = (press.currentTarget as HTMLElement).closest<HTMLElement>(".grid-head");
  let dragging = false;
  follow(press, {
    move: (event) => {
      dragging ||= Math.abs(event.clientX - press.clientX) > START_DISTANCE_PX;
      head?.classList.toggle("grid-head-dragging", dragging);
    },
    end: (event) => {
      head?.classList.remove("grid-head-dragging");
      if (!dragging) return;
      swallowClick();
      if (event) dropAt(event.clientX, head, grid, column);
    },
  });
}

/** Puts the column before the one whose left half is under the pointer, or behind the one whose right half is. */
function dropAt(x: number, head: HTMLElement | null, grid: GridState, column: GridColumn): void {
  const shown = grid.columns.shown();
  for (const cell of head?.querySelectorAll<HTMLElement>(".grid-head-cell") ?? []) {
    const box = cell.getBoundingClientRect();
    if (x < box.left || x >= box.right) continue;
    const at = shown.findIndex((candidate) => candidate.key === cell.dataset.column);
    const before = shown[x < box.left + box.width / 2 ? at : at + 1];
    if (before?.key !== column.key) grid.columns.move(column.key, before?.key ?? null);
    return;
  }
}

/** A drag ends with a click on whatever is under it, which must not sort. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, true));
}

function follow(
  press: PointerEvent,
  on: { move: (event: PointerEvent) => void; end: (event: PointerEvent | null) => void },
): void {
  const move = (event: PointerEvent) => {
    if (event.pointerId === press.pointerId) on.move(event);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    on.end(event.type === "pointerup" ? event : null);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}
