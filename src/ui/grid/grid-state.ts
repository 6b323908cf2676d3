import { type Accessor, createMemo, createSignal, createUniqueId } from "solid-js";
import { joinEdits } from "../../model/edits/join-edits";
import { nothingTo } from "../../model/patch";
import type { CellValue } from "../../model/table";
import { isGroupEntry } from "../../model/views/row-entry";
import { selectRows } from "../../session/row-selection";
import { type CellRange, rangeBetween } from "./cell-ranges";
import { type ColumnLayout, layoutColumns } from "./column-layout";
import { type ColumnState, createColumnState } from "./column-state";
import type { DataGridProps } from "./data-grid";
import { type GridColumn, writerOf } from "./grid-column";
import { createGridScroll, type GridScroll } from "./grid-scroll";
import { type CellPlace, HEADER_ROW } from "./move-focus";
import { selectBetween } from "./row-range";
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
}

/** Something to say about a cell, at the cell. */
export interface CellNote {
  readonly position: number;
  readonly column: GridColumn;
  readonly text: string;
}

/** Cells of one column to set; rows (each once) and values in parallel. */
export interface CellsToWrite {
  readonly column: GridColumn;
  readonly rows: readonly number[];
  readonly values: readonly CellValue[];
}

/** Everything the parts of one sheet share. */
export interface GridState {
  readonly props: DataGridProps;
  readonly columns: ColumnState;
  readonly layout: Accessor<ColumnLayout<GridColumn>>;
  readonly view: RowViewState;
  readonly scroll: GridScroll;
  /** Width in px of the row numbers at the left edge. */
  readonly gutter: Accessor<number>;
  readonly narrow: Accessor<boolean>;
  /** The cell that the keys act on; −1 is the row of headers. Always within the sheet. */
  readonly focus: Accessor<CellPlace>;
  readonly focusColumn: Accessor<GridColumn | undefined>;
  /** Row number under the focus; undefined in the headers and in an empty sheet. */
  readonly focusRow: Accessor<number | undefined>;
  /** Id of the element under the focus. */
  readonly focusId: string;
  /** Moves the focus and brings it into view. */
  readonly focusAt: (place: CellPlace) => void;
  readonly editing: Accessor<Editing | null>;
  readonly setEditing: (editing: Editing | null) => void;
  /** Shown until the focus moves or a moment has passed; null = none. */
  readonly note: Accessor<CellNote | null>;
  readonly setNote: (note: CellNote | null) => void;
  /** Key of the column whose filter is open. */
  readonly openFilter: Accessor<string | null>;
  readonly setOpenFilter: (key: string | null) => void;
  /** Row number at a position; undefined for headers of groups and outside of the sheet. */
  readonly rowAt: (position: number) => number | undefined;
  /** The cells selected; the last range is the one the keys extend. Empty only while the focus is in the headers. */
  readonly ranges: Accessor<readonly CellRange[]>;
  /** Selects ranges of cells; an empty list leaves the focused cell alone. */
  readonly setRanges: (ranges: readonly CellRange[]) => void;
  /** Sets cells of any columns in one undo step; false where nothing changes. */
  readonly write: (cells: readonly CellsToWrite[], label?: string) => boolean;
  readonly selectOnly: (position: number) => void;
  /** Selects from the row selected last to this one. */
  readonly selectTo: (position: number) => void;
  /** Where the next range starts. */
  readonly setAnchor: (position: number) => void;
  readonly selectAll: () => void;
  readonly clearSelection: () => void;
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
  const view = createRowView({
    // Every edit makes a new table; only a change of these makes new views.
    rowCount: createMemo(() => props.rowCount),
    hidden: createMemo(() => props.hidden),
    locale: createMemo(() => props.locale),
    columns: () => props.columns,
    sorting: columns.sorting,
  });
  const rowCount = createMemo(() => view.entries().length);
  const scroll = createGridScroll({ rowCount, layout, viewWidth, setViewWidth });

  const [wanted, setWanted] = createSignal<{ row: number; key: string | null }>({ row: 0, key: null });
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const [note, setNote] = createSignal<CellNote | null>(null);
  const [openFilter, setOpenFilter] = createSignal<string | null>(null);
  let anchor = 0;

  const focus = createMemo<CellPlace>(
    () => {
      const { row, key } = wanted();
      const column = key === null ? 0 : (layout().byKey.get(key)?.index ?? 0);
      return { row: Math.max(HEADER_ROW, Math.min(row, rowCount() - 1)), column };
    },
    { row: 0, column: 0 },
    { equals: (a, b) => a.row === b.row && a.column === b.column },
  );
  const focusColumn = createMemo(() => layout().columns[focus().column]?.column);
  const rowAt = (position: number) => {
    const entry = view.entries()[position];
    return entry === undefined || isGroupEntry(entry) ? undefined : entry;
  };
  const [drawn, setRanges] = createSignal<readonly CellRange[]>([]);
  const ranges = createMemo(() => {
    if (drawn().length > 0) return drawn();
    return focus().row < 0 ? [] : [rangeBetween(focus(), focus())];
  });

  return {
    props,
    columns,
    layout,
    view,
    scroll,
    gutter,
    narrow,
    focus,
    focusColumn,
    focusRow: createMemo(() => rowAt(focus().row)),
    focusId: createUniqueId(),
    focusAt: ({ row, column }) => {
      const key = layout().columns[column]?.column.key ?? null;
      setWanted({ row, key });
      scroll.reveal(row, key);
    },
    editing,
    setEditing,
    note,
    setNote,
    openFilter,
    setOpenFilter,
    rowAt,
    ranges,
    setRanges,
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
    selectOnly: (position) => {
      const row = rowAt(position);
      if (row === undefined) return;
      anchor = position;
      props.onSelect(selectRows(props.rowCount, [row]));
    },
    selectTo: (position) => props.onSelect(selectBetween(props.rowCount, view.rows(), anchor, position)),
    setAnchor: (position) => {
      anchor = position;
    },
    selectAll: () => props.onSelect(selectRows(props.rowCount, view.rows())),
    clearSelection: () => props.onSelect(selectRows(props.rowCount, [])),
  };
}

/** What one value in one column is said to be; undefined for all else. */
function writtenWords(cells: readonly CellsToWrite[]): string | undefined {
  const [only] = cells;
  if (!only || cells.length > 1) return undefined;
  const { column, rows, values } = only;
  const [value] = values;
  if (value === undefined || values.some((other) => other !== value)) return undefined;
  const words =
    value === null ? "cleared" : `set to ${value === true ? "yes" : value === false ? "no" : value}`;
  return rows.length === 1
    ? `${column.header} ${words}.`
    : `${column.header} ${words} in ${rows.length} rows.`;
}
