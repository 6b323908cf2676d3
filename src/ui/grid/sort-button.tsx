import ArrowDownUp from "lucide-solid/icons/arrow-down-up";
import { lazy, Show, Suspense } from "solid-js";
import { barOpen } from "./bar-open";
import type { GridState } from "./grid-state";

const SortDialog = lazy(() => import("./sort-dialog").then((module) => ({ default: module.SortDialog })));

/** Opens the list of sort keys. */
export function SortButton(props: { grid: GridState; onDone: () => void }) {
  const bar = barOpen(props.grid);
  const open = () => bar.part() === "sort";
  const setOpen = (next: boolean) => bar.setOpen("sort", next);
  const keys = () => props.grid.columns.sorting().length;
  return (
    <>
      <button
        type="button"
        class="button button-quiet grid-bar-button"
        aria-label="Sort…"
        title="Sort by several columns"
        aria-pressed={keys() > 0}
        onClick={() => setOpen(true)}
      >
        <ArrowDownUp aria-hidden="true" />
        <span class="grid-bar-word">Sort</span>
        <Show when={keys() > 1}>{keys()}</Show>
      </button>
      <Show when={open()}>
        <Suspense>
          <SortDialog
            grid={props.grid}
            onClose={() => {
              setOpen(false);
              props.onDone();
            }}
          />
        </Suspense>
      </Show>
    </>
  );
}
