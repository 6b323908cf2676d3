import { createMemo } from "solid-js";
import { deviationOf, indexOf } from "../../model/metrics/balance";
import type { MeasureFigures } from "../../model/metrics/figures";
import { deviationText, indexText } from "../number-format";
import "./index-bar.css";

/** One measure of one territory against its target: a bar from 0 to twice the target, the tolerance shaded. */
export function IndexBar(props: { figure: MeasureFigures; slot: number; value: string }) {
  const total = () => props.figure.totals[props.slot] ?? 0;
  const target = () => props.figure.targets[props.slot] ?? 0;
  const index = createMemo(() => indexOf(total(), target()));
  const deviation = createMemo(() => deviationOf(total(), target()));
  const state = createMemo(() => {
    if (Number.isNaN(index())) return "blank";
    if (Math.abs(deviation()) <= props.figure.measure.tolerance + 1e-9) return "within";
    return deviation() > 0 ? "above" : "below";
  });
  const description = () =>
    Number.isNaN(index()) ? "no target" : `index ${indexText(index())}, ${deviationText(deviation())}`;
  return (
    <div
      class="index-bar"
      data-state={state()}
      title={`${props.figure.measure.name}: ${props.value}, ${description()}`}
    >
      <span class="index-bar-name">{props.figure.measure.name}</span>
      <div
        class="index-bar-track"
        role="meter"
        aria-label={`${props.figure.measure.name} index`}
        aria-valuemin={0}
        aria-valuemax={Math.max(200, Math.ceil(index() || 0))}
        aria-valuenow={Number.isNaN(index()) ? 0 : Math.round(index())}
        aria-valuetext={description()}
        style={{
          "--index": Number.isNaN(index()) ? 0 : Math.min(2, Math.max(0, index() / 100)),
          "--tolerance": Math.min(1, props.figure.measure.tolerance),
        }}
      >
        <span class="index-bar-band" />
        <span class="index-bar-fill" />
        <span class="index-bar-target" />
      </div>
      <span class="index-bar-index">{indexText(index())}</span>
      <span class="index-bar-value">{props.value}</span>
    </div>
  );
}
