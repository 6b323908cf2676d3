import type { Plan } from "./plan";
import type { Random } from "./random";

/** Territories around the one that goes, and around the one that is split, which share in the change. */
const AROUND_OLD = 4;
const AROUND_NEW = 2;
/** Draws from which the cheapest territory is dissolved and the dearest one is split. */
const DRAWS = 3;

/** A free center that moves far away: where nothing near is left to improve, a region may still have one center too many. */
export interface Relocation {
  /** The territory that goes, the one that is split, and some of those around both. */
  readonly group: readonly number[];
  readonly territory: number;
  /** A placed block of the territory to split: the new center. */
  readonly block: number;
}

/** Draws a relocation; null if it found none this time. Prefers to split where a bound is violated. */
export function chooseRelocation(
  plan: Plan,
  adjacent: readonly Uint16Array[],
  violating: readonly number[],
  random: Random,
): Relocation | null {
  const { territoryCount } = plan.problem;
  let from = -1;
  let to = violating.length > 0 ? violating[random.below(violating.length)]! : -1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const old = random.below(territoryCount);
    if (!plan.fixedCenter[old] && (from < 0 || plan.cost[old]! < plan.cost[from]!)) from = old;
    const other = random.below(territoryCount);
    if (violating.length === 0 && (to < 0 || plan.cost[other]! > plan.cost[to]!)) to = other;
  }
  if (from < 0 || from === to) return null;
  const own: number[] = [];
  for (let block = plan.first[to]!; block >= 0; block = plan.next[block]!) {
    if (!Number.isNaN(plan.blocks.places[3 * block]!)) own.push(block);
  }
  if (own.length < 2) return null;
  const group = new Set([from, ...nearestOf(plan, adjacent, from, AROUND_OLD), to]);
  for (const territory of nearestOf(plan, adjacent, to, AROUND_NEW)) group.add(territory);
  return { group: [...group], territory: from, block: own[random.below(own.length)]! };
}

/** The adjacent territories with the nearest centers. */
function nearestOf(
  { centers }: Plan,
  adjacent: readonly Uint16Array[],
  territory: number,
  count: number,
): number[] {
  const awayFrom = (other: number): number => {
    const dx = centers[3 * other]! - centers[3 * territory]!;
    const dy = centers[3 * other + 1]! - centers[3 * territory + 1]!;
    const dz = centers[3 * other + 2]! - centers[3 * territory + 2]!;
    const squared = dx * dx + dy * dy + dz * dz;
    return squared >= 0 ? squared : Number.MAX_VALUE;
  };
  return Array.from(adjacent[territory]!, (other) => ({ other, away: awayFrom(other) }))
    .sort((a, b) => a.away - b.away || a.other - b.other)
    .slice(0, count)
    .map(({ other }) => other);
}
