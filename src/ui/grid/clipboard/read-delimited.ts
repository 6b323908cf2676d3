import {
  blockOf,
  CELL_TOO_LONG,
  PASTE_LIMITS,
  type ReadBlock,
  TOO_MANY_CELLS,
  TOO_MANY_ROWS,
} from "./cell-block";

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

const CELLS_A_STEP = 2_000;

/**
 * Reads tab-separated text as spreadsheets write it. A cell that begins with a quote mark and closes before a tab or line end may hold
 * tabs, line ends and doubled quote marks; any other quote mark is a character. One line end behind the last row is none.
 * Takes time in proportion to the text; each step yields the offset it has reached.
 */
export function* readDelimited(text: string): Generator<number, ReadBlock> {
  const lines: string[][] = [];
  let line: string[] = [];
  let cells = 0;
  let at = 0;
  const end = withoutLastBreak(text);
  for (;;) {
    const close = text.charCodeAt(at) === QUOTE ? closingQuote(text, at, end) : -1;
    const stop = close < 0 ? endOfCell(text, at, end) : close + 1;
    const cell = close < 0 ? text.slice(at, stop) : text.slice(at + 1, close).replaceAll('""', '"');
    if (cell.length > PASTE_LIMITS.cell) return { ok: false, message: CELL_TOO_LONG };
    line.push(cell);
    if (++cells > PASTE_LIMITS.cells) return { ok: false, message: TOO_MANY_CELLS };
    if (cells % CELLS_A_STEP === 0) yield stop;
    at = stop + 1;
    if (stop < end && text.charCodeAt(stop) === TAB) continue;
    if (lines.push(line) > PASTE_LIMITS.rows) return { ok: false, message: TOO_MANY_ROWS };
    if (stop >= end) return blockOf(lines);
    line = [];
    if (text.charCodeAt(stop) === RETURN && text.charCodeAt(at) === LINE_FEED) at++;
  }
}

/** Where the text ends if a line end behind the last row is left out. */
function withoutLastBreak(text: string): number {
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  if (last === LINE_FEED) return text.charCodeAt(length - 2) === RETURN ? length - 2 : length - 1;
  return last === RETURN ? length - 1 : length;
}

/**
 * Offset of the quote mark that closes the cell, or −1 where it does not close before a tab or line end. The first mark that is
 * not doubled decides, so that no text is gone through more than twice.
 */
function closingQuote(text: string, open: number, end: number): number {
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= end) return -1;
    if (quote + 1 >= end || endsCell(text.charCodeAt(quote + 1))) return quote;
    if (text.charCodeAt(quote + 1) !== QUOTE) return -1;
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !endsCell(text.charCodeAt(at))) at++;
  return at;
}

function endsCell(code: number): boolean {
  return code === TAB || code === LINE_FEED || code === RETURN;
}
