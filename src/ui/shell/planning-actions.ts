import { levelName } from "../../model/hierarchy";
import { misplacedAccounts } from "../../model/hybrid";
import type { Action } from "../actions";
import type { Planner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import type { Dialogs, PlanningDialog } from "./dialogs";

/** Actions around groups, segments, layers, and who keeps which account. */
export function planningActions(planner: Planner, dialogs: Dialogs, readOnly: () => string | null): Action[] {
  const open = (show: PlanningDialog) => () => dialogs.open({ kind: "planning", show });
  const noLayers = () =>
    readOnly() ?? (planner.plan().layers.length > 1 ? null : "the plan has only one layer");
  return [
    {
      id: "new-group",
      title: `New ${levelName(planner.session.plan, 0).toLowerCase()}`,
      disabled: readOnly,
      run: open({ kind: "group", group: null, parent: null }),
    },
    { id: "levels", title: "Names of levels", disabled: readOnly, run: open({ kind: "levels" }) },
    { id: "merge-part", title: "Merge a part back", disabled: readOnly, run: open({ kind: "merge" }) },
    { id: "units", title: "Units…", run: open({ kind: "units" }) },
    { id: "segments", title: "Segments", run: open({ kind: "segments" }) },
    {
      id: "show-misplaced",
      title: "Show accounts in territories that do not take their segment",
      run: () => spotlightOn(planner, "in a territory that does not take their segment", misplaced(planner)),
    },
    { id: "layers", title: "Layers", run: open({ kind: "layers" }) },
    { id: "next-layer", title: "Show the next layer", disabled: noLayers, run: () => showNextLayer(planner) },
    { id: "named", title: "Named accounts", run: open({ kind: "named" }) },
    {
      id: "formula-column",
      title: "Add a formula column to the accounts",
      disabled: readOnly,
      run: open({ kind: "column", table: "accounts", column: null }),
    },
    { id: "families", title: "Families", run: open({ kind: "families" }) },
    {
      id: "hand-overs",
      title: "Hand-over",
      disabled: () => (planner.session.baseline ? null : "the plan has no baseline"),
      run: open({ kind: "hand-overs" }),
    },
  ];
}

/** What can be done with selected accounts. */
export function planningAccountActions(
  dialogs: Dialogs,
  chosen: () => readonly number[],
  disabled: () => string | null,
): Action[] {
  const open = (kind: "lock" | "name-accounts") => () =>
    dialogs.open({ kind: "planning", show: { kind, accounts: chosen() } });
  return [
    { id: "lock-until", title: "Lock with a reason…", disabled, run: open("lock") },
    { id: "name-accounts", title: "Name for a rep…", disabled, run: open("name-accounts") },
  ];
}

/** Accounts that stand in a territory which does not take their segment. */
export function misplaced(planner: Planner): number[] {
  const flags = misplacedAccounts(planner.plan(), planner.path());
  return flags ? [...flags.keys()].filter((row) => flags[row] === 1) : [];
}

function showNextLayer(planner: Planner): void {
  const { session } = planner;
  const { layers } = session.plan;
  const at = layers.findIndex(({ id }) => id === session.path.layer);
  const next = layers[(at + 1) % layers.length]!;
  session.show({ ...session.path, layer: next.id });
  planner.announce(`Layer ${next.name} shown`);
}
