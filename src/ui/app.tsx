import { createSignal, lazy, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import type { WorkspaceState } from "../session/workspace";
import { PlannerProvider } from "./planner";
import { type Services, ServicesProvider } from "./services";
import { AboutDialog } from "./shell/about-dialog";
import { createDialogs, DialogsProvider } from "./shell/dialogs";
import { createFileArrival } from "./shell/file-arrival";
import { PlanView } from "./shell/plan-view";
import { RefusedPage } from "./shell/refused-page";
import { StartPage } from "./shell/start-page";
import { UpdateBar } from "./shell/update-bar";

const ImportDialog = lazy(() =>
  import("./import/import-dialog").then((module) => ({ default: module.ImportDialog })),
);
const OpenPlanDialog = lazy(() =>
  import("./share/open-plan-dialog").then((module) => ({ default: module.OpenPlanDialog })),
);

/** The whole interface: the start page or the open plan, and the dialogs that work without one. */
export function App(props: { services: Services }) {
  const { workspace } = props.services;
  const dialogs = createDialogs();
  const [state, setState] = createSignal<WorkspaceState>(workspace.state);
  onCleanup(workspace.observe(setState));
  const arrival = createFileArrival(dialogs);

  const open = () => {
    const now = state();
    return now.kind === "open" ? now : null;
  };
  const rulesOfOpenPlan = () => {
    const session = open()?.session;
    return session && session.plan.planning.rules.length > 0
      ? { plan: session.plan, path: session.path }
      : null;
  };
  const refused = () => {
    const now = state();
    return now.kind === "refused" ? now : null;
  };
  const importing = () => {
    const dialog = dialogs.current();
    return dialog?.kind === "import" ? dialog : null;
  };
  const opening = () => {
    const dialog = dialogs.current();
    return dialog?.kind === "open-file" ? dialog : null;
  };
  return (
    <ServicesProvider value={props.services}>
      <DialogsProvider value={dialogs}>
        <div class="app">
          <UpdateBar />
          <Switch>
            <Match when={state().kind === "empty"}>
              <StartPage />
            </Match>
            <Match when={refused()}>{(now) => <RefusedPage state={now()} />}</Match>
            <Match when={open()?.session} keyed>
              {(session) => (
                <PlannerProvider session={session}>
                  <PlanView />
                </PlannerProvider>
              )}
            </Match>
          </Switch>
        </div>
        <Show when={arrival.refusal()}>
          {(text) => (
            <div class="notice" role="alert" data-tone="bad">
              <span>{text()}</span>
              <button type="button" class="notice-close" aria-label="Dismiss" onClick={arrival.dismiss}>
                ✕
              </button>
            </div>
          )}
        </Show>
        <Show when={dialogs.current()?.kind === "about"}>
          <AboutDialog onClose={dialogs.close} />
        </Show>
        <Suspense>
          <Show when={importing()}>
            {(dialog) => (
              <ImportDialog
                open
                source={dialog().source}
                client={props.services.imports}
                waiting={arrival.waiting()}
                planOpen={open() !== null}
                rulesFrom={rulesOfOpenPlan()}
                onAddRows={
                  open() ? () => dialogs.open({ kind: "rules", show: { kind: "add-rows" } }) : undefined
                }
                onClose={dialogs.close}
                onImported={(plan) => {
                  dialogs.close();
                  void workspace.create(plan);
                }}
              />
            )}
          </Show>
          <Show when={opening()}>
            {(dialog) => (
              <OpenPlanDialog
                file={dialog().file}
                planFiles={props.services.planFiles}
                waiting={arrival.waiting()}
                savedPlans={() => workspace.list()}
                onClose={dialogs.close}
                onOpened={(plan, revisions) => {
                  dialogs.close();
                  void workspace.create(plan, revisions);
                }}
              />
            )}
          </Show>
        </Suspense>
      </DialogsProvider>
    </ServicesProvider>
  );
}
