import { createMemo, For } from "solid-js";
import { deviationOf } from "../../model/metrics/balance";

/** Deviations beyond this are drawn at the edge. */
const EDGE = 1;
const WIDTH = 200;
const HEIGHT = 14;

/** How far territories are from their targets today, a stroke for each, over the band that counts as balanced. */
export function SpreadStrip(props: { totals: Float64Array; targets: Float64Array; tolerance: number }) {
  const xOf = (deviation: number) =>
    WIDTH / 2 + (Math.max(-EDGE, Math.min(EDGE, deviation)) / EDGE) * (WIDTH / 2 - 1);
  const strokes = createMemo(() => {
    const places = new Map<number, boolean>();
    for (let slot = 1; slot < props.targets.length; slot++) {
      const deviation = deviationOf(props.totals[slot]!, props.targets[slot]!);
      // Strokes on the same pixel are one.
      if (!Number.isNaN(deviation))
        places.set(Math.round(xOf(deviation)), Math.abs(deviation) <= props.tolerance);
    }
    return [...places];
  });
  return (
    <svg
      class="spread-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect
        class="spread-band"
        x={xOf(-props.tolerance)}
        y={0}
        width={xOf(props.tolerance) - xOf(-props.tolerance)}
        height={HEIGHT}
      />
      <line class="spread-target" x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
      <For each={strokes()}>
        {([x, within]) => (
          <line
            classList={{ "spread-mark": true, "spread-outside": !within }}
            x1={x}
            x2={x}
            y1={3}
            y2={HEIGHT - 3}
          />
        )}
      </For>
    </svg>
  );
}

/** How far the territories are from their targets today: "−42 to +88 %". */
export function spreadText(totals: Float64Array, targets: Float64Array): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let slot = 1; slot < targets.length; slot++) {
    const deviation = deviationOf(totals[slot]!, targets[slot]!);
    if (Number.isNaN(deviation)) continue;
    least = Math.min(least, deviation);
    most = Math.max(most, deviation);
  }
  if (least > most) return "–";
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))}`;
  return `${signed(least)} to ${signed(most)} %`;
}
