import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { assignAccounts, countOf } from "../../model/edits/assign-accounts";
import { isEligible } from "../../model/eligibility";
import { keepsFamilies, withRelatives } from "../../model/families";
import { refusedCount } from "../../model/hybrid";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

/** Drops accounts on a territory, with their relatives where families stay together: one undo step, announced with what stays behind. */
export function dropAccounts(planner: Planner, accounts: readonly number[], slot: number): void {
  const { session } = planner;
  const { plan, path } = session;
  const wanted = keepsFamilies(plan) ? withRelatives(plan, accounts) : accounts;
  const patch = assignAccounts(plan, path, new Set(wanted), slot);
  const locked = wanted.filter((account) => session.alignment.locked[account]).length;
  const strangers = wanted.filter((account) => !isEligible(plan, path.layer, account)).length;
  const refused = refusedCount(plan, path, wanted)(slot);
  const name = slot === UNASSIGNED ? "Unassigned" : territoryAt(session.alignment, slot).name;
  if (session.edit(patch)) {
    const notes = [
      wanted.length > accounts.length
        ? `${countOf(wanted.length - accounts.length)} of their families with them.`
        : "",
      locked > 0 ? `${countOf(locked)} locked, not moved.` : "",
      strangers > 0 ? `${countOf(strangers)} not eligible in this layer.` : "",
      refused > 0 ? `${name} does not take the segment of ${countOf(refused)}.` : "",
    ];
    const text = [doneText(patch.label), ...notes.filter((note) => note !== "")].join(" ");
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  } else {
    const why =
      locked > 0
        ? `${countOf(locked)} locked: unlock first.`
        : strangers > 0
          ? `${countOf(strangers)} not eligible in this layer.`
          : `Already in ${name}.`;
    planner.announce(`Nothing moved. ${why}`);
    planner.notify({ text: `Nothing moved. ${why}` });
  }
}
