import { type Territory, type TerritorySlot, UNASSIGNED, UNASSIGNED_TERRITORY } from "../alignment";
import { planOfLayer } from "../eligibility";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { type CellValue, isLive } from "../table";
import { foldText } from "../views/fold-text";
import { countOf, moveAll } from "./assign-accounts";

type Territories = readonly (Territory | null)[];

const slotsByNames = new WeakMap<Territories, ReadonlyMap<string, TerritorySlot>>();

/**
 * The slot of the territory that a text names: exactly, else without regard to case, accents and spaces around it. A blank names
 * Unassigned. undefined where there is none; of several with one name it is the first.
 */
export function slotNamed(territories: Territories, text: string): TerritorySlot | undefined {
  let slots = slotsByNames.get(territories);
  if (!slots) {
    slots = slotsOf(territories);
    slotsByNames.set(territories, slots);
  }
  const trimmed = text.trim();
  return slots.get(trimmed) ?? slots.get(folded(trimmed));
}

/**
 * Moves each of the accounts (each once) to the territory whose name stands beside it; null is Unassigned. Locked, deleted and ineligible
 * accounts, and those beside a name that no territory has, stay where they are.
 */
export function assignByName(
  plan: Plan,
  path: AlignmentPath,
  accounts: readonly number[],
  names: readonly CellValue[],
): Patch {
  const alignment = alignmentAt(plan, path);
  const eligible = planOfLayer(plan, path.layer).tables.accounts;
  const moved: number[] = [];
  const to: TerritorySlot[] = [];
  for (let i = 0; i < accounts.length; i++) {
    const account = accounts[i]!;
    const name = names[i] ?? null;
    const slot = name === null ? UNASSIGNED : slotNamed(alignment.territories, String(name));
    if (slot === undefined || slot === alignment.territoryOf[account]) continue;
    if (alignment.locked[account] || !isLive(eligible, account)) continue;
    moved.push(account);
    to.push(slot);
  }
  return {
    label: `Move ${countOf(moved.length)} by name`,
    cause: { kind: "action", action: "assign" },
    changes:
      moved.length === 0
        ? []
        : [moveAll(plan, path, Uint32Array.from(moved), Uint16Array.from(to), "dragged")],
  };
}

function slotsOf(territories: Territories): ReadonlyMap<string, TerritorySlot> {
  const slots = new Map<string, TerritorySlot>();
  const add = (name: string, slot: TerritorySlot) => {
    if (!slots.has(name)) slots.set(name, slot);
  };
  for (const fold of [(name: string) => name.trim(), folded]) {
    for (const [slot, territory] of territories.entries())
      if (slot > 0 && territory) add(fold(territory.name), slot);
  }
  // A territory of the planner's that is called so comes first.
  add("", UNASSIGNED);
  add(UNASSIGNED_TERRITORY.name, UNASSIGNED);
  add(folded(UNASSIGNED_TERRITORY.name), UNASSIGNED);
  return slots;
}

/** As searches compare it; apart from a territory's exact name, which may look the same. */
function folded(name: string): string {
  return `\n${foldText(name).trim()}`;
}
