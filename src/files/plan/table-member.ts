import { canonicalText, shiftDecimalPoint } from "../../model/canonical-text";
import { unescapeFormula } from "../../model/formula-escape";
import { formatRowId, parseRowId, type RowId } from "../../model/ids";
import type { Column, ColumnType, SourceText, Table } from "../../model/table";
import { TextDictionary } from "../../model/text-dictionary";
import { csvCell, readCsv, writeCsv } from "./csv-member";
import type { ColumnFields, ExactText, TableFields } from "./envelope";
import { damaged } from "./refusal";

const MS_PER_DAY = 86_400_000;
const DELETED = "deleted";

/** A table as it stands in the file: its rows as CSV, and what CSV cannot say. */
export interface TableMember {
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly fields: TableFields;
}

/**
 * Writes a table: our row id, whether the row is deleted (if any is), then each column, followed by a column with the
 * cells' source texts if it has any.
 */
export function writeTable(table: Table): TableMember {
  const header = ["Evenfield id"];
  const deletion = table.deleted?.includes(1) ? table.deleted : null;
  if (deletion) header.push("Deleted");
  const ids = Array.from(table.ids, formatRowId);
  const cellOf: ((row: number) => string)[] = [(row) => ids[row]!];
  if (deletion) cellOf.push((row) => (deletion[row] ? DELETED : ""));
  const columns = table.columns.map((column) => {
    const exact: ExactText[] = [];
    const exactSources: ExactText[] = [];
    header.push(csvCell(column.header));
    cellOf.push(valueCells(column, exactTexts(ids, exact)));
    const source = column.source?.codes.some((code) => code > 0) ? column.source : null;
    if (source) {
      header.push(csvCell(`${column.header} (as imported)`));
      cellOf.push(sourceCells(source, exactTexts(ids, exactSources)));
    }
    return { ...metadata(column), sources: source !== null, exact, exactSources };
  });
  const csv = writeCsv(header, table.count, cellOf);
  return { csv, fields: { count: table.count, deletions: deletion !== null, columns } };
}

/** Reads a table back. Throws a refusal where the member does not say what its fields announce. */
export function readTable(bytes: Uint8Array, member: string, fields: TableFields): Table {
  const { count } = fields;
  // A row takes at least its id and line end: a count beyond that would only ask for memory.
  if (count > bytes.length / 12) throw damaged(`"${member}" has fewer rows than ${count}`);
  const ids = new Float64Array(count);
  const deleted = fields.deletions ? new Uint8Array(count) : null;
  const readers: ((row: number, cell: string) => void)[] = [(row, cell) => readId(ids, row, cell, member)];
  if (deleted) {
    readers.push((row, cell) => {
      deleted[row] = cell === DELETED ? 1 : 0;
    });
  }
  const columns = fields.columns.map((columnFields) => {
    const { column, read } = valueReader(columnFields, count, member);
    readers.push(read);
    if (!columnFields.sources) return column;
    const source = sourceReader(count);
    readers.push(source.read);
    return { ...column, source: source.source };
  });
  const rows = readCsv(bytes, member, readers.length, (row, column, cell) => {
    if (row < count) readers[column]!(row, cell);
  });
  if (rows !== count) throw damaged(`"${member}" has ${rows} rows instead of ${count}`);
  const rowOf = new Map<RowId, number>();
  for (let row = 0; row < count; row++) rowOf.set(ids[row]!, row);
  if (rowOf.size !== count) throw damaged(`"${member}" has a row id twice`);
  if (new Set(columns.map(({ key }) => key)).size !== columns.length) {
    throw damaged(`"${member}" has a column key twice`);
  }
  for (const [i, columnFields] of fields.columns.entries()) {
    restoreExact(columns[i]!, columnFields, rowOf, member);
  }
  return { count, ids, deleted, columns };
}

type ColumnMetadata = Pick<ColumnFields, "key" | "header" | "type" | "role" | "origin">;

/** What the file says of a column besides its cells; fields that a newer version added ride along. */
function metadata(column: Column): ColumnMetadata {
  const { source: _source, kind: _kind, ...rest } = column;
  const fields: Record<string, unknown> = { ...rest };
  delete fields.values;
  delete fields.codes;
  delete fields.dictionary;
  delete fields.flags;
  return fields as unknown as ColumnMetadata;
}

/** Notes cells that the CSV cannot hold exactly. */
type NoteExact = (row: number, text: string) => void;

function exactTexts(ids: readonly string[], texts: ExactText[]): NoteExact {
  return (row, text) => texts.push([ids[row]!, text]);
}

function valueCells(column: Column, note: NoteExact): (row: number) => string {
  switch (column.kind) {
    case "number": {
      // Plain numbers print exactly but for the sign of zero (ECMA-262, Number::toString).
      const plain = column.type === "number" || column.type === "currency";
      const textOf = plain ? String : textsOf(column.type);
      const numberOf = numbersOf(column.type);
      return (row) => {
        const value = column.values[row]!;
        if (Number.isNaN(value)) return "";
        const text = textOf(value);
        const exact = plain ? !Object.is(value, -0) : Object.is(numberOf(text), value);
        if (!exact) note(row, exactNumber(value));
        return text;
      };
    }
    case "text": {
      const cells = textCells(column.dictionary);
      return (row) => {
        const code = column.codes[row]!;
        if (code !== 0 && !cells.whole(code)) note(row, column.dictionary.text(code));
        return cells.cell(code);
      };
    }
    case "yesno":
      return (row) => (column.flags[row] === 2 ? "" : column.flags[row] ? "true" : "false");
  }
}

