import { type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { moveAll } from "./assign-accounts";
import { followNamed } from "./name-accounts";

/**
 * Puts everything of some territories into another one and deletes them: accounts with their locks, and units. The one that stays keeps its
 * name, reps, share and group.
 */
export function mergeTerritories(
  plan: Plan,
  path: AlignmentPath,
  into: TerritorySlot,
  merged: Iterable<TerritorySlot>,
): Patch {
  const alignment = alignmentAt(plan, path);
  const gone = new Set([...merged].filter((slot) => slot !== into));
  for (const slot of [into, ...gone]) {
    if (slot === UNASSIGNED || !alignment.territories[slot])
      throw new Error(`Expected a territory in slot ${slot}, got none.`);
  }
  const names = [...gone].map((slot) => territoryAt(alignment, slot).name);
  const label = `Merge ${names.join(", ")} into ${territoryAt(alignment, into).name}`;
  const cause = { kind: "action", action: "merge-territories" } as const;
  if (gone.size === 0) return { label, cause, changes: [] };

  const accounts = rowsIn(alignment.territoryOf, gone);
  const units = rowsIn(alignment.territoryOfUnit, gone);
  const changes: Change[] = [];
  if (accounts.length > 0)
    changes.push(moveAll(plan, path, accounts, new Uint16Array(accounts.length).fill(into), "dragged"));
  if (units.length > 0) {
    const from = Uint16Array.from(units, (unit) => alignment.territoryOfUnit[unit]!);
    changes.push({ kind: "units", path, units, from, to: new Uint16Array(units.length).fill(into) });
  }
  for (const slot of gone)
    changes.push({ kind: "territory", path, slot, from: alignment.territories[slot]!, to: null });
  return followNamed(plan, path, { label, cause, changes });
}

function rowsIn(slots: Uint16Array, wanted: ReadonlySet<TerritorySlot>): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < slots.length; row++) if (wanted.has(slots[row]!)) rows.push(row);
  return Uint32Array.from(rows);
}
