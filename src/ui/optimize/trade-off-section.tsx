import { Match, Show, Switch } from "solid-js";
import type { TradeOffState } from "../../session/trade-off-run";
import type { Optimization } from "./create-optimization";
import { TradeOffChart } from "./trade-off-chart";

/** Plans between least change and best balance and least travel, worked out when asked for. */
export function TradeOffSection(props: { optimization: Optimization }) {
  const { optimization } = props;
  const curve = (): Extract<TradeOffState, { kind: "running" | "done" }> | null => {
    const now = optimization.tradeOff();
    return now && now.kind !== "failed" ? now : null;
  };
  const failure = () => {
    const now = optimization.tradeOff();
    return now?.kind === "failed" ? now.message : null;
  };
  const isOther = () => optimization.whole() !== optimization.run();
  return (
    <>
      <Switch>
        <Match when={!optimization.tradeOff()}>
          <p class="form-hint">
            Plans from least change to best balance and least travel, worked out in the background.
          </p>
          <div class="optimize-line">
            <button type="button" class="button" onClick={optimization.startTradeOff}>
              Work out other plans
            </button>
          </div>
        </Match>
        <Match when={failure()}>{(message) => <p class="form-problem">{message()}</p>}</Match>
        <Match when={curve()}>
          {(now) => (
            <>
              <TradeOffChart state={now()} picked={optimization.picked()} onPick={optimization.pick} />
              <Show when={now().kind === "running"}>
                <div class="optimize-line">
                  <span class="form-hint" role="status">
                    {now().tried} of {now().of} tried…
                  </span>
                  <button type="button" class="link" onClick={optimization.stopTradeOff}>
                    Stop
                  </button>
                </div>
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <Show when={isOther()}>
        <div class="optimize-line">
          <button type="button" class="button" onClick={optimization.backToRun}>
            Back to the plan found first
          </button>
        </div>
      </Show>
    </>
  );
}
