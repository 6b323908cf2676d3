import Pencil from "lucide-solid/icons/pencil";
import Trash2 from "lucide-solid/icons/trash";
import { createSignal, For, Show } from "solid-js";
import { setSegmentation } from "../../model/edits/segmentation-edits";
import type { Segmentation } from "../../model/planning/segmentation";
import { segmentationFrom, segmentTemplates } from "../../model/segment-templates";
import { segmentMembership, segmentNames } from "../../model/segments";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText, numberFormat } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import "../territories/dialogs.css";
import "./segments.css";

/** The ways in which accounts are divided into segments, each with its counts; new ones from templates. */
export function SegmentsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const [template, setTemplate] = createSignal("0");
  const templates = segmentTemplates(session.plan.tables.accounts);
  const edit = (segmentation: string | null) =>
    dialogs.open({ kind: "planning", show: { kind: "segmentation", segmentation } });
  const summary = (record: Segmentation) => {
    const { counts } = segmentMembership(planner.plan().tables.accounts, record);
    const names = segmentNames(record);
    return [...names.keys()]
      .slice(1)
      .concat(0)
      .map((number) => `${names[number]} ${countText(planner.plan(), counts[number]!)}`)
      .join(" · ");
  };
  const add = () => {
    const chosen = templates[Number(template())];
    if (!chosen) return edit(null);
    const { accounts } = session.plan.tables;
    const { settings } = session.plan;
    const currency =
      chosen.column.type === "currency" ? { style: "currency" as const, currency: settings.currency } : {};
    const format = numberFormat(settings.locale, {
      ...currency,
      maximumSignificantDigits: 3,
      notation: "compact",
    });
    const scale = chosen.column.type === "percent" ? 100 : 1;
    const suffix = chosen.column.type === "percent" ? " %" : "";
    const record = segmentationFrom(
      accounts,
      chosen,
      makeId,
      (value) => `${format.format(value * scale)}${suffix}`,
    );
    if (doEdit(planner, setSegmentation(session.plan, record.id, record, `Add segments by ${record.name}`)))
      edit(record.id);
  };
  const remove = (record: Segmentation) =>
    doEdit(planner, setSegmentation(session.plan, record.id, null, `Remove segments by ${record.name}`));
  return (
    <Modal
      open
      size="medium"
      title="Segments"
      description="Parts of the accounts by what they are. Each is a column of the Accounts sheet, and a territory may be limited to some of them."
      onClose={props.onClose}
      footer={
        <button type="button" class="button button-primary" onClick={props.onClose}>
          Done
        </button>
      }
    >
      <div class="form">
        <ul class="record-list" aria-label="Segmentations">
          <For
            each={planner.plan().planning.segmentations}
            fallback={<li class="muted">No segments yet.</li>}
          >
            {(record) => (
              <li class="record">
                <div class="record-text">
                  <strong>{record.name}</strong>
                  <span class="muted">{summary(record)}</span>
                </div>
                <button
                  type="button"
                  class="button button-quiet button-icon"
                  aria-label={`Edit ${record.name}`}
                  onClick={() => edit(record.id)}
                >
                  <Pencil aria-hidden="true" />
                </button>
                <button
                  type="button"
                  class="button button-quiet button-icon"
                  aria-label={`Remove ${record.name}`}
                  disabled={planner.readOnly()}
                  onClick={() => remove(record)}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
        <div class="form-row record-add">
          <label class="field field-grow">
            <span class="field-label">New segments</span>
            <select
              class="select"
              value={template()}
              onChange={(event) => setTemplate(event.currentTarget.value)}
            >
              <For each={templates}>
                {({ name, column }, position) => (
                  <option value={position()}>
                    By {name.toLowerCase()}
                    {column.header === name ? "" : ` (${column.header})`}
                  </option>
                )}
              </For>
              <option value="own">With conditions of my own</option>
            </select>
          </label>
          <button type="button" class="button" disabled={planner.readOnly()} onClick={add}>
            Add segments
          </button>
        </div>
        <Show when={templates.length === 0}>
          <p class="form-hint">No column divides the accounts into few parts.</p>
        </Show>
      </div>
    </Modal>
  );
}
