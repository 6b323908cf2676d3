import { createSignal, onMount, Show } from "solid-js";
import { useServices } from "../services";
import { type UpdateOutcome, watchForUpdate } from "./update-prompt";

const OUTCOMES: Readonly<Record<UpdateOutcome, string>> = {
  reloading: "Changing over…",
  unsaved:
    "Your work could not be saved just now, so the new version waits. Download a copy, then try again.",
  busy: "Another tab is in the middle of something. Finish there, then try again.",
  failed: "The new version could not be started. It will be offered again.",
};

/** Offers a newer version of the planner; never forces it, and saves first. */
export function UpdateBar() {
  const { workspace } = useServices();
  const [accept, setAccept] = createSignal<(() => Promise<UpdateOutcome>) | null>(null);
  const [outcome, setOutcome] = createSignal<UpdateOutcome | null>(null);
  onMount(() => {
    void watchForUpdate({
      onOffer: (offer) => setAccept(() => offer),
      flush: async () => (await workspace.flush()).status === "saved",
    });
  });
  return (
    <Show when={accept()}>
      {(offer) => (
        <div class="banner" role="status">
          <span>{outcome() ? OUTCOMES[outcome()!] : "A newer version of Evenfield is ready."}</span>
          <button type="button" class="button" onClick={async () => setOutcome(await offer()())}>
            Update and reload
          </button>
          <button type="button" class="button button-quiet" onClick={() => setAccept(null)}>
            Later
          </button>
        </div>
      )}
    </Show>
  );
}
