import { createMemo, For, type JSX, Show } from "solid-js";
import { UNASSIGNED } from "../../model/alignment";
import { planOfLayer } from "../../model/eligibility";
import { misplacedAccounts } from "../../model/hybrid";
import type { MeasureSource } from "../../model/measure";
import { measureValues } from "../../model/metrics/measure-values";
import { liveCount } from "../../model/table";
import { LayerChoice } from "../layers/layer-choice";
import { countText, fullValue, indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import { misplaced } from "./planning-actions";
import { SelectionFigures } from "./selection-figures";
import "./status-bar.css";

/** Measures whose numbers are the accounts' own; workload would have to drive again for each selection. */
const SUMMED: ReadonlySet<MeasureSource["kind"]> = new Set(["column", "blend", "lifetime"]);

/** Rows, the selection's sums, and the alignment's figures in one line. */
export function StatusBar(props: { children?: JSX.Element }) {
  const planner = usePlanner();
  const plan = planner.plan;
  const total = createMemo(() => liveCount(plan().tables.accounts));
  const shown = () => planner.shownAccounts()?.length ?? total();
  const sums = createMemo(() => {
    const { flags, count } = planner.selection();
    if (count === 0) return [];
    return plan()
      .measures.filter(({ source }) => SUMMED.has(source.kind))
      .map((measure) => {
        const values = measureValues(planOfLayer(plan(), planner.path().layer).tables.accounts, measure);
        let sum = 0;
        for (let row = 0; row < flags.length; row++) if (flags[row]) sum += values[row] ?? 0;
        return { name: measure.name, text: fullValue(plan(), measure, sum) };
      });
  });
  const misplacedCount = createMemo(() => {
    const flags = misplacedAccounts(plan(), planner.path());
    let count = 0;
    if (flags) for (let row = 0; row < flags.length; row++) count += flags[row]!;
    return count;
  });
  const disruption = () => planner.figures().disruption;
  return (
    <footer class="status-bar">
      <span class="status-bar-rows">
        {shown() === total()
          ? `${countText(plan(), total())} accounts`
          : `${countText(plan(), shown())} of ${countText(plan(), total())} accounts`}
      </span>
      <Show when={planner.selection().count > 0}>
        <span class="status-bar-selection">
          {countText(plan(), planner.selection().count)} selected
          <For each={sums()}>
            {(sum) => (
              <span>
                {" · "}
                {sum.name} {sum.text}
              </span>
            )}
          </For>
        </span>
      </Show>
      <SelectionFigures />
      <span class="spacer" />
      <LayerChoice />
      <Show when={misplacedCount() > 0}>
        <button
          type="button"
          class="link status-bar-misplaced"
          title="Accounts in territories that do not take their segment: show them"
          onClick={() =>
            spotlightOn(planner, "in a territory that does not take their segment", misplaced(planner))
          }
        >
          {countText(plan(), misplacedCount())} misplaced
        </button>
      </Show>
      <span>Balance {indexText(planner.figures().balanceScore)}</span>
      <span>{countText(plan(), planner.figures().accounts[UNASSIGNED] ?? 0)} unassigned</span>
      <Show when={disruption()}>
        {(counted) => (
          <span class="status-bar-disruption">
            {percentText(counted().accounts > 0 ? counted().changedAccounts / counted().accounts : 0, 1)}{" "}
            disrupted
          </span>
        )}
      </Show>
      {props.children}
    </footer>
  );
}
