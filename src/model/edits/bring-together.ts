import { type Alignment, type TerritorySlot, UNASSIGNED } from "../alignment";
import type { SplitFamily } from "../families";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { moveAll } from "./assign-accounts";

/**
 * Moves each family into one territory: where most of its pinned accounts are, else where most of its accounts are, a territory before
 * Unassigned. Pinned accounts stay where they are.
 */
export function bringTogether(plan: Plan, path: AlignmentPath, families: readonly SplitFamily[]): Patch {
  const alignment = alignmentAt(plan, path);
  const accounts: number[] = [];
  const slots: TerritorySlot[] = [];
  let moved = 0;
  for (const family of families) {
    const to = meetingPlace(alignment, family);
    const leaving = family.accounts.filter(
      (account) => !alignment.locked[account] && alignment.territoryOf[account] !== to,
    );
    if (leaving.length > 0) moved++;
    for (const account of leaving) {
      accounts.push(account);
      slots.push(to);
    }
  }
  return {
    label: moved === 1 ? "Bring a family together" : `Bring ${moved} families together`,
    cause: { kind: "action", action: "bring-together" },
    changes:
      accounts.length > 0
        ? [moveAll(plan, path, Uint32Array.from(accounts), Uint16Array.from(slots), "dragged")]
        : [],
  };
}

/** Where a family would meet. */
export function meetingPlace({ locked, territoryOf }: Alignment, family: SplitFamily): TerritorySlot {
  const pinnedIn = new Map<TerritorySlot, number>();
  for (const account of family.accounts) {
    const slot = territoryOf[account]!;
    if (locked[account] && slot !== UNASSIGNED) pinnedIn.set(slot, (pinnedIn.get(slot) ?? 0) + 1);
  }
  const places = family.places.filter(({ slot }) => slot !== UNASSIGNED);
  const best = places.toSorted((a, b) => (pinnedIn.get(b.slot) ?? 0) - (pinnedIn.get(a.slot) ?? 0))[0];
  return best?.slot ?? UNASSIGNED;
}
