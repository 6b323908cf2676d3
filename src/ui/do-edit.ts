import type { Patch } from "../model/patch";
import { doneText } from "./done-text";
import type { Planner } from "./planner";

/** Does an edit, says so and offers to take it back. Returns whether anything changed. */
export function doEdit(planner: Planner, patch: Patch): boolean {
  const { session } = planner;
  if (!session.edit(patch)) return false;
  const text = doneText(patch.label);
  planner.announce(text);
  planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  return true;
}
