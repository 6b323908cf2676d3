import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  untrack,
  useContext,
} from "solid-js";
import type { Action } from "./actions";
import type { GridState } from "./grid/grid-state";

/** The tabs of the sheets, in their order. */
export const SHEETS = [
  "Accounts",
  "Leads",
  "Deals",
  "Reps",
  "Territories",
  "Units",
  "Rules",
  "Moves",
] as const;
export type SheetName = (typeof SHEETS)[number];

/** A cell by what stays when rows are sorted and columns moved. */
export interface CellAddress {
  readonly sheet: SheetName;
  /** Row number, of the Territories sheet the slot. */
  readonly row: number;
  /** Key of the column. */
  readonly column: string;
}

/** The sheets as those outside of them see them: which one is in front, what is selected in it, and the way to a cell. */
export interface OpenSheets {
  readonly front: Accessor<SheetName>;
  readonly bringToFront: (sheet: SheetName) => void;
  /** The grid of the sheet in front; null where it is none or not drawn yet. */
  readonly grid: Accessor<GridState | null>;
  /** A sheet's grid says that it is there; returns how to take it away. `focus` gives it the keyboard. */
  readonly attach: (
    name: string,
    grid: GridState,
    focus: () => void,
    actions: readonly Action[],
  ) => () => void;
  /** What can be done with the sheet in front as a whole. */
  readonly actions: Accessor<readonly Action[]>;
  /** Shows a cell and gives it the focus as soon as its sheet is in view; filters that hide its row are taken off. */
  readonly goTo: (cell: CellAddress) => void;
  /** The cell that somebody wants to see, until it is shown. */
  readonly wanted: Accessor<CellAddress | null>;
}

interface Attached {
  readonly grid: GridState;
  readonly focus: () => void;
  readonly actions: readonly Action[];
}

const OpenSheetsContext = createContext<OpenSheets>();

export const OpenSheetsProvider = OpenSheetsContext.Provider;

/** The sheets of the open plan; undefined for a grid that stands alone. */
export function useOpenSheets(): OpenSheets | undefined {
  return useContext(OpenSheetsContext);
}

/** For as long as the owner lives. `showAll` takes off whatever leaves rows out of a sheet beside its own filters. */
export function createOpenSheets(showAll: (sheet: SheetName) => void): OpenSheets {
  const [front, bringToFront] = createSignal<SheetName>("Accounts");
  const [grids, setGrids] = createSignal<ReadonlyMap<string, Attached>>(new Map());
  const [wanted, setWanted] = createSignal<CellAddress | null>(null);
  const attached = createMemo(() => grids().get(front()) ?? null);

  createEffect(() => {
    const cell = wanted();
    const now = attached();
    // Before it has a size it cannot be scrolled.
    if (!cell || !now || front() !== cell.sheet || now.grid.scroll.geometry().viewHeight === 0) return;
    setWanted(null);
    untrack(() => {
      reveal(now.grid, cell, () => showAll(cell.sheet));
      now.focus();
    });
  });

  return {
    front,
    bringToFront,
    grid: () => attached()?.grid ?? null,
    actions: () => attached()?.actions ?? [],
    attach: (name, grid, focus, actions) => {
      setGrids((before) => new Map(before).set(name, { grid, focus, actions }));
      return () =>
        setGrids((before) => {
          const next = new Map(before);
          if (next.get(name)?.grid === grid) next.delete(name);
          return next;
        });
    },
    goTo: (cell) => {
      bringToFront(cell.sheet);
      setWanted(cell);
    },
    wanted,
  };
}

function reveal(grid: GridState, { row, column }: CellAddress, showAll: () => void): void {
  if (!grid.view.entries().includes(row)) {
    showAll();
    grid.view.clearFilters();
  }
  if (grid.columns.hidden().some(({ key }) => key === column)) grid.columns.setHidden(column, false);
  const position = grid.view.entries().indexOf(row);
  const place = grid.layout().byKey.get(column);
  if (position >= 0) grid.focusAt({ row: position, column: place?.index ?? 0 });
  grid.setRanges([]);
}
