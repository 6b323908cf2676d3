import { type TerritorySlot, UNASSIGNED } from "../alignment";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { unitOfAccount } from "../units";
import { moveAll } from "./assign-accounts";
import { followers, unitChange } from "./assign-units";

/**
 * Gives every unit without a territory to the one that most of its neighbors belong to (ties: the lower slot), in rounds outward from the units
 * that have one, so that territories grow evenly. Their accounts go with them, but for locked and named ones. Units that no neighbor leads to, such as islands, stay free.
 */
export function fillUnits(
  plan: Plan,
  path: AlignmentPath,
  neighborsOf: (unit: number) => readonly number[],
): Patch {
  const filled = spread(plan, path, neighborsOf);
  const slotOf = (unit: number) => filled.get(unit) ?? UNASSIGNED;
  const changes: Change[] = unitChange(plan, path, [...filled.keys()], slotOf);
  const moved = followers(plan, path, new Set(filled.keys()), slotOf);
  const unitOf = unitOfAccount(plan);
  const to = Uint16Array.from(moved, (account) => slotOf(unitOf[account]!));
  if (moved.length > 0) changes.push(moveAll(plan, path, moved, to, "rule"));
  const units = filled.size === 1 ? "1 free unit" : `${filled.size.toLocaleString("en-US")} free units`;
  return {
    label: `Give ${units} to ${filled.size === 1 ? "its neighbors" : "their neighbors"}`,
    cause: { kind: "action", action: "fill-units" },
    changes,
  };
}

/** The territories of the units that get one. */
function spread(
  plan: Plan,
  path: AlignmentPath,
  neighborsOf: (unit: number) => readonly number[],
): Map<number, TerritorySlot> {
  const { territoryOfUnit } = alignmentAt(plan, path);
  const { units } = plan.tables;
  const filled = new Map<number, TerritorySlot>();
  const slotOf = (unit: number) => (territoryOfUnit[unit] || filled.get(unit)) ?? UNASSIGNED;
  let free = [...units.ids.keys()].filter((unit) => isLive(units, unit) && slotOf(unit) === UNASSIGNED);
  for (;;) {
    const round = free.map((unit) => [unit, mostCommon(neighborsOf(unit).map(slotOf))] as const);
    const found = round.filter(([, slot]) => slot !== UNASSIGNED);
    if (found.length === 0) return filled;
    for (const [unit, slot] of found) filled.set(unit, slot);
    free = free.filter((unit) => !filled.has(unit));
  }
}

/** The slot that stands most often, Unassigned left out; Unassigned where there is no other. */
function mostCommon(slots: readonly TerritorySlot[]): TerritorySlot {
  const counts = new Map<TerritorySlot, number>();
  for (const slot of slots) if (slot !== UNASSIGNED) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  let [best, most] = [UNASSIGNED, 0];
  for (const [slot, count] of counts)
    if (count > most || (count === most && slot < best)) [best, most] = [slot, count];
  return best;
}
