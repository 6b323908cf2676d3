import type { Column, SourceText, Table } from "./table";
import { TextDictionary } from "./text-dictionary";

/** A table of some rows of another, in the order given; none is deleted. Texts of the rows left out do not come along. */
export function pickRows(table: Table, rows: Uint32Array): Table {
  return {
    count: rows.length,
    ids: Float64Array.from(rows, (row) => table.ids[row]!),
    deleted: null,
    columns: table.columns.map((column) => pickCells(column, rows)),
  };
}

function pickCells(column: Column, rows: Uint32Array): Column {
  const source = column.source && pickSources(column.source, rows);
  switch (column.kind) {
    case "number":
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!), source };
    case "yesno":
      return { ...column, flags: Uint8Array.from(rows, (row) => column.flags[row]!), source };
    case "text": {
      const dictionary = new TextDictionary();
      const codes = Uint32Array.from(rows, (row) =>
        dictionary.code(column.dictionary.text(column.codes[row]!)),
      );
      return { ...column, codes, dictionary, source };
    }
  }
}

function pickSources(source: SourceText, rows: Uint32Array): SourceText {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(rows, (row) => {
    const code = source.codes[row]!;
    return code === 0 ? 0 : dictionary.code(source.dictionary.text(code - 1)) + 1;
  });
  return { codes, dictionary };
}
