import Play from "lucide-solid/icons/play";
import Square from "lucide-solid/icons/square";
import X from "lucide-solid/icons/x";
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
  untrack,
} from "solid-js";
import { territoryAt, territorySlots } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { type Figures, figures as figuresOf } from "../../model/metrics/figures";
import { meanKm } from "../../model/metrics/travel";
import { type OptimizationRun, type RunState, startOptimization } from "../../session/optimization-run";
import {
  defaultOptimizationSettings,
  type KeepPreference,
  type OptimizationSettings,
} from "../../session/optimization-settings";
import { type Proposal, proposalFigures, proposalPatch, runningFigures } from "../../session/proposal";
import { takeLostFocus } from "../controls/catch-focus";
import { doneText } from "../done-text";
import { countText, distanceText, indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "./optimize-panel.css";

const KEEP_CHOICES: readonly { value: KeepPreference; label: string; hint: string }[] = [
  { value: "ignore", label: "Draw freely", hint: "Only balance and travel count." },
  { value: "prefer", label: "Prefer today's rep", hint: "Accounts change hands where it clearly helps." },
  { value: "strongly", label: "Touch as little as possible", hint: "Only what balance needs is moved." },
];

/** The optimizer beside map and panel: what to balance and keep, the best so far drawn live, then a proposal. */
export function OptimizePanel(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { optimizer } = useServices();
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
    const started = startOptimization(optimizer, session.plan, session.path, settings(), listen);
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
        if (event.key === "Escape" && state()?.kind !== "running") {
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

function SettingsForm(props: {
  settings: OptimizationSettings;
  problem: string | null;
  onChange: (settings: OptimizationSettings) => void;
  onStart: () => void;
}) {
  const planner = usePlanner();
  const existing = () => planner.figures().territoryCount;
  const locked = () => planner.alignment().locks.size;
  const balanceOf = (id: string) => props.settings.balance.find(({ measure }) => measure === id);
  const set = (fields: Partial<OptimizationSettings>) => props.onChange({ ...props.settings, ...fields });
  const count = () =>
    props.settings.territories.kind === "count" ? props.settings.territories.count : existing() || 8;
  const setTolerance = (id: string, tolerance: number | null) => {
    const others = props.settings.balance.filter(({ measure }) => measure !== id);
    set({ balance: tolerance === null ? others : [...others, { measure: id, tolerance }] });
  };
  return (
    <form
      class="optimize-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onStart();
      }}
    >
      <fieldset>
        <legend>Territories</legend>
        <label class="optimize-choice">
          <input
            type="radio"
            name="territories"
            disabled={existing() === 0}
            checked={props.settings.territories.kind === "existing"}
            onChange={() => set({ territories: { kind: "existing" } })}
          />
          <span>The {existing()} existing ones</span>
        </label>
        <label class="optimize-choice">
          <input
            type="radio"
            name="territories"
            checked={props.settings.territories.kind === "count"}
            onChange={() => set({ territories: { kind: "count", count: count() } })}
          />
          <span>Draw anew:</span>
          <input
            class="input input-count"
            type="number"
            min={1}
            max={2000}
            aria-label="Number of territories"
            value={count()}
            onInput={(event) =>
              set({ territories: { kind: "count", count: event.currentTarget.valueAsNumber } })
            }
          />
          <span>territories</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>Balance</legend>
        <For each={planner.figures().measures}>
          {(figure) => (
            <div class="optimize-measure">
              <label class="optimize-choice">
                <input
                  type="checkbox"
                  checked={balanceOf(figure.measure.id) !== undefined}
                  onChange={(event) =>
                    setTolerance(
                      figure.measure.id,
                      event.currentTarget.checked ? figure.measure.tolerance : null,
                    )
                  }
                />
                <span>{figure.measure.name}</span>
                <span class="optimize-today">{spreadText(figure.totals, figure.targets)} today</span>
              </label>
              <Show when={balanceOf(figure.measure.id)}>
                {(balance) => (
                  <label class="optimize-tolerance">
                    <input
                      type="range"
                      min={1}
                      max={30}
                      step={1}
                      aria-label={`Tolerance of ${figure.measure.name}`}
                      aria-valuetext={`±${Math.round(balance().tolerance * 100)} %`}
                      value={Math.round(balance().tolerance * 100)}
                      onInput={(event) =>
                        setTolerance(figure.measure.id, event.currentTarget.valueAsNumber / 100)
                      }
                    />
                    <output>±{Math.round(balance().tolerance * 100)} %</output>
                  </label>
                )}
              </Show>
            </div>
          )}
        </For>
        <Show when={planner.figures().measures.length === 0}>
          <p class="form-hint">The plan has no measures yet: add one under Measures.</p>
        </Show>
      </fieldset>
      <fieldset>
        <legend>Relationships</legend>
        <For each={KEEP_CHOICES}>
          {(choice) => (
            <label class="optimize-choice" title={choice.hint}>
              <input
                type="radio"
                name="keep"
                checked={props.settings.keep === choice.value}
                onChange={() => set({ keep: choice.value })}
              />
              <span>
                {choice.label}
                <span class="optimize-choice-hint">{choice.hint}</span>
              </span>
            </label>
          )}
        </For>
        <p class="form-hint">
          {locked() === 0
            ? "No account is locked. Locked accounts always stay."
            : `${countOf(locked())} locked: ${locked() === 1 ? "it stays" : "they stay"} where ${locked() === 1 ? "it is" : "they are"}.`}
        </p>
      </fieldset>
      <fieldset>
        <legend>Travel and effort</legend>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.fromHomes}
            onChange={(event) => set({ fromHomes: event.currentTarget.checked })}
          />
          <span>Measure travel from the reps' homes where known</span>
        </label>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.effort === "thorough"}
            onChange={(event) => set({ effort: event.currentTarget.checked ? "thorough" : "quick" })}
          />
          <span>Search long (it can be stopped at any time)</span>
        </label>
      </fieldset>
      <Show when={props.problem}>
        <p class="form-problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <button type="submit" class="visually-hidden" tabIndex={-1}>
        Start
      </button>
    </form>
  );
}

