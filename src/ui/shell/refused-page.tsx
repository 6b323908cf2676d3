import { Show } from "solid-js";
import type { WorkspaceState } from "../../session/workspace";
import { useServices } from "../services";

/** Why a saved plan was not opened, and what can be done. Nothing of it has been changed. */
export function RefusedPage(props: { state: Extract<WorkspaceState, { kind: "refused" }> }) {
  const { workspace } = useServices();
  const result = () => props.state.result;
  const reason = () => {
    const now = result();
    return "reason" in now ? now.reason : "";
  };
  const recovered = () => {
    const now = result();
    return now.status === "damaged" ? now.recovered : null;
  };
  const title = () => {
    switch (result().status) {
      case "too-new":
        return "This plan was made by a newer version of Evenfield";
      case "damaged":
        return "This plan is damaged";
      default:
        return "This plan could not be opened";
    }
  };
  return (
    <main class="start">
      <div class="start-inner">
        <h1>{title()}</h1>
        <p role="alert">{reason()}</p>
        <p>Nothing was changed or deleted.</p>
        <div class="empty-actions">
          <Show when={recovered()}>
            {(copy) => (
              <button
                type="button"
                class="button button-primary"
                onClick={() => workspace.openRecovered(result())}
              >
                Open the copy of {new Date(copy().savedAt).toLocaleString()}
              </button>
            )}
          </Show>
          <button type="button" class="button" onClick={() => workspace.open(props.state.planId)}>
            Try again
          </button>
          <button type="button" class="button" onClick={() => workspace.close()}>
            To the start page
          </button>
        </div>
      </div>
    </main>
  );
}
