import type { DateOrder } from "../../model/parse-cell";
import type { ColumnRole, ColumnType } from "../../model/table";
import type { TextEncoding } from "../csv/decode-text";

/** How the bytes of a file are read as cells. */
export interface Reading {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** False where quote marks are ordinary characters. */
  readonly quotes: boolean;
  /** Number of the row, from 0 and blank ones left out, that holds the headers; null where none does. Rows before it are titles. */
  readonly headerRow: number | null;
}

/** What the planner has decided about the reading; the rest is detected. */
export type ReadingChoice = Partial<Reading>;

/** What becomes of a column when several rows become one account. "most" is the most frequent text. */
export const AGGREGATES = ["sum", "average", "min", "max", "first", "most"] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** What the planner wants done with one column of the file. */
export interface ColumnPlan {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly header: string;
  readonly include: boolean;
  readonly role: ColumnRole | null;
  readonly type: ColumnType;
  /** Decimal sign of its numbers. */
  readonly decimal: "." | ",";
  /** Order of the day and the month in its dates. */
  readonly dateOrder: DateOrder;
  /** Texts that stand for "unknown", e.g. "-999"; they are read as blanks and go back out as they came. */
  readonly blanks: readonly string[];
  /** Digits-only texts shorter than this get their leading zeros back; null = leave them. */
  readonly padTo: number | null;
  /** Used only with a roll-up. */
  readonly aggregate: Aggregate;
}

/** Rows that agree in the `groupBy` columns become one account. */
export interface RollUp {
  /** Positions of columns. */
  readonly groupBy: readonly number[];
  /** Column whose distinct values each account counts in a new column; null counts rows. */
  readonly countOf: number | null;
  /** Header of that new column, e.g. "Orders". */
  readonly countHeader: string;
}

/**
 * What the current alignment is made from. "pairs": one territory per (territory, owner), under a group named by the
 * territory; "territory": one per territory value, with its most frequent owner; "owner": one per owner.
 */
export const TERRITORY_SOURCES = ["none", "pairs", "territory", "owner"] as const;
export type TerritorySource = (typeof TERRITORY_SOURCES)[number];

/** What to do with accounts whose key stands more than once: keep all, merge into the first, or skip all but the first. */
export const DUPLICATE_POLICIES = ["keep", "merge", "skip"] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** Everything the planner decides before an import. Plain data: proposed by `inspect`, edited by the dialog. */
export interface ImportPlan {
  /** Name of the plan to be made. */
  readonly name: string;
  readonly reading: Reading;
  /** One per column of the file, in its order. */
  readonly columns: readonly ColumnPlan[];
  readonly rollUp: RollUp | null;
  readonly territories: TerritorySource;
  readonly duplicates: DuplicatePolicy;
  /** Numbers of data rows to leave out: totals and footers. */
  readonly excludedRows: readonly number[];
  /** Numbers of data rows whose latitude is their longitude, and the other way round. */
  readonly swappedRows?: readonly number[];
  /** Country of accounts whose own is blank, as its ISO 3166 two letters; null = unknown. */
  readonly defaultCountry: string | null;
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** The included column with a role, or undefined. */
export function columnWithRole(plan: ImportPlan, role: ColumnRole): ColumnPlan | undefined {
  return plan.columns.find((column) => column.include && column.role === role);
}

/** Whether a column says where the accounts are: a postal code, a city, or both coordinates. */
export function hasPlaceColumn(plan: ImportPlan): boolean {
  const has = (role: ColumnRole) => columnWithRole(plan, role) !== undefined;
  return has("postalCode") || has("city") || (has("latitude") && has("longitude"));
}

/** The plan with one column changed. A role taken over from another column is taken from it. */
export function withColumn(plan: ImportPlan, index: number, change: Partial<ColumnPlan>): ImportPlan {
  return {
    ...plan,
    columns: plan.columns.map((column) => {
      if (column.index === index) return { ...column, ...change };
      return change.role && column.role === change.role ? { ...column, role: null } : column;
    }),
  };
}
