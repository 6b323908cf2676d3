import { cellText } from "./cells";
import { levelName } from "./hierarchy";
import { type AlignmentPath, alignmentAt, type Plan } from "./plan";
import type { CellComment } from "./planning/cell-comment";
import { columnByKey, columnByRole, isLive, rowById } from "./table";

/** Where a comment is, in words, and whether that place is still there. */
export interface CommentPlace {
  /** Row number, of territories the slot; null where the row is gone. */
  readonly row: number | null;
  /** What the row is called; "" where nobody can tell any more. */
  readonly rowName: string;
  /** The column's header; null where the column is gone. */
  readonly header: string | null;
}

/** The place of a comment in the alignment at `path`. Deleted rows keep their name. */
export function commentPlace(plan: Plan, path: AlignmentPath, comment: CellComment): CommentPlace {
  const header = headerOf(plan, comment);
  if (comment.table === "territories") {
    const { territories } = alignmentAt(plan, path);
    const slot = territories.findIndex((territory) => territory?.id === comment.row);
    return { row: slot < 0 ? null : slot, rowName: territories[slot]?.name ?? "", header };
  }
  const table = plan.tables[comment.table];
  const row = rowById(table).get(Number(comment.row));
  if (row === undefined) return { row: null, rowName: "", header };
  const named = columnByRole(table, "name") ?? columnByRole(table, "key") ?? table.columns[0];
  return { row: isLive(table, row) ? row : null, rowName: cellText(named, row) || `Row ${row + 1}`, header };
}

/** Columns that sheets show beside those of the table. */
const FIXED_HEADERS: Readonly<Record<string, string>> = {
  "@territory": "Territory",
  "@rep": "Rep",
  "@locked": "Locked",
  "@fit": "Fit",
  "@misplaced": "Misplaced",
  "@named": "Named for",
  "@name": "Territory",
  "@accounts": "Accounts",
  "@visits": "Visits a year",
  "@visit-hours": "Visit hours",
  "@travel-hours": "Travel hours",
};

const MEASURE_HEADERS: Readonly<Record<string, string>> = {
  total: "",
  index: " index",
  deviation: " ±%",
  capacity: " limit",
};

function headerOf(plan: Plan, { table, column }: CellComment): string | null {
  const own = table === "territories" ? undefined : columnByKey(plan.tables[table], column);
  if (own) return own.header;
  const fixed = FIXED_HEADERS[column];
  if (fixed) return fixed;
  const derived = plan.planning.columns.find(({ id }) => column === id || column.endsWith(`:${id}`));
  if (derived) return derived.header;
  if (column.startsWith("@segment:")) {
    const id = column.slice("@segment:".length);
    return plan.planning.segmentations.find((segmentation) => segmentation.id === id)?.name ?? null;
  }
  if (column.startsWith("@level:")) return levelName(plan, Number(column.slice("@level:".length)));
  if (column.startsWith("@trend:")) return "Trend";
  const measure = plan.measures.find(({ id }) => column.startsWith(`${id}@`));
  const suffix = measure && MEASURE_HEADERS[column.slice(measure.id.length + 1)];
  return suffix === undefined ? null : `${measure!.name}${suffix}`;
}
