import { createSignal, For, Match, Switch } from "solid-js";
import { Modal } from "../controls/modal";
import type { EventForm } from "./event-form";
import { MergeForm } from "./merge-form";
import { NewRegionForm } from "./new-region-form";
import { RepJoinsForm } from "./rep-joins-form";
import { RepLeavesForm } from "./rep-leaves-form";
import "../territories/dialogs.css";

const EVENTS = [
  { kind: "leaves", label: "A rep leaves" },
  { kind: "joins", label: "A rep joins" },
  { kind: "merge", label: "Two territories become one" },
  { kind: "region", label: "A new region is opened" },
] as const;
type EventKind = (typeof EVENTS)[number]["kind"];

/** What happens to a team between two plans: each says little, touches as little as possible and keeps everything else. */
export function EventDialog(props: { onClose: () => void }) {
  const [kind, setKind] = createSignal<EventKind>("leaves");
  const [form, setForm] = createSignal<EventForm | null>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const now = form();
    if (!now || now.missing() !== null) return;
    props.onClose();
    now.run();
  };
  const choose = (next: EventKind) => {
    setForm(null);
    setKind(next);
  };
  return (
    <Modal
      open
      size="small"
      title="Something changes"
      description="Only what has to move is moved; everything else stays as it is."
      onClose={props.onClose}
      footer={
        <>
          <span class="form-hint">{form()?.missing()}</span>
          <span class="spacer" />
          <button type="button" class="button" onClick={() => props.onClose()}>
            Cancel
          </button>
          <button
            type="submit"
            form="event-form"
            class="button button-primary"
            disabled={!form() || form()!.missing() !== null}
          >
            {form()?.verb() ?? "Do it"}
          </button>
        </>
      }
    >
      <form id="event-form" class="form" onSubmit={submit}>
        <fieldset class="field">
          <legend class="field-label">What happens</legend>
          <For each={EVENTS}>
            {(event, i) => (
              <label>
                <input
                  type="radio"
                  name="event"
                  checked={kind() === event.kind}
                  autofocus={i() === 0}
                  onChange={() => choose(event.kind)}
                />{" "}
                {event.label}
              </label>
            )}
          </For>
        </fieldset>
        <Switch>
          <Match when={kind() === "leaves"}>
            <RepLeavesForm onForm={setForm} />
          </Match>
          <Match when={kind() === "joins"}>
            <RepJoinsForm onForm={setForm} />
          </Match>
          <Match when={kind() === "merge"}>
            <MergeForm onForm={setForm} />
          </Match>
          <Match when={kind() === "region"}>
            <NewRegionForm onForm={setForm} />
          </Match>
        </Switch>
      </form>
    </Modal>
  );
}
