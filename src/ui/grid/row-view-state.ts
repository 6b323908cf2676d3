import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import type { ColumnFilter } from "../../model/views/column-filter";
import type { SearchedColumn } from "../../model/views/quick-filter";
import { filteredRows, sortedRows, type ViewSource } from "../../model/views/row-view";
import type { ViewColumn } from "../../model/views/view-column";
import type { SortedColumn } from "./column-state";
import { type GridColumn, isDate, isNumeric } from "./grid-column";
import { createGroups, type GroupsState } from "./groups/groups-state";

export type Filters = ReadonlyMap<string, ColumnFilter>;

/** Which rows a sheet shows: its filters, and the rows they, the sorting and the groups come to. */
export interface RowViewState {
  readonly filters: Accessor<Filters>;
  /** Sets a column's filter, or with null takes it off. */
  readonly setFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly setFilters: (filters: Filters) => void;
  readonly quick: Accessor<string>;
  readonly setQuick: (text: string) => void;
  readonly clearFilters: () => void;
  readonly groups: GroupsState;
  /** Row numbers in the order shown, those in closed groups included. */
  readonly rows: Accessor<Uint32Array>;
  /** What stands at each position of the sheet: row numbers, and headers of groups (`model/views/row-entry.ts`). */
  readonly entries: Accessor<Uint32Array>;
  /** True where all rows stand in their natural order. */
  readonly natural: Accessor<boolean>;
  /** True where an edit since could have changed which rows are shown or where; `reapply` brings it up to date. */
  readonly stale: Accessor<boolean>;
  readonly reapply: () => void;
  /** The rows that every filter but this column's lets through, for the counts of its values. */
  readonly rowsWithout: (key: string) => Uint32Array;
}

export interface RowViewInputs {
  readonly rowCount: Accessor<number>;
  readonly hidden: Accessor<Uint8Array | null>;
  /** All rows in natural order; null = in the order of their numbers. */
  readonly order: Accessor<Uint32Array | null>;
  readonly locale: Accessor<string>;
  /** Days since 1970-01-01. */
  readonly today: Accessor<number>;
  readonly columns: Accessor<readonly GridColumn[]>;
  readonly sorting: Accessor<readonly SortedColumn[]>;
}

/**
 * Rows come and go at once when rows are added or deleted or a live column changes. Edits of cells leave them where they
 * are, so that a row does not jump from under the hand that edits it, until filters, sorting or groups change or are reapplied.
 */
export function createRowView(inputs: RowViewInputs): RowViewState {
  const [filters, setFilters] = createSignal<Filters>(new Map());
  const [quick, setQuick] = createSignal("");
  const [round, setRound] = createSignal(0);

  const byKey = createMemo(() => new Map(inputs.columns().map((column) => [column.key, column])));
  /** Live numbers are left out: some are only counted when they are looked at, and no one searches for a fit of 62. */
  const searched = (): readonly SearchedColumn[] =>
    inputs
      .columns()
      .filter((column) => column.type !== "yesno" && !(column.live && isNumeric(column)))
      .map((column) => ({ view: column.view(), numbers: numbersOf(column) }));

  /** The source as tracked scopes should read it; `used` collects what the result depends on. */
  const source = (used: Map<string, ViewColumn>): ViewSource => ({
    rowCount: inputs.rowCount(),
    hidden: inputs.hidden(),
    order: inputs.order(),
    locale: inputs.locale(),
    today: inputs.today(),
    column: (key) => {
      const column = byKey().get(key);
      if (!column) return undefined;
      const view = column.live ? column.view() : untrack(column.view);
      used.set(key, view);
      return view;
    },
    searched: () => untrack(searched),
  });

  const filtered = createMemo(() => {
    round();
    const used = new Map<string, ViewColumn>();
    const found = filteredRows(source(used), { quick: quick(), filters: filters() });
    return { rows: found, used, searched: quick().trim() === "" ? null : untrack(searched) };
  });
  const sorted = createMemo(() => {
    const used = new Map(filtered().used);
    return { rows: sortedRows(source(used), filtered().rows, inputs.sorting()), used };
  });
  const groups = createGroups({ ...inputs, byKey, source, sorted });

  return {
    filters,
    setFilter: (key, filter) =>
      setFilters((before) => {
        const next = new Map(before);
        if (filter) next.set(key, filter);
        else next.delete(key);
        return next;
      }),
    setFilters,
    quick,
    setQuick,
    clearFilters: () => {
      setFilters(new Map());
      setQuick("");
    },
    groups,
    rows: () => groups.grouped()?.rows ?? sorted().rows,
    entries: () => groups.entries() ?? sorted().rows,
    natural: () =>
      filters().size === 0 &&
      quick().trim() === "" &&
      inputs.sorting().length === 0 &&
      groups.levels().length === 0,
    stale: createMemo(() => {
      for (const [key, view] of groups.used()) if (byKey().get(key)?.view() !== view) return true;
      const before = filtered().searched;
      if (!before) return false;
      const now = searched();
      return before.length !== now.length || before.some(({ view }, i) => view !== now[i]!.view);
    }),
    reapply: () => setRound((before) => before + 1),
    rowsWithout: (key) => {
      const others = new Map(filters());
      others.delete(key);
      return untrack(() => filteredRows(source(new Map()), { quick: quick(), filters: others }));
    },
  };
}

function numbersOf(column: GridColumn): SearchedColumn["numbers"] {
  if (isDate(column)) return "date";
  if (!isNumeric(column)) return null;
  return column.type === "percent" ? "percent" : "plain";
}
