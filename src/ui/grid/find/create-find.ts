import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { isGroupEntry } from "../../../model/views/row-entry";
import { type Action, IS_MAC } from "../../actions";
import { inSlices } from "../../slices";
import { type CellRange, cellCount } from "../cell-ranges";
import { sheetOf } from "../clipboard/fill-cells";
import type { Placement } from "../clipboard/place-cells";
import { fullTextOf } from "../clipboard/source-cell";
import { writePlaced } from "../clipboard/write-placed";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { type FoundCells, foundCells, isFound, nextMatch, ordinal } from "./found-cells";
import { type SearchedText, searchColumn } from "./search-column";
import { type FindQuery, textMatcher } from "./text-matcher";

/** Where is searched: everywhere, in the column that had the focus, or in what was selected when the bar opened. */
export type FindScope = "all" | "column" | "selection";

/** Finding and replacing in one sheet. */
export interface GridFind {
  /** null while the bar is closed. */
  readonly mode: Accessor<"find" | "replace" | null>;
  readonly open: (mode: "find" | "replace") => void;
  readonly close: () => void;
  readonly query: Accessor<FindQuery>;
  readonly setQuery: (query: Partial<FindQuery>) => void;
  readonly scope: Accessor<FindScope>;
  readonly setScope: (scope: FindScope) => void;
  /** Header of the column of scope "column"; whether more than a cell was selected. */
  readonly scopes: Accessor<{ readonly column: string; readonly selection: boolean }>;
  /** What is found, as far as the newest search has come to an end; null before, and for an empty query. */
  readonly found: Accessor<FoundCells | null>;
  readonly searching: Accessor<boolean>;
  /** Number of the match under the focus, from 1; 0 where there is none. */
  readonly at: Accessor<number>;
  readonly next: (back: boolean) => void;
  readonly replaceOne: (by: string) => void;
  readonly replaceAll: (by: string) => void;
  /** Counts up each time the bar is asked for, so that its box takes the focus. */
  readonly asked: Accessor<number>;
  readonly key: (event: KeyboardEvent) => boolean;
  readonly actions: readonly Action[];
}

interface Search {
  readonly query: FindQuery;
  readonly searched: SearchedText;
  readonly entries: Uint32Array;
  readonly columns: readonly (GridColumn | null)[];
  readonly ranges: readonly CellRange[] | null;
}

const REPLACE = { label: "Replace in", past: "replaced" };

