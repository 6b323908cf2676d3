import type { CellRange } from "../cell-ranges";
import type { GridState } from "../grid-state";
import type { SourceCell } from "./cell-block";
import type { Placement } from "./place-cells";
import { sayAtCell } from "./say-refusal";
import { exactCell } from "./source-cell";
import { writePlaced } from "./write-placed";

const FILL = { label: "Fill", past: "filled" };

/** Ctrl+D: the first row of each range fills the rows below it; a single row takes what stands above it. */
export function fillDown(grid: GridState): boolean {
  const placements: Placement[] = [];
  for (const range of grid.ranges()) {
    const rows = dataRows(grid, range.top, range.bottom);
    const columns = columnsOf(grid, range);
    const source = rows.length > 1 ? rows[0] : rowAbove(grid, range.top);
    if (source === undefined || rows.length === 0) continue;
    const cells = columns.map((column) => exactCell(column, source));
    const to = rows.length > 1 ? rows.slice(1) : rows;
    placements.push({ columns, rows: to, cell: (_, column) => cells[column], ...sheetOf(grid) });
  }
  if (placements.length === 0) return sayAtCell(grid, "There is no row above to fill down from.");
  void writePlaced(grid, placements, FILL);
  return true;
}

/** Ctrl+R: the first column of each range fills those to its right; a single column takes what stands to its left. */
export function fillRight(grid: GridState): boolean {
  const placements: Placement[] = [];
  for (const range of grid.ranges()) {
    const rows = dataRows(grid, range.top, range.bottom);
    const single = range.left === range.right;
    const source = grid.layout().columns[single ? range.left - 1 : range.left]?.column;
    if (!source || rows.length === 0) continue;
    const columns = columnsOf(grid, { ...range, left: single ? range.left : range.left + 1 });
    const cells = rows.map((row) => exactCell(source, row));
    placements.push({ columns, rows, cell: (row) => cells[row], ...sheetOf(grid) });
  }
  if (placements.length === 0) return sayAtCell(grid, "There is no column to the left to fill from.");
  void writePlaced(grid, placements, FILL);
  return true;
}

/**
 * Ctrl+Enter: fills all selected cells with a text, or without one with what stands in the focused cell. True: something was answered.
 */
export function fillSelection(grid: GridState, text?: string): boolean {
  const column = grid.focusColumn();
  const row = grid.focusRow();
  if (!column || row === undefined) return false;
  const source: SourceCell = text === undefined ? exactCell(column, row) : { value: text, type: "text" };
  const placements = grid.ranges().map((range): Placement => {
    const rows = dataRows(grid, range.top, range.bottom);
    return { columns: columnsOf(grid, range), rows, cell: () => source, ...sheetOf(grid) };
  });
  void writePlaced(grid, placements, FILL);
  return true;
}

/** Row numbers at positions, both ends included, headers of groups left out. */
export function dataRows(grid: GridState, top: number, bottom: number): number[] {
  const rows: number[] = [];
  for (let position = Math.max(0, top); position <= bottom; position++) {
    const row = grid.rowAt(position);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** The columns a range lies in. */
export function columnsOf(grid: GridState, { left, right }: Pick<CellRange, "left" | "right">) {
  return grid
    .layout()
    .columns.slice(left, right + 1)
    .map(({ column }) => column);
}

/** What placing cells needs to know of the sheet as a whole. */
export function sheetOf(grid: GridState): Pick<Placement, "rowCount" | "locale"> {
  return { rowCount: grid.props.rowCount, locale: grid.props.locale };
}

function rowAbove(grid: GridState, position: number): number | undefined {
  for (let above = position - 1; above >= 0; above--) {
    const row = grid.rowAt(above);
    if (row !== undefined) return row;
  }
  return undefined;
}
