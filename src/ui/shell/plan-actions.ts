import { UNASSIGNED } from "../../model/alignment";
import { lockAccounts } from "../../model/edits/lock-accounts";
import { NOTHING_SELECTED, selectedRows } from "../../session/row-selection";
import { type Action, shortcutText } from "../actions";
import type { MenuItem } from "../controls/menu-button";
import { doEdit } from "../do-edit";
import { doneText } from "../done-text";
import type { Planner } from "../planner";
import { archivedActions, scenarioActions } from "../scenarios/scenario-actions";
import { showScenario } from "../scenarios/scenario-moves";
import type { Services } from "../services";
import { dropAccounts } from "../territories/drop-accounts";
import { accountsIn, movedAccounts, spotlightOn, unlocatedAccounts } from "../territories/spotlights";
import type { Dialogs } from "./dialogs";
import { locateAccounts } from "./locate-accounts";
import { planningAccountActions, planningActions } from "./planning-actions";
import { nextTheme } from "./theme";

export interface PlanActions {
  readonly all: readonly Action[];
  /** Throws where there is no action of that id. */
  readonly byId: (id: string) => Action;
  /** What the context menu of selected accounts offers. */
  readonly forAccounts: readonly Action[];
  /** The plan as a document, and its scenarios. */
  readonly planMenu: () => MenuItem[];
  /** What the territories are planned with: measures, reps, segments, named accounts, events. */
  readonly planningMenu: () => MenuItem[];
}

