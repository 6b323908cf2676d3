import { threadsWords } from "../comments/cell-comments";
import { brokenWords } from "./columns/broken-words";
import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

/** What screen readers hear of a cell beside its text: what its column has to say, and its open comments; undefined for nothing. */
export function cellDescription(grid: GridState, column: GridColumn, row: number): string | undefined {
  const threads = grid.props.comments?.openIn(column.key)?.get(row) ?? [];
  const parts = [column.describe?.(row) ?? "", brokenWords(grid, column, row), threadsWords(threads)];
  return parts.filter((part) => part !== "").join(". ") || undefined;
}