function RunStatus(props: { state: RunState }) {
  const planner = usePlanner();
  const progress = () => {
    const { state } = props;
    if (state.kind === "running") return state.progress;
    return state.kind === "done" ? state.proposal.progress : null;
  };
  const text = () => {
    if (props.state.kind === "failed") return props.state.message;
    const now = progress();
    if (!now || now.phase === "seeding") return "Looking for a first plan…";
    if (props.state.kind === "running") {
      return now.feasible ? "Balanced. Now shortening travel…" : "Balancing…";
    }
    return now.feasible ? "Every measure is within its tolerance." : "Not everything could be balanced.";
  };
  const violation = () => {
    const now = progress();
    const proposal = props.state.kind === "failed" ? null : props.state.proposal;
    if (!now?.violation || !proposal) return null;
    const { territory, measure, relative, side } = now.violation;
    const slot = proposal.slots[territory] ?? 0;
    const name = proposal.territories[slot]?.name ?? territoryAt(planner.alignment(), slot).name;
    const measureName =
      planner.plan().measures.find(({ id }) => id === proposal.measures[measure])?.name ?? "a measure";
    return `Worst: ${name} is ${percentText(relative, 1)} of its target ${side} the band in ${measureName}.`;
  };
  return (
    <div class="run-status" data-kind={props.state.kind} data-feasible={progress()?.feasible ?? false}>
      <Show when={props.state.kind === "running"}>
        <div class="run-bar" role="progressbar" aria-label="Optimizing">
          <span />
        </div>
      </Show>
      <p role="status">{text()}</p>
      <Show when={violation()}>{(words) => <p class="form-hint">{words()}</p>}</Show>
      <Show when={progress()}>
        {(now) => (
          <p class="form-hint">
            {countText(planner.plan(), now().iterations)} steps · seed{" "}
            {props.state.kind !== "failed" ? (props.state.proposal?.settings.seed ?? 1) : 1}
            <Show when={now().unplaced.kept + now().unplaced.dealtForBalance > 0}>
              {" "}
              · {countOf(now().unplaced.kept + now().unplaced.dealtForBalance)} without a place:{" "}
              {now().unplaced.kept} kept, {now().unplaced.dealtForBalance} given out for balance only
            </Show>
          </p>
        )}
      </Show>
    </div>
  );
}

