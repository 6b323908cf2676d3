import Trash2 from "lucide-solid/icons/trash";
import { createSignal, Index } from "solid-js";
import { setPlanningRecord } from "../../model/edits/set-planning-record";
import { levelNames } from "../../model/hierarchy";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";

/** What the rungs of the hierarchy are called: any number, the last one being the territories. */
export function LevelsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const [names, setNames] = createSignal<readonly string[]>(levelNames(session.plan));
  const problem = () => (names().some((name) => name.trim() === "") ? "Give each level a name." : null);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    const wanted = names().map((name) => name.trim());
    if (wanted.join("\n") !== levelNames(session.plan).join("\n")) {
      const label = `Change the levels to ${wanted.join(" › ")}`;
      doEdit(planner, setPlanningRecord(session.plan, "levels", "", { id: "", names: wanted }, label));
    }
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title="Levels"
      description="What the rungs above the territories are called, the highest first. Groups may lie deeper than there are names."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="levels-form"
            class="button button-primary"
            disabled={problem() !== null}
          >
            Save
          </button>
        </>
      }
    >
      <form id="levels-form" class="form" onSubmit={save}>
        <Index each={names()}>
          {(name, position) => (
            <div class="form-row">
              <input
                class="input field-grow"
                aria-label={position === names().length - 1 ? "Lowest level" : `Level ${position + 1}`}
                value={name()}
                onInput={(event) => setNames(names().with(position, event.currentTarget.value))}
                autocomplete="off"
              />
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Remove ${name() || `level ${position + 1}`}`}
                disabled={names().length < 2 || position === names().length - 1}
                onClick={() => setNames(names().toSpliced(position, 1))}
              >
                <Trash2 aria-hidden="true" />
              </button>
            </div>
          )}
        </Index>
        <div>
          <button
            type="button"
            class="button"
            onClick={() => setNames(names().toSpliced(names().length - 1, 0, `Level ${names().length}`))}
          >
            Add a level
          </button>
        </div>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
      </form>
    </Modal>
  );
}
