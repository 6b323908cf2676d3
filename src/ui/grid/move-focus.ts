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
  switch (key) {
    case "ArrowUp":
      // Ctrl stops at the first row of data; one more step leads to the headers.
      return to(ctrl ? (row > 0 ? 0 : HEADER_ROW) : row - 1, column);
    case "ArrowDown":
      return to(ctrl ? lastRow : row + 1, column);
    case "ArrowLeft":
      return to(row, ctrl ? 0 : column - 1);
    case "ArrowRight":
      return to(row, ctrl ? lastColumn : column + 1);
    case "Home":
      return to(ctrl ? 0 : row, 0);
    case "End":
      return to(ctrl ? lastRow : row, lastColumn);
    case "PageUp":
      return to(Math.max(0, row - size.page), column);
    case "PageDown":
      return to(row + size.page, column);
    default:
      return null;
  }
}
