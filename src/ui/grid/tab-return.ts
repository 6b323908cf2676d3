import type { GridState } from "./grid-state";
import type { CellPlace } from "./move-focus";

/** Where a run of Tabs began and has come to. */
interface TabRun {
  readonly column: number;
  readonly at: CellPlace;
}

const runs = new WeakMap<GridState, TabRun>();

/** Notes that Tab has taken the active cell from one place to another. */
export function noteTab(grid: GridState, from: CellPlace, to: CellPlace): void {
  runs.set(grid, { column: runFrom(grid, from)?.column ?? from.column, at: to });
}

/** The column that Enter returns to from a cell: the one a run of Tabs began in, else the cell's own. */
export function columnAfterEnter(grid: GridState, from: CellPlace): number {
  return runFrom(grid, from)?.column ?? from.column;
}

/** The run that led here; any other move ends it. */
function runFrom(grid: GridState, { row, column }: CellPlace): TabRun | null {
  const run = runs.get(grid);
  return run && run.at.row === row && run.at.column === column ? run : null;
}
