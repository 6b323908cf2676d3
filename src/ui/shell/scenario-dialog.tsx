import { createSignal } from "solid-js";
import { setScenario } from "../../model/edits/plan-records";
import { scenarioById } from "../../model/plan";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";

/** Name, description and deletion of a scenario. */
export function ScenarioDialog(props: { scenario: string; onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const before = scenarioById(session.plan, props.scenario);
  const [name, setName] = createSignal(before.name);
  const [description, setDescription] = createSignal(before.description);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    // As it is now: its alignments may have changed since the dialog was opened.
    const now = session.plan.scenarios.find(({ id }) => id === before.id);
    const to = { name: name().trim() || before.name, description: description().trim() };
    if (now && (to.name !== now.name || to.description !== now.description)) {
      session.edit(setScenario(session.plan, now.id, { ...now, ...to }));
    }
    props.onClose();
  };
  const remove = () => {
    session.edit(setScenario(session.plan, before.id, null));
    const text = `Scenario ${before.name} deleted.`;
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`Scenario ${before.name}`}
      onClose={props.onClose}
      footer={
        <>
          <button
            type="button"
            class="button button-danger"
            disabled={session.plan.scenarios.length === 1}
            onClick={remove}
          >
            Delete scenario
          </button>
          <span class="spacer" />
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="scenario-form" class="button button-primary">
            Save
          </button>
        </>
      }
    >
      <form id="scenario-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
            autofocus
          />
        </label>
        <label class="field">
          <span class="field-label">Description</span>
          <textarea
            class="input"
            rows={3}
            value={description()}
            onInput={(event) => setDescription(event.currentTarget.value)}
          />
        </label>
      </form>
    </Modal>
  );
}
