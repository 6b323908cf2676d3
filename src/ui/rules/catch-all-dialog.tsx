import { createSignal } from "solid-js";
import { setRouting } from "../../model/edits/rule-edits";
import { NO_ROUTING, type RoutingSettings } from "../../model/planning/routing-rule";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";
import { editAndTell } from "./rule-actions";
import "./rule-dialogs.css";
import { TargetEditor } from "./target-editor";

/** Who gets what no rule takes, and how many leads a day anybody gets. */
export function CatchAllDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const before = planner.session.plan.planning.routing[0] ?? NO_ROUTING;
  const [routing, setDraft] = createSignal<RoutingSettings>(before);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    props.onClose();
    if (JSON.stringify(routing()) !== JSON.stringify(before)) {
      editAndTell(planner, setRouting(planner.session.plan, routing()));
    }
  };
  return (
    <Modal
      open
      size="small"
      title="Catch-all"
      description="What no rule takes, or nobody may have, ends here."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="catch-all-form" class="button button-primary">
            Save
          </button>
        </>
      }
    >
      <form id="catch-all-form" class="form" onSubmit={save}>
        <fieldset class="rule-section">
          <legend class="field-label">Goes to</legend>
          <TargetEditor
            target={routing().catchAll}
            onChange={(catchAll) => setDraft((now) => ({ ...now, catchAll }))}
          />
        </fieldset>
        <label class="field">
          <span class="field-label">Leads a day at most</span>
          <input
            class="input rule-number"
            type="number"
            min={0}
            placeholder="any"
            value={routing().dailyCap ?? ""}
            onInput={(event) => {
              const cap = event.currentTarget.valueAsNumber;
              setDraft((now) => ({ ...now, dailyCap: cap >= 0 ? Math.floor(cap) : null }));
            }}
          />
        </label>
        <p class="form-hint">
          For every rep whose row says nothing else. Rules that pass over who has had the day's leads count by
          it.
        </p>
      </form>
    </Modal>
  );
}
