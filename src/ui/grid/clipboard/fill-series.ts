import type { CellRange } from "../cell-ranges";
import type { GridState } from "../grid-state";
import type { ExactCell, SourceCell } from "./cell-block";
import { columnsOf, dataRows, sheetOf } from "./fill-cells";
import type { Placement } from "./place-cells";
import { type Series, seriesOf } from "./series";
import { exactCell } from "./source-cell";
import { writePlaced } from "./write-placed";

/**
 * What dragging the fill handle does: the cells of `from` go on over the rest of `to`, which holds it and is larger in one direction.
 * `copy` is true while Ctrl is held: series are repeated then, and a single number goes on counting. One undo step; the filled range is
 * selected.
 */
export function fillSeries(grid: GridState, from: CellRange, to: CellRange, copy: boolean): void {
  const placement = seriesPlacement(grid, from, to, copy);
  if (!placement) return;
  grid.setRanges([to]);
  void writePlaced(grid, [placement], { label: "Fill", past: "filled" });
}

function seriesPlacement(
  grid: GridState,
  from: CellRange,
  to: CellRange,
  flipped: boolean,
): Placement | null {
  const down = to.bottom > from.bottom;
  if (down || to.top < from.top) {
    const columns = columnsOf(grid, from);
    const given = dataRows(grid, from.top, from.bottom);
    const rows = down
      ? dataRows(grid, from.bottom + 1, to.bottom)
      : dataRows(grid, to.top, from.top - 1).reverse();
    if (given.length === 0 || rows.length === 0) return null;
    const series = columns.map((column) =>
      cellSeries(
        given.map((row) => exactCell(column, row)),
        grid.props.locale,
        flipped,
      ),
    );
    const at = (row: number) => (down ? given.length + row : -1 - row);
    return { columns, rows, cell: (row, column) => series[column]!(at(row)), ...sheetOf(grid) };
  }
  const right = to.right > from.right;
  if (!right && to.left >= from.left) return null;
  const given = columnsOf(grid, from);
  const rows = dataRows(grid, from.top, from.bottom);
  const columns = right
    ? columnsOf(grid, { left: from.right + 1, right: to.right })
    : columnsOf(grid, { left: to.left, right: from.left - 1 }).reverse();
  const series = rows.map((row) =>
    cellSeries(
      given.map((column) => exactCell(column, row)),
      grid.props.locale,
      flipped,
    ),
  );
  const at = (column: number) => (right ? given.length + column : -1 - column);
  return { columns, rows, cell: (row, column) => series[row]!(at(column)), ...sheetOf(grid) };
}

/** The series of cells of one type; cells of several types are repeated. */
export function cellSeries(
  cells: readonly ExactCell[],
  locale: string,
  flipped: boolean,
): (at: number) => SourceCell {
  const [{ type }] = cells as [ExactCell];
  if (cells.some((cell) => cell.type !== type)) {
    const { length } = cells;
    return (at) => cells[((at % length) + length) % length]!;
  }
  const series: Series = seriesOf(
    cells.map(({ value }) => value),
    { type, locale, flipped },
  );
  return (at) => ({ value: series(at), type });
}