function sourceCells({ codes, dictionary }: SourceText, note: NoteExact): (row: number) => string {
  const cells = textCells(dictionary);
  return (row) => {
    const code = codes[row]!;
    if (code === 0) return "";
    if (!cells.whole(code - 1)) note(row, dictionary.text(code - 1));
    return cells.cell(code - 1);
  };
}

/** Cells by dictionary code, each escaped once. `whole` is false for texts that UTF-8 or an empty cell cannot hold. */
function textCells(dictionary: TextDictionary) {
  const cells: string[] = [];
  const whole: boolean[] = [];
  function prepare(code: number): void {
    const text = dictionary.text(code);
    cells[code] = csvCell(text);
    whole[code] = text !== "" && !/\p{Surrogate}/u.test(text);
  }
  return {
    cell(code: number): string {
      if (cells[code] === undefined) prepare(code);
      return cells[code]!;
    },
    whole(code: number): boolean {
      if (whole[code] === undefined) prepare(code);
      return whole[code]!;
    },
  };
}

function readId(ids: Float64Array, row: number, cell: string, member: string): void {
  const id = parseRowId(cell);
  if (id === null) throw damaged(`row ${row + 1} of "${member}" has no valid id`);
  ids[row] = id;
}

function valueReader(
  fields: ColumnFields,
  count: number,
  member: string,
): { column: Column; read: (row: number, cell: string) => void } {
  const { sources: _sources, exact: _exact, exactSources: _exactSources, ...rest } = fields;
  switch (rest.type) {
    case "text":
    case "choice": {
      const codes = new Uint32Array(count);
      const dictionary = new TextDictionary();
      const column: Column = { ...rest, type: rest.type, kind: "text", source: null, codes, dictionary };
      return {
        column,
        read: (row, cell) => {
          if (cell !== "") codes[row] = dictionary.code(unescapeFormula(cell));
        },
      };
    }
    case "yesno": {
      const flags = new Uint8Array(count);
      const column: Column = { ...rest, type: "yesno", kind: "yesno", source: null, flags };
      return {
        column,
        read: (row, cell) => {
          flags[row] = cell === "true" ? 1 : cell === "false" ? 0 : 2;
        },
      };
    }
    default: {
      const { type } = rest;
      const values = new Float64Array(count);
      const column: Column = { ...rest, type, kind: "number", source: null, values };
      const numberOf = numbersOf(type);
      return {
        column,
        read: (row, cell) => {
          const value = cell === "" ? Number.NaN : numberOf(cell);
          values[row] = value;
          // A day that no calendar holds prints as a text; its value stands with the exact ones.
          if (Number.isNaN(value) && cell !== "" && !/^-?[\d.e+]+ days/.test(cell)) {
            throw damaged(`row ${row + 1} of "${member}" has "${cell}" for a number`);
          }
        },
      };
    }
  }
}

function sourceReader(count: number): { source: SourceText; read: (row: number, cell: string) => void } {
  const codes = new Uint32Array(count);
  const dictionary = new TextDictionary();
  return {
    source: { codes, dictionary },
    read: (row, cell) => {
      if (cell !== "") codes[row] = dictionary.code(unescapeFormula(cell)) + 1;
    },
  };
}

/** The arrays are this reader's own until the table is handed out, so it may still write to them. */
function restoreExact(
  column: Column,
  fields: ColumnFields,
  rowOf: ReadonlyMap<RowId, number>,
  member: string,
): void {
  const row = (id: string): number => {
    const found = rowOf.get(parseRowId(id) ?? -1);
    if (found === undefined) throw damaged(`"${column.header}" names a row that "${member}" does not have`);
    return found;
  };
  for (const [id, text] of fields.exact) {
    if (column.kind === "number") column.values[row(id)] = Number(text);
    else if (column.kind === "text") column.codes[row(id)] = column.dictionary.code(text);
  }
  for (const [id, text] of fields.exactSources) {
    if (column.source) column.source.codes[row(id)] = column.source.dictionary.code(text) + 1;
  }
}

/** Canonical texts by value. Percents and dates repeat, and to print one costs more than to look it up. */
function textsOf(type: ColumnType): (value: number) => string {
  const texts = new Map<number, string>();
  return (value) => {
    let text = texts.get(value);
    if (text === undefined) {
      text = canonicalText(value, type);
      texts.set(value, text);
    }
    return text;
  };
}

function numbersOf(type: ColumnType): (text: string) => number {
  if (type === "number" || type === "currency") return Number;
  const numbers = new Map<string, number>();
  return (text) => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = numberOfText(text, type);
      numbers.set(text, number);
    }
    return number;
  };
}

/** Reads what `canonicalText` printed for a number column. */
function numberOfText(text: string, type: ColumnType): number {
  if (type === "percent") return Number(shiftDecimalPoint(text.slice(0, -1), -2));
  if (type === "date" || type === "datetime") return Date.parse(text) / MS_PER_DAY;
  return Number(text);
}

function exactNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
