import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { type CellBlock, PASTE_LIMITS } from "./cell-block";
import { copiedPlaces } from "./copied-places";
import { MAX_EXACT_CELLS, OWN_TYPE, packOwnCells } from "./own-cells";
import { exactCell, fullTextOf } from "./source-cell";
import { type CopiedCell, delimitedCell, delimitedText, htmlTable, withoutStyles } from "./write-block";

const ROWS_A_STEP = 64;

/** Cells that are to be copied: rows by number, in the order shown. */
export interface CopiedCells {
  readonly rows: readonly number[];
  readonly columns: readonly GridColumn[];
}

/** Cells as the clipboard takes them. */
export interface CopiedData {
  readonly text: string;
  /** null where there are too many for other programs to want them as a page. */
  readonly html: string | null;
  readonly block: (CellBlock & { readonly packed: string }) | null;
}

/** The cells that copying means now, or why there are none. Only visible rows are among them. */
export function cellsToCopy(grid: GridState): CopiedCells | string {
  const columns = grid.layout().columns.map(({ column }) => column);
  if (grid.picked() && grid.props.selection.count > 1) {
    const { flags } = grid.props.selection;
    return within({ rows: [...grid.view.rows()].filter((row) => flags[row] === 1), columns });
  }
  const ranges = grid.ranges();
  const places = copiedPlaces(ranges);
  if (!places) {
    return ranges.length === 0
      ? "Select cells to copy."
      : "Ranges are copied together where they lie in the same columns or in the same rows.";
  }
  const rows = places.rows.map(grid.rowAt).filter((row) => row !== undefined);
  if (rows.length === 0) return "Select cells to copy.";
  return within({ rows, columns: places.columns.map((place) => columns[place]!) });
}

function within(cells: CopiedCells): CopiedCells | string {
  if (cells.rows.length * cells.columns.length <= PASTE_LIMITS.cells) return cells;
  const limit = PASTE_LIMITS.cells.toLocaleString("en-US");
  return `More than ${limit} cells cannot be copied at once. Export them as a file instead.`;
}

/** True where writing the cells as text takes so long that it goes in steps. */
export function isLarge({ rows, columns }: CopiedCells): boolean {
  return rows.length * columns.length > MAX_EXACT_CELLS;
}

/** Text, page and exact values of cells; with `headers` a line of them comes first, and exact values stay out. */
export function copiedData({ rows, columns }: CopiedCells, headers: boolean): CopiedData {
  const lines = rows.map((row) => columns.map((column) => copiedCell(column, row)));
  if (headers) lines.unshift(columns.map(({ header }) => ({ text: header, isText: true })));
  const exact = headers ? null : rows.map((row) => columns.map((column) => exactCell(column, row)));
  return {
    text: delimitedText(lines),
    html: htmlTable(lines),
    block: exact && { width: columns.length, lines: exact, packed: packOwnCells({ lines: exact }) },
  };
}

/** Puts cells on a clipboard event. */
export function putOn(clipboard: DataTransfer, { text, html, block }: CopiedData): void {
  clipboard.setData("text/plain", text);
  if (html !== null) clipboard.setData("text/html", html);
  if (block) clipboard.setData(OWN_TYPE, block.packed);
}

/** Puts cells on the system's clipboard, as from a menu. False where the browser refuses. */
export async function putOnSystem({ text, html }: CopiedData): Promise<boolean> {
  try {
    const parts: Record<string, Blob> = { "text/plain": new Blob([text], { type: "text/plain" }) };
    // From a script browsers let only a page through that they have gone over, which the security policy keeps from having styles.
    if (html !== null) parts["text/html"] = new Blob([withoutStyles(html)], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    return false;
  }
}

function copiedCell(column: GridColumn, row: number): CopiedCell {
  return { text: fullTextOf(column, row), isText: isText(column) };
}

/** Only the text of millions of cells, without an object for each. Each step yields the part that is done. */
export function* largeData({ rows, columns }: CopiedCells, headers: boolean): Generator<number, CopiedData> {
  // Lines are put together a few at a time: one text of a million pieces takes the browser a second.
  const blocks: string[] = [];
  let lines: string[] = [];
  const written = columns.map((column) => {
    if (!isText(column)) return (row: number) => fullTextOf(column, row);
    return (row: number) => delimitedCell({ text: fullTextOf(column, row), isText: true });
  });
  if (headers)
    lines.push(columns.map(({ header }) => delimitedCell({ text: header, isText: true })).join("\t"));
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_A_STEP === 0) {
      if (lines.length > 0) blocks.push(lines.join("\r\n"));
      lines = [];
      yield i / rows.length;
    }
    lines.push(written.map((cell) => cell(row)).join("\t"));
  }
  const last = lines.at(-1) ?? "";
  blocks.push(lines.join("\r\n"));
  // A blank last row needs a line end of its own.
  const end = last === "" && rows.length > 1 ? "\r\n" : "";
  yield 1;
  return { text: blocks.join("\r\n") + end, html: null, block: null };
}

/** Numbers, dates and yes/no are no text that a program may run. */
function isText(column: GridColumn): boolean {
  return column.view().kind === "text";
}