/** Everything that can be done in the open plan. Menus, palette, buttons and keys all read this list. */
export function createPlanActions(planner: Planner, dialogs: Dialogs, services: Services): PlanActions {
  const { session } = planner;
  const chosen = () => selectedRows(session.selection);
  const readOnly = () => {
    if (planner.readOnly()) return "this plan is being changed in another tab";
    return planner.preview() ? "accept or discard the proposal first" : null;
  };
  const needsSelection = () =>
    readOnly() ?? (planner.selection().count === 0 ? "select accounts first" : null);
  const say = (label: string | null, verb: string) => {
    const text = label === null ? `Nothing to ${verb.toLowerCase()}.` : `${verb}: ${label}.`;
    planner.announce(text);
    if (label !== null) planner.notify({ text });
  };
  const setLock = (locked: boolean) => {
    const lock = locked ? { reason: "", until: null } : null;
    const patch = lockAccounts(session.plan, session.path, new Set(chosen()), lock);
    if (!session.edit(patch)) return;
    const text = doneText(patch.label);
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  };

  const forAccounts: Action[] = [
    {
      id: "assign",
      title: "Assign to…",
      shortcut: "Mod+Shift+A",
      disabled: needsSelection,
      run: () => dialogs.open({ kind: "assign", accounts: chosen() }),
    },
    {
      id: "unassign",
      title: "Unassign",
      disabled: needsSelection,
      run: () => dropAccounts(planner, chosen(), UNASSIGNED),
    },
    {
      id: "lock",
      title: "Lock to their territory",
      shortcut: "Mod+Shift+K",
      disabled: needsSelection,
      run: () => setLock(true),
    },
    { id: "unlock", title: "Unlock", disabled: needsSelection, run: () => setLock(false) },
    ...planningAccountActions(dialogs, chosen, needsSelection),
    {
      id: "locate",
      title: "Locate again by address",
      disabled: needsSelection,
      run: () => void locateAccounts(planner, services, chosen()),
    },
    {
      id: "explain-fit",
      title: "Explain the fit",
      disabled: () => (planner.selection().count === 1 ? null : "select one account first"),
      run: () => dialogs.setShowsReps(true),
    },
    {
      id: "show-selected",
      title: "Show only these accounts",
      disabled: () => (planner.selection().count === 0 ? "select accounts first" : null),
      run: () => spotlightOn(planner, "selected", chosen()),
    },
    {
      id: "zoom-to-selected",
      title: "Zoom to selected on the map",
      disabled: () => (planner.selection().count === 0 ? "select accounts first" : null),
      run: () => planner.showOnMap(chosen()),
    },
  ];
  const general: Action[] = [
    {
      id: "undo",
      title: "Undo",
      shortcut: "Mod+Z",
      disabled: () => {
        planner.plan();
        return readOnly() ?? (session.history.undo.length === 0 ? "nothing to undo" : null);
      },
      run: () => say(session.undo(), "Undone"),
    },
    {
      id: "redo",
      title: "Redo",
      shortcut: "Mod+Y",
      disabled: () => {
        planner.plan();
        return readOnly() ?? (session.history.redo.length === 0 ? "nothing to redo" : null);
      },
      run: () => say(session.redo(), "Redone"),
    },
    {
      id: "palette",
      title: "Search actions",
      shortcut: "Mod+K",
      run: () => dialogs.open({ kind: "palette" }),
    },
    { id: "comments", title: "Comments", run: () => dialogs.open({ kind: "comments" }) },
    { id: "import", title: "Import", run: () => dialogs.open({ kind: "import", source: null }) },
    { id: "export", title: "Export", shortcut: "Mod+S", run: () => dialogs.open({ kind: "export" }) },
    {
      id: "optimize",
      title: "Optimize territories",
      shortcut: "Mod+Shift+O",
      disabled: () =>
        readOnly() ?? (planner.plan().tables.accounts.count === 0 ? "there are no accounts yet" : null),
      run: () => dialogs.setOptimizing(true),
    },
    {
      id: "new-territory",
      title: "New territory",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "territory", slot: null }),
    },
    {
      id: "color-by-neighbors",
      title: "Color territories by neighbors",
      disabled: readOnly,
      run: () =>
        void import("../map/color-by-neighbors").then((module) =>
          module.colorByNeighbors(planner, services.startAreaMesh),
        ),
    },
    {
      id: "event",
      title: "Something changes in the team…",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "event" }),
    },
    { id: "reps", title: "Reps and fit", run: () => dialogs.setShowsReps(true) },
    { id: "problems", title: "See what is wrong", run: () => dialogs.setShowsProblems(true) },
    {
      id: "clean-up",
      title: "Clean up stray accounts",
      disabled: readOnly,
      run: () => {
        void import("../../model/edits/clean-up").then(({ cleanUp }) => {
          if (!doEdit(planner, cleanUp(session.plan, session.path)))
            planner.notify({
              text: "Nothing to clean up: no territory has a small piece inside of another.",
            });
        });
      },
    },
    {
      id: "assign-reps",
      title: "Assign reps to territories",
      disabled: () => readOnly() ?? (planner.plan().tables.reps.count === 0 ? "there are no reps yet" : null),
      run: () => dialogs.open({ kind: "assign-reps" }),
    },
    {
      id: "fit",
      title: "How fit is counted",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "fit" }),
    },
    {
      id: "new-rep",
      title: "New rep",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "rep", rep: null }),
    },
    {
      id: "add-reps",
      title: "Add reps from a list",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "add-reps" }),
    },
    {
      id: "measures",
      title: "Measures to balance",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "measures" }),
    },
    {
      id: "workload",
      title: "Workload: visits and travel",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "workload" }),
    },
    {
      id: "headcount",
      title: "Headcount: how many reps it takes",
      run: () => dialogs.open({ kind: "headcount" }),
    },
    ...planningActions(planner, dialogs, readOnly),
    ...scenarioActions(planner, dialogs, services.makeId, () => session.path.scenario).map(withoutKey),
    {
      id: "settings",
      title: "Plan settings",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "settings" }),
    },
    {
      id: "new-rule",
      title: "New rule",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "rules", show: { kind: "rule", rule: null } }),
    },
    {
      id: "route-unassigned",
      title: "Route unassigned leads and accounts now",
      disabled: readOnly,
      run: () => void import("../rules/rule-actions").then((module) => module.routeUnassigned(planner)),
    },
    {
      id: "test-lead",
      title: "Test a lead against the rules",
      run: () => dialogs.open({ kind: "rules", show: { kind: "tester" } }),
    },
    {
      id: "dry-run",
      title: "Dry run of the rules",
      run: () => dialogs.open({ kind: "rules", show: { kind: "dry-run" } }),
    },
    {
      id: "rep-days",
      title: "Absence and daily caps of reps",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "rules", show: { kind: "rep-days" } }),
    },
    {
      id: "add-rows",
      title: "Add leads or accounts",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "rules", show: { kind: "add-rows" } }),
    },
    { id: "plans", title: "Open another plan", run: () => dialogs.open({ kind: "plans" }) },
    { id: "new-plan", title: "New plan", run: () => void services.workspace.close() },
    {
      id: "show-unlocated",
      title: "Show accounts without a location",
      run: () => spotlightOn(planner, "without a location", unlocatedAccounts(session.plan)),
    },
    {
      id: "show-unassigned",
      title: "Show unassigned accounts",
      run: () => spotlightOn(planner, "unassigned", accountsIn(planner, UNASSIGNED)),
    },
    {
      id: "show-moved",
      title: "Show accounts moved from the baseline",
      disabled: () => (session.baseline ? null : "the plan has no baseline"),
      run: () => spotlightOn(planner, "moved from the baseline", movedAccounts(planner)),
    },
    {
      id: "show-all",
      title: "Show all accounts",
      disabled: () => (planner.spotlight() ? null : "all are shown"),
      run: () => planner.setSpotlight(null),
    },
    {
      id: "clear-selection",
      title: "Clear the selection",
      run: () => session.select(NOTHING_SELECTED),
    },
    { id: "about", title: "About Evenfield", run: () => dialogs.open({ kind: "about" }) },
    { id: "theme", title: "Switch between light and dark", run: () => nextTheme(services.store) },
  ];
  const all = [...forAccounts, ...general];
  const byId = (id: string) => {
    const action = all.find((candidate) => candidate.id === id);
    if (!action) throw new Error(`Expected an action "${id}", got none.`);
    return action;
  };
  const menuItem = (id: string, separated = false): MenuItem => {
    const action = byId(id);
    return {
      label: action.title,
      ...(action.shortcut ? { detail: shortcutText(action.shortcut) } : {}),
      disabled: action.disabled?.() != null,
      separated,
      run: action.run,
    };
  };
  /** The scenarios to change to; a phone has no tabs for them. */
  const scenarioItems = (): MenuItem[] =>
    planner
      .plan()
      .scenarios.filter(({ id, archived }) => !archived && id !== planner.path().scenario)
      .map(({ id, name }) => ({
        label: `Show scenario ${name}`,
        disabled: planner.preview() !== null,
        run: () => showScenario(planner, id),
      }));
  const archivedItems = (): MenuItem[] =>
    archivedActions(planner).map(({ title, disabled, run }) => ({
      label: title,
      disabled: disabled?.() != null,
      run,
    }));
  const planMenu = () => [
    menuItem("new-plan"),
    menuItem("plans"),
    menuItem("import", true),
    menuItem("export"),
    menuItem("copy-scenario", true),
    menuItem("scenario"),
    menuItem("archive-scenario"),
    menuItem("delete-scenario"),
    ...scenarioItems(),
    menuItem("compare-scenario"),
    menuItem("publish-scenario"),
    ...archivedItems(),
    menuItem("comments", true),
    menuItem("settings"),
    menuItem("theme"),
    menuItem("about"),
  ];
  const planningMenu = () => [
    menuItem("measures"),
    menuItem("workload"),
    menuItem("headcount"),
    menuItem("reps", true),
    menuItem("add-reps"),
    menuItem("assign-reps"),
    menuItem("units", true),
    menuItem("segments"),
    menuItem("layers"),
    menuItem("families"),
    menuItem("named", true),
    menuItem("hand-overs"),
    menuItem("problems", true),
    menuItem("clean-up"),
    menuItem("color-by-neighbors"),
    menuItem("event"),
    menuItem("merge-part"),
  ];
  return { all, byId, forAccounts, planMenu, planningMenu };
}

/** F2 and Delete mean the scenario only while its tab has the focus. */
function withoutKey({ shortcut: _, ...action }: Action): Action {
  return action;
}
