import type { CellValue, Column, SourceText } from "./table";
import { TextDictionary } from "./text-dictionary";

/** The value of a cell; null where it is blank. */
export function cellValue(column: Column, row: number): CellValue {
  switch (column.kind) {
    case "number": {
      const value = column.values[row]!;
      return Number.isNaN(value) ? null : value;
    }
    case "text": {
      const code = column.codes[row]!;
      return code === 0 ? null : column.dictionary.text(code);
    }
    case "yesno": {
      const flag = column.flags[row]!;
      return flag === 2 ? null : flag === 1;
    }
  }
}

/** The text a cell had in its file where that differs from the canonical one, else null. */
export function cellSource(column: Column, row: number): string | null {
  const code = column.source?.codes[row];
  return code ? column.source!.dictionary.text(code - 1) : null;
}

/** The number in a cell: NaN for blanks and for columns that hold no numbers. */
export function cellNumber(column: Column, row: number): number {
  return column.kind === "number" ? column.values[row]! : Number.NaN;
}

/** The text in a cell of a text column; "" for blanks and other columns. */
export function cellText(column: Column | undefined, row: number): string {
  return column?.kind === "text" ? column.dictionary.text(column.codes[row]!) : "";
}

/**
 * A copy of the column with some cells changed; rows, values and sources run in parallel. A value of the wrong type
 * for the column is a broken invariant: parse first (`parse-cell.ts`).
 */
export function withCells(
  column: Column,
  rows: ArrayLike<number>,
  values: readonly CellValue[],
  sources: readonly (string | null)[] | null,
): Column {
  const source = withSources(column.source, sources, rows, rowCount(column));
  switch (column.kind) {
    case "number": {
      const next = column.values.slice();
      for (let i = 0; i < rows.length; i++) next[rows[i]!] = numberOf(values[i]!, column.header);
      return { ...column, values: next, source };
    }
    case "text": {
      const next = column.codes.slice();
      for (let i = 0; i < rows.length; i++) {
        const value = values[i]!;
        next[rows[i]!] = value === null ? 0 : column.dictionary.code(String(value));
      }
      return { ...column, codes: next, source };
    }
    case "yesno": {
      const next = column.flags.slice();
      for (let i = 0; i < rows.length; i++) {
        const value = values[i]!;
        next[rows[i]!] = value === null ? 2 : value ? 1 : 0;
      }
      return { ...column, flags: next, source };
    }
  }
}

/** Number of rows a column holds. */
export function rowCount(column: Column): number {
  if (column.kind === "number") return column.values.length;
  return column.kind === "text" ? column.codes.length : column.flags.length;
}

function numberOf(value: CellValue, header: string): number {
  if (value === null) return Number.NaN;
  if (typeof value !== "number") throw new Error(`Expected a number in "${header}", got ${typeof value}.`);
  return value;
}

function withSources(
  source: SourceText | null,
  texts: readonly (string | null)[] | null,
  rows: ArrayLike<number>,
  count: number,
): SourceText | null {
  if (!source && !texts?.some((text) => text !== null)) return null;
  const dictionary = source?.dictionary ?? new TextDictionary();
  const codes = source ? source.codes.slice() : new Uint32Array(count);
  for (let i = 0; i < rows.length; i++) {
    const text = texts?.[i] ?? null;
    codes[rows[i]!] = text === null ? 0 : dictionary.code(text) + 1;
  }
  return { codes, dictionary };
}
