import { selectRows, withRows } from "../../../session/row-selection";
import type { GridState } from "../grid-state";

/** Selects the rows of the group at a position; with `add` they join what is selected, or leave it where all of them are. */
export function selectGroup(grid: GridState, position: number, how: { readonly add?: boolean } = {}): void {
  const { groups } = grid.view;
  const group = groups.at(position);
  if (group === undefined) return;
  const { selection, rowCount, onSelect } = grid.props;
  const rows = groups.rowsOf(group);
  if (!how.add) {
    onSelect(selectRows(rowCount, rows));
    return;
  }
  let chosen = 0;
  for (const row of rows) chosen += selection.flags[row] ?? 0;
  onSelect(withRows(selection, rowCount, rows, chosen < rows.length));
}
