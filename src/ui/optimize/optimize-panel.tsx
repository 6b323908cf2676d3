import X from "lucide-solid/icons/x";
import { createEffect, createMemo, Match, on, onCleanup, onMount, Show, Switch, untrack } from "solid-js";
import { takeLostFocus } from "../controls/catch-focus";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { Comparison } from "./comparison";
import { createOptimization } from "./create-optimization";
import { ImpossibleNotes } from "./impossible-notes";
import { OptimizeFooter } from "./optimize-footer";
import { ProposalView } from "./proposal-view";
import { RunStatus } from "./run-status";
import { SettingsForm } from "./settings-form";
import "./optimize-panel.css";

/** The optimizer beside map and panel: what to balance and keep, the best so far drawn live, then a proposal. */
export function OptimizePanel(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const optimization = createOptimization(planner, useServices());
  const { state, shown, before } = optimization;
  const impossible = () => {
    const now = state();
    return now && now.kind !== "failed" ? now.impossible : null;
  };
  const otherPlan = () => {
    const looked = optimization.whole();
    return looked && looked.territoryOf !== optimization.run()?.territoryOf ? looked : null;
  };
  const counted = () => {
    const looked = shown();
    return state()?.kind === "done" && looked?.isFinal ? looked : null;
  };
  let dialog: HTMLElement | undefined;
  const close = () => {
    optimization.leave();
    props.onClose();
  };

  // An event of the team states what it needs and wants to see a proposal at once.
  createEffect(() => {
    const settings = dialogs.takeSettings();
    if (!settings) return;
    untrack(() => {
      optimization.leave();
      optimization.setSettings(settings);
      optimization.start();
    });
  });
  onMount(() => {
    const opener = document.activeElement;
    dialog?.focus();
    onCleanup(() => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    });
  });
  // The button that was pressed makes way for those of the next step.
  createEffect(() => {
    state();
    if (dialog) takeLostFocus(dialog);
  });
  // A proposal is for the alignment it was made from: looking at another one ends it.
  const alignment = createMemo(() => `${planner.path().scenario} ${planner.path().layer}`);
  createEffect(on(alignment, () => untrack(state) && optimization.discard(), { defer: true }));

  return (
    // A dialog beside the map, not over it: the best plan so far is drawn there while the search runs.
    <section
      ref={dialog}
      class="optimize"
      role="dialog"
      aria-label="Optimize territories"
      tabIndex={-1}
      onKeyDown={(event) => {
        // A proposal is discarded by its button only.
        if (event.key === "Escape" && !state()) {
          event.stopPropagation();
          close();
        }
      }}
    >
      <header class="pane-header">
        <h2>Optimize territories</h2>
        <span class="spacer" />
        <button type="button" class="button button-quiet button-icon" aria-label="Close" onClick={close}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div class="optimize-body">
        <Switch>
          <Match when={!state()}>
            <SettingsForm
              settings={optimization.settings()}
              onChange={optimization.setSettings}
              problem={optimization.refusal()}
              onStart={() => optimization.start()}
            />
          </Match>
          <Match when={state()}>
            {(current) => (
              <>
                <RunStatus
                  state={current()}
                  other={otherPlan()}
                  counted={counted()}
                  before={before()}
                  exact={optimization.run()?.exact ?? null}
                />
                <Show when={impossible()}>
                  {(why) => (
                    <ImpossibleNotes
                      impossible={why()}
                      territories={optimization.whole()?.territories ?? planner.alignment().territories}
                      onApply={optimization.apply}
                    />
                  )}
                </Show>
                <Show when={before()}>
                  {(was) => (
                    <Show when={shown()}>{(now) => <Comparison before={was()} shown={now()} />}</Show>
                  )}
                </Show>
                <Show when={current().kind === "done" && shown()?.isFinal}>
                  <ProposalView optimization={optimization} />
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
      <OptimizeFooter optimization={optimization} onClose={props.onClose} />
    </section>
  );
}
