import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  lazy,
  onCleanup,
  Show,
  Suspense,
} from "solid-js";
import type { RowSelection } from "../../session/row-selection";
import type { Action } from "../actions";
import type { CellComments } from "../comments/cell-comments";
import { CommentPopover, createCommentState } from "../comments/comment-popover";
import { type MenuPlace, RowMenu } from "../controls/row-menu";
import { useOpenSheets } from "../open-sheets";
import { calmProps } from "./calm-props";
import { CellCard } from "./cell-card";
import { CellEditor } from "./cell-editor";
import { clickOnLink, linkActions } from "./cell-link";
import { CellNote } from "./cell-note";
import { ClipboardParts } from "./clipboard/clipboard-parts";
import { createClipboard } from "./clipboard/create-clipboard";
import { ColumnParts } from "./columns/column-parts";
import { createColumnTools } from "./columns/column-tools";
import { FilterBar } from "./filter-bar";
import { filterActions, filterKey } from "./filter-cell";
import { createFind } from "./find/create-find";
import { FoundOverlay } from "./find/found-overlay";
import type { GridColumn } from "./grid-column";
import { GridHead } from "./grid-head";
import { gridKey } from "./grid-keys";
import { clickOnRows, doubleClickOnRows, menuOnRows, pressOnRows } from "./grid-pointer";
import { createGridState, type GridState } from "./grid-state";
import { GroupBar } from "./groups/group-bar";
import { allGroupsKey, groupKey } from "./groups/group-keys";
import { PooledRow } from "./groups/group-row";
import { createHoveredCell } from "./hovered-cell";
import { RangeOverlay } from "./range-overlay";
import { rankTextsAhead } from "./rank-texts-ahead";
import { AddRowHint } from "./rows/add-row";
import { rowActions, rowKey } from "./rows/row-tools";
import { sheetActions } from "./sheet-actions";
import type { SheetEdit } from "./sheet-edit";
import type { SheetViews } from "./views/sheet-views";
import "./grid.css";

const FilterPopover = lazy(() =>
  import("./filter-popover").then((module) => ({ default: module.FilterPopover })),
);
const FindBar = lazy(() => import("./find/find-bar").then((module) => ({ default: module.FindBar })));

export interface DataGridProps {
  /** What screen readers call the grid: "Accounts". */
  readonly name: string;
  /** What a row is, one and many: "account", "accounts". */
  readonly noun: readonly [one: string, many: string];
  /** Row numbers run below this. */
  readonly rowCount: number;
  /** 1 where a row is left out; null where none is. */
  readonly hidden: Uint8Array | null;
  /** All rows in natural order; absent or null = in the order of their numbers. */
  readonly order?: Uint32Array | null;
  /** The same objects for as long as a column is the same. */
  readonly columns: readonly GridColumn[];
  /** BCP 47. */
  readonly locale: string;
  readonly readOnly: boolean;
  /** How cells are changed. */
  readonly edit: SheetEdit;
  readonly selection: RowSelection;
  readonly onSelect: (selection: RowSelection) => void;
  /** True where `hidden` leaves out more than deleted rows. */
  readonly subset?: boolean | undefined;
  /** Hears the rows shown, in their order; null = all in natural order. */
  readonly onShown?: (rows: Uint32Array | null) => void;
  /**
   * A press on a row, which may become a drag; `rows` answers with the rows selected when it does. With `atOnce` it has: the
   * pointer is over something else already.
   */
  readonly onPress?: (press: PointerEvent, rows: () => readonly number[], atOnce?: boolean) => void;
  /** What can be done with the selected rows, for the context menu. */
  readonly rowActions?: readonly Action[];
  /** What people wrote to each other about cells; absent where the rows are none of the plan's. */
  readonly comments?: CellComments;
  readonly announce: (text: string) => void;
  /** Stands in place of the rows where the sheet has none at all. */
  readonly empty?: JSX.Element;
  /** Stands at the end of the bar above the grid. */
  readonly tools?: JSX.Element;
  /** Named views of the sheet; absent where it has none. */
  readonly views?: SheetViews;
}

