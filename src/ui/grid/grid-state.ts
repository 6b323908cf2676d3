import { type Accessor, createMemo, createSignal, createUniqueId } from "solid-js";
import { joinEdits } from "../../model/edits/join-edits";
import { nothingTo } from "../../model/patch";
import type { CellValue } from "../../model/table";
import { isGroupEntry } from "../../model/views/row-entry";
import type { CellRange } from "./cell-ranges";
import { type CellSelection, createCellSelection } from "./cell-selection";
import { type ColumnLayout, layoutColumns } from "./column-layout";
import { type ColumnState, createColumnState } from "./column-state";
import { type ColumnLook, createColumnLooks } from "./columns/column-looks";
import type { DataGridProps } from "./data-grid";
import { type GridColumn, isDate, writerOf } from "./grid-column";
import { createGridScroll, type GridScroll } from "./grid-scroll";
import { createRowView, type RowViewState } from "./row-view-state";

const GUTTER_PX = 64;
/** On a phone the row numbers go, and pinned columns leave room for the others. */
const NARROW_PX = 560;
const NARROW_GUTTER_PX = 36;
const NARROW_PINNED_SHARE = 0.4;

/** A cell that is being edited. */
export interface Editing {
  readonly row: number;
  readonly position: number;
  readonly column: GridColumn;
  /** What stands in the editor at first. */
  readonly text: string;
  /** True where typing began it, so that arrows commit and move; else they move within the text, until F2 turns it. */
  readonly typed: boolean;
  /** Room for several lines. */
  readonly lines?: boolean;
  /** Where the caret stands at first; by default at the end. */
  readonly caret?: number;
}

/** Something to say about a cell, at the cell. */
export interface CellNote {
  readonly position: number;
  readonly column: GridColumn;
  readonly text: string;
}

/** Rows picked out, and why, for the chip above the sheet. */
export interface PickedRows {
  readonly label: string;
  /** 1 for each row picked out. */
  readonly rows: Uint8Array;
}

/** Cells of one column to set; rows (each once) and values in parallel. */
export interface CellsToWrite {
  readonly column: GridColumn;
  readonly rows: readonly number[];
  readonly values: readonly CellValue[];
}

/** Everything the parts of one sheet share. */
export interface GridState extends CellSelection {
  readonly props: DataGridProps;
  readonly columns: ColumnState;
  readonly layout: Accessor<ColumnLayout<GridColumn>>;
  readonly view: RowViewState;
  readonly scroll: GridScroll;
  /** Width in px of the row numbers at the left edge. */
  readonly gutter: Accessor<number>;
  readonly narrow: Accessor<boolean>;
  readonly focusColumn: Accessor<GridColumn | undefined>;
  /** Row number under the focus; undefined in the headers and in an empty sheet. */
  readonly focusRow: Accessor<number | undefined>;
  /** Id of the element under the focus. */
  readonly focusId: string;
  readonly editing: Accessor<Editing | null>;
  readonly setEditing: (editing: Editing | null) => void;
  /** Writes what stands in the open editor; false, with the reason shown there, where it cannot be read. */
  readonly finishEditing: () => boolean;
  /** The open editor registers how it is finished, and null when it goes. */
  readonly setFinish: (finish: (() => boolean) | null) => void;
  /** The range that letting go of the fill handle would fill; null while it is not dragged. */
  readonly fillPreview: Accessor<CellRange | null>;
  readonly setFillPreview: (range: CellRange | null) => void;
  /** What keys do on the header of a group, true where they do something; whoever draws groups sets it. */
  readonly onGroupKey: (event: KeyboardEvent, position: number) => boolean;
  readonly setOnGroupKey: (handle: (event: KeyboardEvent, position: number) => boolean) => void;
  /** Shown until the focus moves or a moment has passed; null = none. */
  readonly note: Accessor<CellNote | null>;
  readonly setNote: (note: CellNote | null) => void;
  /** Key of the column whose filter is open. */
  readonly openFilter: Accessor<string | null>;
  readonly setOpenFilter: (key: string | null) => void;
  /** Row number at a position; undefined for headers of groups and outside of the sheet. */
  readonly rowAt: (position: number) => number | undefined;
  /** Rows picked out by something else than a filter, until it is taken off; null = all. */
  readonly only: Accessor<PickedRows | null>;
  readonly showOnly: (rows: PickedRows | null) => void;
  /** How columns with a rule look, by key. */
  readonly looks: Accessor<ReadonlyMap<string, ColumnLook>>;
  /** Sets cells of any columns in one undo step; false where nothing changes. */
  readonly write: (cells: readonly CellsToWrite[], label?: string) => boolean;
}

