import { unescapeFormula } from "../../model/formula-escape";
import { type PlainNumber, readPlainNumber } from "./plain-number";

/** One column of a file as it stands: its texts, and by row which of them. Text 0 is the blank. */
export interface RawColumn {
  readonly codes: Uint32Array;
  /** Number of texts, the blank included. */
  readonly size: number;
  /** True where a text may stand more than once: looking each up is not worth while in a column of mostly different ones. */
  readonly mayRepeat: boolean;
  /** By code the number a text such as "-12.5" stands for, NaN for any other; null unless nearly all are such. */
  readonly plain: Float64Array | null;
  /** The texts that `String` does not print for their number in `plain`, by code; null where `plain` is. */
  readonly odd: ReadonlyMap<number, string> | null;
  text(code: number): string;
  /** All texts by code; made when first asked for. */
  readonly texts: readonly string[];
}

/** Number of different texts of a column, the blank left out. */
export function distinctCount(column: RawColumn): number {
  if (column.plain && column.odd!.size === 0) return new Set(column.plain).size - 1;
  return column.mayRepeat ? new Set(column.texts).size - 1 : column.size - 1;
}

/** Number of rows that hold nothing; those left out do not count. */
export function blankCount(column: RawColumn, excluded?: ReadonlySet<number>): number {
  let count = 0;
  for (const code of column.codes) if (code === 0) count++;
  if (excluded) for (const row of excluded) if (column.codes[row] === 0) count--;
  return count;
}

/** How many rows hold each text of a column, by code. */
export function textCounts(column: RawColumn, excluded?: ReadonlySet<number>): Uint32Array {
  const counts = new Uint32Array(column.size);
  for (const code of column.codes) counts[code]!++;
  if (excluded) for (const row of excluded) if (row < column.codes.length) counts[column.codes[row]!]!--;
  return counts;
}

/** After so many filled cells, a column with more than this share of different texts is not looked up any longer. */
const TRIALS: readonly (readonly [cells: number, share: number])[] = [
  [2_048, 0.875],
  [16_384, 0.5],
];
const APOSTROPHE = 39;

/**
 * Collects the cells of a column. Texts that repeat are looked up; numbers that hardly do are kept as numbers, since
 * millions of short-lived strings cost less than millions that stay.
 */
export class ColumnBuilder {
  #codes = new Uint32Array(64);
  #size = 1;
  /** Null once the column is kept as numbers. */
  #texts: string[] | null = [""];
  /** Null once the texts have turned out to be mostly different. */
  #known: Map<string, number> | null = new Map();
  #plain = new Float64Array(0);
  readonly #odd = new Map<number, string>();
  readonly #number: PlainNumber = { value: 0, isCanonical: false };
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
    let code = this.#known?.get(text);
    if (code === undefined) {
      code = this.#size++;
      if (this.#texts === null) {
        if (!this.#setNumber(code, text)) this.#examine(code, text);
      } else {
        this.#texts.push(text);
        this.#known?.set(text, code);
        this.#examine(code, text);
      }
    }
    this.#codes[row] = code;
    if (++this.#cells === this.#trial[0]) this.#judge();
    return this.#lineEnds === null ? 0 : (this.#lineEnds.get(code) ?? 0);
  }

  build(rowCount: number): RawColumn {
    if (rowCount > 0) this.#grow(rowCount - 1);
    const codes = this.#codes.slice(0, rowCount);
    const mayRepeat = this.#known === null;
    const texts = this.#texts;
    if (texts) {
      return {
        codes,
        size: texts.length,
        mayRepeat,
        plain: null,
        odd: null,
        texts,
        text: (code) => texts[code]!,
      };
    }
    return numberColumn(codes, this.#plain.slice(0, this.#size), this.#odd);
  }

  /** Returns false where the text is no plain number. */
  #setNumber(code: number, text: string): boolean {
    if (code >= this.#plain.length) {
      const larger = new Float64Array(Math.max(64, this.#plain.length * 2));
      larger.set(this.#plain);
      this.#plain = larger;
    }
    const isPlain = readPlainNumber(text, this.#number);
    this.#plain[code] = isPlain ? this.#number.value : Number.NaN;
    if (!isPlain || !this.#number.isCanonical) this.#odd.set(code, text);
    return isPlain;
  }

  #examine(code: number, text: string): void {
    if (text.length > this.longestText) this.longestText = text.length;
    const lineEnds = countLineEnds(text);
    if (lineEnds === 0) return;
    this.#lineEnds ??= new Map();
    this.#lineEnds.set(code, lineEnds);
  }

  #judge(): void {
    const [cells, share] = this.#trial;
    this.#trial = TRIALS[TRIALS.indexOf(this.#trial) + 1] ?? this.#trial;
    if (this.#known === null || this.#size <= cells * share) return;
    this.#known = null;
    const texts = this.#texts!;
    let plain = 0;
    for (const text of texts) if (readPlainNumber(text, this.#number) && this.#number.isCanonical) plain++;
    if (plain < texts.length * 0.75) return;
    this.#plain = new Float64Array(texts.length * 2);
    this.#plain[0] = Number.NaN;
    for (let code = 1; code < texts.length; code++) this.#setNumber(code, texts[code]!);
    this.#texts = null;
  }

  #grow(row: number): void {
    while (row >= this.#codes.length) {
      const larger = new Uint32Array(this.#codes.length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
  }
}

function numberColumn(codes: Uint32Array, plain: Float64Array, odd: ReadonlyMap<number, string>): RawColumn {
  const text = (code: number): string => (code === 0 ? "" : (odd.get(code) ?? String(plain[code]!)));
  let texts: readonly string[] | null = null;
  return {
    codes,
    size: plain.length,
    mayRepeat: true,
    plain,
    odd,
    text,
    get texts() {
      texts ??= Array.from(plain, (_, code) => text(code));
      return texts;
    },
  };
}

/** Line ends within a text: `\r\n`, `\n` or `\r`. */
export function countLineEnds(text: string): number {
  if (!text.includes("\n") && !text.includes("\r")) return 0;
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
