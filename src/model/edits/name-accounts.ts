import { applyPatch } from "../apply-patch";
import { isHeld, namedSlots } from "../named-accounts";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { NamedAccount } from "../planning/named-account";
import { rowById } from "../table";
import { countOf, moveAll } from "./assign-accounts";
import { setPlanningRecord } from "./set-planning-record";

/**
 * Names accounts (ids of rows) for a rep, or with `to` null no longer; those already named change over. They move to the rep's territory
 * in the alignment at `path` at once. `makeId` makes the records' ids.
 */
export function nameAccounts(
  plan: Plan,
  path: AlignmentPath,
  accounts: readonly number[],
  to: Pick<NamedAccount, "rep" | "territory"> | null,
  makeId: () => string,
): Patch {
  const { ids } = plan.tables.accounts;
  const label = to
    ? `Name ${countOf(accounts.length)} for a rep`
    : `Name ${countOf(accounts.length)} no longer`;
  const changes = to ? naming(plan, accounts, to, makeId) : [];
  if (!to) {
    const gone = new Set(accounts.map((row) => ids[row]));
    const records = plan.planning.namedAccounts.filter(({ account }) => gone.has(account));
    // The last first, so that taken back in turn each finds its place.
    for (const { id } of records.toReversed())
      changes.push(...setPlanningRecord(plan, "namedAccounts", id, null, label).changes);
  }
  const cause = { kind: "action", action: to ? "name-accounts" : "unname-accounts" } as const;
  return followNamed(plan, path, { label, cause, changes });
}

function naming(
  plan: Plan,
  accounts: readonly number[],
  to: Pick<NamedAccount, "rep" | "territory">,
  makeId: () => string,
): Change[] {
  const known = new Map(plan.planning.namedAccounts.map((named) => [named.account, named]));
  let made = plan.planning.namedAccounts.length;
  return accounts.flatMap((row) => {
    const account = plan.tables.accounts.ids[row]!;
    const now = known.get(account);
    if (now?.rep === to.rep && now.territory === to.territory) return [];
    const id = now?.id ?? makeId();
    const at = now ? undefined : made++;
    return [...setPlanningRecord(plan, "namedAccounts", id, { ...to, id, account }, "", at).changes];
  });
}

/** The patch and behind it the moves that bring named accounts back to their reps: for edits that change who covers what. */
export function followNamed(plan: Plan, path: AlignmentPath, patch: Patch): Patch {
  if (patch.changes.length === 0) return patch;
  const named =
    plan.planning.namedAccounts.length > 0 || patch.changes.some(({ kind }) => kind === "planning");
  if (!named) return patch;
  const moves = homeMoves(applyPatch(plan, patch), path);
  return moves ? { ...patch, changes: [...patch.changes, moves] } : patch;
}

/** Moves every named account that stands elsewhere to its rep, unless a lock holds it. Empty where all are at home. */
export function bringNamedHome(plan: Plan, path: AlignmentPath): Patch {
  const moves = homeMoves(plan, path);
  return {
    label: `Bring ${countOf(moves?.accounts.length ?? 0)} to their reps`,
    cause: { kind: "action", action: "bring-named-home" },
    changes: moves ? [moves] : [],
  };
}

function homeMoves(plan: Plan, path: AlignmentPath): Extract<Change, { kind: "assignment" }> | null {
  const alignment = alignmentAt(plan, path);
  const slots = [...namedSlots(plan, alignment)].filter(
    ([row, slot]) => alignment.territoryOf[row] !== slot && !isHeld(plan, alignment, row),
  );
  if (slots.length === 0) return null;
  const rows = Uint32Array.from(slots, ([row]) => row);
  return moveAll(
    plan,
    path,
    rows,
    Uint16Array.from(slots, ([, slot]) => slot),
    "rule",
  );
}

/** The record that names an account row, or undefined. */
export function namedRecord(plan: Plan, row: number): NamedAccount | undefined {
  const id = plan.tables.accounts.ids[row];
  return plan.planning.namedAccounts.find(
    ({ account }) => account === id && rowById(plan.tables.accounts).has(account),
  );
}
