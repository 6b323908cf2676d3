import { YES_NO_TEXTS } from "../../model/views/column-filter";
import type { ViewColumn } from "../../model/views/view-column";
import type { Action } from "../actions";
import { valueWords } from "./filter-words";
import type { GridState } from "./grid-state";

/** Leaves only the rows that have the focused cell's value in its column; false where no cell is focused. */
export function filterByCell(grid: GridState): boolean {
  const column = grid.focusColumn();
  const row = grid.focusRow();
  if (!column || row === undefined) return false;
  const text = valueAt(column.view(), row);
  grid.view.setFilter(column.key, { kind: "values", values: new Set([text]) });
  const { locale, announce, noun } = grid.props;
  const left = grid.view.rows().length.toLocaleString(locale);
  announce(`${column.header} filtered by ${valueWords(column, text, locale)}: ${left} ${noun[1]}.`);
  return true;
}

/** Alt+Shift+L filters by the focused cell's value. */
export function filterKey(event: KeyboardEvent, grid: GridState): boolean {
  if (event.target !== event.currentTarget) return false;
  return event.altKey && event.shiftKey && event.code === "KeyL" && filterByCell(grid);
}

/** What of filters stands in the menu of a cell. */
export function filterActions(grid: GridState): readonly Action[] {
  const column = grid.focusColumn();
  const row = grid.focusRow();
  if (!column || row === undefined) return [];
  const value = valueWords(column, valueAt(column.view(), row), grid.props.locale);
  return [
    {
      id: "filter-by-value",
      title: `Only ${column.header} “${value.length > 24 ? `${value.slice(0, 24)}…` : value}”`,
      shortcut: "Alt+Shift+L",
      run: () => void filterByCell(grid),
    },
  ];
}

/** The cell as value lists write it. */
function valueAt(view: ViewColumn, row: number): string {
  switch (view.kind) {
    case "text":
      return view.texts.text(view.codes[row]!);
    case "yesno":
      return YES_NO_TEXTS[view.flags[row]!]!;
    case "number": {
      const value = view.values[row]!;
      return Number.isNaN(value) ? "" : String(value + 0);
    }
  }
}
