import { createMemo, Show } from "solid-js";
import { cornersText } from "../map-marks";
import type { View } from "../pick-accounts";
import type { PaintTool } from "./paint-tool";
import type { PaintPointer } from "./watch-paint";

/** The brush under the pointer, the shape being drawn, and the border being pulled. */
export function PaintOverlay(props: { tool: PaintTool; pointer: PaintPointer; view: View }) {
  const border = createMemo(() => {
    const { left, top, worldSize } = props.view;
    return props.pointer.border
      .map((line) => {
        let path = "";
        for (let i = 0; i < line.length; i += 2) {
          const x = line[i]! * worldSize - left;
          const y = line[i + 1]! * worldSize - top;
          path += `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
        }
        return path;
      })
      .join("");
  });
  const sized = () => props.tool.kind() === "brush" || props.tool.kind() === "boundary";
  return (
    <svg class="map-stroke" aria-hidden="true">
      <Show when={border()}>{(path) => <path class="paint-border" d={path()} />}</Show>
      <Show when={props.pointer.ring}>
        <polygon points={cornersText(props.pointer.ring ?? [])} />
      </Show>
      <Show when={props.pointer.grabbed}>
        {(from) => (
          <line
            class="paint-pull"
            x1={from().x}
            y1={from().y}
            x2={props.pointer.x}
            y2={props.pointer.y}
            stroke-width={2 * props.tool.radiusPx()}
          />
        )}
      </Show>
      <Show when={sized()}>
        <circle class="paint-brush" cx={props.pointer.x} cy={props.pointer.y} r={props.tool.radiusPx()} />
      </Show>
    </svg>
  );
}
