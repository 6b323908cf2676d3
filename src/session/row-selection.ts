/** Which rows of a table are selected. A value, shared by grid, map and panel. */
export interface RowSelection {
  /** 1 where the row is selected; may be shorter than the table. */
  readonly flags: Uint8Array;
  readonly count: number;
}

export const NOTHING_SELECTED: RowSelection = { flags: new Uint8Array(0), count: 0 };

/** A selection of these rows. */
export function selectRows(rowCount: number, rows: Iterable<number>): RowSelection {
  const flags = new Uint8Array(rowCount);
  for (const row of rows) flags[row] = 1;
  return ofFlags(flags);
}

/** The selection with rows added, or with `selected` false taken out. */
export function withRows(
  selection: RowSelection,
  rowCount: number,
  rows: Iterable<number>,
  selected = true,
): RowSelection {
  const flags = new Uint8Array(rowCount);
  flags.set(selection.flags.subarray(0, rowCount));
  for (const row of rows) flags[row] = selected ? 1 : 0;
  return ofFlags(flags);
}

/** The selected rows in ascending order. */
export function selectedRows(selection: RowSelection): number[] {
  const rows: number[] = [];
  for (let row = 0; row < selection.flags.length; row++) if (selection.flags[row]) rows.push(row);
  return rows;
}

function ofFlags(flags: Uint8Array): RowSelection {
  let count = 0;
  for (const flag of flags) count += flag;
  return { flags, count };
}
