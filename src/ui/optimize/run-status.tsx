import { Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import type { RunState } from "../../session/optimization-run";
import { countText, percentText } from "../number-format";
import { usePlanner } from "../planner";

/** How far the search is, and what still stands against a balanced plan. */
export function RunStatus(props: { state: RunState }) {
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
