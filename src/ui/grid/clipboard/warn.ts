import { trimCell } from "../../../model/parse-cell";
import { parseDays } from "../../../model/parse-date";
import type { GridColumn } from "../grid-column";
import type { CellsToWrite, GridState } from "../grid-state";
import { cellWork } from "./cell-work";
import { typedDate } from "./date-orders";
import { warnedCells, warningList, warningWords } from "./warned-cells";

/** Says which of the cells that have just been written look wrong, after `said`, and shows them on request. Resolves to how many kinds there are. */
export async function warn(
  grid: GridState,
  writes: readonly Pick<CellsToWrite, "column" | "rows">[],
  said = "",
): Promise<number> {
  const warned = await cellWork(grid).run("Checking…", warnedCells(grid, writes));
  if (!warned || warned.length === 0) return 0;
  const words = [said, warningWords(grid, warned)].filter((part) => part !== "").join(" ");
  grid.props.announce(words);
  grid.props.edit.notify({
    text: words,
    action: { label: "Show", run: () => warningList(grid).show(warned) },
  });
  return warned.length;
}

/** After a cell was typed into: says how a date was read that could be another day too, and what looks wrong. */
export async function warnOfTyped(
  grid: GridState,
  column: GridColumn,
  row: number,
  text: string,
): Promise<void> {
  const date = typedDate(column, text, grid.props.locale);
  if (!date) return void (await warn(grid, [{ column, rows: [row] }]));
  const days = parseDays(trimCell(text), date.otherOrder);
  const values = [column.type === "date" ? Math.floor(days) : days];
  const words = `“${trimCell(text)}” was read as ${date.shown}.`;
  grid.props.announce(words);
  grid.props.edit.notify({
    text: words,
    action: { label: `Make it ${date.other}`, run: () => void grid.write([{ column, rows: [row], values }]) },
  });
}
