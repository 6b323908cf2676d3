import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import ListFilter from "lucide-solid/icons/list-filter";
import { createMemo, For, Show } from "solid-js";
import { fittingWidth } from "./fitting-width";
import { type GridColumn, isNumeric } from "./grid-column";
import { isCtrl } from "./grid-keys";
import type { GridState } from "./grid-state";
import { HEADER_ROW } from "./move-focus";
import { pressOnHeader, pressOnHeaderEdge } from "./press-on-header";
import { shownSelected } from "./row-range";
import { addColumn } from "./select-lines";

/** The fixed row of headers, each with its sort order, its filter and an edge to drag. */
export function GridHead(props: { grid: GridState }) {
  const { grid } = props;
  const { scroll } = grid;
  const selected = createMemo(() => shownSelected(grid.props.selection, grid.view.rows()));
  const all = () => selected() > 0 && selected() === grid.view.rows().length;
  const some = () => selected() > 0 && !all();

  return (
    <div role="rowgroup" class="grid-head" style={{ width: `${grid.layout().width}px` }}>
      <div role="row" class="grid-head-row" aria-rowindex={1} style={{ height: `${scroll.headHeight()}px` }}>
        <div role="presentation" class="grid-edge" style={{ width: `${grid.layout().pinnedWidth}px` }}>
          <div
            role="columnheader"
            class="grid-gutter"
            aria-colindex={1}
            style={{ width: `${grid.gutter()}px` }}
          >
            <button
              type="button"
              role="checkbox"
              class="grid-check"
              tabindex={-1}
              aria-checked={some() ? "mixed" : all()}
              aria-label="Select all shown rows"
              onClick={() => (all() ? grid.clearSelection() : grid.selectAll())}
            />
          </div>
          <For each={scroll.pinned()}>{(column) => <HeaderCell grid={grid} column={column} />}</For>
        </div>
        <For each={scroll.columns()}>{(column) => <HeaderCell grid={grid} column={column} />}</For>
      </div>
    </div>
  );
}

function HeaderCell(props: { grid: GridState; column: GridColumn }) {
  const { grid, column } = props;
  const place = createMemo(() => grid.layout().byKey.get(column.key));
  const focused = () => grid.focus().row === HEADER_ROW && grid.focusColumn() === column;
  const rank = createMemo(() => grid.columns.sorting().findIndex((sort) => sort.column === column.key));
  const order = () => grid.columns.sorting()[rank()];
  const inRanges = createMemo(() => {
    const at = place()?.index ?? -1;
    return grid.ranges().some(({ left, right }) => at >= left && at <= right);
  });
  const filtered = () => grid.view.filters().has(column.key);

  return (
    <div
      role="columnheader"
      id={focused() ? grid.focusId : undefined}
      class="grid-head-cell"
      classList={{
        "grid-cell-number": isNumeric(column),
        "grid-cell-focused": focused(),
        "grid-head-filtered": filtered(),
        "grid-head-selected": inRanges(),
      }}
      data-column={column.key}
      aria-colindex={(place()?.index ?? 0) + 2}
      aria-sort={order() ? (order()!.descending ? "descending" : "ascending") : "none"}
      style={{ left: `${place()?.left ?? 0}px`, width: `${place()?.width ?? 0}px` }}
    >
      <button
        type="button"
        class="grid-head-label"
        tabindex={-1}
        title={column.header}
        onPointerDown={(event) => pressOnHeader(event, grid, column)}
        onClick={(event) => {
          if (isCtrl(event)) addColumn(grid, place()?.index ?? 0);
          else grid.columns.cycleSort(column.key, event.shiftKey);
        }}
      >
        <span class="grid-head-text">{column.header}</span>
        <Show when={order()}>
          {(sort) => (
            <span class="grid-head-sort" aria-hidden="true">
              <Show when={sort().descending} fallback={<ArrowUp />}>
                <ArrowDown />
              </Show>
              <Show when={grid.columns.sorting().length > 1}>{rank() + 1}</Show>
            </span>
          )}
        </Show>
      </button>
      <button
        type="button"
        class="grid-head-filter"
        tabindex={-1}
        aria-label={`Filter ${column.header}`}
        aria-haspopup="dialog"
        aria-expanded={grid.openFilter() === column.key}
        aria-pressed={filtered()}
        onClick={() => grid.setOpenFilter(grid.openFilter() === column.key ? null : column.key)}
      >
        <ListFilter aria-hidden="true" />
      </button>
      <span
        class="grid-head-edge"
        aria-hidden="true"
        onPointerDown={(event) => pressOnHeaderEdge(event, grid, column)}
        onDblClick={() => grid.columns.setWidth(column.key, fittingWidth(grid, column))}
      />
    </div>
  );
}
