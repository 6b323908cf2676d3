import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { deleteView, freeViewName, saveView } from "../../../model/edits/view-edits";
import type { SheetView } from "../../../model/planning/sheet-view";
import type { GridState } from "../grid-state";
import { ALL_ROWS_VIEW, type BuiltInView, builtInViews } from "./built-in-views";
import { applyLook, lookFrom, lookOf, type SheetLook, sameLook } from "./sheet-look";
import type { SheetViews } from "./sheet-views";

/** The view that a sheet was last set to, and what can be done with views. */
export interface ViewsState {
  readonly builtIn: readonly BuiltInView[];
  readonly saved: Accessor<readonly SheetView[]>;
  /** The one shown; a saved view that was deleted since makes it "All". */
  readonly active: Accessor<BuiltInView | SheetView>;
  /** The active one where it is a saved view. */
  readonly activeSaved: Accessor<SheetView | undefined>;
  /** True where the sheet looks otherwise than the active view by now. */
  readonly changed: Accessor<boolean>;
  readonly show: (view: BuiltInView | SheetView) => void;
  readonly saveAs: (name: string) => void;
  /** The active view becomes what the sheet looks like. */
  readonly update: () => void;
  readonly rename: (view: SheetView, name: string) => void;
  readonly duplicate: (view: SheetView) => void;
  readonly remove: (view: SheetView) => void;
}

const KEEP_AFTER_MS = 250;

export function createViewsState(grid: GridState, views: SheetViews): ViewsState {
  const { edit } = grid.props;
  const builtIn = builtInViews(views.table);
  const [activeId, setActiveId] = createSignal(ALL_ROWS_VIEW.id);
  const activeSaved = createMemo(() => views.saved().find(({ id }) => id === activeId()));
  const active = () => activeSaved() ?? builtIn.find(({ id }) => id === activeId()) ?? ALL_ROWS_VIEW;
  const look = createMemo(() => lookOf(grid));
  const changed = createMemo(() => {
    const saved = activeSaved();
    if (saved) return !sameLook(look(), wholeLook(grid, saved));
    const view = active();
    return "look" in view && !sameLook(look(), view.look, true);
  });
  const save = (view: SheetView) => {
    if (edit.commit(saveView(edit.plan(), view))) setActiveId(view.id);
  };
  rememberLook(grid, views, { look, activeId, setActiveId });

  return {
    builtIn,
    saved: views.saved,
    active,
    activeSaved,
    changed,
    show: (view) => {
      if ("look" in view) {
        applyLook(grid, view.look, true);
        for (const key of view.shows) grid.columns.setHidden(key, false);
      } else applyLook(grid, view);
      setActiveId(view.id);
      grid.props.announce(`View ${view.name} shown, ${grid.view.rows().length} ${grid.props.noun[1]}.`);
    },
    saveAs: (name) => {
      const free = freeViewName(edit.plan(), views.table, name);
      save({ ...untrack(look), id: views.makeId(), name: free, table: views.table });
    },
    update: () => {
      const view = activeSaved();
      if (view) save({ ...view, ...untrack(look) });
    },
    rename: (view, name) => void edit.commit(saveView(edit.plan(), { ...view, name })),
    duplicate: (view) => {
      const name = freeViewName(edit.plan(), views.table, `${view.name} copy`);
      edit.commit(saveView(edit.plan(), { ...view, id: views.makeId(), name }));
    },
    remove: (view) => void edit.commit(deleteView(edit.plan(), view.id)),
  };
}

/** The look of a saved view over the columns that there are now: some may have come or gone since. */
function wholeLook(grid: GridState, view: SheetView): SheetLook {
  const listed = new Map(view.columns.map((column) => [column.column, column]));
  const now = grid.columns.viewed();
  const known = new Set(now.map(({ column }) => column));
  const kept = view.columns.filter(({ column }) => known.has(column));
  const others = now.filter(({ column }) => !listed.has(column));
  const isThere = ({ column }: { readonly column: string }) => known.has(column);
  return {
    ...view,
    columns: [...kept, ...others],
    sorting: view.sorting.filter(isThere),
    groups: view.groups.filter(isThere),
  };
}

interface Remembered {
  readonly look: Accessor<SheetLook>;
  readonly activeId: Accessor<string>;
  readonly setActiveId: (id: string) => void;
}

/** Brings the sheet back as it looked last on this device, and keeps what becomes of it. */
function rememberLook(
  grid: GridState,
  { memory }: SheetViews,
  { look, activeId, setActiveId }: Remembered,
): void {
  if (!memory) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    void memory.keep({ look: untrack(look), view: untrack(activeId) }).catch(() => undefined);
  };
  const [recalled, setRecalled] = createSignal(false);
  createEffect(
    on([look, activeId, recalled], (_, __, wasRecalled: boolean | undefined) => {
      // The first run after the look came back only repeats what is kept.
      if (wasRecalled) {
        clearTimeout(timer);
        timer = setTimeout(keep, KEEP_AFTER_MS);
      }
      return untrack(recalled);
    }),
  );
  const finish = () => timer !== undefined && keep();
  addEventListener("pagehide", finish);
  onCleanup(() => {
    gone = true;
    finish();
    removeEventListener("pagehide", finish);
  });
  void memory
    .recall()
    .then((kept) => {
      const { look: before, view } = (kept ?? {}) as { look?: unknown; view?: unknown };
      const known = lookFrom(before);
      if (gone || !known) return;
      applyLook(grid, known);
      if (typeof view === "string") setActiveId(view);
    })
    .catch(() => undefined)
    .finally(() => setRecalled(true));
}
