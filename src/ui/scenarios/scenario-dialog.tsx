import { createSignal } from "solid-js";
import { canLeaveTabs, describeScenario } from "../../model/edits/scenario-edits";
import { scenarioById } from "../../model/plan";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import { deleteScenario, putAway } from "./scenario-moves";
import "../territories/dialogs.css";

/** Name and description of a scenario, and the ways to put it out of sight. */
export function ScenarioDialog(props: { scenario: string; onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const before = scenarioById(session.plan, props.scenario);
  const [name, setName] = createSignal(before.name);
  const [description, setDescription] = createSignal(before.description);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (session.plan.scenarios.some(({ id }) => id === before.id)) {
      session.edit(describeScenario(session.plan, before.id, { name: name(), description: description() }));
    }
    props.onClose();
  };
  const remove = () => {
    deleteScenario(planner, before.id);
    props.onClose();
  };
  const archive = () => {
    putAway(planner, before.id);
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
            disabled={!canLeaveTabs(session.plan, before.id)}
            onClick={remove}
          >
            Delete scenario
          </button>
          <button
            type="button"
            class="button"
            disabled={!canLeaveTabs(session.plan, before.id)}
            onClick={archive}
          >
            Archive
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
