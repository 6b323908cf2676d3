import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { assignAccounts, countOf } from "../../model/edits/assign-accounts";
import { isEligible } from "../../model/eligibility";
import { keepsFamilies, withRelatives } from "../../model/families";
import { refusedCount } from "../../model/hybrid";
import { isHeld } from "../../model/named-accounts";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

/** Drops accounts on a territory, with their relatives where families stay together: one undo step, announced with what stays behind. */
export function dropAccounts(planner: Planner, accounts: readonly number[], slot: number): void {
  const { session } = planner;
  const { plan, path } = session;
  const wanted = keepsFamilies(plan) ? withRelatives(plan, accounts) : accounts;
  const patch = assignAccounts(plan, path, new Set(wanted), slot);
  const stays = wanted.filter((account) => session.alignment.locked[account]);
  const locked = stays.filter((account) => isHeld(plan, session.alignment, account)).length;
  const named = stays.length - locked;
  const strangers = wanted.filter((account) => !isEligible(plan, path.layer, account)).length;
  const refused = refusedCount(plan, path, wanted)(slot);
  const name = slot === UNASSIGNED ? "Unassigned" : territoryAt(session.alignment, slot).name;
  if (session.edit(patch)) {
    const notes = [
      wanted.length > accounts.length
        ? `${countOf(wanted.length - accounts.length)} of their families with them.`
        : "",
      locked > 0 ? `${countOf(locked)} locked, not moved.` : "",
      named > 0 ? `${countOf(named)} named for a rep, not moved.` : "",
      strangers > 0 ? `${countOf(strangers)} not eligible in this layer.` : "",
      refused > 0 ? `${name} does not take the segment of ${countOf(refused)}.` : "",
    ];
    const text = [doneText(patch.label), ...notes.filter((note) => note !== "")].join(" ");
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  } else {
    const why = whyNothing(locked, named, strangers) ?? `Already in ${name}.`;
    planner.announce(`Nothing moved. ${why}`);
    planner.notify({ text: `Nothing moved. ${why}` });
  }
}

function whyNothing(locked: number, named: number, strangers: number): string | null {
  if (locked > 0) return `${countOf(locked)} locked: unlock first.`;
  if (named > 0) return `${countOf(named)} named for a rep: they stay with them.`;
  return strangers > 0 ? `${countOf(strangers)} not eligible in this layer.` : null;
}
