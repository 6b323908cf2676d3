import { createMemo, Index, Show } from "solid-js";
import { meanKm } from "../../model/metrics/travel";
import { distanceText, indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";

/** The balance score, what it is made of, and what it costs in travel and relationships. */
export function BalanceSummary() {
  const planner = usePlanner();
  const figures = planner.figures;
  const tone = createMemo(() => {
    const score = figures().balanceScore;
    return Number.isNaN(score) ? "blank" : score >= 90 ? "good" : score >= 75 ? "fair" : "poor";
  });
  return (
    <section class="balance" aria-label="Balance">
      <div class="balance-score" data-tone={tone()}>
        <span class="balance-score-label" id="balance-score-label">
          Balance
        </span>
        <output class="balance-score-value" aria-label="Balance score">
          {indexText(figures().balanceScore)}
        </output>
      </div>
      <dl class="balance-facts">
        <Index each={figures().measures}>
          {(figure) => (
            <div class="balance-fact" classList={{ "balance-fact-muted": figure().measure.weight <= 0 }}>
              <dt>{figure().measure.name}</dt>
              <dd>
                {indexText(figure().score)}
                <span class="balance-within">
                  {figure().within}/{figures().territoryCount} within ±
                  {Math.round(figure().measure.tolerance * 100)} %
                </span>
              </dd>
            </div>
          )}
        </Index>
        <div class="balance-fact">
          <dt>Mean distance</dt>
          <dd>{distanceText(planner.plan(), meanKm(figures().travel))}</dd>
        </div>
        <Show when={figures().disruption}>
          {(disruption) => (
            <div class="balance-fact">
              <dt>Disruption</dt>
              <dd>
                {percentText(disruption().changedAccounts / disruption().accounts)}
                <span class="balance-within">
                  {disruption().revenue > 0
                    ? `${percentText(disruption().changedRevenue / disruption().revenue)} of revenue`
                    : `${disruption().changedAccounts} accounts`}
                </span>
              </dd>
            </div>
          )}
        </Show>
      </dl>
    </section>
  );
}
