import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import EllipsisVertical from "lucide-solid/icons/ellipsis-vertical";
import ListFilter from "lucide-solid/icons/list-filter";
import { createMemo, For, Show } from "solid-js";
import type { ColumnTools } from "./columns/column-tools";
import { RenameHeader } from "./columns/rename-header";
import { fittingWidth } from "./fitting-width";
import { type GridColumn, isNumeric } from "./grid-column";
import { isCtrl } from "./grid-keys";
import type { GridState } from "./grid-state";
import { HEADER_ROW } from "./move-focus";
import { pressOnHeader, pressOnHeaderEdge } from "./press-on-header";
import { shownSelected } from "./row-range";
import { addColumn, isAllSelected } from "./select-lines";

/** The fixed row of headers, each with its sort order, its filter and an edge to drag. */
export function GridHead(props: { grid: GridState; tools: ColumnTools; onDone: () => void }) {
  const { grid, tools } = props;
  const { scroll } = grid;
  const selected = createMemo(() => shownSelected(grid.props.selection, grid.view.rows()));
  const all = () => selected() > 0 && selected() === grid.view.rows().length;
  const some = () => selected() > 0 && !all();
  const header = (column: GridColumn) => (
    <HeaderCell grid={grid} tools={tools} column={column} onDone={props.onDone} />
  );

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
              onClick={() => (isAllSelected(grid) ? grid.clearSelection() : grid.selectAll())}
            />
          </div>
          <For each={scroll.pinned()}>{header}</For>
        </div>
        <For each={scroll.columns()}>{header}</For>
      </div>
    </div>
  );
}

function HeaderCell(props: { grid: GridState; tools: ColumnTools; column: GridColumn; onDone: () => void }) {
  const { grid, tools, column } = props;
  /** The sorting before the first of two clicks, which together rename. */
  let sortedBefore = grid.columns.sorting();
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
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (place()) grid.moveTo({ row: HEADER_ROW, column: place()!.index });
        tools.setMenu(column.key);
      }}
    >
      <button
        type="button"
        class="grid-head-label"
        tabindex={-1}
        title={column.header}
        onPointerDown={(event) => pressOnHeader(event, grid, column)}
        onClick={(event) => {
          if (isCtrl(event)) addColumn(grid, place()?.index ?? 0);
          else if (event.detail < 2) {
            sortedBefore = grid.columns.sorting();
            grid.columns.cycleSort(column.key, event.shiftKey);
          }
        }}
        onDblClick={(event) => {
          if (isCtrl(event) || !tools.beginRename(column.key)) return;
          grid.columns.setSorting(sortedBefore);
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
        class="grid-head-filter grid-head-menu"
        tabindex={-1}
        aria-label={`${column.header} column menu`}
        aria-haspopup="menu"
        aria-expanded={tools.menu() === column.key}
        onClick={() => tools.setMenu(tools.menu() === column.key ? null : column.key)}
      >
        <EllipsisVertical aria-hidden="true" />
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
      <Show when={tools.renaming() === column.key}>
        <RenameHeader grid={grid} tools={tools} column={column} onDone={props.onDone} />
      </Show>
    </div>
  );
}