/** A sheet: fixed headers, rows drawn by a pool of elements, filters, selection and editing. */
export function DataGrid(given: DataGridProps) {
  const props = calmProps(given);
  const grid = createGridState(props);
  const clipboard = createClipboard(grid);
  const columnTools = createColumnTools(grid);
  const find = createFind(grid);
  const [menu, setMenu] = createSignal<MenuPlace | null>(null);
  let frame!: HTMLDivElement;
  let scroller!: HTMLDivElement;
  let quick!: HTMLInputElement;
  watchShown(grid);
  rankTextsAhead(grid);
  const detach = useOpenSheets()?.attach(props.name, grid, () => focusGrid(), sheetActions(grid, find));
  if (detach) onCleanup(detach);
  grid.setOnGroupKey((event, position) => groupKey(event, grid, position));

  const hovered = createHoveredCell(grid);
  const comments = createCommentState(grid, hovered.cell);
  const menuActions = () => [...(props.rowActions ?? []), ...comments.actions(), ...rowActions(grid)];
  const focusGrid = () => scroller.focus({ preventScroll: true });
  const openMenu = (place: MenuPlace) => void setMenu(place);
  const drawnFocus = createMemo(() => {
    const { row } = grid.focus();
    const { first, end } = grid.scroll.window();
    const column = grid.focusColumn();
    const rowDrawn = row < 0 || (row >= first && row < end);
    const columnDrawn =
      column && (grid.scroll.columns().includes(column) || grid.scroll.pinned().includes(column));
    return rowDrawn && columnDrawn ? grid.focusId : undefined;
  });
  const keys = (event: KeyboardEvent) => {
    const handled =
      columnTools.key(event) ||
      rowKey(event, grid) ||
      comments.key(event) ||
      allGroupsKey(event, grid) ||
      filterKey(event, grid) ||
      clipboard.key(event) ||
      find.key(event) ||
      gridKey(event, grid, {
        openMenu: () => openMenu(focusedPlace(scroller, grid)),
        focusQuickFilter: () => {
          quick.focus();
          quick.select();
        },
      });
    if (handled) event.preventDefault();
  };

  return (
    <div class="grid-sheet">
      <FilterBar grid={grid} ref={(input) => (quick = input)} onDone={focusGrid} />
      <GroupBar grid={grid} />
      <Show when={find.mode() !== null}>
        <Suspense>
          <FindBar grid={grid} find={find} onDone={focusGrid} />
        </Suspense>
      </Show>
      <div ref={(element) => (frame = element)} class="grid-frame">
        <div
          ref={(element) => {
            scroller = element;
            grid.scroll.attach(element);
            // Only in a tree may rows have a level and be opened.
            createEffect(() => {
              element.setAttribute("role", grid.view.groups.grouped() ? "treegrid" : "grid");
            });
          }}
          role="grid"
          class="grid"
          tabindex={0}
          data-drag-scroll
          aria-label={props.name}
          aria-rowcount={grid.view.entries().length + 1}
          aria-colcount={grid.columns.shown().length + 1}
          aria-multiselectable={true}
          aria-readonly={props.readOnly}
          aria-activedescendant={drawnFocus()}
          onKeyDown={keys}
          onFocus={() => focusEditor(frame)}
          onMouseDown={(event) => grid.editing() && event.preventDefault()}
          onPointerDown={(event) => pressOnRows(event, grid, openMenu)}
          onClick={(event) => clickOnLink(event, grid) || clickOnRows(event, grid)}
          onDblClick={(event) => doubleClickOnRows(event, grid)}
          onContextMenu={(event) => menuOnRows(event, grid, openMenu)}
          onPointerOver={hovered.over}
          onPointerLeave={hovered.leave}
          onCopy={clipboard.onCopy}
          onCut={clipboard.onCut}
          onPaste={clipboard.onPaste}
        >
          <GridHead grid={grid} tools={columnTools} onDone={focusGrid} />
          <div
            role="rowgroup"
            class="grid-body"
            style={{
              height: `${grid.scroll.window().bodyHeight}px`,
              width: `${grid.layout().width}px`,
              "--grid-pinned": `${grid.layout().pinnedWidth}px`,
            }}
          >
            <RangeOverlay grid={grid} fill={grid.fillPreview} />
            <For each={grid.scroll.slots()}>{(slot) => <PooledRow grid={grid} slot={slot} />}</For>
          </div>
        </div>
        <Show when={grid.view.entries().length === 0}>
          <div class="grid-empty">
            <NoRows grid={grid} />
          </div>
        </Show>
        <Show when={grid.editing()} keyed>
          {(editing) => <CellEditor grid={grid} editing={editing} onDone={focusGrid} />}
        </Show>
        <Show when={find.mode() !== null}>
          <FoundOverlay grid={grid} find={find} />
        </Show>
        <ClipboardParts grid={grid} clipboard={clipboard} onClosed={focusGrid} />
        <CellNote grid={grid} />
        <CellCard grid={grid} cell={comments.reading() || comments.writing() ? null : hovered.cell()} />
        <CommentPopover grid={grid} state={comments} onDone={focusGrid} />
        <Show when={grid.openFilter() !== null}>
          <Suspense>
            <FilterPopover grid={grid} frame={() => scroller} onClose={focusGrid} />
          </Suspense>
        </Show>
        <ColumnParts grid={grid} tools={columnTools} frame={() => scroller} onClosed={focusGrid} />
        <AddRowHint grid={grid} />
      </div>
      <RowMenu
        label={`${props.name} actions`}
        place={menu()}
        first={[...linkActions(grid), ...clipboard.actions, ...filterActions(grid), ...find.actions]}
        actions={menuActions()}
        onClose={() => {
          setMenu(null);
          focusGrid();
        }}
      />
    </div>
  );
}

/** An editor whose text cannot be read stays open: keys go on in it. */
function focusEditor(frame: HTMLElement): void {
  frame.querySelector<HTMLElement>(".cell-editor-input")?.focus({ preventScroll: true });
}

function NoRows(props: { grid: GridState }) {
  const { grid } = props;
  const filtered = () => grid.view.filters().size > 0 || grid.view.quick().trim() !== "";
  return (
    <Show when={filtered()} fallback={grid.props.empty ?? <p>No {grid.props.noun[1]} yet.</p>}>
      <p>No {grid.props.noun[1]} match the filters.</p>
      <button type="button" class="button" onClick={grid.view.clearFilters}>
        Clear filters
      </button>
    </Show>
  );
}

function watchShown(grid: GridState): void {
  createMemo(() => grid.props.onShown?.(grid.view.natural() && !grid.props.subset ? null : grid.view.rows()));
}

/** Where the menu opens that is called by key: under the focused cell. */
function focusedPlace(scroller: HTMLElement, grid: GridState): MenuPlace {
  const cell = document.getElementById(grid.focusId) ?? scroller;
  const box = cell.getBoundingClientRect();
  return { x: box.left + 16, y: Math.min(box.bottom, scroller.getBoundingClientRect().bottom) };
}
