import {
  ASSIGNMENT_ORIGINS,
  type AssignmentOrigin,
  type TerritorySlot,
  territoryAt,
  UNASSIGNED,
} from "../alignment";
import { planOfLayer } from "../eligibility";
import type { AssignmentChange, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";

/**
 * Moves accounts to a territory. Locked and deleted accounts, and those not eligible in the layer, stay where they are; so do those already there.
 * The patch is empty where nothing moves.
 */
export function assignAccounts(
  plan: Plan,
  path: AlignmentPath,
  accounts: ReadonlySet<number>,
  territory: TerritorySlot,
  origin: AssignmentOrigin = "dragged",
): Patch {
  const alignment = alignmentAt(plan, path);
  if (territory !== UNASSIGNED && !alignment.territories[territory]) {
    throw new Error(`Expected a territory in slot ${territory}, got a deleted one.`);
  }
  const eligible = planOfLayer(plan, path.layer).tables.accounts;
  const moved: number[] = [];
  for (const account of accounts) {
    const movable = !alignment.locked[account] && isLive(eligible, account);
    if (movable && alignment.territoryOf[account] !== territory) moved.push(account);
  }
  const change = moveAll(
    plan,
    path,
    Uint32Array.from(moved),
    new Uint16Array(moved.length).fill(territory),
    origin,
  );
  const name = territoryAt(alignment, territory).name;
  const label =
    territory === UNASSIGNED
      ? `Unassign ${countOf(moved.length)}`
      : `Move ${countOf(moved.length)} to ${name}`;
  return {
    label,
    cause: { kind: "action", action: "assign" },
    changes: moved.length > 0 ? [change] : [],
  };
}

/** The assignment change that puts each of the accounts (each once) into the territory beside it. */
export function moveAll(
  plan: Plan,
  path: AlignmentPath,
  accounts: Uint32Array,
  to: Uint16Array,
  origin: AssignmentOrigin,
): AssignmentChange {
  const { territoryOf, originOf } = alignmentAt(plan, path);
  return {
    kind: "assignment",
    path,
    accounts,
    from: Uint16Array.from(accounts, (account) => territoryOf[account]!),
    to,
    fromOrigin: Uint8Array.from(accounts, (account) => originOf[account]!),
    toOrigin: new Uint8Array(accounts.length).fill(ASSIGNMENT_ORIGINS.indexOf(origin)),
  };
}

/** "1 account", "1,200 accounts". */
export function countOf(accounts: number): string {
  return accounts === 1 ? "1 account" : `${accounts.toLocaleString("en-US")} accounts`;
}
