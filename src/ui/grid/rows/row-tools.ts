import { batch } from "solid-js";
import type { RowPlace } from "../../../model/edits/row-edits";
import { type Action, IS_MAC } from "../../actions";
import { rowsTouched } from "../cell-ranges";
import { READ_ONLY, sayAtCell } from "../clipboard/say-refusal";
import type { GridState } from "../grid-state";
import { selectedInOrder } from "../row-range";

/** Adds as many rows as are selected above or below them, or one at the end, and goes to the first of them. */
export function insertSheetRows(grid: GridState, where: "above" | "below" | "end"): boolean {
  const { edit } = grid.props;
  if (!edit.rows) return false;
  if (grid.props.readOnly) return sayAtCell(grid, READ_ONLY);
  const chosen = where === "end" ? [] : chosenRows(grid);
  const [first] = chosen;
  const last = chosen.at(-1);
  const place: RowPlace =
    first === undefined || last === undefined
      ? "end"
      : where === "above"
        ? { before: first }
        : { after: last };
  const row = edit.rows.next();
  const column = where === "end" ? 0 : grid.focus().column;
  const patch = edit.rows.insert(place, Math.max(1, chosen.length));
  // The sheet, the map and the panel draw the rows and what is selected of them at once.
  return batch(() => {
    if (!edit.commit(patch)) return false;
    const position = grid.view.entries().indexOf(row);
    if (position < 0) {
      const text = `The filters hide the new ${grid.props.noun[0]}.`;
      edit.notify({ text, action: { label: "Clear filters", run: grid.view.clearFilters } });
      grid.props.announce(text);
      return true;
    }
    // Rows selected before would be what the next key acts on.
    if (grid.picked()) grid.clearSelection();
    grid.moveTo({ row: position, column });
    return true;
  });
}

/** Deletes the selected rows with what speaks of them alone; undo brings all of it back. */
export function deleteSheetRows(grid: GridState): boolean {
  const { edit } = grid.props;
  const rows = chosenRows(grid);
  if (!edit.rows || rows.length === 0) return false;
  if (grid.props.readOnly) return sayAtCell(grid, READ_ONLY);
  const at = grid.focus();
  const patch = edit.rows.remove(rows);
  const done = `Deleted ${counted(grid, rows.length)}.`;
  return batch(() => {
    if (rows.length > 1) grid.clearSelection();
    if (!edit.commit(patch)) return false;
    grid.moveTo(at);
    edit.notify({ text: done, action: { label: "Undo", run: edit.undo } });
    return true;
  });
}

/** Ctrl+Shift+"+" inserts rows, Ctrl+"-" deletes them; false for any other key. */
export function rowKey(event: KeyboardEvent, grid: GridState): boolean {
  const how = lineKey(event);
  if (!how || grid.focus().row < 0) return false;
  return how === "insert" ? insertSheetRows(grid, "above") : deleteSheetRows(grid);
}

/** What the spreadsheet's keys for rows and columns ask for; null for any other key. */
export function lineKey(event: KeyboardEvent): "insert" | "delete" | null {
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  if (!mod || event.altKey) return null;
  const isNumpad = event.code.startsWith("Numpad");
  if (event.key === "+" && (event.shiftKey || isNumpad)) return "insert";
  // With Shift held some layouts name the key by what it prints without.
  if (event.key === "=" && event.shiftKey) return "insert";
  return (event.key === "-" || event.key === "_") && !event.shiftKey ? "delete" : null;
}

/** What can be done with the selected rows, for their menu. */
export function rowActions(grid: GridState): readonly Action[] {
  const { edit, readOnly } = grid.props;
  if (!edit.rows || edit.table === "territories") return [];
  const count = Math.max(1, chosenRows(grid).length);
  const disabled = () => (readOnly ? "this plan is being changed in another tab" : null);
  const rows = counted(grid, count);
  return [
    {
      id: "insert-above",
      title: `Insert ${rows} above`,
      shortcut: "Mod+Shift++",
      disabled,
      run: () => void insertSheetRows(grid, "above"),
    },
    {
      id: "insert-below",
      title: `Insert ${rows} below`,
      disabled,
      run: () => void insertSheetRows(grid, "below"),
    },
    {
      id: "delete-rows",
      title: `Delete ${rows}`,
      shortcut: "Mod+-",
      disabled,
      run: () => void deleteSheetRows(grid),
    },
  ];
}

/** The rows meant, in the order shown: those selected, or where the focus has left them those of the cells selected. */
function chosenRows(grid: GridState): readonly number[] {
  const { selection } = grid.props;
  const row = grid.focusRow();
  if (row !== undefined && selection.flags[row] === 1 && selection.count === 1) return [row];
  if (row !== undefined && selection.flags[row] === 1) return selectedInOrder(selection, grid.view.rows());
  return rowsTouched(grid.ranges()).flatMap((position) => grid.rowAt(position) ?? []);
}

function counted(grid: GridState, count: number): string {
  const [one, many] = grid.props.noun;
  return `${count.toLocaleString(grid.props.locale)} ${count === 1 ? one : many}`;
}
