import { createSignal, For } from "solid-js";
import { editRep, REP_COLUMNS, type RepRole } from "../../model/edits/edit-rep";
import { makeRowIds, type RowId } from "../../model/ids";
import { rowById } from "../../model/table";
import { Modal } from "../controls/modal";
import { doneText } from "../done-text";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import { REP_FIELDS, readRepTexts, repField, repText } from "./rep-fields";
import "./reps.css";

const ADDRESS: readonly RepRole[] = ["city", "state", "postalCode", "country"];

/** Adds a rep (null) or changes what the plan says of one. A new address is looked up, so that distance can count. */
export function RepFormDialog(props: { rep: RowId | null; onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const { session } = planner;
  const { reps } = session.plan.tables;
  const { settings } = session.plan;
  const row = props.rep === null ? null : (rowById(reps).get(props.rep) ?? null);
  const fields = REP_COLUMNS.map(({ role }) => repField(reps, role));
  const field = (role: RepRole) => fields.find((candidate) => candidate.role === role)!;
  const [name, setName] = createSignal(repText(reps, row, field("name"), settings));
  const [typed, setTyped] = createSignal<ReadonlyMap<RepRole, string>>(new Map());
  const read = () => readRepTexts(fields, new Map(typed()).set("name", name()), session.plan.settings);
  const problem = () => {
    if (name().trim() === "") return "Give the rep a name.";
    const { unread } = read();
    return unread.length > 0 ? `This cannot be read: ${unread.join(", ")}.` : null;
  };
  const type = (role: RepRole, text: string) => setTyped(new Map(typed()).set(role, text));

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    const { details } = read();
    const known = rowById(session.plan.tables.reps);
    const id = props.rep ?? makeRowIds(1, Math.random, known)[0]!;
    const patch = editRep(session.plan, id, details);
    props.onClose();
    if (!session.edit(patch)) return;
    const text = doneText(patch.label);
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    if (ADDRESS.some((role) => details[role])) void findHome(id);
  };

  /** A step of its own: the plan may have changed until the answer is there. */
  async function findHome(id: RowId): Promise<void> {
    const at = rowById(session.plan.tables.reps).get(id);
    if (at === undefined) return;
    try {
      const { patchFor, notFound } = await services.locateAgain(session.plan, [at], "reps");
      session.edit(patchFor(session.plan));
      if (notFound[0]) planner.notify({ text: `The home was not found: ${notFound[0].reason}` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      planner.notify({ text: `The home could not be looked up: ${reason}`, tone: "bad" });
    }
  }

  return (
    <Modal
      open
      size="medium"
      title={props.rep === null ? "New rep" : `Rep ${name()}`}
      description="Whatever is left blank does not count against anyone. Lists are written with semicolons."
      onClose={props.onClose}
      footer={
        <>
          <span class="form-problem rep-form-problem" role="alert">
            {typed().size > 0 || props.rep !== null ? problem() : null}
          </span>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="rep-form" class="button button-primary" disabled={problem() !== null}>
            {props.rep === null ? "Add rep" : "Save"}
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
        <For each={REP_FIELDS}>
          {({ legend, roles }) => (
            <fieldset class="rep-form-group">
              <legend>{legend}</legend>
              <For each={roles}>
                {(role) => (
                  <label class="field">
                    <span class="field-label">{field(role).label}</span>
                    <input
                      class="input"
                      value={typed().get(role) ?? repText(reps, row, field(role), settings)}
                      placeholder={field(role).hint ?? ""}
                      disabled={planner.readOnly()}
                      onInput={(event) => type(role, event.currentTarget.value)}
                      autocomplete="off"
                    />
                  </label>
                )}
              </For>
            </fieldset>
          )}
        </For>
      </form>
    </Modal>
  );
}
