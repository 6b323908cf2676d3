import type { Candidates } from "./candidates";
import { type Meter, spend } from "./meter";
import { distanceTo, type Plan } from "./plan";
import { NONE } from "./problem";

/** A territory's partners in exchanges at least, by nearness, and at most, by shared border. */
const NEAREST = 4;
const MOST = 14;

/**
 * Which territories exchange blocks: those that are each other's second choice for some block, and the nearest centers.
 * Symmetric lists by territory. Territories without a center know the next ones by number.
 */
export function* adjacentTerritories(
  plan: Plan,
  { near, width }: Candidates,
  meter: Meter,
): Generator<void, Uint16Array[]> {
  const { territoryCount } = plan.problem;
  const shared = new Map<number, number>();
  for (let block = 0; block < plan.blocks.count; block++) {
    const own = plan.of[block]!;
    for (let at = block * width; at < (block + 1) * width; at++) {
      const other = near[at]!;
      if (other === NONE) break;
      if (other === own || own === NONE) continue;
      const key = Math.min(own, other) * territoryCount + Math.max(own, other);
      shared.set(key, (shared.get(key) ?? 0) + 1);
      break;
    }
    if (spend(meter, 4)) yield;
  }
  const lists = Array.from({ length: territoryCount }, () => new Set<number>());
  const link = (a: number, b: number): void => {
    lists[a]!.add(b);
    lists[b]!.add(a);
  };
  for (let territory = 0; territory < territoryCount; territory++) {
    for (const other of nearestTerritories(plan, territory)) link(territory, other);
    if (spend(meter, territoryCount / 4)) yield;
  }
  const borders = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  for (const [key] of borders) {
    const a = Math.floor(key / territoryCount);
    const b = key % territoryCount;
    if (lists[a]!.size < MOST && lists[b]!.size < MOST) link(a, b);
  }
  return lists.map((list) => Uint16Array.from(list).sort());
}

function nearestTerritories(plan: Plan, territory: number): number[] {
  const { territoryCount } = plan.problem;
  const { centers } = plan;
  const x = centers[3 * territory]!;
  if (Number.isNaN(x)) {
    const count = Math.min(NEAREST, territoryCount - 1);
    return Array.from({ length: count }, (_, i) => (territory + i + 1) % territoryCount);
  }
  const nearest: { other: number; away: number }[] = [];
  for (let other = 0; other < territoryCount; other++) {
    if (other === territory || Number.isNaN(centers[3 * other]!)) continue;
    const away = distanceTo(plan, x, centers[3 * territory + 1]!, centers[3 * territory + 2]!, other);
    if (nearest.length === NEAREST && away >= nearest[NEAREST - 1]!.away) continue;
    nearest.push({ other, away });
    nearest.sort((a, b) => a.away - b.away || a.other - b.other);
    if (nearest.length > NEAREST) nearest.pop();
  }
  return nearest.map(({ other }) => other);
}
