import { createMemo, For, Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import type { RunState } from "../../session/optimization-run";
import type { ExactOutcome, Proposal } from "../../session/proposal";
import { countText, distanceText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import { type Certificate, certificatesOf, exactCertificate } from "./certificate";

/** How far the search is, what still stands against a balanced plan, and how near the best possible it is proven to be. */
export function RunStatus(props: {
  state: RunState;
  /** The plan that is looked at once the search has ended, where it is another than the search's own. */
  other: Proposal | null;
  exact: ExactOutcome | null;
}) {
  const planner = usePlanner();
  const running = () => props.state.kind === "running";
  const progress = () => {
    const { state } = props;
    if (state.kind === "running") return state.progress;
    return proposal()?.progress ?? null;
  };
  const proposal = () => props.other ?? (props.state.kind === "failed" ? null : props.state.proposal);
  const text = () => {
    if (props.state.kind === "failed") return props.state.message;
    const now = progress();
    if (!now || now.phase === "seeding") return "Looking for a first plan…";
    if (running()) return now.feasible ? "Balanced. Now shortening travel…" : "Balancing…";
    return now.feasible ? "Every rule is met." : "Not every rule could be met.";
  };
  const violation = () => {
    const now = progress();
    const shown = proposal();
    if (!now?.violation || !shown) return null;
    const { territory, measure, relative, side } = now.violation;
    const slot = shown.slots[territory] ?? 0;
    const name = shown.territories[slot]?.name ?? territoryAt(planner.alignment(), slot).name;
    const rule = shown.rules[measure];
    const measureName = planner.plan().measures.find(({ id }) => id === rule?.measure)?.name ?? "a measure";
    const bound = rule?.kind === "capacity" ? "capacity" : "band";
    return `Farthest off: ${name} is ${percentText(relative, 1)} ${side} its ${bound} in ${measureName}.`;
  };
  const certificates = createMemo((): readonly Certificate[] => {
    const { state } = props;
    if (state.kind === "failed" || props.other || progress()?.feasible !== true) return [];
    const proven = props.exact && exactCertificate(props.exact);
    return proven ? [proven] : certificatesOf(state.bounds);
  });
  const facts = () => {
    const now = progress();
    if (!now) return "";
    const parts = [
      `${distanceText(planner.plan(), now.cost.travel)} of travel`,
      `${countText(planner.plan(), now.iterations)} steps`,
    ];
    if (!running()) parts.push(`seed ${proposal()?.settings.seed ?? 1}`);
    return parts.join(" · ");
  };
  const unplaced = () => {
    const { kept, dealtForBalance } = progress()?.unplaced ?? { kept: 0, dealtForBalance: 0 };
    if (kept + dealtForBalance === 0) return null;
    const parts = [];
    if (kept > 0) parts.push(`${countText(planner.plan(), kept)} stay where they are`);
    if (dealtForBalance > 0)
      parts.push(`${countText(planner.plan(), dealtForBalance)} given out for balance alone`);
    return `${countOf(kept + dealtForBalance)} without a place on the map: ${parts.join(", ")}.`;
  };
  return (
    <div class="run-status" data-kind={props.state.kind} data-feasible={progress()?.feasible ?? false}>
      <Show when={running()}>
        <div class="run-bar" role="progressbar" aria-label="Optimizing">
          <span />
        </div>
      </Show>
      <p role="status" class="run-phase">
        {text()}
      </p>
      <Show when={violation()}>{(words) => <p class="form-hint">{words()}</p>}</Show>
      <div role="status" aria-label="Certificate" class="certificates">
        <For each={certificates()}>
          {({ headline, scope, isNear }) => (
            <p classList={{ certificate: true, "certificate-near": isNear }}>
              {headline}
              <span class="certificate-scope">{scope}</span>
            </p>
          )}
        </For>
      </div>
      <p class="form-hint">{facts()}</p>
      <Show when={unplaced()}>{(words) => <p class="form-hint">{words()}</p>}</Show>
    </div>
  );
}
