import type { AssignmentOrigin } from "../alignment";
import type { Patch, PatchCause } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { moveAll } from "./assign-accounts";

/**
 * Takes over a whole proposed assignment, account row by account row, as one patch against the plan as it is now.
 * Accounts locked or deleted since the proposal was made stay.
 */
export function acceptAssignment(
  plan: Plan,
  path: AlignmentPath,
  proposed: Uint16Array,
  label: string,
  cause: PatchCause,
  origin: AssignmentOrigin = "optimizer",
): Patch {
  const alignment = alignmentAt(plan, path);
  const accounts: number[] = [];
  const to: number[] = [];
  for (let account = 0; account < proposed.length; account++) {
    const territory = proposed[account]!;
    const movable = !alignment.locked[account] && isLive(plan.tables.accounts, account);
    if (movable && alignment.territoryOf[account] !== territory) {
      accounts.push(account);
      to.push(territory);
    }
  }
  const changes =
    accounts.length > 0
      ? [moveAll(plan, path, Uint32Array.from(accounts), Uint16Array.from(to), origin)]
      : [];
  return { label, cause, changes };
}
