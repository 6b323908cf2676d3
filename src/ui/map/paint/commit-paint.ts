import { type TerritorySlot, UNASSIGNED } from "../../../model/alignment";
import { type PaintRules, paintAccounts, paintUnits } from "../../../model/edits/paint-accounts";
import { indexOf } from "../../../model/metrics/balance";
import type { Figures } from "../../../model/metrics/figures";
import { doEdit } from "../../do-edit";
import { doneText } from "../../done-text";
import { indexText } from "../../number-format";
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
  const before = planner.session.figures;
  if (!doEdit(planner, patch)) {
    say(
      planner,
      "Nothing painted: there is nothing here that could move. It is there already, locked, or named.",
    );
    return;
  }
  // Once, at the end: a stroke that told of itself all along could not be listened to.
  const told = indexWords(planner, before, painted.slot);
  planner.announce([doneText(patch.label), ...told].join(" "));
}

/** What became of the territory painted into, measure by measure. */
function indexWords(planner: Planner, before: Figures, slot: TerritorySlot): string[] {
  if (slot === UNASSIGNED) return [];
  return planner.session.figures.measures.flatMap(({ measure, totals, targets }, at) => {
    const was = before.measures[at];
    const index = indexOf(totals[slot]!, targets[slot]!);
    if (!was || Number.isNaN(index) || !(measure.weight > 0)) return [];
    const from = indexText(indexOf(was.totals[slot]!, was.targets[slot]!));
    return [`${measure.name} index ${from}, now ${indexText(index)}.`];
  });
}

function say(planner: Planner, text: string): void {
  planner.announce(text);
  planner.notify({ text });
}
