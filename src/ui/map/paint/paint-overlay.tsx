import { Show } from "solid-js";
import type { PaintTool } from "./paint-tool";
import type { PaintPointer } from "./watch-paint";

/** The brush under the pointer, the shape being drawn, and the border being pulled. */
export function PaintOverlay(props: { tool: PaintTool; pointer: PaintPointer }) {
  const corners = () => {
    const ring = props.pointer.ring ?? [];
    const texts: string[] = [];
    for (let i = 0; i < ring.length; i += 2) texts.push(`${ring[i]},${ring[i + 1]}`);
    return texts.join(" ");
  };
  const sized = () => props.tool.kind() === "brush" || props.tool.kind() === "boundary";
  return (
    <svg class="map-stroke" aria-hidden="true">
      <Show when={props.pointer.ring}>
        <polygon points={corners()} />
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
