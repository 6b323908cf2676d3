import { cheapestAssignment } from "../model/assignment-problem";
import { NONE } from "./problem";

export interface TerritoryMatching {
  /** Proposed territory of each item, 0-based; NONE where it has none. */
  readonly proposed: Uint16Array;
  readonly proposedCount: number;
  /** Existing territory of each item, 0-based; NONE where it has none. */
  readonly existing: Uint16Array;
  readonly existingCount: number;
  /** What it is worth if the item keeps its territory, by item (1 each, revenue, …). Absent: 1 each. */
  readonly worth?: Float64Array;
  /** Pairs that must not be matched. */
  readonly blocked?: (proposed: number, existing: number) => boolean;
}

/**
 * The existing territory that each proposed one continues, so that together they keep as much worth as possible: an optimal
 * assignment. NONE where a proposed territory keeps nothing of what is left: it is new.
 */
export function matchTerritories(matching: TerritoryMatching): Uint16Array {
  const { proposed, proposedCount, existing, existingCount, worth, blocked } = matching;
  const kept = new Float64Array(proposedCount * existingCount);
  for (let item = 0; item < proposed.length; item++) {
    const from = existing[item]!;
    const to = proposed[item]!;
    if (from === NONE || to === NONE) continue;
    kept[to * existingCount + from]! += worth ? worth[item]! : 1;
  }
  if (blocked) {
    for (let at = 0; at < kept.length; at++) {
      const from = at % existingCount;
      if (blocked((at - from) / existingCount, from)) kept[at] = 0;
    }
  }
  const match = new Uint16Array(proposedCount).fill(NONE);
  const loss = kept.map((value) => -value);
  if (proposedCount <= existingCount) {
    const existingOf = cheapestAssignment(proposedCount, existingCount, loss);
    for (let to = 0; to < proposedCount; to++) {
      if (kept[to * existingCount + existingOf[to]!]! > 0) match[to] = existingOf[to]!;
    }
    return match;
  }
  const proposedOf = cheapestAssignment(
    existingCount,
    proposedCount,
    transposed(loss, proposedCount, existingCount),
  );
  for (let from = 0; from < existingCount; from++) {
    if (kept[proposedOf[from]! * existingCount + from]! > 0) match[proposedOf[from]!] = from;
  }
  return match;
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column]!;
  }
  return result;
}
