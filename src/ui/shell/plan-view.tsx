import Columns3 from "lucide-solid/icons/columns-3";
import MapIcon from "lucide-solid/icons/map";
import Table2 from "lucide-solid/icons/table-2";
import Users from "lucide-solid/icons/users";
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  lazy,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Suspense,
  Switch,
} from "solid-js";
import { selectedRows } from "../../session/row-selection";
import { matchesShortcut } from "../actions";
import { takeLostFocus } from "../controls/catch-focus";
import { Splitter } from "../controls/splitter";
import type { DropTarget } from "../drag-accounts";
import { createOpenSheets, OpenSheetsProvider } from "../open-sheets";
import { usePlanner } from "../planner";
import { ScenarioDialog } from "../scenarios/scenario-dialog";
import { useServices } from "../services";
import { dropOn } from "../territories/drop-accounts";
import { TerritoriesPane } from "../territories/territories-pane";
import { keepUnits } from "../units/keep-units";
import { CommandPalette } from "./command-palette";
import { useDialogs } from "./dialogs";
import { DragGhost } from "./drag-ghost";
import { followDays } from "./follow-days";
import { createLayout, type PaneName } from "./layout";
import { Notices } from "./notices";
import { offerLocating } from "./offer-locating";
import { createPlanActions } from "./plan-actions";
import { PlansDialog } from "./plans-dialog";
import { prefetchParts } from "./prefetch";
import { ReadOnlyBar } from "./read-only-bar";
import { SettingsDialog } from "./settings-dialog";
import { SheetsPane } from "./sheets-pane";
import { StatusBar } from "./status-bar";
import { TopBar } from "./top-bar";
import "./plan-view.css";

const MapPane = lazy(() => import("../map/map-pane").then((module) => ({ default: module.MapPane })));
const OptimizePanel = lazy(() =>
  import("../optimize/optimize-panel").then((module) => ({ default: module.OptimizePanel })),
);
const AssignDialog = lazy(() =>
  import("../territories/assign-dialog").then((module) => ({ default: module.AssignDialog })),
);
const TerritoryDialog = lazy(() =>
  import("../territories/territory-dialog").then((module) => ({ default: module.TerritoryDialog })),
);
const CommentsDialog = lazy(() =>
  import("../comments/comments-dialog").then((module) => ({ default: module.CommentsDialog })),
);
const CompareDialog = lazy(() =>
  import("../scenarios/compare-dialog").then((module) => ({ default: module.CompareDialog })),
);
const PublishDialog = lazy(() =>
  import("../scenarios/publish-dialog").then((module) => ({ default: module.PublishDialog })),
);
const RulesDialogs = lazy(() =>
  import("../rules/rules-dialogs").then((module) => ({ default: module.RulesDialogs })),
);
const EventDialog = lazy(() =>
  import("../events/event-dialog").then((module) => ({ default: module.EventDialog })),
);
const MeasuresDialog = lazy(() =>
  import("../measures/measures-dialog").then((module) => ({ default: module.MeasuresDialog })),
);
const WorkloadDialog = lazy(() =>
  import("../measures/workload/workload-dialog").then((module) => ({ default: module.WorkloadDialog })),
);
const HeadcountDialog = lazy(() =>
  import("../measures/workload/headcount-dialog").then((module) => ({ default: module.HeadcountDialog })),
);
const RepsPane = lazy(() => import("../reps/reps-pane").then((module) => ({ default: module.RepsPane })));
const ProblemsPane = lazy(() =>
  import("../problems/problems-pane").then((module) => ({ default: module.ProblemsPane })),
);
const FitDialog = lazy(() => import("../reps/fit-dialog").then((module) => ({ default: module.FitDialog })));
const RepFormDialog = lazy(() =>
  import("../reps/rep-form-dialog").then((module) => ({ default: module.RepFormDialog })),
);
const AddRepsDialog = lazy(() =>
  import("../reps/add-reps-dialog").then((module) => ({ default: module.AddRepsDialog })),
);
const AssignRepsDialog = lazy(() =>
  import("../reps/assign-reps-dialog").then((module) => ({ default: module.AssignRepsDialog })),
);
const PlanningDialogs = lazy(() =>
  import("./planning-dialogs").then((module) => ({ default: module.PlanningDialogs })),
);
const ExportDialog = lazy(() =>
  import("../share/export-dialog").then((module) => ({ default: module.ExportDialog })),
);

const PANES: readonly { name: PaneName; label: string; icon: () => JSX.Element }[] = [
  { name: "map", label: "Map", icon: () => <MapIcon aria-hidden="true" /> },
  { name: "sheets", label: "Accounts", icon: () => <Table2 aria-hidden="true" /> },
  { name: "territories", label: "Territories", icon: () => <Users aria-hidden="true" /> },
];
const NARROW = "(max-width: 640px)";

