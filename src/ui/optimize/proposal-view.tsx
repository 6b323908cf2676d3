import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import type { BindingRules } from "../../session/proposal-explanation";
import { Fold } from "../controls/fold";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import type { Optimization } from "./create-optimization";
import { ExactSection } from "./exact-section";
import { MoveList } from "./move-list";
import { TerritoryChanges } from "./territory-changes";
import { TradeOffSection } from "./trade-off-section";
import "./proposal-view.css";

/** What stands behind the figures of a proposal: territories, moves, other plans, and the proof. */
export function ProposalView(props: { optimization: Optimization }) {
  const planner = usePlanner();
  const { optimization } = props;
  const [binding, setBinding] = createSignal<readonly BindingRules[] | null>(null);
  /** The same plan is explained once, whatever else becomes known about it. */
  const explained = createMemo(optimization.whole, null, {
    equals: (a, b) => a?.territoryOf === b?.territoryOf,
  });
  const explanation = createMemo(() => {
    const proposal = explained();
    if (!proposal) return null;
    const made = optimization.explain(proposal);
    onCleanup(() => made.close());
    return made;
  });
  createEffect(
    on(explanation, (now) => {
      setBinding(null);
      now?.territories().then(
        (rules) => now === explanation() && setBinding(rules),
        () => undefined,
      );
    }),
  );
  const moved = () => {
    const shown = optimization.shown();
    const { territoryOf } = planner.alignment();
    const rows: number[] = [];
    for (let row = 0; shown && row < territoryOf.length; row++)
      if (shown.proposal.territoryOf[row] !== territoryOf[row]) rows.push(row);
    return rows;
  };
  const territories = () => optimization.whole()?.territories ?? planner.alignment().territories;
  const territoriesSummary = () => {
    const chosen = optimization.chosen();
    const all = optimization.changed().length;
    return chosen ? `${chosen.size} of ${all} accepted` : `${all} change`;
  };
  return (
    <div class="proposal-parts">
      <Fold title="Territories" summary={territoriesSummary()}>
        <TerritoryChanges optimization={optimization} binding={binding()} />
      </Fold>
      <Fold title="Moves" summary={`${countText(planner.plan(), optimization.shown()?.moved ?? 0)} and why`}>
        <Show when={explanation()}>
          {(made) => <MoveList explanation={made()} territories={territories()} moved={moved()} />}
        </Show>
      </Fold>
      <Fold title="Other plans" summary="Balance, change and travel against each other">
        <TradeOffSection optimization={optimization} />
      </Fold>
      <Show when={optimization.run()?.canBeExact}>
        <Fold title="Proof" summary="Small enough to be exact">
          <ExactSection
            state={optimization.exact()}
            onProve={optimization.prove}
            onCancel={optimization.stopProving}
          />
        </Fold>
      </Show>
    </div>
  );
}
