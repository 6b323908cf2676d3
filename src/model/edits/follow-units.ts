import { type Alignment, UNASSIGNED } from "../alignment";
import { applyPatch } from "../apply-patch";
import { isEligible } from "../eligibility";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { type ColumnRole, columnByKey, columnByRole, isLive } from "../table";
import { isAlignedByUnits, unitOfAccount } from "../units";
import { moveAll } from "./assign-accounts";
import { noteUnits } from "./choose-units";

/** What a unit is told from; as `UNIT_ROLES` of the location data. */
const TOLD_BY: ReadonlySet<ColumnRole | null> = new Set<ColumnRole>([
  "latitude",
  "longitude",
  "postalCode",
  "state",
  "country",
]);

/** Names of the units in which accounts of a plan lie, in their order; null for none. */
export type UnitNames = (plan: Plan, accounts: readonly number[]) => readonly (string | null)[];

/**
 * The patch with what follows from it for units: accounts whose place or address it changes are noted in their units, and new accounts without
 * a territory go to that of their unit wherever an alignment is made by units. The same patch where nothing follows.
 */
export function followUnits(plan: Plan, patch: Patch, unitNames: UnitNames): Patch {
  if (!columnByRole(plan.tables.accounts, "unit")) return patch;
  const added = patch.changes.flatMap(addedAccounts);
  const told = patch.changes.flatMap((change) => toldAccounts(plan, change));
  if (added.length + told.length === 0) return patch;
  const next = applyPatch(plan, patch);
  const rows = [...new Set([...told, ...added])].filter((row) => isLive(next.tables.accounts, row));
  const noted = noteUnits(next, rows, unitNames(next, rows));
  const placed = applyPatch(next, noted);
  const joins = added.length > 0 ? joinTerritories(placed, added) : [];
  if (noted.changes.length + joins.length === 0) return patch;
  return { ...patch, changes: [...patch.changes, ...noted.changes, ...joins] };
}

function addedAccounts(change: Change): number[] {
  return change.kind === "rows-added" && change.table === "accounts"
    ? change.ids.map((_, i) => change.at + i)
    : [];
}

function toldAccounts({ tables }: Plan, change: Change): number[] {
  if (change.kind !== "cells" || change.table !== "accounts") return [];
  return TOLD_BY.has(columnByKey(tables.accounts, change.column)?.role ?? null) ? [...change.rows] : [];
}

function joinTerritories(plan: Plan, accounts: readonly number[]): Change[] {
  const unitOf = unitOfAccount(plan);
  const changes: Change[] = [];
  for (const { id: scenario, alignments } of plan.scenarios) {
    for (const [layer, alignment] of Object.entries(alignments)) {
      if (!isAlignedByUnits(plan, alignment)) continue;
      const free = accounts.filter((account) => joins(plan, layer, alignment, unitOf, account));
      if (free.length === 0) continue;
      const to = Uint16Array.from(free, (account) => alignment.territoryOfUnit[unitOf[account]!]!);
      changes.push(moveAll(plan, { scenario, layer }, Uint32Array.from(free), to, "rule"));
    }
  }
  return changes;
}

function joins(
  plan: Plan,
  layer: string,
  alignment: Alignment,
  unitOf: Int32Array,
  account: number,
): boolean {
  const unit = unitOf[account]!;
  if (unit < 0 || alignment.locked[account] || alignment.territoryOf[account] !== UNASSIGNED) return false;
  const slot = alignment.territoryOfUnit[unit] ?? UNASSIGNED;
  return slot !== UNASSIGNED && isEligible(plan, layer, account);
}
