import type { Territory, TerritorySlot } from "../../model/alignment";
import type { AccountPoints } from "./account-points";

/** A territory's name at the account nearest to the middle of all, so that it stands on the territory's ground; in mercator units. */
export interface TerritoryLabel {
  readonly slot: TerritorySlot;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Accounts on the map. */
  readonly accounts: number;
}

/** One label for each territory that has an account on the map, the largest first. Unassigned has none. */
export function territoryLabels(
  points: AccountPoints,
  territoryOf: Uint16Array,
  territories: readonly (Territory | null)[],
): TerritoryLabel[] {
  const xs = new Float64Array(territories.length);
  const ys = new Float64Array(territories.length);
  const counts = new Float64Array(territories.length);
  for (let account = 0; account < points.xs.length; account++) {
    const x = points.xs[account]!;
    if (Number.isNaN(x)) continue;
    const slot = territoryOf[account] ?? 0;
    xs[slot]! += x;
    ys[slot]! += points.ys[account]!;
    counts[slot]!++;
  }
  const nearest = new Int32Array(territories.length).fill(-1);
  const least = new Float64Array(territories.length).fill(Number.POSITIVE_INFINITY);
  for (let account = 0; account < points.xs.length; account++) {
    const slot = territoryOf[account] ?? 0;
    const dx = points.xs[account]! - xs[slot]! / counts[slot]!;
    const dy = points.ys[account]! - ys[slot]! / counts[slot]!;
    const distance = dx * dx + dy * dy;
    if (distance >= least[slot]! || Number.isNaN(distance)) continue;
    least[slot] = distance;
    nearest[slot] = account;
  }
  const labels: TerritoryLabel[] = [];
  for (let slot = 1; slot < territories.length; slot++) {
    const territory = territories[slot];
    const account = nearest[slot]!;
    if (!territory || account < 0) continue;
    const [x, y] = [points.xs[account]!, points.ys[account]!];
    labels.push({ slot, text: territory.name, x, y, accounts: counts[slot]! });
  }
  return labels.sort((a, b) => b.accounts - a.accounts || a.slot - b.slot);
}