/** The open plan: sheets, map and territories side by side; on a phone one at a time. */
export function PlanView() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const services = useServices();
  const { session } = planner;
  const sheets = createOpenSheets((sheet) => {
    if (sheet === "Accounts") planner.setSpotlight(null);
    if (sheet === "Leads") planner.setLeadSpotlight(null);
  });
  const actions = createPlanActions(planner, dialogs, services);
  const { layout, change, toggle } = createLayout(services.store);
  offerLocating(planner, services);
  keepUnits(planner, services);
  followDays(session);
  const narrow = createMediaQuery(NARROW);
  const [tab, setTab] = createSignal<PaneName>("sheets");

  const shows = (pane: PaneName) => (narrow() ? tab() === pane : !layout().hidden.includes(pane));
  const sheetsFill = () => narrow() || !shows("map");
  // Once seen they stay, out of view, so that filters, sorting and places are found again.
  const sheetsSeen = createMemo<boolean>((seen) => seen || shows("sheets"), false);
  onMount(prefetchParts);
  const { optimizing, showsProblems } = dialogs;
  /** Something else than the territories stands in their place. */
  const showsBeside = () => dialogs.showsReps() || showsProblems();
  // Another plan may be opened while the optimizer stands.
  onCleanup(() => {
    dialogs.setOptimizing(false);
    dialogs.setShowsReps(false);
  });
  createEffect(() => {
    if ((optimizing() || showsBeside()) && narrow()) setTab("territories");
  });
  createEffect(() => {
    if (planner.sought() && narrow()) setTab("map");
  });
  createEffect(() => {
    if (sheets.wanted() && narrow()) setTab("sheets");
  });
  // When the plan opens and when the optimizer leaves: the button that was pressed may be gone.
  let panes!: HTMLElement;
  createEffect(on([optimizing, showsBeside], () => takeLostFocus(panes)));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || dialogs.current()) return;
    const action = actions.all.find(({ shortcut }) => shortcut && matchesShortcut(event, shortcut));
    const redoAlias = matchesShortcut(event, "Mod+Shift+Z");
    const found = redoAlias ? actions.byId("redo") : action;
    if (!found || (isTyping(event.target) && (found.id === "undo" || found.id === "redo"))) return;
    event.preventDefault();
    const why = found.disabled?.();
    if (why != null) planner.announce(`${found.title}: ${why}.`);
    else found.run();
  };
  document.addEventListener("keydown", onKeyDown);
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));

  const assign = (accounts: readonly number[]) => dialogs.open({ kind: "assign", accounts });
  const drop = (target: DropTarget, accounts: readonly number[]) =>
    dropOn(planner, dialogs, target, accounts);

  return (
    <OpenSheetsProvider value={sheets}>
      <div
        class="plan-view"
        style={{
          "--sheets-width": shows("sheets") && !sheetsFill() ? `${layout().sheetsWidth}px` : undefined,
        }}
        data-beside={shows("sheets") && !sheetsFill() ? "sheets" : undefined}
      >
        <TopBar actions={actions} narrow={narrow()} />
        <ReadOnlyBar />
        <main ref={panes} class="panes" tabIndex={-1}>
          <h1 class="visually-hidden">{planner.plan().name}</h1>
          <Show when={sheetsSeen()}>
            <div
              class="pane-slot"
              classList={{ "pane-slot-fill": sheetsFill(), "pane-slot-hidden": !shows("sheets") }}
              style={sheetsFill() ? {} : { width: `${layout().sheetsWidth}px` }}
            >
              <SheetsPane
                onAssign={assign}
                onDrop={drop}
                actions={actions.forAccounts}
                selectionBar={!shows("map")}
              />
            </div>
          </Show>
          <Show when={shows("sheets") && shows("map") && !narrow()}>
            <Splitter
              label="Width of the sheets"
              side="before"
              size={layout().sheetsWidth}
              min={280}
              max={Math.max(320, innerWidth - 400)}
              onResize={(sheetsWidth) => change({ sheetsWidth })}
            />
          </Show>
          <Show when={shows("map")}>
            <div class="pane-slot pane-slot-fill">
              <Suspense>
                <MapPane
                  startAreaMesh={services.startAreaMesh}
                  streetMaps={services.streetMaps}
                  onAssign={() => assign(selectedRows(session.selection))}
                  onShowUnlocated={() => {
                    setTab("sheets");
                    actions.byId("show-unlocated").run();
                  }}
                />
              </Suspense>
            </div>
          </Show>
          <Show when={shows("territories") || optimizing() || showsBeside()}>
            <Show when={!narrow()}>
              <Splitter
                label="Width of the territories"
                side="after"
                size={layout().territoriesWidth}
                min={260}
                max={640}
                onResize={(territoriesWidth) => change({ territoriesWidth })}
              />
            </Show>
            <Show when={!narrow() || tab() === "territories" || optimizing() || showsBeside()}>
              <div
                class="pane-slot"
                classList={{
                  "pane-slot-fill": narrow(),
                  "pane-slot-hidden": narrow() && tab() !== "territories",
                }}
                style={narrow() ? {} : { width: `${layout().territoriesWidth}px` }}
              >
                <Show
                  when={optimizing()}
                  fallback={
                    <Show when={showsBeside()} fallback={<TerritoriesPane />}>
                      <Suspense>
                        <Show
                          when={showsProblems()}
                          fallback={<RepsPane onClose={() => dialogs.setShowsReps(false)} />}
                        >
                          <ProblemsPane onClose={() => dialogs.setShowsProblems(false)} />
                        </Show>
                      </Suspense>
                    </Show>
                  }
                >
                  <Suspense>
                    <OptimizePanel onClose={() => dialogs.setOptimizing(false)} />
                  </Suspense>
                </Show>
              </div>
            </Show>
          </Show>
        </main>
        <StatusBar>
          <Show when={!narrow()}>
            <PaneToggles shows={shows} toggle={toggle} />
          </Show>
        </StatusBar>
        <Show when={narrow()}>
          <div class="bottom-tabs" role="tablist" aria-label="Views">
            <For each={PANES}>
              {(pane) => (
                <button
                  type="button"
                  role="tab"
                  aria-selected={tab() === pane.name}
                  onClick={() => setTab(pane.name)}
                >
                  {pane.icon()}
                  {pane.label}
                </button>
              )}
            </For>
          </div>
        </Show>
        <DragGhost />
        <Notices />
        <PlanDialogs />
      </div>
    </OpenSheetsProvider>
  );

  function PlanDialogs() {
    const is = <Kind extends string>(kind: Kind) => {
      const dialog = dialogs.current();
      return dialog?.kind === kind ? (dialog as Extract<typeof dialog, { kind: Kind }>) : null;
    };
    return (
      <Suspense>
        <Switch>
          <Match when={is("assign")}>
            {(dialog) => (
              <AssignDialog accounts={dialog().accounts} within={dialog().within} onClose={dialogs.close} />
            )}
          </Match>
          <Match when={is("territory")}>
            {(dialog) => <TerritoryDialog slot={dialog().slot} onClose={dialogs.close} />}
          </Match>
          <Match when={is("measures")}>
            <MeasuresDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("workload")}>
            <WorkloadDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("headcount")}>
            <HeadcountDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("rep")}>
            {(dialog) => <RepFormDialog rep={dialog().rep} onClose={dialogs.close} />}
          </Match>
          <Match when={is("add-reps")}>
            <AddRepsDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("fit")}>
            <FitDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("assign-reps")}>
            <AssignRepsDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("settings")}>
            <SettingsDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("plans")}>
            <PlansDialog current={session.plan.id} onClose={dialogs.close} />
          </Match>
          <Match when={is("scenario")?.scenario}>
            {(scenario) => <ScenarioDialog scenario={scenario()} onClose={dialogs.close} />}
          </Match>
          <Match when={is("publish")?.scenario}>
            {(scenario) => <PublishDialog scenario={scenario()} onClose={dialogs.close} />}
          </Match>
          <Match when={is("event")}>
            <EventDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("compare")}>
            <CompareDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("rules")?.show}>
            {(show) => <RulesDialogs show={show()} onClose={dialogs.close} />}
          </Match>
          <Match when={is("planning")?.show}>
            {(show) => <PlanningDialogs show={show()} onClose={dialogs.close} />}
          </Match>
          <Match when={is("comments")}>
            <CommentsDialog onClose={dialogs.close} />
          </Match>
          <Match when={is("palette")}>
            <CommandPalette actions={[...sheets.actions(), ...actions.all]} onClose={dialogs.close} />
          </Match>
          <Match when={is("export")}>
            <ExportDialog
              open
              client={services.exports}
              planFiles={services.planFiles}
              onClose={dialogs.close}
            />
          </Match>
        </Switch>
      </Suspense>
    );
  }
}

function PaneToggles(props: { shows: (pane: PaneName) => boolean; toggle: (pane: PaneName) => void }) {
  return (
    <fieldset class="pane-toggles">
      <legend class="visually-hidden">Panes</legend>
      <Columns3 size={13} aria-hidden="true" />
      <For each={PANES}>
        {(pane) => (
          <button type="button" aria-pressed={props.shows(pane.name)} onClick={() => props.toggle(pane.name)}>
            {pane.name === "sheets" ? "Sheets" : pane.label}
          </button>
        )}
      </For>
    </fieldset>
  );
}

function createMediaQuery(query: string): () => boolean {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const listen = () => setMatches(list.matches);
  list.addEventListener("change", listen);
  onCleanup(() => list.removeEventListener("change", listen));
  return matches;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "range", "button"].includes(target.type))
  );
}
