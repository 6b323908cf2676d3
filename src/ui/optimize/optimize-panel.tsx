import Play from "lucide-solid/icons/play";
import Square from "lucide-solid/icons/square";
import X from "lucide-solid/icons/x";
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
  untrack,
} from "solid-js";
import { territorySlots } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { type Figures, figures as figuresOf } from "../../model/metrics/figures";
import { type OptimizationRun, type RunState, startOptimization } from "../../session/optimization-run";
import { defaultOptimizationSettings } from "../../session/optimization-settings";
import { type Proposal, proposalFigures, proposalPatch, runningFigures } from "../../session/proposal";
import { takeLostFocus } from "../controls/catch-focus";
import { doneText } from "../done-text";
import { indexText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { Comparison } from "./comparison";
import { RunStatus } from "./run-status";
import { SettingsForm } from "./settings-form";
import "./optimize-panel.css";

/** The optimizer beside map and panel: what to balance and keep, the best so far drawn live, then a proposal. */
export function OptimizePanel(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { optimizer, makeId } = useServices();
  const { session } = planner;
  const territoryCount = territorySlots(session.alignment).length;
  const [settings, setSettings] = createSignal(defaultOptimizationSettings(session.plan, territoryCount));
  const [state, setState] = createSignal<RunState | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [before, setBefore] = createSignal<Figures>(session.figures);
  let run: OptimizationRun | null = null;
  let dialog: HTMLElement | undefined;

  const proposal = createMemo((): Proposal | null => {
    const now = state();
    return now && now.kind !== "failed" ? now.proposal : null;
  });
  const after = createMemo((last: { of: Proposal; running: boolean; figures: Figures } | null) => {
    const now = proposal();
    if (!now) return null;
    const running = state()?.kind === "running";
    if (last?.of.territoryOf === now.territoryOf && last.running === running) return last;
    const count = running ? runningFigures : proposalFigures;
    return { of: now, running, figures: count(session.plan, now) };
  }, null);

  const listen = (next: RunState) => {
    const shown = proposal()?.territoryOf;
    setState(next);
    const now = proposal();
    if (now && now.territoryOf !== shown) planner.setPreview(now);
    if (next.kind === "done") planner.announce(`Proposal ready. ${summary(next.proposal)}`);
    if (next.kind === "failed") planner.announce(next.message);
  };
  const start = () => {
    setProblem(null);
    setBefore(figuresOf(session.plan, session.path));
    const started = startOptimization(optimizer, session.plan, session.path, settings(), makeId, listen);
    if ("reason" in started) setProblem(started.reason);
    else run = started;
  };
  const leave = () => {
    run?.cancel();
    run = null;
    planner.setPreview(null);
  };
  const discard = () => {
    leave();
    setState(null);
    planner.announce("Proposal discarded. Nothing was changed.");
  };
  const accept = () => {
    const accepted = proposal();
    if (!accepted) return;
    const patch = proposalPatch(session.plan, accepted);
    leave();
    if (session.edit(patch)) {
      const text = doneText(patch.label);
      planner.announce(text);
      planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    }
    props.onClose();
  };
  const close = () => {
    leave();
    props.onClose();
  };
  const summary = (of: Proposal) => {
    const figures = after()?.figures;
    return figures
      ? `Balance ${indexText(before().balanceScore)} to ${indexText(figures.balanceScore)}, ${countOf(movedBy(of))} moved.`
      : "";
  };
  const movedBy = (of: Proposal) => {
    const { territoryOf } = session.alignment;
    let moved = 0;
    for (let row = 0; row < territoryOf.length; row++) if (territoryOf[row] !== of.territoryOf[row]) moved++;
    return moved;
  };

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
  const shown = createMemo(() => `${planner.path().scenario} ${planner.path().layer}`);
  createEffect(on(shown, () => untrack(state) && discard(), { defer: true }));
  onCleanup(leave);

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
            <SettingsForm settings={settings()} onChange={setSettings} problem={problem()} onStart={start} />
          </Match>
          <Match when={state()}>
            {(current) => (
              <>
                <RunStatus state={current()} />
                <Show when={proposal()}>
                  {(shown) => (
                    <Show when={after()}>
                      {(compared) => (
                        <Comparison
                          before={before()}
                          after={compared().figures}
                          moved={movedBy(shown())}
                          proposal={shown()}
                        />
                      )}
                    </Show>
                  )}
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
      <footer class="optimize-footer">
        <Switch>
          <Match when={!state()}>
            <button type="button" class="button" onClick={close}>
              Cancel
            </button>
            <button type="button" class="button button-primary" onClick={start}>
              <Play aria-hidden="true" />
              Find a better plan
            </button>
          </Match>
          <Match when={state()?.kind === "running"}>
            <button type="button" class="button" onClick={discard}>
              Cancel
            </button>
            <button
              type="button"
              class="button button-primary"
              disabled={!proposal()}
              onClick={() => run?.stop()}
            >
              <Square aria-hidden="true" />
              Stop and keep the best
            </button>
          </Match>
          <Match when={state()?.kind === "failed"}>
            <button type="button" class="button button-primary" onClick={discard}>
              Back to the settings
            </button>
          </Match>
          <Match when={state()?.kind === "done"}>
            <button type="button" class="button" onClick={discard}>
              Discard proposal
            </button>
            <button type="button" class="button button-primary" onClick={accept}>
              Accept proposal
            </button>
          </Match>
        </Switch>
      </footer>
    </section>
  );
}
