import type { Territory, TerritorySlot } from "../../model/alignment";
import type { AccountPoints } from "./account-points";

/** A territory's name and the middle of its accounts, in mercator units. */
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
  const labels: TerritoryLabel[] = [];
  for (let slot = 1; slot < territories.length; slot++) {
    const territory = territories[slot];
    const accounts = counts[slot]!;
    if (!territory || accounts === 0) continue;
    labels.push({ slot, text: territory.name, x: xs[slot]! / accounts, y: ys[slot]! / accounts, accounts });
  }
  return labels.sort((a, b) => b.accounts - a.accounts || a.slot - b.slot);
}
