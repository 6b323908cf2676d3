import type { ViewColumn } from "../../model/views/view-column";
import type { FilledTest } from "./edge-of-data";
import type { GridState } from "./grid-state";

/** Whether the cells of a column hold something, by position in the sheet. */
export function filledDown(grid: GridState, column: number): FilledTest {
  const view = grid.layout().columns[column]?.column.view();
  return (position) => {
    const row = grid.rowAt(position);
    return row === undefined || !view ? null : isFilled(view, row);
  };
}

/** Whether the cells of a row hold something, by place among the columns shown. */
export function filledAlong(grid: GridState, position: number): FilledTest {
  const row = grid.rowAt(position);
  const { columns } = grid.layout();
  return (column) =>
    row !== undefined && columns[column] !== undefined && isFilled(columns[column].column.view(), row);
}

function isFilled(view: ViewColumn, row: number): boolean {
  switch (view.kind) {
    case "number":
      return !Number.isNaN(view.values[row]!);
    case "text":
      return view.texts.text(view.codes[row]!) !== "";
    case "yesno":
      return view.flags[row] !== 2;
  }
}
