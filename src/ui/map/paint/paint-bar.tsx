import Eraser from "lucide-solid/icons/eraser";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { territoryAt, territorySlots, UNASSIGNED } from "../../../model/alignment";
import { usePlanner } from "../../planner";
import { PaintEffects } from "./paint-effects";
import { MAX_RADIUS_PX, MIN_RADIUS_PX, type PaintTool } from "./paint-tool";
import { PaintTools } from "./paint-tools";
import "./paint.css";

/** What is painted, with what, and what the stroke under way does. */
export function PaintBar(props: { tool: PaintTool; onClose: () => void }) {
  const planner = usePlanner();
  const { tool } = props;
  const erasing = () => tool.slot() === UNASSIGNED;
  const sized = () => tool.kind() === "brush" || tool.kind() === "boundary";
  return (
    <section class="paint-bar" aria-label="Paint territories">
      <div class="paint-row">
        <PaintTools tool={tool} />
        <Show
          when={tool.kind() !== "boundary"}
          fallback={
            <span class="paint-note">Grab a border and pull; by keyboard with Enter and arrows.</span>
          }
        >
          <span class="swatch" style={{ "--swatch": territoryAt(planner.alignment(), tool.slot()).color }} />
          <select
            class="select"
            aria-label="Paint into"
            value={tool.slot()}
            onChange={(event) => tool.setSlot(Number(event.currentTarget.value))}
          >
            <For each={territorySlots(planner.alignment())}>
              {(slot) => (
                <option value={slot} selected={slot === tool.slot()}>
                  {territoryAt(planner.alignment(), slot).name}
                </option>
              )}
            </For>
            <option value={UNASSIGNED} selected={erasing()}>
              Erase (Unassigned)
            </option>
          </select>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label="Erase"
            aria-pressed={erasing()}
            title="Erase: give to nobody (E). Alt-press a territory on the map to paint with it."
            onClick={() => tool.toggleErase()}
          >
            <Eraser aria-hidden="true" />
          </button>
        </Show>
        <span class="spacer" />
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Stop painting"
          title="Stop painting (Esc)"
          onClick={props.onClose}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      <div class="paint-row">
        <Show when={tool.hasUnits()}>
          <select
            class="select"
            aria-label="What is painted"
            value={tool.what()}
            onChange={(event) => tool.setWhat(event.currentTarget.value === "units" ? "units" : "accounts")}
          >
            <option value="units">Units</option>
            <option value="accounts">Accounts</option>
          </select>
        </Show>
        <Show when={sized()}>
          <label class="paint-size">
            Size
            <input
              type="range"
              aria-label="Brush size"
              min={MIN_RADIUS_PX}
              max={MAX_RADIUS_PX}
              value={tool.radiusPx()}
              onInput={(event) => tool.setRadiusPx(event.currentTarget.valueAsNumber)}
            />
          </label>
        </Show>
        <label class="paint-check">
          <input
            type="checkbox"
            checked={tool.rules().onlyUnassigned}
            onChange={(event) =>
              tool.setRules({ ...tool.rules(), onlyUnassigned: event.currentTarget.checked })
            }
          />
          Only unassigned
        </label>
        <Show when={tool.what() === "accounts"}>
          <label class="paint-check">
            <input
              type="checkbox"
              checked={tool.rules().respectLocks}
              onChange={(event) =>
                tool.setRules({ ...tool.rules(), respectLocks: event.currentTarget.checked })
              }
            />
            Respect locks
          </label>
        </Show>
      </div>
      <Show
        when={tool.stroke()}
        fallback={<p class="paint-note">Hold Space to move the map. Esc takes a stroke back.</p>}
      >
        {(painted) => <PaintEffects painted={painted()} />}
      </Show>
    </section>
  );
}
