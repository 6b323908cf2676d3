import { createSignal, Show } from "solid-js";
import type { ArrivingReps } from "../../session/arriving-reps";
import { textOfRepFile } from "../../session/rep-list";
import { FileButton } from "../controls/file-button";
import { Modal } from "../controls/modal";
import { doneText } from "../done-text";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import { createArrivingReps } from "./create-arriving-reps";
import { RepListProblems } from "./rep-list-problems";
import { RepListTable } from "./rep-list-table";

/** Reps from a file or pasted: matched with those of the plan, their homes looked up, as one undo step. */
export function AddRepsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const { session } = planner;
  const [text, setText] = createSignal("");
  const [replace, setReplace] = createSignal(false);
  const [cover, setCover] = createSignal(true);
  const { list, uses, setUse, arriving, problem } = createArrivingReps(planner, services, text, replace);
  const counted = (count: number) => count.toLocaleString(session.plan.settings.locale);
  const ready = () => {
    const result = arriving();
    return result && result.patch(cover()).changes.length > 0 ? result : null;
  };
  const accept = () => {
    const result = ready();
    if (!result) return;
    const patch = result.patch(cover());
    props.onClose();
    if (!session.edit(patch)) return;
    const done = doneText(patch.label);
    planner.announce(done);
    planner.notify({ text: done, action: { label: "Undo", run: () => session.undo() } });
  };
  const summary = ({ added, matched }: ArrivingReps) =>
    `${counted(added)} new, ${counted(matched)} already in the plan.`;
  return (
    <Modal
      open
      size="large"
      title="Add reps"
      description="Reps that the plan has already are found by ID, e-mail or name. Homes are looked up by their address."
      onClose={props.onClose}
      footer={
        <>
          <p class="muted" role="status" aria-label="What comes in">
            <Show when={list()}>
              {arriving() ? summary(arriving()!) : problem() ? "" : "Looking up homes…"}
            </Show>
          </p>
          <span class="spacer" />
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="button" class="button button-primary" disabled={!ready()} onClick={accept}>
            {arriving()?.added === 0 && arriving()!.matched > 0 ? "Change reps" : "Add reps"}
          </button>
        </>
      }
    >
      <div class="form">
        <div class="form-row">
          <FileButton
            label="Choose a file"
            accept=".csv,.tsv,.txt"
            onFile={(file) => void textOfRepFile(file).then(setText)}
          />
        </div>
        <label class="field">
          <span class="field-label">Or paste rows, headers first</span>
          <textarea
            class="input"
            rows={4}
            spellcheck={false}
            value={text().length > 100_000 ? `${text().slice(0, 1_000)}…` : text()}
            readOnly={text().length > 100_000}
            onInput={(event) => setText(event.currentTarget.value)}
            autofocus
          />
        </label>
        <Show when={list()}>
          {(found) => (
            <>
              <RepListTable list={found()} uses={uses()} fates={arriving()?.fates ?? []} onUse={setUse} />
              <label class="check-field">
                <input
                  type="checkbox"
                  checked={replace()}
                  onChange={(event) => setReplace(event.currentTarget.checked)}
                />
                Also replace what the plan says of reps it has already, not only blanks
              </label>
              <Show when={(arriving()?.covered ?? 0) > 0}>
                <label class="check-field">
                  <input
                    type="checkbox"
                    checked={cover()}
                    onChange={(event) => setCover(event.currentTarget.checked)}
                  />
                  {`Give ${arriving()!.covered === 1 ? "the territory" : `the ${counted(arriving()!.covered)} territories`} named in the list to these reps`}
                </label>
              </Show>
            </>
          )}
        </Show>
        <RepListProblems list={list()} arriving={arriving()} problem={problem()} />
      </div>
    </Modal>
  );
}
