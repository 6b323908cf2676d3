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
      <div
        class="balance-score"
        data-tone={tone()}
        title="100 means that every territory holds exactly its share. Each point below is one percent by which territories miss their targets on average, over all measures by their weights."
      >
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
              <dt
                title={`The score of this measure alone; it counts ${figure().measure.weight} times in the balance`}
              >
                {figure().measure.name}
                <Show when={figure().measure.weight !== 1}>
                  <span class="balance-weight"> ×{figure().measure.weight}</span>
                </Show>
              </dt>
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
          <dt title="From an account to the middle of its territory, in a straight line, one way">
            Mean distance
          </dt>
          <dd>{distanceText(planner.plan(), meanKm(figures().travel))}</dd>
        </div>
        <Show when={figures().disruption}>
          {(disruption) => (
            <div class="balance-fact">
              <dt title="Accounts whose rep is not the one of the baseline, the alignment as it was imported">
                Disruption
              </dt>
              <dd>
                {percentText(
                  disruption().accounts > 0 ? disruption().changedAccounts / disruption().accounts : 0,
                  1,
                )}
                <span class="balance-within">
                  {disruption().revenue > 0
                    ? `${percentText(disruption().changedRevenue / disruption().revenue, 1)} of revenue`
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
