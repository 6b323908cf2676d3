import type { CellRange } from "../cell-ranges";
import type { CellBlock, SourceCell } from "./cell-block";

/** What a paste needs to know of the sheet under it. */
export interface PasteSheet {
  /** The data row at a position of the sheet; undefined for headers of groups and outside. */
  readonly rowAt: (position: number) => number | undefined;
  /** Positions of the sheet, headers of groups included. */
  readonly positions: number;
  readonly columnCount: number;
}

/** Where a block comes to lie: rows of the sheet that are shown, then rows to be added. */
export interface PasteTarget {
  /** Row numbers that exist, in the order shown; hidden rows are not among them. */
  readonly rows: readonly number[];
  readonly newRows: number;
  /** Places among the columns shown: the first, and how many. */
  readonly left: number;
  readonly width: number;
  /** Columns of the block past the right edge of the sheet. */
  readonly cutOff: number;
  readonly top: number;
  /** The last position that is written; rows to be added not counted. */
  readonly bottom: number;
  readonly cell: (row: number, column: number) => SourceCell | undefined;
}

/**
 * Where a block pasted into a range goes: from its first cell on, and over and over where the range is a multiple of the block in that
 * direction, so that one value fills the range.
 */
export function pasteTarget(block: CellBlock, range: CellRange, sheet: PasteSheet): PasteTarget {
  const height = block.lines.length;
  const inRange = dataRows(range.top, range.bottom + 1, Number.POSITIVE_INFINITY, sheet);
  const across = range.right - range.left + 1;
  const wantedRows = repeats(inRange.rows.length, height) ? inRange.rows.length : height;
  const wantedColumns = repeats(across, block.width) ? across : block.width;
  const found =
    wantedRows === inRange.rows.length ? inRange : dataRows(range.top, sheet.positions, wantedRows, sheet);
  const width = Math.max(0, Math.min(wantedColumns, sheet.columnCount - range.left));
  return {
    rows: found.rows,
    newRows: wantedRows - found.rows.length,
    left: range.left,
    width,
    cutOff: wantedColumns - width,
    top: range.top,
    bottom: found.last,
    cell: (row, column) => block.lines[row % height]![column % block.width],
  };
}

function repeats(room: number, size: number): boolean {
  return room > size && room % size === 0;
}

function dataRows(from: number, end: number, limit: number, { rowAt }: PasteSheet) {
  const rows: number[] = [];
  let last = from;
  for (let position = from; position < end && rows.length < limit; position++) {
    const row = rowAt(position);
    if (row === undefined) continue;
    rows.push(row);
    last = position;
  }
  return { rows, last };
}
