import type { CellValue, ColumnType } from "../../../model/table";

/** Sizes up to which cells are pasted; beyond them a paste is refused before anything is changed. */
export const PASTE_LIMITS = {
  /** As many rows as a plan keeps within its latency budgets. */
  rows: 250_000,
  columns: 1_000,
  cells: 4_000_000,
  /** Characters of one cell, as in files. */
  cell: 1024 * 1024,
} as const;

/** A cell as it comes from elsewhere: a text, or exactly what stood in a column of this type. */
export type SourceCell = string | ExactCell;

export interface ExactCell {
  readonly value: CellValue;
  readonly type: ColumnType;
}

/** Cells on their way into a sheet, line by line. Lines may be shorter than `width`: what is missing leaves cells alone. */
export interface CellBlock {
  readonly width: number;
  readonly lines: readonly (readonly SourceCell[])[];
}

/** A block, or in words for the planner why there is none. */
export type ReadBlock =
  | { readonly ok: true; readonly block: CellBlock }
  | { readonly ok: false; readonly message: string };

/** Lines as a block, unless they pass a limit. */
export function blockOf(lines: readonly (readonly SourceCell[])[]): ReadBlock {
  let width = 0;
  let cells = 0;
  for (const line of lines) {
    width = Math.max(width, line.length);
    cells += line.length;
  }
  if (lines.length > PASTE_LIMITS.rows) return { ok: false, message: TOO_MANY_ROWS };
  if (width > PASTE_LIMITS.columns) return { ok: false, message: TOO_MANY_COLUMNS };
  if (cells > PASTE_LIMITS.cells) return { ok: false, message: TOO_MANY_CELLS };
  return { ok: true, block: { width, lines } };
}

const count = (limit: number) => limit.toLocaleString("en-US");
const INSTEAD = "Import a file instead, or paste it in parts.";

export const TOO_MANY_ROWS = `More than ${count(PASTE_LIMITS.rows)} rows cannot be pasted. ${INSTEAD}`;
export const TOO_MANY_COLUMNS = `More than ${count(PASTE_LIMITS.columns)} columns cannot be pasted. ${INSTEAD}`;
export const TOO_MANY_CELLS = `More than ${count(PASTE_LIMITS.cells)} cells cannot be pasted. ${INSTEAD}`;
export const CELL_TOO_LONG = `A cell of more than ${count(PASTE_LIMITS.cell)} characters cannot be pasted.`;
