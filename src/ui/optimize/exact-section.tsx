import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { ExactState } from "../../session/exact-run";
import { gapText } from "./certificate";

const LIMITS: readonly { readonly seconds: number; readonly label: string }[] = [
  { seconds: 20, label: "20 seconds" },
  { seconds: 60, label: "1 minute" },
  { seconds: 300, label: "5 minutes" },
];

/** For a small problem: an attempt at the best plan there is, with its time and the remaining gap in sight. */
export function ExactSection(props: {
  state: ExactState | null;
  onProve: (seconds: number) => void;
  onCancel: () => void;
}) {
  const [seconds, setSeconds] = createSignal(LIMITS[1]!.seconds);
  const [limit, setLimit] = createSignal(0);
  const running = () => (props.state?.kind === "running" ? props.state : null);
  const gap = () => {
    const now = running()?.gap;
    return now === null || now === undefined ? "no bound yet" : `gap at most ${gapText(now)}`;
  };
  return (
    <section class="exact" aria-label="Exact attempt">
      <Switch>
        <Match when={running()}>
          {(now) => (
            <>
              <p role="status">
                Proving: {Math.floor(now().seconds)} of {limit()} s, {gap()}
              </p>
              <div
                class="progress-track"
                role="progressbar"
                aria-label="Time of the exact attempt"
                aria-valuemin={0}
                aria-valuemax={limit()}
                aria-valuenow={Math.floor(now().seconds)}
              >
                <div
                  class="progress-bar"
                  style={{ "--done": String(Math.min(1, now().seconds / Math.max(1, limit()))) }}
                />
              </div>
              <button type="button" class="button" onClick={props.onCancel}>
                Stop proving
              </button>
            </>
          )}
        </Match>
        <Match when={!running()}>
          <p class="form-hint" role="status">
            {endWords(props.state) ??
              "Small enough for an exact attempt: the best plan there is, or how far from it."}
          </p>
          <Show when={props.state?.kind !== "too-large" && !isProven(props.state)}>
            <div class="optimize-line">
              <button
                type="button"
                class="button"
                onClick={() => {
                  setLimit(seconds());
                  props.onProve(seconds());
                }}
              >
                Prove it
              </button>
              <label class="optimize-line">
                <span>within</span>
                <select
                  class="select"
                  aria-label="Time limit"
                  value={seconds()}
                  onChange={(event) => setSeconds(Number(event.currentTarget.value))}
                >
                  <For each={LIMITS}>
                    {({ seconds: value, label }) => <option value={value}>{label}</option>}
                  </For>
                </select>
              </label>
            </div>
          </Show>
        </Match>
      </Switch>
    </section>
  );
}

function isProven(state: ExactState | null): boolean {
  return state?.kind === "impossible" || (state?.kind === "done" && state.proposal.exact?.proven === true);
}

function endWords(state: ExactState | null): string | null {
  switch (state?.kind) {
    case "done":
      if (state.proposal.exact?.proven)
        return state.better
          ? "A better plan was found, and none is better than it."
          : "Proven: no plan is better.";
      return state.better
        ? "A better plan was found. The time was up before it could be proven the best."
        : "The time was up before it could be proven.";
    case "impossible":
      return "Proven: no plan meets every rule.";
    case "too-large":
      return "Too many accounts are free for an exact attempt.";
    case "failed":
      return state.message;
    default:
      return null;
  }
}
