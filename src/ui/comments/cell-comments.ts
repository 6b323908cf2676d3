import { createMemo } from "solid-js";
import type { RowId } from "../../model/ids";
import type { CellComment } from "../../model/planning/cell-comment";
import { rowById } from "../../model/table";
import type { Planner } from "../planner";

/** Threads about one cell, oldest first. */
export type CellThreads = readonly CellComment[];

/** The comments on one sheet's cells, by what the sheet calls its rows. Read in tracked scopes. */
export interface CellComments {
  readonly table: CellComment["table"];
  /** Open threads of a column by row number; undefined where the column has none. */
  readonly openIn: (column: string) => ReadonlyMap<number, CellThreads> | undefined;
  /** What a comment calls a row. */
  readonly rowKey: (row: number) => RowId | string;
  /** Every thread of a cell, settled ones behind. */
  readonly threadsAt: (row: number, column: string) => CellThreads;
}

/** Follows the comments on a table's cells for as long as the owner lives. */
export function createCellComments(planner: Planner, table: CellComment["table"]): CellComments {
  const own = createMemo(() => planner.plan().planning.comments);
  const ids = createMemo(() => (table === "territories" ? null : planner.plan().tables[table].ids));
  const territories = createMemo(() => (table === "territories" ? planner.alignment().territories : null));
  // No memo: most plans have no comment, and the rows by id of a large one take their time and room.
  const rowOf = () => {
    const slots = territories();
    if (slots)
      return new Map<RowId | string, number>(slots.map((territory, slot) => [territory?.id ?? "", slot]));
    ids();
    return table === "territories" ? new Map() : rowById(planner.session.plan.tables[table]);
  };
  const openByColumn = createMemo(() => {
    const columns = new Map<string, Map<number, CellComment[]>>();
    const rows = own().some((comment) => comment.table === table) ? rowOf() : null;
    if (!rows) return columns;
    for (const comment of own()) {
      if (comment.table !== table || comment.resolvedAt !== null) continue;
      const row = rows.get(comment.row as never);
      if (row === undefined) continue;
      const cells = columns.get(comment.column) ?? new Map<number, CellComment[]>();
      cells.set(row, [...(cells.get(row) ?? []), comment]);
      columns.set(comment.column, cells);
    }
    return columns;
  });
  const rowKey = (row: number): RowId | string =>
    table === "territories"
      ? (planner.session.alignment.territories[row]?.id ?? "")
      : planner.session.plan.tables[table].ids[row]!;
  return {
    table,
    openIn: (column) => openByColumn().get(column),
    rowKey,
    threadsAt: (row, column) => {
      const key = rowKey(row);
      const all = own().filter(
        (comment) => comment.table === table && comment.column === column && comment.row === key,
      );
      return [
        ...all.filter(({ resolvedAt }) => resolvedAt === null),
        ...all.filter(({ resolvedAt }) => resolvedAt !== null),
      ];
    },
  };
}

/** What screen readers hear of a cell's open threads. */
export function threadsWords(threads: CellThreads): string {
  const [first] = threads;
  const [note] = first?.notes ?? [];
  if (!note) return "";
  const replies = threads.reduce((sum, { notes }) => sum + notes.length, 0) - 1;
  const more = replies === 0 ? "" : replies === 1 ? ", and 1 reply" : `, and ${replies} replies`;
  return `Comment by ${note.author || "somebody"}: ${note.text}${more}`;
}
