import { type Alignment, territoryAt } from "../alignment";

/**
 * 1 for each account that stands in another territory in `after` than in `before`, by account row; territories are matched by id. An
 * account that is younger than the earlier alignment was unassigned there.
 */
export function movedFlags(before: Alignment, after: Alignment): Uint8Array {
  const slotById = new Map(after.territories.map((territory, slot) => [territory?.id, slot]));
  const slotBefore = before.territories.map((_, slot) => slotById.get(territoryAt(before, slot).id) ?? -1);
  const count = after.territoryOf.length;
  const known = before.territoryOf.length;
  const flags = new Uint8Array(count);
  for (let account = 0; account < count; account++) {
    const from = account < known ? slotBefore[before.territoryOf[account]!]! : 0;
    if (from !== after.territoryOf[account]) flags[account] = 1;
  }
  return flags;
}
