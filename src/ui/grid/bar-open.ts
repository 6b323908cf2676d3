import { type Accessor, createRoot, createSignal } from "solid-js";
import type { GridState } from "./grid-state";

/** What of the bar above a grid is open. */
export type BarPart = "sort" | "group" | "views";

/** Which part of the bar is open; null = none. Buttons open their own, the command palette any. */
export interface BarOpen {
  readonly part: Accessor<BarPart | null>;
  readonly setOpen: (part: BarPart, open: boolean) => void;
}

const bars = new WeakMap<GridState, BarOpen>();

/** The bar of a grid. */
export function barOpen(grid: GridState): BarOpen {
  let bar = bars.get(grid);
  if (!bar) {
    bar = createRoot(() => {
      const [part, setPart] = createSignal<BarPart | null>(null);
      return {
        part,
        setOpen: (wanted, open) => void setPart((now) => (open ? wanted : now === wanted ? null : now)),
      };
    });
    bars.set(grid, bar);
  }
  return bar;
}
