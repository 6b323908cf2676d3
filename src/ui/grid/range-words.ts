import { cellCount } from "./cell-ranges";
import type { GridState } from "./grid-state";

/** Says how much is selected, once that is more than the active cell. */
export function saySelected(grid: GridState): void {
  const words = selectedWords(grid);
  if (words) grid.props.announce(words);
}

/** "3 × 4 cells selected" (rows × columns), "2 rows selected"; null while there is only the active cell. */
export function selectedWords(grid: GridState): string | null {
  const ranges = grid.ranges();
  const [first] = ranges;
  const count = cellCount(ranges);
  if (!first || count <= 1) return null;
  const number = (value: number) => value.toLocaleString(grid.props.locale);
  const [one, many] = grid.props.noun;
  const rows = grid.view.entries().length;
  const columns = grid.layout().columns.length;
  if (ranges.length > 1) return `${number(count)} cells selected in ${number(ranges.length)} ranges`;
  const high = first.bottom - first.top + 1;
  const wide = first.right - first.left + 1;
  if (wide === columns && high === rows) return "All cells selected";
  if (wide === columns) return `${number(high)} ${high === 1 ? one : many} selected`;
  if (high === rows && rows > 1) {
    return wide === 1
      ? `Column ${grid.layout().columns[first.left]!.column.header} selected`
      : `${number(wide)} columns selected`;
  }
  return `${number(high)} × ${number(wide)} cells selected`;
}
