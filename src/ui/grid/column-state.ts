import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createTable,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/solid-table";
import { type Accessor, batch, createMemo, untrack } from "solid-js";
import type { ViewedColumn } from "../../model/planning/sheet-view";
import type { GridColumn } from "./grid-column";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const MIN_WIDTH = 48;
const MAX_WIDTH = 640;
/** Rows never pass through the table: it keeps the state of columns, and views of row numbers do the rest. */
const NO_ROWS: object[] = [];

export interface SortedColumn {
  readonly column: string;
  readonly descending: boolean;
}

/** Order, widths, pins, visibility and sorting of a sheet's columns. */
export interface ColumnState {
  /** Visible columns in the order shown, pinned ones first. */
  readonly shown: Accessor<readonly GridColumn[]>;
  readonly pinnedCount: Accessor<number>;
  readonly hidden: Accessor<readonly GridColumn[]>;
  readonly sorting: Accessor<readonly SortedColumn[]>;
  readonly widthOf: (column: GridColumn) => number;
  readonly setWidth: (key: string, width: number) => void;
  readonly setHidden: (key: string, hidden: boolean) => void;
  readonly setPinned: (key: string, pinned: boolean) => void;
  /** Puts a column in front of another, or with null behind the last; it takes over whether that one is pinned. */
  readonly move: (key: string, before: string | null) => void;
  /** Sorts by a column, or with null no longer; `further` keeps the other keys. */
  readonly sort: (key: string, descending: boolean | null, further?: boolean) => void;
  /** Sorts by these keys and no others. */
  readonly setSorting: (sorting: readonly SortedColumn[]) => void;
  /** Every column as it stands, in the order shown, hidden ones at their places. */
  readonly viewed: Accessor<readonly ViewedColumn[]>;
  /** Puts columns as they once stood; those not listed come behind, as they come. An empty list is the sheet as at first. */
  readonly restore: (columns: readonly ViewedColumn[]) => void;
  /** Ascending, then descending, then not at all. */
  readonly cycleSort: (key: string, further: boolean) => void;
}

export function createColumnState(columns: Accessor<readonly GridColumn[]>): ColumnState {
  const definitions = createMemo(() =>
    columns().map((column) => ({
      id: column.key,
      header: column.header,
      size: column.width,
      minSize: MIN_WIDTH,
      maxSize: MAX_WIDTH,
    })),
  );
  const pinnedAtFirst = () =>
    untrack(columns)
      .filter((column) => column.pinned)
      .map((column) => column.key);
  const table = createTable<typeof features, object>({
    features,
    get columns() {
      return definitions();
    },
    data: NO_ROWS,
    manualSorting: true,
    initialState: {
      columnPinning: { start: pinnedAtFirst(), end: [] },
    },
  });

  const byKey = createMemo(() => new Map(columns().map((column) => [column.key, column])));
  /** As the planner left it; columns that nobody has asked for yet may come hidden. */
  const isHidden = (key: string) =>
    !(table.atoms.columnVisibility.get()[key] ?? !byKey().get(key)?.hiddenAtFirst);
  const pinned = createMemo(() => {
    const { start } = table.atoms.columnPinning.get();
    return start.filter((key) => byKey().has(key) && !isHidden(key));
  });
  const ordered = createMemo(() => {
    const order = table.atoms.columnOrder.get().filter((key) => byKey().has(key));
    const placed = new Set(order);
    return [...order, ...[...byKey().keys()].filter((key) => !placed.has(key))];
  });
  const shown = createMemo(() => {
    const { start } = table.atoms.columnPinning.get();
    const free = ordered().filter((key) => !isHidden(key) && !start.includes(key));
    return [...pinned(), ...free].map((key) => byKey().get(key)!);
  });
  const sorting = createMemo(() =>
    table.atoms.sorting
      .get()
      .filter(({ id }) => byKey().has(id))
      .map(({ id, desc }) => ({ column: id, descending: desc })),
  );

  const sort: ColumnState["sort"] = (key, descending, further = false) =>
    table.setSorting((before) => {
      const others = further ? before.filter(({ id }) => id !== key) : [];
      if (descending === null) return others;
      // A key that is there already keeps its rank and only turns round.
      const at = further ? before.findIndex(({ id }) => id === key) : -1;
      return others.toSpliced(at < 0 ? others.length : at, 0, { id: key, desc: descending });
    });

  return {
    shown,
    pinnedCount: () => pinned().length,
    hidden: createMemo(() => columns().filter(({ key }) => isHidden(key))),
    sorting,
    widthOf: (column) => table.atoms.columnSizing.get()[column.key] ?? column.width,
    setWidth: (key, width) =>
      table.setColumnSizing((sizes) => ({
        ...sizes,
        [key]: Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width))),
      })),
    setHidden: (key, hidden) => table.setColumnVisibility((before) => ({ ...before, [key]: !hidden })),
    setPinned: (key, pin) =>
      table.setColumnPinning(({ start, end }) => {
        const others = start.filter((candidate) => candidate !== key);
        return { start: pin ? [...others, key] : others, end };
      }),
    move: (key, before) => {
      const start = table.atoms.columnPinning.get().start;
      const toPinned = before !== null && start.includes(before);
      const others = ordered().filter((candidate) => candidate !== key);
      const at = before === null ? others.length : others.indexOf(before);
      table.setColumnOrder(others.toSpliced(at, 0, key));
      const pins = start.filter((candidate) => candidate !== key);
      table.setColumnPinning({
        start: toPinned ? pins.toSpliced(pins.indexOf(before), 0, key) : pins,
        end: [],
      });
    },
    sort,
    setSorting: (next) =>
      table.setSorting(next.map(({ column, descending }) => ({ id: column, desc: descending }))),
    viewed: createMemo(() => {
      const sizes = table.atoms.columnSizing.get();
      const { start } = table.atoms.columnPinning.get();
      const pins = start.filter((key) => byKey().has(key));
      return [...pins, ...ordered().filter((key) => !pins.includes(key))].map((key) => ({
        column: key,
        width: sizes[key] ?? null,
        hidden: isHidden(key),
        pinned: pins.includes(key),
      }));
    }),
    restore: (saved) =>
      batch(() => {
        const pinned =
          saved.length > 0
            ? saved.filter((each) => each.pinned).map(({ column }) => column)
            : pinnedAtFirst();
        const visible = saved.map(({ column, hidden }) => [column, !hidden] as const);
        const sizes = saved.flatMap(({ column, width }) =>
          width === null ? [] : [[column, width] as const],
        );
        table.setColumnOrder(saved.map(({ column }) => column));
        table.setColumnPinning({ start: pinned, end: [] });
        table.setColumnVisibility(Object.fromEntries(visible));
        table.setColumnSizing(Object.fromEntries(sizes));
      }),
    cycleSort: (key, further) => {
      const current = sorting().find(({ column }) => column === key);
      sort(key, !current ? false : current.descending ? null : true, further);
    },
  };
}
