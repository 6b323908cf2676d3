import { unescapeFormula } from "../csv/formula-escape";
import { IMPORT_LIMITS } from "./import-refusal";

/** One column of a file as it stands: its texts, and by row which of them. Text 0 is the blank. */
export interface RawColumn {
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
  /** True where a text may stand more than once: looking each up is not worth while in a column of mostly different ones. */
  readonly mayRepeat: boolean;
}

/** The rows of a file before anything is made of them; blank rows are left out. */
export interface RawTable {
  /** Distinct and not blank. */
  readonly headers: readonly string[];
  /** As they stood in the file; empty where it has no header row. */
  readonly sourceHeaders: readonly string[];
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
  /** Line of the file each row begins on, from 1. */
  readonly lines: Uint32Array;
  /** Line of the header row; 0 where there is none. */
  readonly headerLine: number;
  /** Rows with fewer or more cells than the header. */
  readonly shortRows: RaggedRows;
  readonly longRows: RaggedRows;
}

export interface RaggedRows {
  readonly count: number;
  /** Lines and widths of the first few. */
  readonly examples: readonly { readonly line: number; readonly cells: number }[];
}

/** The text of a cell. */
export function rawText(table: RawTable, column: number, row: number): string {
  const raw = table.columns[column]!;
  return raw.texts[raw.codes[row]!]!;
}

/** Number of different texts of a column, the blank left out. */
export function distinctCount(column: RawColumn): number {
  return column.mayRepeat ? new Set(column.texts).size - 1 : column.texts.length - 1;
}

/** Number of rows that hold nothing. */
export function blankCount(column: RawColumn): number {
  let count = 0;
  for (const code of column.codes) if (code === 0) count++;
  return count;
}

/** How many rows hold each text of a column, by code. */
export function textCounts(column: RawColumn, excluded?: ReadonlySet<number>): Uint32Array {
  const counts = new Uint32Array(column.texts.length);
  for (const code of column.codes) counts[code]!++;
  if (excluded) for (const row of excluded) if (row < column.codes.length) counts[column.codes[row]!]!--;
  return counts;
}

const RAGGED_EXAMPLES = 20;
const APOSTROPHE = 39;

