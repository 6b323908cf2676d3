import { edgeOfData, type FilledTest } from "./edge-of-data";

/** A place in a grid: position among the rows shown (−1 = header) and among the columns shown. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** Which cells of a column, and of a row, hold something: where Ctrl with an arrow stops. */
  readonly filledDown: (column: number) => FilledTest;
  readonly filledAlong: (row: number) => FilledTest;
}

/** The row of headers, above the first row. */
export const HEADER_ROW = -1;

/**
 * Where a key takes the focus, or null where it is no key that moves it. `ctrl` is Ctrl, on a Mac Cmd. At an edge the focus
 * stays.
 */
export function movedFocus(key: string, ctrl: boolean, from: CellPlace, size: GridSize): CellPlace | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (row: number, column: number): CellPlace => ({
    row: Math.max(HEADER_ROW, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  const { row, column } = from;
  const inHeaders = row === HEADER_ROW;
  const down = (step: 1 | -1) => to(edgeOfData(row, step, lastRow, size.filledDown(column)), column);
  const along = (step: 1 | -1) =>
    inHeaders
      ? to(row, step < 0 ? 0 : lastColumn)
      : to(row, edgeOfData(column, step, lastColumn, size.filledAlong(row)));
  switch (key) {
    case "ArrowUp":
      // Ctrl stops at the first row; one more step leads to the headers.
      return ctrl && row > 0 ? down(-1) : to(row - 1, column);
    case "ArrowDown":
      return ctrl && !inHeaders ? down(1) : to(row + 1, column);
    case "ArrowLeft":
      return ctrl ? along(-1) : to(row, column - 1);
    case "ArrowRight":
      return ctrl ? along(1) : to(row, column + 1);
    case "Home":
      return ctrl ? to(0, 0) : to(row, 0);
    case "End":
      return ctrl ? to(lastRow, lastColumn) : to(row, lastColumn);
    case "PageUp":
      return to(Math.max(Math.min(row, 0), row - size.page), column);
    case "PageDown":
      return to(row + size.page, column);
    default:
      return null;
  }
}
