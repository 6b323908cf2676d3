import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { assignAccounts, countOf } from "../../model/edits/assign-accounts";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

/** Drops accounts on a territory: one undo step, announced. */
export function dropAccounts(planner: Planner, accounts: readonly number[], slot: number): void {
  const { session } = planner;
  const patch = assignAccounts(session.plan, session.path, new Set(accounts), slot);
  const locked = accounts.filter((account) => session.alignment.locked[account]).length;
  const name = slot === UNASSIGNED ? "Unassigned" : territoryAt(session.alignment, slot).name;
  if (session.edit(patch)) {
    const stay = locked > 0 ? ` ${countOf(locked)} locked, not moved.` : "";
    const text = `${doneText(patch.label)}${stay}`;
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  } else {
    const why = locked > 0 ? `${countOf(locked)} locked: unlock first.` : `Already in ${name}.`;
    planner.announce(`Nothing moved. ${why}`);
    planner.notify({ text: `Nothing moved. ${why}` });
  }
}
