import { createMemo, For, Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import type { Plan } from "../../model/plan";
import type { AlignmentLook } from "../../session/alignment-look";
import type { RunState } from "../../session/optimization-run";
import type { ExactOutcome, Proposal } from "../../session/proposal";
import { countText, distanceText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import { type Certificate, certificatesOf, exactCertificate } from "./certificate";
import type { LookedAt } from "./create-optimization";
import { emptiedTerritories, estimates, verdictOf } from "./verdict";

/** How far the search is, what still stands against a balanced plan, and how near the best possible it is proven to be. */
export function RunStatus(props: {
  state: RunState;
  /** The plan that is looked at once the search has ended, where it is another than the search's own. */
  other: Proposal | null;
  /** The final proposal as it is counted, or null before that. */
  counted: LookedAt | null;
  before: AlignmentLook | null;
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
    return verdict()?.text ?? "Counting the plan found…";
  };
  const verdict = createMemo(() => (props.counted ? verdictOf(props.counted) : null));
  const isPart = () => props.counted?.isPart === true;
  const emptied = () => {
    const { counted, before } = props;
    const names = counted && before ? emptiedTerritories(before.figures, counted) : [];
    return names.length === 0 ? null : `${nameList(planner.plan(), names)} would be left with no accounts.`;
  };
  const violation = () => {
    const now = progress();
    const shown = proposal();
    // Where the search only estimates, the verdict says by how much the plan is off.
    if (!now?.violation || !shown || isPart() || (props.counted && estimates(props.counted))) return null;
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
    // A bound speaks of the whole proposal, and of plans that meet the rules.
    if (state.kind === "done" && (isPart() || verdict()?.isGood !== true)) return [];
    const proven = props.exact && exactCertificate(props.exact);
    return proven ? [proven] : certificatesOf(state.bounds);
  });
  const facts = () => {
    const now = progress();
    if (!now) return "";
    const parts = [`${countText(planner.plan(), now.iterations)} steps`];
    if (!running()) parts.push(`seed ${proposal()?.settings.seed ?? 1}`);
    return parts.join(" · ");
  };
  /** Another figure than the distances on the card: those count each account once, to the middle of its territory. */
  const travel = () => {
    const now = progress();
    if (!now || isPart()) return null;
    const from = proposal()?.settings.fromHomes ? "the rep's home, else the best center" : "the best center";
    return `Travel as the search counts it: ${distanceText(planner.plan(), now.cost.travel)} (visits × distance to ${from})`;
  };
  const unplaced = () => {
    if (isPart()) return null;
    const { kept, dealtForBalance } = progress()?.unplaced ?? { kept: 0, dealtForBalance: 0 };
    if (kept + dealtForBalance === 0) return null;
    const parts = [];
    if (kept > 0) parts.push(`${countText(planner.plan(), kept)} stay where they are`);
    if (dealtForBalance > 0)
      parts.push(`${countText(planner.plan(), dealtForBalance)} given out for balance alone`);
    return `${countOf(kept + dealtForBalance)} without a place on the map: ${parts.join(", ")}.`;
  };
  return (
    <div
      class="run-status"
      data-kind={props.state.kind}
      data-feasible={running() ? progress()?.feasible : verdict()?.isGood}
    >
      <Show when={running()}>
        <div class="run-bar" role="progressbar" aria-label="Optimizing">
          <span />
        </div>
      </Show>
      <p role="status" class="run-phase">
        {text()}
      </p>
      <Show when={emptied()}>
        {(words) => (
          <p role="status" class="form-problem">
            {words()}
          </p>
        )}
      </Show>
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
      <Show when={travel()}>{(words) => <p class="form-hint">{words()}</p>}</Show>
      <Show when={unplaced()}>{(words) => <p class="form-hint">{words()}</p>}</Show>
    </div>
  );
}

/** Names that the warning bears. */
const NAMES = 3;

function nameList(plan: Plan, names: readonly string[]): string {
  const more = names.length - NAMES;
  return more > 0
    ? `${names.slice(0, NAMES).join(", ")} and ${countText(plan, more)} more`
    : names.join(names.length === 2 ? " and " : ", ");
}
