import type { Action } from "../actions";
import { barOpen } from "./bar-open";
import type { GridFind } from "./find/create-find";
import type { GridState } from "./grid-state";
import { insertSheetRows } from "./rows/row-tools";

/** What can be done with a sheet as a whole, for the command palette. */
export function sheetActions(grid: GridState, find: GridFind): readonly Action[] {
  const { props } = grid;
  const bar = barOpen(grid);
  const readOnly = () => (props.readOnly ? "this plan is being changed in another tab" : null);
  const actions: Action[] = [
    { id: "find", title: "Find", shortcut: "Mod+F", run: () => find.open("find") },
    ...find.actions,
    { id: "sort", title: "Sort by…", run: () => bar.setOpen("sort", true) },
    { id: "group", title: "Group by…", run: () => bar.setOpen("group", true) },
  ];
  if (props.views) actions.push({ id: "views", title: "Views", run: () => bar.setOpen("views", true) });
  if (props.edit.rows) {
    actions.push({
      id: "add-row",
      title: `Add ${props.noun[0]}`,
      disabled: readOnly,
      run: () => void insertSheetRows(grid, "end"),
    });
  }
  // The palette closes first and gives the focus back: what opens before that is closed by it.
  return actions.map((action) => ({ ...action, run: () => void setTimeout(action.run) }));
}
