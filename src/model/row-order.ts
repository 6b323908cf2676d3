import type { RowId } from "./ids";
import { columnByRole, type NumberColumn, type Table } from "./table";

/** Stands in the position of rows that come before all others. No row has this id. */
export const BEFORE_ALL: RowId = 0;

/**
 * Rows of a table in natural order, deleted ones included; null where that is the order of their numbers. Rows are only ever
 * appended, so an inserted row remembers in the column with the role "position" the id of the row that it stands behind
 * (0 = before all), as texts edited together do (replicated growable arrays, Roh et al. 2011): of several behind the same row the
 * newest comes first. Rows without a position, or behind a row that is gone, stand where they were appended. Kept with the ids.
 */
export function naturalOrder(table: Table): Uint32Array | null {
  const column = positionColumn(table);
  if (!column) return null;
  const known = orders.get(table.ids);
  if (known?.positions === column.values) return known.order;
  const order = orderOf(table, column.values);
  orders.set(table.ids, { positions: column.values, order });
  return order;
}

/** The column that holds where inserted rows stand, or undefined while all stand where they were appended. */
export function positionColumn(table: Table): NumberColumn | undefined {
  const column = columnByRole(table, "position");
  return column?.kind === "number" ? column : undefined;
}

/** Id of the row in front of another in natural order; `BEFORE_ALL` at the first. */
export function idBefore(table: Table, row: number): RowId {
  const order = naturalOrder(table);
  const before = order ? order[order.indexOf(row) - 1] : row - 1;
  return before === undefined || before < 0 ? BEFORE_ALL : table.ids[before]!;
}

/** True where nothing stands behind the row. */
export function isLast(table: Table, row: number): boolean {
  return (naturalOrder(table)?.at(-1) ?? table.count - 1) === row;
}

const orders = new WeakMap<
  Float64Array,
  { readonly positions: Float64Array; readonly order: Uint32Array | null }
>();

function orderOf({ count, ids }: Table, positions: Float64Array): Uint32Array | null {
  const behind = new Map<RowId, number[]>();
  const isPlaced = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const anchor = positions[row]!;
    if (Number.isNaN(anchor)) continue;
    const rows = behind.get(anchor);
    if (rows) rows.push(row);
    else behind.set(anchor, [row]);
    isPlaced[row] = 1;
  }
  if (behind.size === 0) return null;
  const known = new Set<RowId>([BEFORE_ALL]);
  const isFollowed = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    if (!behind.has(ids[row]!)) continue;
    known.add(ids[row]!);
    isFollowed[row] = 1;
  }
  for (const [anchor, rows] of behind) {
    if (!known.has(anchor)) for (const row of rows) isPlaced[row] = 0;
  }

  const order = new Uint32Array(count);
  const isOut = new Uint8Array(count);
  const waiting: number[] = [];
  let length = 0;
  const emit = () => {
    while (waiting.length > 0) {
      const row = waiting.pop()!;
      if (isOut[row]) continue;
      isOut[row] = 1;
      order[length++] = row;
      // The newest is taken from the stack first.
      if (isFollowed[row]) for (const inserted of behind.get(ids[row]!)!) waiting.push(inserted);
    }
  };
  waiting.push(...(behind.get(BEFORE_ALL) ?? []));
  emit();
  for (let row = 0; row < count; row++) {
    if (isPlaced[row]) continue;
    if (isFollowed[row]) {
      waiting.push(row);
      emit();
    } else {
      isOut[row] = 1;
      order[length++] = row;
    }
  }
  // Rows that a file makes stand behind each other in a circle.
  for (let row = 0; row < count; row++) if (!isOut[row]) order[length++] = row;
  return order;
}
