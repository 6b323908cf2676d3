import type { RowId } from "./ids";
import type { TextDictionary } from "./text-dictionary";

export type TableName = "accounts" | "leads" | "deals" | "reps" | "units";

/** What a column's values mean to a person; it decides how they are shown, parsed and exported. */
export type ColumnType =
  | "text"
  | "choice"
  | "number"
  | "currency"
  | "percent"
  | "date"
  | "datetime"
  | "yesno";

/** What the planner uses a column for. Within a table a role stands at most once. */
export type ColumnRole =
  | "key"
  | "name"
  | "owner"
  | "territory"
  | "street"
  | "city"
  | "state"
  | "postalCode"
  | "country"
  | "latitude"
  | "longitude"
  | "locatedBy"
  | "industry"
  | "segment"
  | "employees"
  | "revenue"
  | "potential"
  | "visits"
  | "parent"
  | "lastActivity"
  | "created"
  | "firstResponse"
  | "account"
  | "stage"
  | "amount"
  | "closed"
  | "language"
  | "seniority"
  | "manager"
  | "quota"
  | "capacity"
  | "email"
  /** What an account asks for and what a rep can do, separated by ";". */
  | "skills"
  /** A date: since when the rep has the account; since when a rep sells. */
  | "since"
  /** The regions a rep may work in, separated by ";". */
  | "region"
  /** The experienced rep a junior works with, by name. */
  | "lead"
  /** A percent: how much of full time a rep works. */
  | "availability"
  | "awayFrom"
  /** The last day away. */
  | "awayTo"
  /** Months until a new rep carries a full quota. */
  | "ramp"
  /** The most leads a rep is given in a day. */
  | "dailyCap"
  /** Name of the rule that gave the row to whom it belongs, why, and when. */
  | "routedBy"
  | "routingReason"
  | "routedAt"
  /** Name of the geographic unit that an account lies in (`units.ts`). */
  | "unit"
  /** Where inserted rows stand (`row-order.ts`). No sheet, list or file of cells shows it: `shownColumns`. */
  | "position";

interface ColumnBase {
  /** Stable within its table; never shown. */
  readonly key: string;
  /** As shown, and as it stood in the source file. */
  readonly header: string;
  readonly role: ColumnRole | null;
  /** Columns of an imported file go back out; the planner's own are added behind them. */
  readonly origin: "imported" | "planner";
  /** The text of cells whose source differs from the canonical text of their value; null where none does. */
  readonly source: SourceText | null;
}

/** Numbers, dates (days since 1970-01-01 UTC, with fractions for date-times); NaN = blank. A percent is stored as a fraction. */
export interface NumberColumn extends ColumnBase {
  readonly kind: "number";
  readonly type: "number" | "currency" | "percent" | "date" | "datetime";
  readonly values: Float64Array;
}

/** Text by dictionary code; code 0 is the blank. */
export interface TextColumn extends ColumnBase {
  readonly kind: "text";
  readonly type: "text" | "choice";
  readonly codes: Uint32Array;
  readonly dictionary: TextDictionary;
}

/** 0 = no, 1 = yes, 2 = blank. */
export interface YesNoColumn extends ColumnBase {
  readonly kind: "yesno";
  readonly type: "yesno";
  readonly flags: Uint8Array;
}

export type Column = NumberColumn | TextColumn | YesNoColumn;

/** What one cell holds: a number (dates are days), a text, yes or no, or null for a blank. */
export type CellValue = number | string | boolean | null;

/** By row: 0 where the source text is the canonical one, else its code in the dictionary plus one. */
export interface SourceText {
  readonly codes: Uint32Array;
  readonly dictionary: TextDictionary;
}

/** Rows in columns. A value: an edit makes a new table that shares what it kept. Deleted rows keep their number. */
export interface Table {
  /** All rows, deleted ones included. */
  readonly count: number;
  readonly ids: Float64Array;
  /** 1 where the row is deleted; null where none is. */
  readonly deleted: Uint8Array | null;
  /** In the order of the file, then as added. */
  readonly columns: readonly Column[];
}

export const EMPTY_TABLE: Table = { count: 0, ids: new Float64Array(0), deleted: null, columns: [] };

/** The column with this key, or undefined. */
export function columnByKey(table: Table, key: string): Column | undefined {
  return table.columns.find((column) => column.key === key);
}

/** The column that has this role, or undefined. */
export function columnByRole(table: Table, role: ColumnRole): Column | undefined {
  return table.columns.find((column) => column.role === role);
}

/** The columns that people see: all but the one that holds the places of inserted rows. */
export function shownColumns(table: Table): readonly Column[] {
  return columnByRole(table, "position")
    ? table.columns.filter(({ role }) => role !== "position")
    : table.columns;
}

/** True where the row exists and is not deleted. */
export function isLive(table: Table, row: number): boolean {
  return row < table.count && !table.deleted?.[row];
}

/** Number of rows that are not deleted. */
export function liveCount(table: Table): number {
  let deleted = 0;
  if (table.deleted) for (const flag of table.deleted) deleted += flag;
  return table.count - deleted;
}

const rowsById = new WeakMap<Float64Array, Map<RowId, number>>();

/** Ids with more behind them. What is known of the first goes on with the new ones: to make a look-up of 100,000 rows anew takes 20 ms. */
export function withIds(ids: Float64Array, more: readonly RowId[]): Float64Array {
  const all = new Float64Array(ids.length + more.length);
  all.set(ids);
  all.set(more, ids.length);
  const rows = rowsById.get(ids);
  if (rows) {
    // Whoever still asks for the old table gets one of its own, without the new rows.
    rowsById.delete(ids);
    more.forEach((id, i) => {
      rows.set(id, ids.length + i);
    });
    rowsById.set(all, rows);
  }
  return all;
}

/** Row number of every id of the table. Built once per `ids` array. */
export function rowById(table: Table): ReadonlyMap<RowId, number> {
  let rows = rowsById.get(table.ids);
  if (!rows) {
    const built = new Map<RowId, number>();
    for (let row = 0; row < table.count; row++) built.set(table.ids[row]!, row);
    rowsById.set(table.ids, built);
    rows = built;
  }
  return rows;
}
