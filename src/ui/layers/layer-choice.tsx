import { For, Show } from "solid-js";
import { usePlanner } from "../planner";

/** Which layer is shown, where the plan has more than one. */
export function LayerChoice() {
  const planner = usePlanner();
  return (
    <Show when={planner.plan().layers.length > 1}>
      <label class="status-bar-layer">
        Layer{" "}
        <select
          class="select select-quiet"
          aria-label="Layer"
          value={planner.path().layer}
          disabled={planner.preview() !== null}
          onChange={(event) => {
            const { session } = planner;
            session.show({ ...session.path, layer: event.currentTarget.value });
          }}
        >
          <For each={planner.plan().layers}>
            {({ id, name }) => (
              <option value={id} selected={id === planner.path().layer}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}
