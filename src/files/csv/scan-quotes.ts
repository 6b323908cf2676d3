/** What the quote marks of a text say before it is parsed. Positions are offsets in the text. */
export interface QuoteScan {
  /** Where a quoted cell opens that never closes; null where all do. */
  readonly unclosedAt: number | null;
  /** Where the first quoted cell opens that text follows after its closing mark; null where there is none. */
  readonly malformedAt: number | null;
  /** Where the longest quoted cell opens, and its length; 0 where there is none. */
  readonly longestAt: number;
  readonly longest: number;
  /** Quote marks inside an unquoted cell, or behind the one that should have closed it. */
  readonly strayCount: number;
  /** The first of them. */
  readonly strayAt: readonly number[];
}

const QUOTE = 34;
const EXAMPLES = 20;

/**
 * Follows the quote marks as the parser will (RFC 4180: a cell is quoted if it begins with one, two in a row are one,
 * and it closes before a delimiter or a line end). `onQuoted` hears the start and end of every quoted cell.
 */
export function scanQuotes(
  text: string,
  delimiter: string,
  onQuoted?: (start: number, end: number) => void,
): QuoteScan {
  let longestAt = 0;
  let longest = 0;
  let strayCount = 0;
  const strayAt: number[] = [];
  let malformedAt: number | null = null;
  const stray = (at: number) => {
    strayCount++;
    if (strayAt.length < EXAMPLES) strayAt.push(at);
  };
  let position = 0;
  for (;;) {
    const start = text.indexOf('"', position);
    if (start < 0) break;
    if (!opensCell(text, start, delimiter)) {
      stray(start);
      position = start + 1;
      continue;
    }
    const end = closingQuote(text, start, delimiter, () => {
      malformedAt ??= start;
      stray(start);
    });
    if (end < 0) return { unclosedAt: start, malformedAt, longestAt, longest, strayCount, strayAt };
    if (end - start > longest) {
      longest = end - start;
      longestAt = start;
    }
    onQuoted?.(start, end);
    position = end + 1;
  }
  return { unclosedAt: null, malformedAt, longestAt, longest, strayCount, strayAt };
}

function opensCell(text: string, at: number, delimiter: string): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === 10 || before === 13 || text.startsWith(delimiter, at - delimiter.length);
}

/** Offset of the quote that closes the cell, or -1. */
function closingQuote(text: string, start: number, delimiter: string, onMalformed: () => void): number {
  let flagged = false;
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return -1;
    if (text.charCodeAt(quote + 1) === QUOTE) {
      from = quote + 2;
      continue;
    }
    if (closesCell(text, quote + 1, delimiter)) return quote;
    if (!flagged) onMalformed();
    flagged = true;
    from = quote + 2;
  }
}

function closesCell(text: string, after: number, delimiter: string): boolean {
  let at = after;
  while (!text.startsWith(delimiter, at)) {
    if (at >= text.length) return true;
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9) return false;
    at++;
  }
  return true;
}

/** Number of the line, from 1, that an offset lies on; `\r\n`, `\n` and `\r` each end one. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) line++;
  }
  return line;
}
