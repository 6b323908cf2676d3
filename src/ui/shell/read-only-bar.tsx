import { Show } from "solid-js";
import { usePlanner } from "../planner";
import { useServices } from "../services";

/** Says that another tab holds the plan, and offers to take over. */
export function ReadOnlyBar() {
  const planner = usePlanner();
  const { workspace } = useServices();
  return (
    <Show when={planner.readOnly()}>
      <div class="banner" role="status">
        <span>This plan is open in another tab. You see every change here as it is made.</span>
        <button type="button" class="button" onClick={() => workspace.takeOver()}>
          Edit here instead
        </button>
      </div>
    </Show>
  );
}
