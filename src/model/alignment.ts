import type { RowId } from "./ids";

/** A territory's number within its alignment. */
export type TerritorySlot = number;

/** Slot 0 collects the accounts nobody covers; it makes every per-territory array branch-free. */
export const UNASSIGNED: TerritorySlot = 0;

/** Who put an account where it is, as stored in `originOf`. */
export const ASSIGNMENT_ORIGINS = ["imported", "dragged", "painted", "rule", "optimizer"] as const;
export type AssignmentOrigin = (typeof ASSIGNMENT_ORIGINS)[number];

/** A rep who covers a territory. */
export interface Coverage {
  /** Row id in the table of reps. */
  readonly rep: RowId;
  /** "primary" for the one who owns the accounts; any other name for further roles. */
  readonly role: string;
}

/** A leaf of the territory tree: the only rung that holds accounts. */
export interface Territory {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** The group above it; null at the top. */
  readonly group: string | null;
  readonly coverage: readonly Coverage[];
  /** Its part of every target relative to the other territories; 1 unless a rep is part-time or new. */
  readonly share: number;
  /**
   * Ids of the segments whose accounts it takes, or absent where it takes all. Of each segmentation of which any is listed an account
   * must be in one that is.
   */
  readonly segments?: readonly string[] | undefined;
}

/** A rung above the territories: an area or a region. */
export interface TerritoryGroup {
  readonly id: string;
  readonly name: string;
  /** The group above it; null at the top. */
  readonly parent: string | null;
}

/** Why an account is pinned, and until when. */
export interface Lock {
  readonly reason: string;
  /** The last day it holds, in days since 1970-01-01; null = until unlocked. */
  readonly until: number | null;
}

/** One way to divide the accounts. A value: an edit makes a new alignment that shares what it kept. */
export interface Alignment {
  /** By slot; slot 0 is Unassigned. null where a territory was deleted: slots are never used again. */
  readonly territories: readonly (Territory | null)[];
  readonly groups: readonly TerritoryGroup[];
  /** Territory of each account, by account row. */
  readonly territoryOf: Uint16Array;
  /** Position in ASSIGNMENT_ORIGINS, by account row. */
  readonly originOf: Uint8Array;
  /** By account row. */
  readonly locks: ReadonlyMap<number, Lock>;
  /** 1 where the account may not leave its territory; derived by `withPins` from the locks that hold and the named accounts. */
  readonly locked: Uint8Array;
  /** Territory of each unit, by unit row. */
  readonly territoryOfUnit: Uint16Array;
}

/** The entry at slot 0. */
export const UNASSIGNED_TERRITORY: Territory = {
  id: "unassigned",
  name: "Unassigned",
  color: "#9aa0a6",
  group: null,
  coverage: [],
  share: 0,
};

/** An alignment in which nobody covers anything. */
export function emptyAlignment(accountCount: number, unitCount = 0): Alignment {
  return {
    territories: [UNASSIGNED_TERRITORY],
    groups: [],
    territoryOf: new Uint16Array(accountCount),
    originOf: new Uint8Array(accountCount),
    locks: new Map(),
    locked: new Uint8Array(accountCount),
    territoryOfUnit: new Uint16Array(unitCount),
  };
}

/** Slots of the territories that exist, Unassigned left out, in slot order. */
export function territorySlots(alignment: Alignment): TerritorySlot[] {
  const slots: TerritorySlot[] = [];
  for (let slot = 1; slot < alignment.territories.length; slot++) {
    if (alignment.territories[slot]) slots.push(slot);
  }
  return slots;
}

/** The territory at a slot; Unassigned for a deleted one. */
export function territoryAt(alignment: Alignment, slot: TerritorySlot): Territory {
  return alignment.territories[slot] ?? UNASSIGNED_TERRITORY;
}

/** Row id of the rep who owns the territory's accounts, or null. */
export function primaryRep(territory: Territory): RowId | null {
  return territory.coverage.find((coverage) => coverage.role === "primary")?.rep ?? null;
}

/** Whether a lock still pins on a day (days since 1970-01-01). */
export function lockHolds(lock: Lock, day: number): boolean {
  return lock.until === null || lock.until >= day;
}

/** 1 for each account with a lock that holds on the day; by default before any expires. */
export function lockedFlags(
  locks: ReadonlyMap<number, Lock>,
  accountCount: number,
  day = Number.NEGATIVE_INFINITY,
): Uint8Array {
  const locked = new Uint8Array(accountCount);
  for (const [account, lock] of locks) if (lockHolds(lock, day)) locked[account] = 1;
  return locked;
}
