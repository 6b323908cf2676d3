import type { Measure } from "../plan";
import { columnByKey, type Table } from "../table";

const cache = new WeakMap<Float64Array, Map<Uint8Array | null, Float64Array>>();

/**
 * What each account brings to a measure, by account row; blank and deleted accounts bring 0. Shared: do not write to it.
 * A measure whose column is gone brings nothing.
 */
export function measureValues(accounts: Table, measure: Measure): Float64Array {
  const column = measure.source.kind === "column" ? columnByKey(accounts, measure.source.column) : undefined;
  const numbers = column?.kind === "number" ? column.values : null;
  if (measure.source.kind === "column" && !numbers) return new Float64Array(accounts.count);

  const key = numbers ?? accounts.ids;
  let byDeleted = cache.get(key);
  if (!byDeleted) {
    byDeleted = new Map();
    cache.set(key, byDeleted);
  }
  let values = byDeleted.get(accounts.deleted);
  if (!values) {
    byDeleted.clear();
    values = numbers
      ? numbers.map((value) => (Number.isFinite(value) ? value : 0))
      : new Float64Array(accounts.count).fill(1);
    if (accounts.deleted) {
      for (let row = 0; row < accounts.count; row++) if (accounts.deleted[row]) values[row] = 0;
    }
    byDeleted.set(accounts.deleted, values);
  }
  return values;
}
