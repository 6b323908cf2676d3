import { mercatorX, mercatorY } from "../../geo/mercator";
import type { UnitSet } from "../../geodata/unit-set";
import type { Territory, TerritorySlot } from "../../model/alignment";
import type { AccountPoints } from "./account-points";

/** A territory's name where it stands on the territory's ground; in mercator units. */
export interface TerritoryLabel {
  readonly slot: TerritorySlot;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Accounts on the map. */
  readonly accounts: number;
}

/** One label for each territory that has an account on the map, at the one nearest to the middle of all; the largest first. Unassigned has none. */
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

/** Whose each unit of a set is. */
export interface UnitOwners {
  readonly set: Pick<UnitSet, "count" | "centers" | "areasKm2">;
  readonly slotOf: (unit: number) => TerritorySlot;
}

/**
 * One label for each territory that has a unit with an area, inside the one nearest to the middle of its ground, wherever its accounts lie; the
 * one with most accounts on the map first.
 */
export function unitTerritoryLabels(
  points: AccountPoints,
  territoryOf: Uint16Array,
  territories: readonly (Territory | null)[],
  { set, slotOf }: UnitOwners,
): TerritoryLabel[] {
  const xs = new Float64Array(set.count);
  const ys = new Float64Array(set.count);
  const middles = territories.map(() => ({ x: 0, y: 0, weight: 0 }));
  for (let unit = 0; unit < set.count; unit++) {
    const x = mercatorX(set.centers[2 * unit]!);
    xs[unit] = x < points.seam ? x + 1 : x;
    ys[unit] = mercatorY(set.centers[2 * unit + 1]!);
    const middle = middles[slotOf(unit)];
    const weight = set.areasKm2[unit]!;
    if (!middle || !(weight > 0) || Number.isNaN(x)) continue;
    middle.x += weight * xs[unit]!;
    middle.y += weight * ys[unit]!;
    middle.weight += weight;
  }
  const nearest = new Int32Array(territories.length).fill(-1);
  const least = new Float64Array(territories.length).fill(Number.POSITIVE_INFINITY);
  for (let unit = 0; unit < set.count; unit++) {
    const slot = slotOf(unit);
    const middle = middles[slot];
    if (!middle) continue;
    const distance = Math.hypot(xs[unit]! - middle.x / middle.weight, ys[unit]! - middle.y / middle.weight);
    if (!(distance < least[slot]!)) continue;
    least[slot] = distance;
    nearest[slot] = unit;
  }
  const counts = new Float64Array(territories.length);
  for (let account = 0; account < points.xs.length; account++)
    if (!Number.isNaN(points.xs[account]!)) counts[territoryOf[account] ?? 0]!++;
  const labels: TerritoryLabel[] = [];
  for (let slot = 1; slot < territories.length; slot++) {
    const territory = territories[slot];
    const unit = nearest[slot]!;
    if (territory && unit >= 0)
      labels.push({ slot, text: territory.name, x: xs[unit]!, y: ys[unit]!, accounts: counts[slot]! });
  }
  return labels.sort((a, b) => b.accounts - a.accounts || a.slot - b.slot);
}
