import { type Alignment, territorySlots, UNASSIGNED, UNASSIGNED_TERRITORY } from "../alignment";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { countOf } from "./assign-accounts";

/**
 * Puts accounts where another alignment has them (the baseline, or another scenario's), with the origin they have there; territories are
 * matched by id. Locked and deleted accounts stay, and so do those whose territory does not exist here. `sourceName` is for the label.
 */
export function takeAssignments(
  plan: Plan,
  path: AlignmentPath,
  source: Alignment,
  accounts: Iterable<number>,
  sourceName: string,
): Patch {
  const alignment = alignmentAt(plan, path);
  const slotById = new Map(territorySlots(alignment).map((slot) => [alignment.territories[slot]!.id, slot]));
  slotById.set(UNASSIGNED_TERRITORY.id, UNASSIGNED);
  const rows: number[] = [];
  const to: number[] = [];
  for (const account of new Set(accounts)) {
    if (alignment.locked[account] || !isLive(plan.tables.accounts, account)) continue;
    const territory = source.territories[source.territoryOf[account] ?? UNASSIGNED];
    const slot = territory ? slotById.get(territory.id) : undefined;
    if (slot === undefined || slot === alignment.territoryOf[account]) continue;
    rows.push(account);
    to.push(slot);
  }
  const label = `Move ${countOf(rows.length)} as in ${sourceName}`;
  const cause = { kind: "action", action: "take-assignments" } as const;
  if (rows.length === 0) return { label, cause, changes: [] };
  return {
    label,
    cause,
    changes: [
      {
        kind: "assignment",
        path,
        accounts: Uint32Array.from(rows),
        from: Uint16Array.from(rows, (account) => alignment.territoryOf[account]!),
        to: Uint16Array.from(to),
        fromOrigin: Uint8Array.from(rows, (account) => alignment.originOf[account]!),
        toOrigin: Uint8Array.from(rows, (account) => source.originOf[account] ?? 0),
      },
    ],
  };
}

/** The accounts that a territory (by id) has in either alignment: taking all of them copies its solution. */
export function accountsOfEither(territory: string, here: Alignment, there: Alignment): number[] {
  const slotIn = ({ territories }: Alignment) => territories.findIndex((entry) => entry?.id === territory);
  const [hereSlot, thereSlot] = [slotIn(here), slotIn(there)];
  const accounts: number[] = [];
  for (let account = 0; account < here.territoryOf.length; account++) {
    if (here.territoryOf[account] === hereSlot || there.territoryOf[account] === thereSlot)
      accounts.push(account);
  }
  return accounts;
}
