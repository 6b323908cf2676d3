import type { RowId } from "../ids";
import type { TableName } from "../table";

/** What people wrote to each other about a cell. */
export interface CellComment {
  readonly id: string;
  readonly table: TableName | "territories";
  /** Row id, or the territory's id as text. */
  readonly row: RowId | string;
  /** Key of the column. */
  readonly column: string;
  /** The first one began the thread. */
  readonly notes: readonly CommentNote[];
  /** Milliseconds since 1970 when it was settled; null = open. */
  readonly resolvedAt: number | null;
}

export interface CommentNote {
  readonly text: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
