import { createMemo, Show } from "solid-js";
import { UNASSIGNED } from "../../model/alignment";
import { deviationOf, indexOf } from "../../model/metrics/balance";
import type { MeasureFigures } from "../../model/metrics/figures";
import type { Plan } from "../../model/plan";
import { deviationText, indexText, shortValue } from "../number-format";
import { usePlanner } from "../planner";
import { indexesAfter } from "./hovered-move";
import "./index-bar.css";

/** Values of two versions of a plan are written alike: edits of cells and assignments need no new texts. */
function sameFormats(a: Plan, b: Plan): boolean {
  return a.settings === b.settings && a.tables.accounts.columns.length === b.tables.accounts.columns.length;
}

/** One measure of one territory against its target: a bar from 0 to twice the target, the tolerance shaded. */
export function IndexBar(props: { figure: MeasureFigures; slot: number }) {
  const planner = usePlanner();
  const measure = createMemo(() => props.figure.measure);
  const plan = createMemo(planner.plan, undefined, { equals: sameFormats });
  // An edit changes the figures of few territories: everything below waits for these two numbers.
  const total = createMemo(() => props.figure.totals[props.slot] ?? 0);
  const target = createMemo(() => props.figure.targets[props.slot] ?? 0);
  // Told from sums that were added to and taken from, which may end a hair above what they should be.
  const over = createMemo(() => {
    const capacity = props.figure.capacities?.[props.slot] ?? Number.NaN;
    return total() > capacity * (1 + 1e-9) ? capacity : null;
  });

  const shown = createMemo(() => {
    const index = indexOf(total(), target());
    const blank = Number.isNaN(index);
    const deviation = deviationOf(total(), target());
    const within = Math.abs(deviation) <= measure().tolerance + 1e-9;
    const limit = over();
    return {
      index,
      over: limit === null ? "" : `, more than the ${shortValue(plan(), measure(), limit)} its rep can carry`,
      share: blank ? 0 : Math.min(2, Math.max(0, index / 100)),
      state: blank ? "blank" : within ? "within" : deviation > 0 ? "above" : "below",
      words: blank ? "no target" : `index ${indexText(index)}, ${deviationText(deviation)}`,
      value: shortValue(plan(), measure(), total()),
    };
  });
  /** Index after the move that is dragged over a territory, as part of the bar; null while none would change this one. */
  const after = createMemo(() => {
    const indexes = props.slot === UNASSIGNED ? undefined : indexesAfter()?.get(props.slot);
    if (!indexes) return null;
    const position = planner.figures().measures.findIndex((figure) => figure.measure.id === measure().id);
    const index = indexes[position] ?? Number.NaN;
    return Number.isNaN(index) ? null : Math.min(2, Math.max(0, index / 100));
  });
  return (
    <div
      class="index-bar"
      data-state={shown().state}
      data-over={shown().over === "" ? undefined : ""}
      title={`${measure().name}: ${shown().value}, ${shown().words}${shown().over}`}
    >
      <span class="index-bar-name">{measure().name}</span>
      <div
        class="index-bar-track"
        role="meter"
        aria-label={`${measure().name} index`}
        aria-valuemin={0}
        aria-valuemax={Math.max(200, Math.ceil(shown().index || 0))}
        aria-valuenow={Math.round(shown().index || 0)}
        aria-valuetext={`${shown().words}${shown().over}`}
        style={{ "--index": shown().share, "--tolerance": Math.min(1, measure().tolerance) }}
      >
        <span class="index-bar-band" />
        <span class="index-bar-fill" />
        <Show when={after() !== null}>
          <span class="index-bar-after" style={{ "--after": after() ?? 0 }} />
        </Show>
        <span class="index-bar-target" />
      </div>
      <span class="index-bar-index">{indexText(shown().index)}</span>
      <span class="index-bar-value">{shown().value}</span>
    </div>
  );
}
