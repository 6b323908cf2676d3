import { type PaintRules, paintAccounts, paintUnits } from "../../../model/edits/paint-accounts";
import { doEdit } from "../../do-edit";
import type { Planner } from "../../planner";
import { movedTogether, whyFixed } from "../../territories/drop-accounts";
import type { Painted } from "./paint-stroke";

/** Makes a stroke one edit, with the families of its accounts where they stay together; says what it did, or why it did nothing. */
export function commitPaint(planner: Planner, painted: Painted, rules: PaintRules, byUnits: boolean): void {
  const fixed = whyFixed(planner);
  if (fixed) {
    say(planner, `Nothing painted. ${fixed}`);
    return;
  }
  const { plan, path } = planner.session;
  const patch = byUnits
    ? paintUnits(plan, path, painted.units, painted.slot, rules)
    : paintAccounts(plan, path, movedTogether(plan, painted.accounts), painted.slot, rules);
  if (!doEdit(planner, patch))
    say(
      planner,
      "Nothing painted: there is nothing here that could move. It is there already, locked, or named.",
    );
}

function say(planner: Planner, text: string): void {
  planner.announce(text);
  planner.notify({ text });
}
