import Pencil from "lucide-solid/icons/pencil";
import Trash2 from "lucide-solid/icons/trash";
import { createMemo, createSignal, For, Show } from "solid-js";
import { type Condition, EVERY_ROW, rowsMeeting } from "../../model/condition";
import { createLayer, deleteLayer, updateLayer } from "../../model/edits/layer-edits";
import { planOfLayer } from "../../model/eligibility";
import { alignmentAt, type Layer } from "../../model/plan";
import { isLive, liveCount } from "../../model/table";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { ConditionEditor } from "../segments/condition-editor";
import { useServices } from "../services";
import "../territories/dialogs.css";
import "../segments/segments.css";

interface Draft {
  /** null = a layer still to be made. */
  readonly id: string | null;
  readonly name: string;
  readonly eligible: Condition;
  readonly like: string;
}

/** The layers of the plan: which one is shown, whom each is for, and further ones for specialists. */
export function LayersDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const [draft, setDraft] = createSignal<Draft | null>(null);
  const layers = createMemo(() => planner.plan().layers);
  const facts = (layer: Layer) => {
    const plan = planner.plan();
    const { accounts } = planOfLayer(plan, layer.id).tables;
    const { territoryOf } = alignmentAt(plan, { ...planner.path(), layer: layer.id });
    let gaps = 0;
    for (let row = 0; row < territoryOf.length; row++)
      if (territoryOf[row] === 0 && isLive(accounts, row)) gaps++;
    return `${countText(plan, liveCount(accounts))} eligible · ${countText(plan, gaps)} without a territory`;
  };
  const show = (layer: string) => {
    session.show({ ...session.path, layer });
    planner.announce(`Layer ${layers().find(({ id }) => id === layer)?.name} shown`);
  };
  const eligibleCount = createMemo(() => {
    const now = draft();
    if (!now) return 0;
    const { accounts } = planner.plan().tables;
    const meets = rowsMeeting(accounts, now.eligible);
    return meets.reduce((sum, flag, row) => sum + (flag && isLive(accounts, row) ? 1 : 0), 0);
  });
  const problem = () => {
    const now = draft();
    if (!now) return null;
    if (now.name.trim() === "") return "Give the layer a name.";
    const taken = layers().some(({ id, name }) => id !== now.id && name === now.name.trim());
    return taken ? `There is already a layer named ${now.name.trim()}.` : null;
  };
  const save = () => {
    const now = draft();
    if (!now || problem()) return;
    const eligible = now.eligible.tests.length > 0 ? now.eligible : null;
    const fields = { name: now.name.trim(), eligible };
    if (now.id) doEdit(planner, updateLayer(session.plan, now.id, fields));
    else {
      const id = makeId();
      if (doEdit(planner, createLayer(session.plan, id, fields, now.like || null))) show(id);
    }
    setDraft(null);
  };
  return (
    <Modal
      open
      size="medium"
      title="Layers"
      description="A further layer is an overlay: specialists with territories of their own over the same accounts. An account is in one territory of each layer."
      onClose={props.onClose}
      footer={
        <Show
          when={draft()}
          fallback={
            <button type="button" class="button button-primary" onClick={props.onClose}>
              Done
            </button>
          }
        >
          <button type="button" class="button" onClick={() => setDraft(null)}>
            Cancel
          </button>
          <button type="button" class="button button-primary" disabled={problem() !== null} onClick={save}>
            {draft()?.id ? "Save layer" : "Create layer"}
          </button>
        </Show>
      }
    >
      <Show
        when={draft()}
        fallback={
          <div class="form">
            <ul class="record-list" aria-label="Layers">
              <For each={layers()}>
                {(layer) => (
                  <li class="record">
                    <div class="record-text">
                      <label class="check-field">
                        <input
                          type="radio"
                          name="shown-layer"
                          checked={planner.path().layer === layer.id}
                          disabled={planner.preview() !== null}
                          onChange={() => show(layer.id)}
                        />
                        <strong>{layer.name}</strong>
                      </label>
                      <span class="muted">{facts(layer)}</span>
                    </div>
                    <button
                      type="button"
                      class="button button-quiet button-icon"
                      aria-label={`Edit ${layer.name}`}
                      disabled={planner.readOnly()}
                      onClick={() =>
                        setDraft({
                          id: layer.id,
                          name: layer.name,
                          eligible: layer.eligible ?? EVERY_ROW,
                          like: "",
                        })
                      }
                    >
                      <Pencil aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      class="button button-quiet button-icon"
                      aria-label={`Delete ${layer.name}`}
                      disabled={planner.readOnly() || planner.preview() !== null || layers().length === 1}
                      onClick={() => doEdit(planner, deleteLayer(session.plan, layer.id))}
                    >
                      <Trash2 aria-hidden="true" />
                    </button>
                  </li>
                )}
              </For>
            </ul>
            <div>
              <button
                type="button"
                class="button"
                disabled={planner.readOnly() || planner.preview() !== null}
                onClick={() => setDraft({ id: null, name: "Specialists", eligible: EVERY_ROW, like: "" })}
              >
                New layer
              </button>
            </div>
          </div>
        }
      >
        {(now) => (
          <div class="form">
            <label class="field">
              <span class="field-label">Name</span>
              <input
                class="input"
                value={now().name}
                onInput={(event) => setDraft({ ...now(), name: event.currentTarget.value })}
                autofocus
              />
            </label>
            <div class="field">
              <span class="field-label">Eligible accounts: {countText(planner.plan(), eligibleCount())}</span>
              <ConditionEditor
                name={now().name}
                condition={now().eligible}
                onChange={(eligible) => setDraft({ ...now(), eligible })}
              />
            </div>
            <Show when={now().id === null}>
              <label class="field">
                <span class="field-label">Territories</span>
                <select
                  class="select"
                  value={now().like}
                  onChange={(event) => setDraft({ ...now(), like: event.currentTarget.value })}
                >
                  <option value="">None yet</option>
                  <For each={layers()}>
                    {({ id, name }) => <option value={id}>Copy those of {name}</option>}
                  </For>
                </select>
              </label>
            </Show>
            <p class="form-problem" role="alert">
              {problem()}
            </p>
          </div>
        )}
      </Show>
    </Modal>
  );
}