export function createFind(grid: GridState): GridFind {
  const [mode, setMode] = createSignal<"find" | "replace" | null>(null);
  const [asked, setAsked] = createSignal(0);
  const [query, setQuery] = createSignal<FindQuery>({ text: "", matchCase: false, wholeCell: false });
  const [scope, setScope] = createSignal<FindScope>("all");
  const [start, setStart] = createSignal<{ key: string; ranges: readonly CellRange[] }>({
    key: "",
    ranges: [],
  });
  const [result, setResult] = createSignal<{ search: Search; found: FoundCells } | null>(null);

  const shown = createMemo(() => grid.layout().columns.map(({ column }) => column));
  const search = createMemo<Search | null>(() => {
    if (mode() === null || query().text === "") return null;
    const only = scope() === "column" ? start().key : null;
    const columns = shown().map((column) => (only === null || column.key === only ? column : null));
    // A search is of the values there are: each edit makes a new one.
    for (const column of columns) column?.view();
    return {
      query: query(),
      searched: mode() === "replace" ? "edited" : "any",
      entries: grid.view.entries(),
      columns,
      ranges: scope() === "selection" ? start().ranges : null,
    };
  });
  /** Wanted before the search had come to an end. */
  let awaited: { readonly back: boolean } | null = null;
  let drop = () => {};
  const searchIn = createSearching();
  createEffect(
    on(search, (wanted) => {
      drop();
      if (!wanted) return void setResult(null);
      drop = inSlices(searchIn(wanted), (all) => {
        setResult({ search: wanted, found: all });
        const then = awaited;
        awaited = null;
        if (then) goTo(then.back);
      });
    }),
  );
  onCleanup(() => drop());

  const found = createMemo(() => {
    const done = result();
    const wanted = search();
    // After an edit the matches stay marked until they are searched again; after anything else they mean nothing any more.
    const same =
      wanted?.query === done?.search.query &&
      wanted?.searched === done?.search.searched &&
      wanted?.ranges === done?.search.ranges &&
      wanted?.entries === done?.search.entries &&
      wanted?.columns.length === done?.search.columns.length;
    return same && done ? done.found : null;
  });
  const searching = () => search() !== null && result()?.search !== search();

  const goTo = (back: boolean) => {
    if (searching()) {
      awaited = { back };
      return;
    }
    const all = found();
    const match = all && nextMatch(all, grid.focus(), back);
    if (!match) return void grid.props.announce("Nothing found.");
    grid.focusAt(match);
    grid.setRanges([{ top: match.row, bottom: match.row, left: match.column, right: match.column }]);
    grid.props.announce(`${ordinal(all, match)} of ${all.count}: ${shown()[match.column]?.header ?? ""}`);
  };
  /** The cells of a column at positions, with their texts replaced. */
  const replacing = (column: GridColumn, positions: readonly number[], by: string): Placement => {
    const matcher = textMatcher(query());
    const rows = positions.map((position) => grid.rowAt(position)!);
    return {
      columns: [column],
      rows,
      cell: (i) => ({ value: matcher.replaced(fullTextOf(column, rows[i]!), by), type: "text" }),
      ...sheetOf(grid),
    };
  };
  const open = (wanted: "find" | "replace") => {
    if (mode() === null) {
      const ranges = grid.ranges();
      setStart({ key: grid.focusColumn()?.key ?? "", ranges });
      if (scope() === "selection" && cellCount(ranges) < 2) setScope("all");
    }
    setMode(wanted);
    setAsked((before) => before + 1);
  };

  return {
    mode,
    open,
    close: () => setMode(null),
    query,
    setQuery: (part) => setQuery((before) => ({ ...before, ...part })),
    scope,
    setScope,
    scopes: () => ({
      column: shown().find(({ key }) => key === start().key)?.header ?? "",
      selection: cellCount(start().ranges) > 1,
    }),
    found,
    searching,
    at: () => {
      const all = found();
      return all ? ordinal(all, grid.focus()) : 0;
    },
    next: goTo,
    replaceOne: (by) => {
      const all = found();
      const place = grid.focus();
      if (!all || !isFound(all, place)) return goTo(false);
      const column = shown()[place.column]!;
      const match = nextMatch(all, place, false);
      void writePlaced(grid, [replacing(column, [place.row], by)], REPLACE).then(() => {
        if (match && match.row < grid.view.entries().length) grid.focusAt(match);
      });
    },
    replaceAll: (by) => {
      const all = found();
      if (!all || all.count === 0) return void grid.props.announce("Nothing found.");
      const placements = all.columns.flatMap((flags, column) => {
        const positions: number[] = [];
        for (let position = 0; flags && position < flags.length; position++)
          if (flags[position]) positions.push(position);
        return positions.length > 0 ? [replacing(shown()[column]!, positions, by)] : [];
      });
      void writePlaced(grid, placements, REPLACE);
    },
    asked,
    key: (event) => {
      if (event.isComposing || event.altKey) return false;
      const mod = IS_MAC ? event.metaKey : event.ctrlKey;
      const key = event.key.toLowerCase();
      if (mod && !event.shiftKey && (key === "f" || key === "h")) open(key === "f" ? "find" : "replace");
      else if (key === "f3" && !mod && untrack(mode) !== null) goTo(event.shiftKey);
      else return false;
      return true;
    },
    actions: [{ id: "replace", title: "Find and replace", shortcut: "Mod+H", run: () => open("replace") }],
  };
}

/** Searches columns one after another; a column that has not changed since the search before is not gone through again. */
function createSearching(): (search: Search) => Generator<undefined, FoundCells> {
  let before: Search | null = null;
  const known = new Map<GridColumn, { view: unknown; found: Uint8Array }>();
  const isRow = (entry: number) => !isGroupEntry(entry);
  return function* searching(search: Search) {
    const { query, searched, entries } = search;
    if (before?.query !== query || before.entries !== entries || before.searched !== searched) known.clear();
    before = search;
    const matcher = textMatcher(query);
    const columns: (Uint8Array | null)[] = [];
    for (const column of search.columns) {
      if (!column) {
        columns.push(null);
        continue;
      }
      const view = column.view();
      let found = known.get(column);
      if (found?.view !== view) {
        found = { view, found: yield* searchColumn(column, entries, isRow, matcher, searched) };
        known.set(column, found);
      }
      columns.push(found!.found);
    }
    return foundCells(columns, entries.length, search.ranges);
  };
}
