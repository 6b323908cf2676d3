import { familyOf } from "./families";
import { EMPTY_TABLES } from "./plan";
import type { Column, NumberColumn, SourceText, Table, TextColumn, YesNoColumn } from "./table";
import { TextDictionary } from "./text-dictionary";

/** Between two texts of a dictionary: no character of any language. */
const SEPARATOR = "\uffff";

/**
 * The columns that tell families, in a form that can be posted. The texts of a dictionary are one string: thousands of strings would cost
 * the sender more than telling the families.
 */
export interface PostedFamilies {
  readonly table: Omit<Table, "columns">;
  readonly columns: readonly PostedColumn[];
}

interface PostedText {
  readonly codes: Uint32Array;
  readonly texts: string;
}

interface PostedColumn {
  readonly column:
    | Omit<NumberColumn, "source">
    | Omit<TextColumn, "source" | "dictionary">
    | Omit<YesNoColumn, "source">;
  readonly texts: string | null;
  readonly source: PostedText | null;
}

/** Families of the accounts as they are told in the plan, to be posted; null where no column names parents. */
export function postFamilies({ columns, ...table }: Table): PostedFamilies | null {
  const telling = columns.filter(({ role }) => role === "parent" || role === "key" || role === "name");
  if (!telling.some(({ role }) => role === "parent")) return null;
  return { table, columns: telling.map(postColumn) };
}

/** Label of each row's family from 1, by row; 0 for rows without relatives. */
export function familyLabels({ table, columns }: PostedFamilies): Uint32Array {
  const accounts: Table = { ...table, columns: columns.map(readColumn) };
  return Uint32Array.from(familyOf({ tables: { ...EMPTY_TABLES, accounts } }), (family) => family + 1);
}

function postColumn(column: Column): PostedColumn {
  const { source: own, ...rest } = column;
  const source = own && { codes: own.codes, texts: joined(own.dictionary) };
  if (rest.kind !== "text") return { column: rest, texts: null, source };
  const { dictionary, ...plain } = rest;
  return { column: plain, texts: joined(dictionary), source };
}

function readColumn({ column, texts, source: posted }: PostedColumn): Column {
  const source: SourceText | null = posted && { codes: posted.codes, dictionary: separated(posted.texts) };
  return column.kind === "text"
    ? { ...column, source, dictionary: separated(texts ?? "") }
    : { ...column, source };
}

function joined(dictionary: TextDictionary): string {
  return dictionary.texts().join(SEPARATOR);
}

function separated(texts: string): TextDictionary {
  return TextDictionary.from(texts === "" ? [] : texts.split(SEPARATOR));
}
