import { isBlankRow, parseFirstRows } from "./parse-rows";

const COMMON = [",", ";", "\t", "|"] as const;
const UNUSUAL = ["^", "\u001f", "\u0001", "~", "¦", ":"] as const;
const SAMPLE_ROWS = 60;

export interface SepLine {
  readonly delimiter: string;
  /** The text behind the line. */
  readonly rest: string;
}

/** A first line such as `sep=;`, by which spreadsheets are told the delimiter; null where there is none. */
export function readSepLine(text: string): SepLine | null {
  const match = /^"?sep=([^\r\n"])"?(?:\r\n|\r|\n|$)/i.exec(text);
  return match ? { delimiter: match[1]!, rest: text.slice(match[0].length) } : null;
}

/**
 * The delimiter that cuts the sample into rows of the most even width. A common one wins over an unusual one, and the
 * comma over all where nothing tells them apart (a single column, say).
 */
export function detectDelimiter(sample: string): string {
  return best(COMMON, sample) ?? best(UNUSUAL, sample) ?? ",";
}

function best(candidates: readonly string[], sample: string): string | null {
  let winner: string | null = null;
  let bestScore = 0;
  for (const delimiter of candidates) {
    const score = evenness(sample, delimiter);
    if (score > bestScore + 1e-9) {
      bestScore = score;
      winner = delimiter;
    }
  }
  return winner;
}

/** 0 where the delimiter makes no columns; else higher the more rows share one width and agree with the first full row. */
function evenness(sample: string, delimiter: string): number {
  if (!sample.includes(delimiter)) return 0;
  const rows = parseFirstRows(sample, { delimiter, quotes: true }, SAMPLE_ROWS);
  // The sample may end in the middle of a row.
  if (rows.length > 2) rows.pop();
  const widths = rows.filter((row) => !isBlankRow(row)).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let mode = 1;
  let modeCount = 0;
  for (const [width, count] of counts) {
    if (width > 1 && (count > modeCount || (count === modeCount && width > mode))) {
      mode = width;
      modeCount = count;
    }
  }
  if (modeCount === 0) return 0;
  const share = modeCount / widths.length;
  const headerAgrees =
    widths[0] === mode || (widths.length > 3 && widths.indexOf(mode) < 6 && widths[0]! < mode);
  return share * share * (headerAgrees ? 1 : 0.4) * (1 + Math.min(mode, 20) / 100);
}
