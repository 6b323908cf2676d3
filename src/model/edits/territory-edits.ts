import { type Territory, type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { moveAll } from "./assign-accounts";
import { followNamed } from "./name-accounts";

/** Largest number of territories an alignment has held at once or in turn: slots are 16-bit. */
export const MAX_SLOTS = 65_535;

/** Adds a territory in the next free slot. */
export function createTerritory(plan: Plan, path: AlignmentPath, territory: Territory): Patch {
  const slot = alignmentAt(plan, path).territories.length;
  if (slot > MAX_SLOTS) throw new Error(`Expected at most ${MAX_SLOTS} territories, got ${slot}.`);
  return followNamed(plan, path, {
    label: `Create territory ${territory.name}`,
    cause: { kind: "action", action: "create-territory" },
    changes: [{ kind: "territory", path, slot, from: null, to: territory }],
  });
}

/** Changes a territory's name, color, coverage, group, share or segments. Named accounts follow their reps. */
export function updateTerritory(
  plan: Plan,
  path: AlignmentPath,
  slot: TerritorySlot,
  fields: Partial<Omit<Territory, "id">>,
): Patch {
  const from = alignmentAt(plan, path).territories[slot];
  if (slot === UNASSIGNED || !from) throw new Error(`Expected a territory in slot ${slot}, got none.`);
  const label =
    fields.name !== undefined && fields.name !== from.name
      ? `Rename ${from.name} to ${fields.name}`
      : `Change territory ${from.name}`;
  const patch: Patch = {
    label,
    cause: { kind: "action", action: "update-territory" },
    changes: [{ kind: "territory", path, slot, from, to: { ...from, ...fields } }],
  };
  return fields.coverage ? followNamed(plan, path, patch) : patch;
}

/** Deletes a territory. Its accounts, locked ones too, become unassigned and unlocked, and its units are assigned to nobody. */
export function deleteTerritory(plan: Plan, path: AlignmentPath, slot: TerritorySlot): Patch {
  const alignment = alignmentAt(plan, path);
  const from = alignment.territories[slot];
  if (slot === UNASSIGNED || !from) throw new Error(`Expected a territory in slot ${slot}, got none.`);
  const accounts: number[] = [];
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    if (alignment.territoryOf[account] === slot) accounts.push(account);
  }
  const locked = accounts.filter((account) => alignment.locks.has(account));
  const changes: Change[] = [];
  if (locked.length > 0) {
    changes.push({
      kind: "locks",
      path,
      accounts: Uint32Array.from(locked),
      from: locked.map((account) => alignment.locks.get(account) ?? null),
      to: locked.map(() => null),
    });
  }
  if (accounts.length > 0) {
    const nobody = new Uint16Array(accounts.length).fill(UNASSIGNED);
    changes.push(moveAll(plan, path, Uint32Array.from(accounts), nobody, "dragged"));
  }
  const units = Uint32Array.from(alignment.territoryOfUnit.keys()).filter(
    (unit) => alignment.territoryOfUnit[unit] === slot,
  );
  if (units.length > 0) {
    const held = new Uint16Array(units.length).fill(slot);
    changes.push({ kind: "units", path, units, from: held, to: new Uint16Array(units.length) });
  }
  changes.push({ kind: "territory", path, slot, from, to: null });
  return followNamed(plan, path, {
    label: `Delete territory ${territoryAt(alignment, slot).name}`,
    cause: { kind: "action", action: "delete-territory" },
    changes,
  });
}
