import { type Alignment, primaryRep } from "../alignment";
import { type ColumnRole, columnByKey, columnByRole, type NumberColumn, rowById, type Table } from "../table";

/** Row of the primary rep of each slot in the table of reps; -1 where there is none. */
export function primaryRepRows(alignment: Alignment, reps: Table): Int32Array {
  const rows = rowById(reps);
  return Int32Array.from(alignment.territories, (territory, slot) => {
    const rep = slot > 0 && territory ? primaryRep(territory) : null;
    const row = rep === null ? undefined : rows.get(rep);
    return row === undefined || reps.deleted?.[row] ? -1 : row;
  });
}

/**
 * What the primary rep has of a rep column for each territory, by slot: the rep's number divided by the number of territories the rep is
 * the primary rep of. NaN where there is no rep or the rep's cell is blank or below 0.
 */
export function repParts(alignment: Alignment, reps: Table, column: NumberColumn | undefined): Float64Array {
  const rowOf = primaryRepRows(alignment, reps);
  const territories = new Uint32Array(reps.count);
  for (const row of rowOf) if (row >= 0) territories[row]!++;
  return Float64Array.from(rowOf, (row) => {
    const value = row < 0 ? Number.NaN : (column?.values[row] ?? Number.NaN);
    return value >= 0 && Number.isFinite(value) ? value / territories[row]! : Number.NaN;
  });
}

/** The rep column that has the role and holds numbers. */
export function repNumbers(reps: Table, role: ColumnRole): NumberColumn | undefined {
  const column = columnByRole(reps, role);
  return column?.kind === "number" ? column : undefined;
}

/** The rep column with the key, if it holds numbers. */
export function repNumbersByKey(reps: Table, key: string): NumberColumn | undefined {
  const column = columnByKey(reps, key);
  return column?.kind === "number" ? column : undefined;
}

const DAYS_PER_MONTH = 365.25 / 12;

/**
 * Mean productivity over a period of a rep who grows evenly from 0 on the first day to 1 after `ramp` months, as a fraction; 1 where either
 * is not known. `since` and `from` are days since 1970-01-01.
 */
export function meanProductivity(since: number, ramp: number, from: number, months: number): number {
  if (!Number.isFinite(since) || !(ramp >= 0) || !(months > 0)) return 1;
  const start = (from - since) / DAYS_PER_MONTH;
  return (productiveMonths(start + months, ramp) - productiveMonths(start, ramp)) / months;
}

/** Full months' worth of work done `months` after the first day; 0 before it. */
function productiveMonths(months: number, ramp: number): number {
  if (months <= 0) return 0;
  return months < ramp ? (months * months) / (2 * ramp) : months - ramp / 2;
}

/** Mean productivity of each territory's primary rep over a period, by slot, from the columns with the roles since and ramp. */
export function territoryProductivity(
  alignment: Alignment,
  reps: Table,
  from: number,
  months: number,
): Float64Array {
  const since = repNumbers(reps, "since");
  const ramp = repNumbers(reps, "ramp");
  return Float64Array.from(primaryRepRows(alignment, reps), (row) =>
    row < 0 || !since || !ramp ? 1 : meanProductivity(since.values[row]!, ramp.values[row]!, from, months),
  );
}