export function createGridState(props: DataGridProps): GridState {
  const columns = createColumnState(() => props.columns);
  const [viewWidth, setViewWidth] = createSignal(0);
  const narrow = createMemo(() => viewWidth() > 0 && viewWidth() < NARROW_PX);
  const gutter = () => (narrow() ? NARROW_GUTTER_PX : GUTTER_PX);
  const layout = createMemo(() => {
    const shown = columns.shown();
    const pinned = new Set(shown.slice(0, columns.pinnedCount()));
    const room = narrow() ? (viewWidth() * NARROW_PINNED_SHARE) / Math.max(1, pinned.size) : Infinity;
    const widthOf = (column: GridColumn) =>
      Math.floor(Math.min(columns.widthOf(column), pinned.has(column) ? room : Infinity));
    return layoutColumns(shown, widthOf, pinned.size, gutter());
  });
  const [only, showOnly] = createSignal<PickedRows | null>(null);
  const looks = createColumnLooks({
    rules: () => (props.edit.marks ?? props.edit.rules)?.() ?? [],
    columns: () => props.columns,
    hidden: createMemo(() => props.hidden),
  });
  const view = createRowView({
    // Every edit makes a new table; only a change of these makes new views.
    rowCount: createMemo(() => props.rowCount),
    hidden: createMemo(() => hiddenBeside(props.hidden, only())),
    order: createMemo(() => props.order ?? null),
    locale: createMemo(() => props.locale),
    today: createMemo(() => props.edit.today()),
    columns: () => props.columns,
    sorting: columns.sorting,
  });
  const rowCount = createMemo(() => view.entries().length);
  const scroll = createGridScroll({ rowCount, layout, viewWidth, setViewWidth });

  const [editing, setEditing] = createSignal<Editing | null>(null);
  const [note, setNote] = createSignal<CellNote | null>(null);
  const [openFilter, setOpenFilter] = createSignal<string | null>(null);
  const [fillPreview, setFillPreview] = createSignal<CellRange | null>(null);
  let finish: (() => boolean) | null = null;
  let handleGroupKey: GridState["onGroupKey"] = () => false;
  const cells = createCellSelection({
    entries: view.entries,
    layout,
    rowCount: () => props.rowCount,
    selection: () => props.selection,
    onSelect: (selection) => props.onSelect(selection),
    reveal: scroll.reveal,
  });
  const { focus } = cells;
  const focusColumn = createMemo(() => layout().columns[focus().column]?.column);
  const rowAt = (position: number) => {
    const entry = view.entries()[position];
    return entry === undefined || isGroupEntry(entry) ? undefined : entry;
  };
  return {
    ...cells,
    props,
    columns,
    layout,
    view,
    scroll,
    gutter,
    narrow,
    focusColumn,
    focusRow: createMemo(() => rowAt(focus().row)),
    focusId: createUniqueId(),
    editing,
    setEditing,
    finishEditing: () => finish?.() ?? true,
    setFinish: (next) => {
      finish = next;
    },
    fillPreview,
    setFillPreview,
    onGroupKey: (event, position) => handleGroupKey(event, position),
    setOnGroupKey: (handle) => {
      handleGroupKey = handle;
    },
    note,
    setNote,
    openFilter,
    setOpenFilter,
    rowAt,
    only,
    showOnly,
    looks,
    write: (cells, label) => {
      const patch = joinEdits(
        props.edit.plan(),
        cells.map(
          ({ column, rows, values }) =>
            (plan) =>
              writerOf(column)?.patch(plan, rows, values) ?? nothingTo(`Edit ${column.header}`),
        ),
        label,
      );
      return props.edit.commit(patch, label === undefined ? writtenWords(cells) : undefined);
    },
  };
}

function hiddenBeside(hidden: Uint8Array | null, only: PickedRows | null): Uint8Array | null {
  return only ? only.rows.map((flag, row) => (flag && !hidden?.[row] ? 0 : 1)) : hidden;
}

/** What one value in one column is said to be; undefined for all else. */
function writtenWords(cells: readonly CellsToWrite[]): string | undefined {
  const [only] = cells;
  if (!only || cells.length > 1) return undefined;
  const { column, rows, values } = only;
  const [value] = values;
  if (value === undefined || values.some((other) => other !== value)) return undefined;
  const words = value === null ? "cleared" : `set to ${spoken(column, value)}`;
  return rows.length === 1
    ? `${column.header} ${words}.`
    : `${column.header} ${words} in ${rows.length} rows.`;
}

function spoken(column: GridColumn, value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" && isDate(column)
    ? (column.format?.(value) ?? String(value))
    : String(value);
}