function Comparison(props: { before: Figures; after: Figures; moved: number; proposal: Proposal }) {
  const planner = usePlanner();
  const plan = planner.plan;
  const rows = createMemo(() => [
    row("Balance score", props.before.balanceScore, props.after.balanceScore, indexText, 1),
    ...props.after.measures.flatMap((figure) => {
      const was = props.before.measures.find(({ measure }) => measure.id === figure.measure.id);
      if (!was) return [];
      return [
        row(figure.measure.name, was.score, figure.score, indexText, 1),
        row(
          `  within ±${Math.round(figure.measure.tolerance * 100)} %`,
          was.within,
          figure.within,
          (value) => `${value}/${props.after.territoryCount}`,
          1,
        ),
      ];
    }),
    row(
      "Mean distance",
      meanKm(props.before.travel),
      meanKm(props.after.travel),
      (km) => distanceText(plan(), km),
      -1,
    ),
    row(
      "Unassigned accounts",
      props.before.accounts[0]!,
      props.after.accounts[0]!,
      (n) => countText(plan(), n),
      -1,
    ),
    ...(props.before.disruption && props.after.disruption
      ? [
          row(
            "Accounts with a new rep",
            props.before.disruption.changedAccounts / props.before.disruption.accounts,
            props.after.disruption.changedAccounts / props.after.disruption.accounts,
            (share) => percentText(share, 1),
            -1,
          ),
          ...(props.after.disruption.revenue > 0
            ? [
                row(
                  "Revenue with a new rep",
                  props.before.disruption.changedRevenue / props.before.disruption.revenue,
                  props.after.disruption.changedRevenue / props.after.disruption.revenue,
                  (share: number) => percentText(share, 1),
                  -1,
                ),
              ]
            : []),
        ]
      : []),
  ]);
  return (
    <div class="comparison">
      <table>
        <caption class="visually-hidden">Before and after the proposal</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Figure</span>
            </th>
            <th scope="col">Before</th>
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(item) => (
              <tr data-better={item.better}>
                <th scope="row" classList={{ "comparison-detail": item.name.startsWith(" ") }}>
                  {item.name.trim()}
                </th>
                <td>{item.before}</td>
                <td>{item.after}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="comparison-moved">
        <strong>{countOf(props.moved)}</strong> would move. Nothing is changed until you accept.
      </p>
    </div>
  );
}

function row(
  name: string,
  before: number,
  after: number,
  text: (value: number) => string,
  direction: 1 | -1,
) {
  const gain = (after - before) * direction;
  const same = text(before) === text(after) || !(Math.abs(gain) > 0);
  return { name, before: text(before), after: text(after), better: same ? "same" : gain > 0 ? "yes" : "no" };
}

/** How far the territories are from their targets today: "−42 to +88 %". */
function spreadText(totals: Float64Array, targets: Float64Array): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let slot = 1; slot < targets.length; slot++) {
    if (!(targets[slot]! > 0)) continue;
    const deviation = totals[slot]! / targets[slot]! - 1;
    least = Math.min(least, deviation);
    most = Math.max(most, deviation);
  }
  if (least > most) return "–";
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))}`;
  return `${signed(least)} to ${signed(most)} %`;
}
