import { delimitedText } from "./delimited-text";
import type { GridState } from "./grid-state";
import { selectedInOrder } from "./row-range";

/** Puts the selected rows that are shown, or where none or one is selected the focused cell, on the clipboard. */
export function copyCells(event: ClipboardEvent, grid: GridState): void {
  if (event.target !== event.currentTarget || !event.clipboardData) return;
  const rows = selectedInOrder(grid.props.selection, grid.view.rows());
  const columns = grid.columns.shown();
  const textOf = (column: (typeof columns)[number], row: number) => (column.fullText ?? column.text)(row);
  if (rows.length > 1) {
    const lines = [columns.map((column) => column.header)];
    for (const row of rows) lines.push(columns.map((column) => textOf(column, row)));
    event.clipboardData.setData("text/plain", delimitedText(lines));
    grid.props.announce(`Copied ${rows.length} ${grid.props.noun[1]}.`);
  } else {
    const column = grid.focusColumn();
    const row = grid.focusRow();
    if (!column || row === undefined) return;
    event.clipboardData.setData("text/plain", delimitedText([[textOf(column, row)]]));
    grid.props.announce("Copied the cell.");
  }
  event.preventDefault();
}
