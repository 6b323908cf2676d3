import { type Alignment, territorySlots } from "../alignment";
import type { Measure } from "../measure";
import type { Table } from "../table";
import { primaryRepRows, repNumbersByKey, repParts } from "./rep-part";

/**
 * The most of a measure that each territory's primary rep can carry there, by slot; a rep with several territories splits evenly. NaN = no
 * limit, as for territories without a rep. null where the measure has no capacities.
 */
export function territoryCapacities(
  measure: Measure,
  alignment: Alignment,
  reps: Table,
): Float64Array | null {
  const { capacity } = measure;
  if (!capacity) return null;
  if (capacity.kind === "column") return repParts(alignment, reps, repNumbersByKey(reps, capacity.column));
  const rowOf = primaryRepRows(alignment, reps);
  const territories = new Uint32Array(reps.count);
  for (const row of rowOf) if (row >= 0) territories[row]!++;
  return Float64Array.from(rowOf, (row) => (row < 0 ? Number.NaN : capacity.most / territories[row]!));
}

/** Slots whose total is above their capacity. */
export function slotsOverCapacity(
  totals: Float64Array,
  capacities: Float64Array | null,
  alignment: Alignment,
): number[] {
  if (!capacities) return [];
  // Sums that were added to and taken from may end a hair above what they should be.
  return territorySlots(alignment).filter((slot) => totals[slot]! > capacities[slot]! * (1 + 1e-9));
}
