import { territorySlots, UNASSIGNED, UNASSIGNED_TERRITORY } from "../alignment";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, baselineAt, type Plan } from "../plan";
import { isLive } from "../table";
import { countOf } from "./assign-accounts";

/**
 * Puts accounts back where the baseline has them, with the origin they had there. Locked and deleted accounts stay, and so do those whose
 * territory is gone. Empty without a baseline.
 */
export function returnToBaseline(plan: Plan, path: AlignmentPath, accounts: Iterable<number>): Patch {
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path);
  const slotById = new Map(territorySlots(alignment).map((slot) => [alignment.territories[slot]!.id, slot]));
  slotById.set(UNASSIGNED_TERRITORY.id, UNASSIGNED);
  const rows: number[] = [];
  const to: number[] = [];
  for (const account of new Set(accounts)) {
    if (!baseline || alignment.locked[account] || !isLive(plan.tables.accounts, account)) continue;
    const territory = baseline.territories[baseline.territoryOf[account] ?? UNASSIGNED];
    const slot = territory ? slotById.get(territory.id) : undefined;
    if (slot === undefined || slot === alignment.territoryOf[account]) continue;
    rows.push(account);
    to.push(slot);
  }
  const label = `Return ${countOf(rows.length)} to the baseline`;
  const cause = { kind: "action", action: "return-to-baseline" } as const;
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
        toOrigin: Uint8Array.from(rows, (account) => baseline!.originOf[account] ?? 0),
      },
    ],
  };
}
