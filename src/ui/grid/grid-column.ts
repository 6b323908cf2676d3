import type { JSX } from "solid-js";
import type { Patch } from "../../model/patch";
import type { Plan } from "../../model/plan";
import type { CellValue, ColumnType } from "../../model/table";
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
  /** Draws the cell where plain text will not do. `row` is a signal: cells are used again for other rows. */
  readonly draw?: (row: () => number) => JSX.Element;
  /** Absent where the cells are read-only. */
  readonly edit?: CellEdit;
  /** Says where the value comes from to someone who tries to edit a read-only cell. */
  readonly readOnlyReason?: string;
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