/** Collects rows into columns while a file streams by. */
export class RawTableBuilder {
  readonly #columns: ColumnBuilder[] = [];
  #lines = new Uint32Array(1024);
  #rowCount = 0;
  readonly #width: number;
  readonly #short: { count: number; examples: { line: number; cells: number }[] } = {
    count: 0,
    examples: [],
  };
  readonly #long: { count: number; examples: { line: number; cells: number }[] } = { count: 0, examples: [] };

  /** `width` is the number of cells a row should have. */
  constructor(width: number) {
    this.#width = width;
    for (let column = 0; column < width; column++) this.#columns.push(new ColumnBuilder());
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  get columnCount(): number {
    return this.#columns.length;
  }

  /** Length of the longest text so far. */
  get longestText(): number {
    return this.#columns.reduce((longest, column) => Math.max(longest, column.longestText), 0);
  }

  /** Adds a row that begins on a line. Returns the number of line ends within its cells. */
  add(cells: readonly string[], line: number): number {
    const row = this.#rowCount++;
    if (row === this.#lines.length) this.#lines = doubled(this.#lines);
    this.#lines[row] = line;
    let width = cells.length;
    if (width !== this.#width) {
      // Blank cells behind the last column mean nothing; any other opens a column of its own.
      while (width > this.#width && cells[width - 1]!.trim() === "") width--;
      if (width > this.#width) {
        note(this.#long, line, width);
        // One column past the limit tells whoever watches it; more would only cost memory.
        width = Math.min(width, Math.max(this.#width, IMPORT_LIMITS.columns + 1));
        while (this.#columns.length < width) this.#columns.push(new ColumnBuilder());
      } else if (width < this.#width) note(this.#short, line, width);
    }
    let lineEnds = 0;
    for (let column = 0; column < width; column++)
      lineEnds += this.#columns[column]!.set(row, cells[column]!);
    return lineEnds;
  }

  build(sourceHeaders: readonly string[], headerLine: number): RawTable {
    const rowCount = this.#rowCount;
    const columns = this.#columns.map((column) => column.build(rowCount));
    while (
      columns.length > 1 &&
      !sourceHeaders[columns.length - 1]?.trim() &&
      columns.at(-1)!.texts.length === 1
    ) {
      columns.pop();
    }
    return {
      headers: cleanHeaders(sourceHeaders, columns.length),
      sourceHeaders,
      rowCount,
      columns,
      lines: this.#lines.slice(0, rowCount),
      headerLine,
      shortRows: this.#short,
      longRows: this.#long,
    };
  }
}

/** Headers by which the columns can be told apart: "Column 3" for a blank one, "name (2)" for a repeated one. */
export function cleanHeaders(sources: readonly string[], count: number): string[] {
  const taken = new Set<string>(sources.slice(0, count).map((source) => source.trim().toLowerCase()));
  const used = new Set<string>();
  const headers: string[] = [];
  for (let column = 0; column < count; column++) {
    const source = sources[column] ?? "";
    let header = source.trim() === "" ? `Column ${column + 1}` : source;
    const isNew = !used.has(header.trim().toLowerCase());
    const base = header;
    for (let number = 2; !isNew && isTaken(header); number++) header = `${base} (${number})`;
    used.add(header.trim().toLowerCase());
    headers.push(header);
  }
  return headers;

  function isTaken(header: string): boolean {
    const key = header.trim().toLowerCase();
    return used.has(key) || taken.has(key);
  }
}

function note(
  rows: { count: number; examples: { line: number; cells: number }[] },
  line: number,
  cells: number,
): void {
  rows.count++;
  if (rows.examples.length < RAGGED_EXAMPLES) rows.examples.push({ line, cells });
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** After so many filled cells, a column with more than this share of different texts is not looked up any longer. */
const TRIALS: readonly (readonly [cells: number, share: number])[] = [
  [2_048, 0.875],
  [16_384, 0.5],
];

class ColumnBuilder {
  #codes = new Uint32Array(64);
  readonly #texts: string[] = [""];
  /** Null once the texts have turned out to be mostly different. */
  #codeOf: Map<string, number> | null = new Map<string, number>([["", 0]]);
  #cells = 0;
  #trial = TRIALS[0]!;
  /** Line ends within a text, by code; null while no text has any. */
  #lineEnds: Map<number, number> | null = null;
  longestText = 0;

  /** Returns the number of line ends within the text. */
  set(row: number, cell: string): number {
    if (row >= this.#codes.length) this.#grow(row);
    if (cell === "") return 0;
    const text = cell.charCodeAt(0) === APOSTROPHE ? unescapeFormula(cell) : cell;
    let code = this.#codeOf?.get(text);
    if (code === undefined) {
      code = this.#texts.length;
      this.#texts.push(text);
      this.#codeOf?.set(text, code);
      if (text.length > this.longestText) this.longestText = text.length;
      const lineEnds = countLineEnds(text);
      if (lineEnds > 0) {
        this.#lineEnds ??= new Map();
        this.#lineEnds.set(code, lineEnds);
      }
    }
    this.#codes[row] = code;
    if (++this.#cells === this.#trial[0]) this.#judge();
    return this.#lineEnds === null ? 0 : (this.#lineEnds.get(code) ?? 0);
  }

  build(rowCount: number): RawColumn {
    if (rowCount > 0) this.#grow(rowCount - 1);
    return { codes: this.#codes.slice(0, rowCount), texts: this.#texts, mayRepeat: this.#codeOf === null };
  }

  #judge(): void {
    const [cells, share] = this.#trial;
    if (this.#texts.length > cells * share) this.#codeOf = null;
    this.#trial = TRIALS[TRIALS.indexOf(this.#trial) + 1] ?? this.#trial;
  }

  #grow(row: number): void {
    while (row >= this.#codes.length) this.#codes = doubled(this.#codes);
  }
}

/** Line ends within a text: `\r\n`, `\n` or `\r`. */
export function countLineEnds(text: string): number {
  if (!text.includes("\n") && !text.includes("\r")) return 0;
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
