import { IMPORT_LIMITS } from "./import-refusal";
import { ColumnBuilder, type RawColumn } from "./raw-column";

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
  return raw.text(raw.codes[row]!);
}

const RAGGED_EXAMPLES = 20;

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
    while (columns.length > 1 && !sourceHeaders[columns.length - 1]?.trim() && columns.at(-1)!.size === 1) {
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
