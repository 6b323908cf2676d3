import { createMemo, createUniqueId, For, Show } from "solid-js";
import type { TradeOffPlan, TradeOffState } from "../../session/trade-off-run";
import { countText, distanceText } from "../number-format";
import { usePlanner } from "../planner";

const WIDTH = 280;
const HEIGHT = 150;
const MARGIN = { left: 30, right: 12, top: 12, bottom: 26 };
const SMALLEST = 3.5;
const LARGEST = 8;

/** Balance against what changes hands, larger points traveling more. A slider walks along the points; each is a plan to look at. */
export function TradeOffChart(props: {
  state: Extract<TradeOffState, { kind: "running" | "done" }>;
  picked: TradeOffPlan | null;
  onPick: (plan: TradeOffPlan) => void;
}) {
  const planner = usePlanner();
  const slider = createUniqueId();
  const plans = () => props.state.plans;
  const scaleOf = (values: readonly number[], from: number, to: number) => {
    const least = Math.min(...values);
    const most = Math.max(...values);
    return (value: number) =>
      most > least ? from + ((value - least) / (most - least)) * (to - from) : (from + to) / 2;
  };
  const scales = createMemo(() => ({
    x: scaleOf(
      [0, ...plans().map(({ changedAccounts }) => changedAccounts)],
      MARGIN.left,
      WIDTH - MARGIN.right,
    ),
    y: scaleOf(
      plans().map(({ balance }) => balance),
      HEIGHT - MARGIN.bottom,
      MARGIN.top,
    ),
    radius: scaleOf(
      plans().map(({ travel }) => travel),
      SMALLEST,
      LARGEST,
    ),
  }));
  const pickedAt = () => (props.picked ? plans().indexOf(props.picked) : -1);
  const words = (plan: TradeOffPlan) =>
    [
      plan.isPresent ? "Today" : null,
      `balance ${balanceText(plan.balance)}`,
      `${countText(planner.plan(), plan.changedAccounts)} change hands`,
      `${distanceText(planner.plan(), plan.travel)} of travel`,
      plan.feasible ? null : "breaks rules",
    ]
      .filter((part) => part !== null)
      .join(", ");
  const edge = (pick: (balances: readonly number[]) => number) => pick(plans().map(({ balance }) => balance));
  return (
    <div class="trade-off">
      <Show when={plans().length > 0}>
        <svg
          class="trade-off-chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={`${plans().length} plans, balance against accounts that change hands`}
        >
          <line
            class="trade-off-axis"
            x1={MARGIN.left}
            x2={WIDTH - 4}
            y1={HEIGHT - MARGIN.bottom + 6}
            y2={HEIGHT - MARGIN.bottom + 6}
          />
          <text class="trade-off-label" x={WIDTH - 4} y={HEIGHT - 4} text-anchor="end">
            accounts that change hands →
          </text>
          <text class="trade-off-label" x={MARGIN.left} y={MARGIN.top}>
            ↑ balance
          </text>
          <text class="trade-off-label" x={2} y={MARGIN.top + 12}>
            {balanceText(edge((all) => Math.max(...all)))}
          </text>
          <text class="trade-off-label" x={2} y={HEIGHT - MARGIN.bottom + 2}>
            {balanceText(edge((all) => Math.min(...all)))}
          </text>
          <For each={plans()}>
            {(plan) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the slider below does the same by keyboard
              <circle
                classList={{
                  "trade-off-point": true,
                  "trade-off-picked": plan === props.picked,
                  "trade-off-broken": !plan.feasible,
                }}
                cx={scales().x(plan.changedAccounts)}
                cy={scales().y(plan.balance)}
                r={scales().radius(plan.travel)}
                onClick={() => props.onPick(plan)}
              >
                <title>{words(plan)}</title>
              </circle>
            )}
          </For>
        </svg>
        <label class="field" for={slider}>
          <span class="field-label">
            From least change to most: {plans().length} plans, none beaten by another
          </span>
        </label>
        <input
          id={slider}
          class="trade-off-slider"
          type="range"
          min={0}
          max={plans().length - 1}
          step={1}
          value={Math.max(0, pickedAt())}
          aria-valuetext={words(plans()[Math.max(0, pickedAt())]!)}
          onInput={(event) => {
            const plan = plans()[event.currentTarget.valueAsNumber];
            if (plan) props.onPick(plan);
          }}
        />
        <p class="form-hint">
          {props.picked && pickedAt() >= 0
            ? words(props.picked)
            : "Move the slider or press a point to look at that plan. Larger points travel more."}
        </p>
      </Show>
    </div>
  );
}

/** Plans on a curve differ in tenths of a point. */
function balanceText(score: number): string {
  return Number.isNaN(score) ? "–" : score.toFixed(1);
}
