import type { JSX } from "solid-js";
import type { Patch } from "../../model/patch";
import type { Plan } from "../../model/plan";
import type { CellValue, ColumnType } from "../../model/table";
import type { Aggregate } from "../../model/views/subtotals";
import type { ViewColumn } from "../../model/views/view-column";

/** One column of a sheet. The functions read the plan as it is now, by row number, and are called in tracked scopes. */
export interface GridColumn {
  /** Unique within the sheet; also the key of its filter, width and place. */
  readonly key: string;
  readonly header: string;
  /** Decides alignment, filter conditions and how typed text is read. */
  readonly type: ColumnType;
  /** Width in px until the planner changes it. */
  readonly width: number;
  /** Stays at the left edge from the start. */
  readonly pinned?: boolean;
  /** Rows move at once when its values change; for columns that follow the alignment. */
  readonly live?: boolean;
  /** What sorting and filtering read; the same object for as long as the values are the same. */
  readonly view: () => ViewColumn;
  /** What the cell shows. */
  readonly text: (row: number) => string;
  /** What goes to the clipboard and into the editor: every digit, readable back. Absent = `text`. */
  readonly fullText?: (row: number) => string;
  /** Writes a number of the column as its cells do, without blanks; absent for texts. */
  readonly format?: (value: number) => string;
  /** What groups show of the column until the planner chooses; absent = as its type has it. */
  readonly aggregate?: Aggregate;
  /** What groups of its values are, where they are more than equal texts. */
  readonly groups?: ColumnGroups;
  /** Left out until the planner asks for it. */
  readonly hiddenAtFirst?: boolean;
  /** Draws the cell where plain text will not do. `row` is a signal: cells are used again for other rows. */
  readonly draw?: (row: () => number) => JSX.Element;
  /** Absent where the cells are read-only. */
  readonly edit?: CellEdit;
  /** What there is to know of a cell beyond its text, in words for screen readers; "" for nothing. Asked of the focused cell only. */
  readonly describe?: (row: number) => string;
  /** The same and more for the eye, beside the cell while the pointer rests on it; null for nothing. */
  readonly card?: (row: number) => JSX.Element;
  /** Says where the value comes from to someone who tries to edit a read-only cell. */
  readonly readOnlyReason?: string;
}

/** Groups of a text column whose codes are things of their own: two territories of one name are two groups. */
export interface ColumnGroups {
  /** Code by text, to know a group again; unlike the code it stays when the plan changes. */
  readonly idOf: (code: number) => string;
  /** Color (CSS) beside the label. */
  readonly colorOf: (code: number) => string | undefined;
  /** Territory slot that accounts dropped on the group go to. */
  readonly slotOf?: (code: number) => number;
  /** More to say about the group behind its count: an index. */
  readonly detailOf?: (code: number) => string;
}

/** A text read as a value of a column, or what is wrong with it in plain words. */
export type ReadCell =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly message: string };

/** How cells of a column take values, however they come: typed, pasted, filled or replaced. */
export interface CellWriter {
  /** A text as a value of the column. */
  readonly read: (text: string) => ReadCell;
  /** What setting these cells comes to; rows (each once) and values in parallel, as `read` makes them. */
  readonly patch: (plan: Plan, rows: readonly number[], values: readonly CellValue[]) => Patch;
  /** Why a cell stays as it is although the value can be read: a locked account, say. null where it can be set. */
  readonly refusal?: ((row: number, value: CellValue) => string | null) | undefined;
  /** Absent unless the values are names of things, which a text may not know. */
  readonly names?: KnownNames | undefined;
}

/** Names that the cells of a column choose from, and how another is made. A value of the column is one of them. */
export interface KnownNames {
  /** What is named, one and many: "territory", "territories". */
  readonly noun: readonly [one: string, many: string];
  readonly all: () => readonly string[];
  /** Makes what a new name names. */
  readonly make: (plan: Plan, name: string) => Patch;
}

/** How a person changes a cell: by typing, by turning it, or in a dialog that `open` shows. */
export type CellEdit =
  | (CellWriter & {
      readonly kind: "text";
      /** Texts to choose from while typing; absent where there is nothing to offer. */
      readonly choices?: () => readonly string[];
    })
  | (CellWriter & {
      readonly kind: "toggle";
      readonly value: (row: number) => boolean;
    })
  | {
      readonly kind: "dialog";
      readonly open: (rows: readonly number[]) => void;
      /** Absent where only the dialog can change the cells. */
      readonly writer?: CellWriter;
    };

/** How the column's cells take values; null where they are read-only or only their dialog can change them. */
export function writerOf({ edit }: Pick<GridColumn, "edit">): CellWriter | null {
  if (!edit) return null;
  return edit.kind === "dialog" ? (edit.writer ?? null) : edit;
}

/** True where the column's numbers stand at the right edge. */
export function isNumeric(column: Pick<GridColumn, "type">): boolean {
  return column.type === "number" || column.type === "currency" || column.type === "percent";
}

/** True where the column holds days since 1970. */
export function isDate(column: Pick<GridColumn, "type">): boolean {
  return column.type === "date" || column.type === "datetime";
}

/** What ascending or descending means in a column: "Smallest first", "Z to A". */
export function directionWords(column: Pick<GridColumn, "type"> | undefined, descending: boolean): string {
  if (column && isDate(column)) return descending ? "Newest first" : "Oldest first";
  if (column && isNumeric(column)) return descending ? "Largest first" : "Smallest first";
  if (column?.type === "yesno") return descending ? "Yes first" : "No first";
  return descending ? "Z to A" : "A to Z";
}
