import type { Patch } from "../../model/patch";
import {
  defaultOptimizationSettings,
  type OptimizationSettings,
  type TerritoryChoice,
} from "../../session/optimization-settings";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

/** What the form of an event tells the dialog around it. */
export interface EventForm {
  /** What is still to be said, in words; null where nothing is. */
  readonly missing: () => string | null;
  /** What the button says. */
  readonly verb: () => string;
  readonly run: () => void;
}

/** Does an edit and says so, with the way back. */
export function editAndSay(planner: Planner, patch: Patch): boolean {
  const { session } = planner;
  if (!session.edit(patch)) return false;
  const text = doneText(patch.label);
  planner.announce(text);
  planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  return true;
}

/** Settings that touch as little as possible. */
export function gentleSettings(planner: Planner, territories: TerritoryChoice): OptimizationSettings {
  const { plan } = planner.session;
  return { ...defaultOptimizationSettings(plan, 2), territories, keep: "strongly" };
}
