import { createSignal, onCleanup, Show } from "solid-js";
import type { SaveState as State } from "../../model/saved-plan";
import { useServices } from "../services";
import { useDialogs } from "./dialogs";

/** Whether the work is on the disk; where it is not, the way to a copy. */
export function SaveState() {
  const { store } = useServices();
  const dialogs = useDialogs();
  const [state, setState] = createSignal<State>({ status: "saving" });
  onCleanup(store.subscribe(setState));
  const failed = () => {
    const now = state();
    return now.status === "failed" ? now : null;
  };
  const text = () =>
    state().status === "saved" ? "Saved" : state().status === "saving" ? "Saving…" : "Not saved";
  return (
    <>
      <output
        class="save-state"
        aria-label="Save state"
        data-status={state().status}
        title={failed()?.message}
      >
        {text()}
      </output>
      <Show when={failed()}>
        <button type="button" class="button button-danger" onClick={() => dialogs.open({ kind: "export" })}>
          Download a copy
        </button>
      </Show>
    </>
  );
}
