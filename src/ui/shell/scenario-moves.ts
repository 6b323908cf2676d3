import { setScenario } from "../../model/edits/plan-records";
import { scenarioById } from "../../model/plan";
import type { Planner } from "../planner";

/** Shows another scenario, unless a proposal for this one is being looked at. */
export function showScenario(planner: Planner, scenario: string): void {
  const { session } = planner;
  if (planner.preview() && scenario !== session.path.scenario) {
    planner.announce("Accept or discard the proposal first.");
    planner.notify({ text: "Accept or discard the proposal first." });
  } else session.show({ ...session.path, scenario });
}

/** Makes a copy of the scenario that is shown, under a new name, and shows it. */
export function copyScenario(planner: Planner, id: string): void {
  const { session } = planner;
  const from = scenarioById(session.plan, session.path.scenario);
  const names = new Set(session.plan.scenarios.map(({ name }) => name));
  let number = 1;
  while (names.has(`Scenario ${number}`)) number++;
  const copy = { ...from, id, name: `Scenario ${number}`, description: `From ${from.name}` };
  if (!session.edit(setScenario(session.plan, id, copy))) return;
  showScenario(planner, id);
  planner.announce(`${copy.name} made as a copy of ${from.name}`);
}
