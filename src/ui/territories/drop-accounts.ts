import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { assignAccounts, countOf } from "../../model/edits/assign-accounts";
import { keepsFamilies, withRelatives } from "../../model/families";
import { previewMove, type StayingAccounts } from "../../model/metrics/move-effect";
import type { Plan } from "../../model/plan";
import { doneText } from "../done-text";
import type { DropTarget } from "../drag-accounts";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { rememberAssigned } from "./last-assigned";

/** The accounts that move when these are moved: with their relatives where families stay together. */
export function movedTogether(plan: Plan, accounts: readonly number[]): readonly number[] {
  return keepsFamilies(plan) ? withRelatives(plan, accounts) : accounts;
}

/** Does what a drop asks for: moves the accounts, asks which territory of a group, or says why nothing can be done. */
export function dropOn(
  planner: Planner,
  dialogs: Dialogs,
  target: DropTarget,
  accounts: readonly number[],
): void {
  if (target.kind === "territory") dropAccounts(planner, accounts, target.slot);
  else if (target.kind === "refused") say(planner, `Nothing moved. ${target.why}`);
  else if (whyFixed(planner) === null) dialogs.open({ kind: "assign", accounts, within: target.group });
  else say(planner, `Nothing moved. ${whyFixed(planner)}`);
}

/** Drops accounts on a territory, with their relatives where families stay together: one undo step, announced with what stays behind. */
export function dropAccounts(planner: Planner, accounts: readonly number[], slot: number): void {
  const fixed = whyFixed(planner);
  if (fixed) {
    say(planner, `Nothing moved. ${fixed}`);
    return;
  }
  const { session } = planner;
  const { plan, path } = session;
  const wanted = movedTogether(plan, accounts);
  const { staying, to } = previewMove(plan, path, session.figures, wanted);
  const { refused } = to(slot);
  const patch = assignAccounts(plan, path, new Set(wanted), slot);
  const name = slot === UNASSIGNED ? "Unassigned" : territoryAt(session.alignment, slot).name;
  if (session.edit(patch)) {
    if (slot !== UNASSIGNED) rememberAssigned(session, territoryAt(session.alignment, slot).id);
    const { locked, named, ineligible } = staying;
    const notes = [
      wanted.length > accounts.length
        ? `${countOf(wanted.length - accounts.length)} of their families with them.`
        : "",
      locked > 0 ? `${countOf(locked)} locked, not moved.` : "",
      named > 0 ? `${countOf(named)} named for a rep, not moved.` : "",
      ineligible > 0 ? `${countOf(ineligible)} not eligible in this layer.` : "",
      refused > 0 ? `${name} does not take the segment of ${countOf(refused)}.` : "",
    ];
    const text = [doneText(patch.label), ...notes.filter((note) => note !== "")].join(" ");
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  } else say(planner, `Nothing moved. ${whyNothing(staying) ?? `Already in ${name}.`}`);
}

/** Why no account can be moved at the moment, in words; null where they can. */
export function whyFixed(planner: Planner): string | null {
  if (planner.readOnly()) return "This plan is being changed in another tab.";
  return planner.preview() ? "Accept or discard the proposal first." : null;
}

function say(planner: Planner, text: string): void {
  planner.announce(text);
  planner.notify({ text });
}

function whyNothing({ locked, named, ineligible }: StayingAccounts): string | null {
  if (locked > 0) return `${countOf(locked)} locked: unlock first.`;
  if (named > 0) return `${countOf(named)} named for a rep: they stay with them.`;
  return ineligible > 0 ? `${countOf(ineligible)} not eligible in this layer.` : null;
}
