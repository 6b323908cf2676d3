import { createSignal } from "solid-js";
import { addRep } from "../../model/edits/add-rep";
import { makeRowIds } from "../../model/ids";
import { rowById } from "../../model/table";
import { Modal } from "../controls/modal";
import { doneText } from "../done-text";
import { usePlanner } from "../planner";
import "./dialogs.css";

/** Adds a rep by name; everything else about them is a cell of the Reps sheet. */
export function RepDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const [name, setName] = createSignal("");
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = name().trim();
    if (wanted === "") return;
    const id = makeRowIds(1, Math.random, rowById(session.plan.tables.reps))[0]!;
    const patch = addRep(session.plan, id, wanted);
    props.onClose();
    if (!session.edit(patch)) return;
    const text = doneText(patch.label);
    planner.announce(text);
    planner.notify({ text });
  };
  return (
    <Modal
      open
      size="small"
      title="New rep"
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="rep-form" class="button button-primary" disabled={name().trim() === ""}>
            Add rep
          </button>
        </>
      }
    >
      <form id="rep-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
            autofocus
            autocomplete="off"
          />
        </label>
        <p class="form-hint">Give the rep a territory under “Name, color, rep…” in the territory's menu.</p>
      </form>
    </Modal>
  );
}
