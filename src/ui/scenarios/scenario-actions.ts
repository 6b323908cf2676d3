import { canLeaveTabs } from "../../model/edits/scenario-edits";
import type { Action } from "../actions";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { bringBack, copyScenario, deleteScenario, putAway } from "./scenario-moves";

/** Why no scenario can be changed now, or null. */
function isFixed(planner: Planner): string | null {
  if (planner.readOnly()) return "this plan is being changed in another tab";
  return planner.preview() ? "accept or discard the proposal first" : null;
}

/** What can be done with one scenario: the menu of its tab, its keys, the plan menu and the palette read this list. */
export function scenarioActions(
  planner: Planner,
  dialogs: Dialogs,
  makeId: () => string,
  scenario: () => string,
): readonly Action[] {
  const fixed = () => isFixed(planner);
  const leaves = (verb: string) => () =>
    fixed() ?? (canLeaveTabs(planner.plan(), scenario()) ? null : `the last scenario cannot be ${verb}`);
  return [
    {
      id: "scenario",
      title: "Rename or describe scenario…",
      shortcut: "F2",
      disabled: fixed,
      run: () => dialogs.open({ kind: "scenario", scenario: scenario() }),
    },
    {
      id: "copy-scenario",
      title: "Copy this scenario",
      disabled: fixed,
      run: () => copyScenario(planner, makeId(), scenario()),
    },
    {
      id: "compare-scenario",
      title: "Compare scenarios…",
      run: () => dialogs.open({ kind: "compare" }),
    },
    {
      id: "publish-scenario",
      title: "Publish scenario…",
      disabled: fixed,
      run: () => dialogs.open({ kind: "publish", scenario: scenario() }),
    },
    {
      id: "archive-scenario",
      title: "Archive scenario",
      disabled: leaves("archived"),
      run: () => putAway(planner, scenario()),
    },
    {
      id: "delete-scenario",
      title: "Delete scenario",
      shortcut: "Delete",
      disabled: leaves("deleted"),
      run: () => deleteScenario(planner, scenario()),
    },
  ];
}

/** One action for each archived scenario: back into the tabs. */
export function archivedActions(planner: Planner): readonly Action[] {
  return planner
    .plan()
    .scenarios.filter(({ archived }) => archived)
    .map(({ id, name }) => ({
      id: `restore-${id}`,
      title: `Restore ${name}`,
      disabled: () => isFixed(planner),
      run: () => bringBack(planner, id),
    }));
}
