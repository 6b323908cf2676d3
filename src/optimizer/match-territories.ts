import { cheapestAssignment } from "./assignment-problem";
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
  const keeps = (to: number, from: number): number =>
    blocked?.(to, from) ? 0 : (kept[to * existingCount + from] ?? 0);
  const match = new Uint16Array(proposedCount).fill(NONE);
  if (proposedCount <= existingCount) {
    const columns = cheapestAssignment(proposedCount, existingCount, (to, from) => -keeps(to, from));
    for (let to = 0; to < proposedCount; to++) if (keeps(to, columns[to]!) > 0) match[to] = columns[to]!;
  } else {
    const columns = cheapestAssignment(existingCount, proposedCount, (from, to) => -keeps(to, from));
    for (let from = 0; from < existingCount; from++)
      if (keeps(columns[from]!, from) > 0) match[columns[from]!] = from;
  }
  return match;
}
