import { cellText } from "../../model/cells";
import type { MergeConflict, NoMerge } from "../../model/merge-part";
import type { Plan } from "../../model/plan";
import { columnByKey, columnByRole, rowById } from "../../model/table";
import { UNIT_COLUMNS } from "../../model/units";

/** Why a plan file cannot be merged, in plain words. */
export const NO_MERGE: Readonly<Record<NoMerge, string>> = {
  "not-a-part": "This plan was not cut out of another one. Open it instead.",
  "part-of-another-plan": "This plan was cut out of another plan than the one that is open.",
  "alignment-gone": "The scenario that this plan was cut out of is no longer here.",
};

const WHY: Readonly<Record<MergeConflict["why"], string>> = {
  "moved-here": "was moved on both sides",
  "locked-here": "is locked here",
  "gone-here": "is no longer here",
  "held-here": "has another territory here",
  "other-units": "The part uses other units than this plan: which territory has which unit is not merged",
  "units-unknown":
    "The part was made by an earlier version: which territory has which unit is not merged. Cut it out again",
  "territory-gone": "went to a territory that is no longer here",
  "new-there": "was added there; import it here first",
  "changed-here": "was changed on both sides",
  "still-used": "was deleted there and is still used here",
};

/** A conflict as a sentence. What is here stays. */
export function conflictText(plan: Plan, conflict: MergeConflict): string {
  if (conflict.kind === "account" || conflict.kind === "lock") {
    const { accounts } = plan.tables;
    const row = rowById(accounts).get(conflict.account);
    const name = row === undefined ? "" : cellText(columnByRole(accounts, "name"), row);
    const account = name || (row === undefined ? "An account" : `Account ${row + 1}`);
    return conflict.kind === "lock"
      ? `The lock of ${account} ${WHY[conflict.why]}.`
      : `${account} ${WHY[conflict.why]}.`;
  }
  if (conflict.kind === "units") return `${WHY[conflict.why]}.`;
  if (conflict.kind === "unit") {
    const { units } = plan.tables;
    const row = rowById(units).get(conflict.unit);
    const name = row === undefined ? "" : cellText(columnByKey(units, UNIT_COLUMNS.name), row);
    return `${name || "A unit"} ${WHY[conflict.why]}.`;
  }
  const fields = conflict.fields.length > 0 ? ` (${conflict.fields.join(", ")})` : "";
  return `${conflict.name} ${WHY[conflict.why]}${fields}.`;
}
