import { setScenario } from "../../model/edits/plan-records";
import { archiveScenario, duplicateScenario } from "../../model/edits/scenario-edits";
import type { Patch } from "../../model/patch";
import { scenarioById } from "../../model/plan";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

/** Shows another scenario, unless a proposal for this one is being looked at. */
export function showScenario(planner: Planner, scenario: string): void {
  const { session } = planner;
  if (planner.preview() && scenario !== session.path.scenario) {
    planner.announce("Accept or discard the proposal first.");
    planner.notify({ text: "Accept or discard the proposal first." });
  } else session.show({ ...session.path, scenario });
}

/** Makes a copy of a scenario under a new name, and shows it. */
export function copyScenario(planner: Planner, id: string, from = planner.session.path.scenario): void {
  const { session } = planner;
  const { name } = scenarioById(session.plan, from);
  if (!session.edit(duplicateScenario(session.plan, from, { id }))) return;
  showScenario(planner, id);
  planner.announce(`${scenarioById(session.plan, id).name} made as a copy of ${name}`);
}

/** Takes a scenario out of the tabs; the one beside it is shown in its place. */
export function putAway(planner: Planner, id: string): void {
  leave(planner, id, archiveScenario(planner.session.plan, id, true));
}

/** Puts an archived scenario back into the tabs and shows it. */
export function bringBack(planner: Planner, id: string): void {
  const patch = archiveScenario(planner.session.plan, id, false);
  if (!planner.session.edit(patch)) return;
  showScenario(planner, id);
  planner.announce(doneText(patch.label));
}

/** Deletes a scenario; undo brings it back. */
export function deleteScenario(planner: Planner, id: string): void {
  leave(planner, id, setScenario(planner.session.plan, id, null));
}

function leave(planner: Planner, id: string, patch: Patch): void {
  const { session } = planner;
  const shown = session.plan.scenarios.filter((scenario) => !scenario.archived);
  const at = shown.findIndex((scenario) => scenario.id === id);
  const beside = shown[at + 1] ?? shown[at - 1];
  if (session.path.scenario === id && beside) session.show({ ...session.path, scenario: beside.id });
  if (!session.edit(patch)) return;
  const text = doneText(patch.label);
  planner.announce(text);
  planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
}
