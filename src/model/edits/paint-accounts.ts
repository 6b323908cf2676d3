import { type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { namedSlots } from "../named-accounts";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { countOf, moveAll } from "./assign-accounts";
import { assignUnits } from "./assign-units";

/** What a stroke leaves alone. */
export interface PaintRules {
  /** Takes only what nobody has. */
  readonly onlyUnassigned: boolean;
  /** Leaves locked accounts where they are; otherwise they move, and keep their lock. Named accounts always stay. */
  readonly respectLocks: boolean;
}

/** 1 for each account that a stroke may take, by account row: it is eligible and the rules leave it free. */
export function paintableAccounts(plan: Plan, path: AlignmentPath, rules: PaintRules): Uint8Array {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const named = namedSlots(plan, alignment);
  const free = new Uint8Array(accounts.count);
  for (let account = 0; account < free.length; account++) {
    if (!isLive(accounts, account)) continue;
    if (rules.onlyUnassigned && alignment.territoryOf[account] !== UNASSIGNED) continue;
    if (alignment.locked[account] && (rules.respectLocks || named.has(account))) continue;
    free[account] = 1;
  }
  return free;
}

/** Gives the painted accounts (each once) to a territory, or with slot 0 to nobody: one stroke, one step. */
export function paintAccounts(
  plan: Plan,
  path: AlignmentPath,
  painted: Iterable<number>,
  slot: TerritorySlot,
  rules: PaintRules,
): Patch {
  const alignment = alignmentAt(plan, path);
  if (slot !== UNASSIGNED && !alignment.territories[slot])
    throw new Error(`Expected a territory in slot ${slot}, got a deleted one.`);
  const free = paintableAccounts(plan, path, rules);
  const moved = Uint32Array.from(
    [...painted].filter((account) => free[account] && alignment.territoryOf[account] !== slot),
  );
  const to = new Uint16Array(moved.length).fill(slot);
  const label =
    slot === UNASSIGNED
      ? `Unassign ${countOf(moved.length)}`
      : `Paint ${countOf(moved.length)} into ${territoryAt(alignment, slot).name}`;
  return {
    label,
    cause: { kind: "action", action: "paint" },
    changes: moved.length > 0 ? [moveAll(plan, path, moved, to, "painted")] : [],
  };
}

/** Gives the painted units to a territory, with their accounts; under "only unassigned" the units that nobody has. */
export function paintUnits(
  plan: Plan,
  path: AlignmentPath,
  painted: Iterable<number>,
  slot: TerritorySlot,
  rules: PaintRules,
): Patch {
  const { territoryOfUnit } = alignmentAt(plan, path);
  const free = [...painted].filter(
    (unit) => !rules.onlyUnassigned || (territoryOfUnit[unit] ?? UNASSIGNED) === UNASSIGNED,
  );
  return assignUnits(plan, path, new Set(free), slot);
}
