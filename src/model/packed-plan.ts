import type { Alignment } from "./alignment";
import type { Plan } from "./plan";
import type { NumberColumn, SourceText, Table, TableName, TextColumn, YesNoColumn } from "./table";
import { TextDictionary } from "./text-dictionary";

/** The texts of codes 1, 2, … end to end in one string; `ends` holds where each stops. Lone surrogates survive. */
export interface PackedTexts {
  readonly joined: string;
  readonly ends: Uint32Array;
}

export interface PackedSource {
  readonly codes: Uint32Array;
  readonly texts: PackedTexts;
}

/** A column as plain data: dictionaries packed, everything else as it stands. */
export type PackedColumn =
  | (Omit<NumberColumn, "source"> & { readonly source: PackedSource | null })
  | (Omit<YesNoColumn, "source"> & { readonly source: PackedSource | null })
  | (Omit<TextColumn, "source" | "dictionary"> & {
      readonly source: PackedSource | null;
      readonly texts: PackedTexts;
    });

export type PackedTable = Omit<Table, "columns"> & { readonly columns: readonly PackedColumn[] };

/** A plan that survives structured cloning: messages between threads, and records of a database. */
export type PackedPlan = Omit<Plan, "tables"> & { readonly tables: Readonly<Record<TableName, PackedTable>> };

/** The plan as plain data. It shares the plan's arrays: clone or transfer it, do not write to it. */
export function packPlan(plan: Plan): PackedPlan {
  return { ...plan, tables: mapTables(plan.tables, packTable) };
}

/** The plan that `packPlan` packed. It takes over the arrays. */
export function unpackPlan(packed: PackedPlan): Plan {
  return { ...packed, tables: mapTables(packed.tables, unpackTable) };
}

export function packTable(table: Table): PackedTable {
  return { ...table, columns: table.columns.map(packColumn) };
}

export function unpackTable(packed: PackedTable): Table {
  return { ...packed, columns: packed.columns.map(unpackColumn) };
}

export function packColumn(column: Table["columns"][number]): PackedColumn {
  const source = column.source && {
    codes: column.source.codes,
    texts: packTexts(column.source.dictionary.texts()),
  };
  if (column.kind !== "text") return { ...column, source };
  const { dictionary, ...rest } = column;
  return { ...rest, texts: packTexts(dictionary.texts()), source };
}

export function unpackColumn(packed: PackedColumn): Table["columns"][number] {
  const source: SourceText | null = packed.source && {
    codes: packed.source.codes,
    dictionary: TextDictionary.from(unpackTexts(packed.source.texts)),
  };
  if (packed.kind !== "text") return { ...packed, source };
  const { texts, ...rest } = packed;
  return { ...rest, dictionary: TextDictionary.from(unpackTexts(texts)), source };
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (let i = 0; i < texts.length; i++) {
    end += texts[i]!.length;
    ends[i] = end;
  }
  return { joined: texts.join(""), ends };
}

export function unpackTexts({ joined, ends }: PackedTexts): string[] {
  const texts = new Array<string>(ends.length);
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    texts[i] = joined.slice(start, ends[i]!);
    start = ends[i]!;
  }
  return texts;
}

/** Every buffer of a packed plan once, for the transfer list of a message. Whoever transfers them loses them. */
export function planBuffers(packed: PackedPlan): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const table of Object.values(packed.tables)) {
    buffers.add(table.ids.buffer);
    if (table.deleted) buffers.add(table.deleted.buffer);
    for (const column of table.columns) {
      if (column.kind === "number") buffers.add(column.values.buffer);
      else if (column.kind === "yesno") buffers.add(column.flags.buffer);
      else buffers.add(column.codes.buffer).add(column.texts.ends.buffer);
      if (column.source) buffers.add(column.source.codes.buffer).add(column.source.texts.ends.buffer);
    }
  }
  for (const layer of packed.layers) if (layer.baseline) addAlignment(buffers, layer.baseline);
  for (const scenario of packed.scenarios) {
    for (const alignment of Object.values(scenario.alignments)) addAlignment(buffers, alignment);
  }
  return [...buffers].filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}

function addAlignment(buffers: Set<ArrayBufferLike>, alignment: Alignment): void {
  buffers.add(alignment.territoryOf.buffer).add(alignment.originOf.buffer);
  buffers.add(alignment.locked.buffer).add(alignment.territoryOfUnit.buffer);
}

function mapTables<From, To>(
  tables: Readonly<Record<TableName, From>>,
  convert: (table: From) => To,
): Record<TableName, To> {
  return {
    accounts: convert(tables.accounts),
    leads: convert(tables.leads),
    deals: convert(tables.deals),
    reps: convert(tables.reps),
    units: convert(tables.units),
  };
}
