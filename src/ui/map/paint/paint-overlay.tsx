import { Show } from "solid-js";
import { cornersText } from "../map-marks";
import type { PaintTool } from "./paint-tool";
import type { PaintPointer } from "./watch-paint";

/** The brush under the pointer, the shape being drawn, and the border being pulled. */
export function PaintOverlay(props: { tool: PaintTool; pointer: PaintPointer }) {
  const sized = () => props.tool.kind() === "brush" || props.tool.kind() === "boundary";
  return (
    <svg class="map-stroke" aria-hidden="true">
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
