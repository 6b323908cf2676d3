import { type Alignment, territorySlots, UNASSIGNED, UNASSIGNED_TERRITORY } from "../model/alignment";
import { countOf } from "../model/edits/assign-accounts";
import { MAX_SLOTS } from "../model/edits/territory-edits";
import type { CannotOptimize } from "./optimization-problem";
import type { TerritoryChoice } from "./optimization-settings";

/** The territories of a problem, and whose accounts take part. */
export interface ChosenTerritories {
  /** Slot of each of the problem's territories; null for one that does not exist yet. */
  readonly slots: readonly (number | null)[];
  /** Slots of existing territories that the result will not use. */
  readonly dropped: readonly number[];
  /** 1 where the accounts of a slot take part, by slot. */
  readonly takesPart: Uint8Array;
  /** `fresh` where they are drawn anew. */
  readonly mode: "repair" | "fresh";
  /** The territories among which the total of a measure is divided: those of the problem, or all where only some take part. */
  readonly dividing: readonly (number | null)[];
  readonly regions: Regions | null;
}

/** Regions above the problem's territories. */
export interface Regions {
  readonly count: number;
  /** Region of each of the problem's territories. */
  readonly of: Uint16Array;
  /** Whether they are drawn anew, and the territories inside them; else they are the plan's groups. */
  readonly areNew: boolean;
}

/** Reads the planner's choice of territories against an alignment with that many accounts to assign. */
export function chooseTerritories(
  alignment: Alignment,
  choice: TerritoryChoice,
  accountCount: number,
): ChosenTerritories | CannotOptimize {
  const existing = territorySlots(alignment);
  switch (choice.kind) {
    case "existing":
      if (existing.length === 0) return { reason: "There are no territories yet. Say how many you want." };
      return chosen(alignment, existing, []);
    case "count":
      return drawnAnew(alignment, existing, choice.count, accountCount);
    case "within":
      return onlyWithin(alignment, existing, choice.territories);
    case "add":
      return withMore(alignment, existing, choice.count, accountCount);
    case "drop":
      return withoutSome(alignment, existing, choice.territories);
    case "regions":
      return choice.regions === "groups"
        ? inGroups(alignment, existing)
        : inNewRegions(alignment, existing, choice.regions, choice.count, accountCount);
  }
}

function chosen(
  alignment: Alignment,
  slots: readonly (number | null)[],
  dropped: readonly number[],
  mode: ChosenTerritories["mode"] = "repair",
): ChosenTerritories {
  const takesPart = new Uint8Array(alignment.territories.length).fill(1);
  return { slots, dropped, takesPart, mode, dividing: slots, regions: null };
}

function drawnAnew(
  alignment: Alignment,
  existing: readonly number[],
  count: number,
  accountCount: number,
): ChosenTerritories | CannotOptimize {
  if (!Number.isInteger(count) || count < 1)
    return { reason: "Say how many territories you want: 1 or more." };
  const tooMany = tooManyFor(alignment, count, accountCount);
  if (tooMany) return tooMany;
  const held = heldSlots(alignment);
  const pinned = existing.filter((slot) => held.has(slot));
  if (pinned.length > count) {
    return {
      reason: `${pinned.length} territories hold locked accounts, so there cannot be only ${count}. Unlock some or ask for more.`,
    };
  }
  const kept = [...pinned, ...existing.filter((slot) => !pinned.includes(slot))].slice(0, count);
  kept.sort((a, b) => a - b);
  const added = new Array<null>(count - kept.length).fill(null);
  return chosen(
    alignment,
    [...kept, ...added],
    existing.filter((slot) => !kept.includes(slot)),
    "fresh",
  );
}

function onlyWithin(
  alignment: Alignment,
  existing: readonly number[],
  ids: readonly string[],
): ChosenTerritories | CannotOptimize {
  const slots = existing.filter((slot) => ids.includes(alignment.territories[slot]!.id));
  const withUnassigned = ids.includes(UNASSIGNED_TERRITORY.id);
  if (slots.length + Number(withUnassigned) < 2 || slots.length === 0)
    return { reason: "Choose two or more territories: accounts move between them only." };
  const takesPart = new Uint8Array(alignment.territories.length);
  for (const slot of slots) takesPart[slot] = 1;
  if (withUnassigned) takesPart[UNASSIGNED] = 1;
  return { ...chosen(alignment, slots, []), takesPart, dividing: existing };
}

