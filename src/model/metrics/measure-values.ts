import type { LifetimeValue, Measure } from "../measure";
import { columnByKey, type NumberColumn, type Table } from "../table";
import { blendColumns, blendValues } from "./blend-values";
import { type Remembered, remembered } from "./remembered";

const memory: Remembered<object, Float64Array> = new WeakMap();

/**
 * What each account brings to a measure, by account row; blank and deleted accounts bring 0. Shared: do not write to it.
 * A measure whose column is gone brings nothing, and neither do measures of units and workload, whose numbers are not the accounts' own:
 * `accountShares` says what an account brings to those.
 */
export function measureValues(accounts: Table, { source }: Measure): Float64Array {
  const { count, deleted, ids } = accounts;
  switch (source.kind) {
    case "accounts":
      return remembered(memory, ids, [deleted], () =>
        withoutDeleted(accounts, new Float64Array(count).fill(1)),
      );
    case "column":
      return columnValues(accounts, source.column) ?? nothing(accounts);
    case "blend": {
      const columns = blendColumns(source.parts).map((key) => columnByKey(accounts, key));
      return remembered(memory, source, [ids, deleted, ...columns], () =>
        withoutDeleted(accounts, blendValues(accounts, source.parts)),
      );
    }
    case "lifetime": {
      const values = columnValues(accounts, source.column);
      if (!values) return nothing(accounts);
      const factor = lifetimeFactor(source);
      return remembered(memory, source, [values], () => values.map((value) => value * factor));
    }
    case "unit-column":
    case "workload":
      return nothing(accounts);
  }
}

/** What a unit brings to a measure of a unit column, by unit row; blank and deleted units bring 0. Shared: do not write to it. */
export function unitValues(units: Table, column: string): Float64Array {
  return columnValues(units, column) ?? nothing(units);
}

/** What a year's revenue is worth over the customer's life; 0 where the customer would never leave nor money lose value. */
export function lifetimeFactor({
  margin,
  retention,
  discount,
}: Omit<LifetimeValue, "kind" | "column">): number {
  const loss = 1 + discount - retention;
  return loss > 0 ? (margin * retention) / loss : 0;
}

function columnValues(table: Table, key: string): Float64Array | null {
  const column = columnByKey(table, key);
  if (column?.kind !== "number") return null;
  const { values } = column satisfies NumberColumn;
  return remembered(memory, values, [table.deleted], () =>
    withoutDeleted(
      table,
      values.map((value) => (Number.isFinite(value) ? value : 0)),
    ),
  );
}

const nothings: Remembered<object, Float64Array> = new WeakMap();

function nothing({ ids, count }: Table): Float64Array {
  return remembered(nothings, ids, [], () => new Float64Array(count));
}

function withoutDeleted({ deleted, count }: Table, values: Float64Array): Float64Array {
  if (deleted) for (let row = 0; row < count; row++) if (deleted[row]) values[row] = 0;
  return values;
}
