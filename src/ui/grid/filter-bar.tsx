import Columns3 from "lucide-solid/icons/columns-3";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import Search from "lucide-solid/icons/search";
import X from "lucide-solid/icons/x";
import { createMemo, For, Show } from "solid-js";
import { Menu } from "../controls/menu-button";
import { filterWords } from "./filter-words";
import type { GridState } from "./grid-state";
import { GroupButton } from "./groups/group-button";
import { AddRowButton } from "./rows/add-row";
import { SortButton } from "./sort-button";
import { ViewsMenu } from "./views/views-menu";

/** The bar above a grid: quick filter, the filters in force, how many rows they leave, and the hidden columns. */
export function FilterBar(props: {
  grid: GridState;
  ref: (input: HTMLInputElement) => void;
  /** The planner is done with the box: back to the grid. */
  onDone: () => void;
}) {
  const { grid } = props;
  const { view } = grid;
  const one = () => grid.props.noun[0];
  const many = () => grid.props.noun[1];
  const format = (count: number) => count.toLocaleString(grid.props.locale);
  const total = createMemo(() => {
    const { hidden, rowCount } = grid.props;
    return hidden ? rowCount - hidden.reduce((sum, flag) => sum + flag, 0) : rowCount;
  });
  const filtered = () => view.filters().size > 0 || view.quick().trim() !== "" || grid.only() !== null;
  const headerOf = (key: string) => grid.props.columns.find((column) => column.key === key);

  return (
    <div class="grid-bar">
      <Show when={grid.props.views}>{(views) => <ViewsMenu grid={grid} views={views()} />}</Show>
      <label class="grid-quick">
        <Search aria-hidden="true" />
        <input
          ref={props.ref}
          type="text"
          class="grid-quick-input"
          aria-label={`Filter ${many()}`}
          placeholder={`Filter ${many()}`}
          autocomplete="off"
          spellcheck={false}
          value={view.quick()}
          onInput={(event) => view.setQuick(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && view.quick() !== "") {
              view.setQuick("");
              event.stopPropagation();
            } else if (["Escape", "Enter", "ArrowDown"].includes(event.key)) {
              event.preventDefault();
              props.onDone();
            }
          }}
        />
      </label>
      <ul class="grid-chips" aria-label="Filters">
        <For each={[...view.filters().keys()]}>
          {(key) => (
            <Show when={headerOf(key)}>
              {(column) => (
                <li class="grid-chip">
                  <button
                    type="button"
                    class="grid-chip-words"
                    onClick={() => {
                      grid.scroll.reveal(-1, key);
                      grid.setOpenFilter(key);
                    }}
                  >
                    {filterWords(column(), view.filters().get(key)!, grid.props.locale)}
                  </button>
                  <button
                    type="button"
                    class="grid-chip-remove"
                    aria-label={`Remove filter ${column().header}`}
                    onClick={() => view.setFilter(key, null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                </li>
              )}
            </Show>
          )}
        </For>
        <Show when={grid.only()}>
          {(only) => (
            <li class="grid-chip">
              <span class="grid-chip-words">{only().label}</span>
              <button
                type="button"
                class="grid-chip-remove"
                aria-label={`Show all ${many()} again`}
                onClick={() => grid.showOnly(null)}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          )}
        </Show>
      </ul>
      <Show when={filtered()}>
        <button type="button" class="button button-quiet grid-bar-button" onClick={view.clearFilters}>
          Clear filters
        </button>
      </Show>
      <Show when={view.stale()}>
        <button
          type="button"
          class="button button-quiet grid-bar-button"
          title="Cells were edited since; filter and sort again"
          onClick={view.reapply}
        >
          <RefreshCw aria-hidden="true" />
          Reapply
        </button>
      </Show>
      <span class="grid-count" role="status">
        <Show when={filtered()} fallback={`${format(total())} ${total() === 1 ? one() : many()}`}>
          {format(view.rows().length)} of {format(total())} {many()}
        </Show>
      </span>
      <SortButton grid={grid} onDone={props.onDone} />
      <GroupButton grid={grid} onDone={props.onDone} />
      <Show when={grid.columns.hidden().length > 0}>
        <Menu
          label={`${grid.columns.hidden().length} hidden columns`}
          class="button button-quiet grid-bar-button"
          items={grid.columns.hidden().map((column) => ({
            label: `Show ${column.header}`,
            run: () => grid.columns.setHidden(column.key, false),
          }))}
        >
          <Columns3 aria-hidden="true" />
          {grid.columns.hidden().length}
          <span class="grid-bar-word">hidden</span>
        </Menu>
      </Show>
      <AddRowButton grid={grid} />
      {grid.props.tools}
    </div>
  );
}