function withMore(
  alignment: Alignment,
  existing: readonly number[],
  count: number,
  accountCount: number,
): ChosenTerritories | CannotOptimize {
  if (!Number.isInteger(count) || count < 1) return { reason: "Say how many territories to add: 1 or more." };
  const tooMany = tooManyFor(alignment, existing.length + count, accountCount);
  return tooMany ?? chosen(alignment, [...existing, ...new Array<null>(count).fill(null)], []);
}

function withoutSome(
  alignment: Alignment,
  existing: readonly number[],
  ids: readonly string[],
): ChosenTerritories | CannotOptimize {
  const dropped = existing.filter((slot) => ids.includes(alignment.territories[slot]!.id));
  if (dropped.length === 0) return { reason: "Choose the territories to do without." };
  if (dropped.length === existing.length)
    return { reason: "Keep at least one territory for the accounts to go to." };
  const held = heldSlots(alignment);
  const pinned = dropped.find((slot) => held.has(slot));
  if (pinned !== undefined) {
    return {
      reason: `${alignment.territories[pinned]!.name} holds locked accounts. Unlock them, or keep the territory.`,
    };
  }
  return chosen(
    alignment,
    existing.filter((slot) => !dropped.includes(slot)),
    dropped,
  );
}

/** The groups on the rung below the top; territories under none of them are a region of their own. */
function inGroups(alignment: Alignment, existing: readonly number[]): ChosenTerritories | CannotOptimize {
  if (existing.length === 0) return { reason: "There are no territories yet. Say how many you want." };
  const numbers = new Map<string | null, number>();
  const of = Uint16Array.from(existing, (slot) => {
    const group = topGroup(alignment, alignment.territories[slot]!.group);
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group)!;
  });
  if (numbers.size < 2)
    return { reason: "The territories belong to one region or to none. Say how many regions to draw." };
  return { ...chosen(alignment, existing, []), regions: { count: numbers.size, of, areNew: false } };
}

function topGroup(alignment: Alignment, group: string | null): string | null {
  const seen = new Set<string | null>();
  let top = group;
  while (top !== null && !seen.has(top)) {
    seen.add(top);
    const { parent } = alignment.groups.find(({ id }) => id === top) ?? { parent: null };
    if (parent === null) return top;
    top = parent;
  }
  return top;
}

/** As even as whole numbers allow: the first regions have one territory more. */
function inNewRegions(
  alignment: Alignment,
  existing: readonly number[],
  regions: number,
  count: number,
  accountCount: number,
): ChosenTerritories | CannotOptimize {
  const territories = drawnAnew(alignment, existing, count, accountCount);
  if ("reason" in territories) return territories;
  if (!Number.isInteger(regions) || regions < 2 || regions > count) {
    return { reason: `Say how many regions you want: 2 to ${count}, each with a territory at least.` };
  }
  const of = Uint16Array.from({ length: count }, (_, territory) => Math.floor((territory * regions) / count));
  return { ...territories, regions: { count: regions, of, areNew: true } };
}

/** Slots of territories that an account may not leave: a lock holds it there, or it is named. */
export function heldSlots({ territoryOf, locked }: Alignment): ReadonlySet<number> {
  const held = new Set<number>();
  for (let account = 0; account < locked.length; account++)
    if (locked[account]) held.add(territoryOf[account]!);
  held.delete(UNASSIGNED);
  return held;
}

function tooManyFor(alignment: Alignment, count: number, accountCount: number): CannotOptimize | null {
  const most = Math.min(accountCount, MAX_SLOTS - alignment.territories.length);
  if (count <= most) return null;
  return {
    reason: `There are ${countOf(accountCount)}: ask for at most ${most.toLocaleString("en-US")} territories.`,
  };
}
