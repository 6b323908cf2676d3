import { writerOf } from "./grid-column";
import type { CellsToWrite, GridState } from "./grid-state";

/** Writes a text into every cell of the ranges whose column can take it, as one undo step; says which cannot. */
export function fillTyped(grid: GridState, text: string): void {
  const rowsOf = new Map<number, Set<number>>();
  for (const { top, left, bottom, right } of grid.ranges()) {
    for (let column = left; column <= right; column++) {
      const rows = rowsOf.get(column) ?? new Set();
      for (let position = top; position <= bottom; position++) {
        const row = grid.rowAt(position);
        if (row !== undefined) rows.add(row);
      }
      rowsOf.set(column, rows);
    }
  }
  const cells: CellsToWrite[] = [];
  const left: string[] = [];
  let count = 0;
  for (const [index, rows] of rowsOf) {
    const column = grid.layout().columns[index]?.column;
    if (!column || rows.size === 0) continue;
    const read = writerOf(column)?.read(text);
    if (!read?.ok) {
      left.push(column.header);
      continue;
    }
    cells.push({ column, rows: [...rows], values: new Array(rows.size).fill(read.value) });
    count += rows.size;
  }
  const number = count.toLocaleString(grid.props.locale);
  if (cells.length > 0) grid.write(cells, `Fill ${number} ${count === 1 ? "cell" : "cells"}`);
  if (left.length > 0) grid.props.announce(`${left.join(", ")} cannot take this and stayed as before.`);
}
