import { type Alignment, lockHolds, primaryRep, type TerritorySlot } from "./alignment";
import type { AlignmentPath, Plan } from "./plan";
import { alignmentAt } from "./plan";
import type { NamedAccount } from "./planning/named-account";
import { isLive, rowById } from "./table";

/**
 * Where a named account belongs in an alignment: in the territory chosen for it where its rep has that one, else in the only one the rep
 * has. Nowhere where the rep has none, or several and none of them is chosen.
 */
export type NamedPlace =
  | { readonly kind: "territory"; readonly slot: TerritorySlot }
  | { readonly kind: "no-territory" }
  | { readonly kind: "several"; readonly slots: readonly TerritorySlot[] };

/** What keeps a named account from standing with its rep. */
export interface NamedConflict {
  readonly named: NamedAccount;
  /** `locked`: a lock holds it in another territory. `elsewhere`: it could move to its rep, and has not. */
  readonly kind: "no-account" | "no-rep" | "no-territory" | "several" | "locked" | "elsewhere";
}

/** Territories whose accounts a rep owns, by slot. */
export function slotsOfRep(alignment: Alignment, rep: number): TerritorySlot[] {
  const slots: TerritorySlot[] = [];
  for (const [slot, territory] of alignment.territories.entries()) {
    if (slot > 0 && territory && primaryRep(territory) === rep) slots.push(slot);
  }
  return slots;
}

export function namedPlace(alignment: Alignment, named: NamedAccount): NamedPlace {
  const slots = slotsOfRep(alignment, named.rep);
  const chosen = slots.find((slot) => alignment.territories[slot]!.id === named.territory);
  if (chosen !== undefined) return { kind: "territory", slot: chosen };
  if (slots.length === 1) return { kind: "territory", slot: slots[0]! };
  return slots.length === 0 ? { kind: "no-territory" } : { kind: "several", slots };
}

/** The territory of each named account that has a place, by account row; deleted accounts are left out. */
export function namedSlots(
  plan: Pick<Plan, "planning" | "tables">,
  alignment: Alignment,
): ReadonlyMap<number, TerritorySlot> {
  const slots = new Map<number, TerritorySlot>();
  const { accounts } = plan.tables;
  const rows = plan.planning.namedAccounts.length > 0 ? rowById(accounts) : null;
  for (const named of plan.planning.namedAccounts) {
    const row = rows!.get(named.account);
    if (row === undefined || row >= alignment.territoryOf.length || !isLive(accounts, row)) continue;
    const place = namedPlace(alignment, named);
    if (place.kind === "territory") slots.set(row, place.slot);
  }
  return slots;
}

/** Named accounts that do not stand with their rep, and why, in the order of the records. */
export function namedConflicts(plan: Plan, path: AlignmentPath): NamedConflict[] {
  const alignment = alignmentAt(plan, path);
  const { accounts, reps } = plan.tables;
  const kindOf = (named: NamedAccount): NamedConflict["kind"] | null => {
    const row = rowById(accounts).get(named.account);
    if (row === undefined || !isLive(accounts, row)) return "no-account";
    const rep = rowById(reps).get(named.rep);
    if (rep === undefined || !isLive(reps, rep)) return "no-rep";
    const place = namedPlace(alignment, named);
    if (place.kind !== "territory") return place.kind;
    if (alignment.territoryOf[row] === place.slot) return null;
    return isHeld(plan, alignment, row) ? "locked" : "elsewhere";
  };
  return plan.planning.namedAccounts.flatMap((named) => {
    const kind = kindOf(named);
    return kind ? [{ named, kind }] : [];
  });
}

/** Whether a lock holds the account today; being named does not count. */
export function isHeld(plan: Pick<Plan, "day">, alignment: Alignment, row: number): boolean {
  const lock = alignment.locks.get(row);
  return lock !== undefined && lockHolds(lock, plan.day ?? Number.NEGATIVE_INFINITY);
}
