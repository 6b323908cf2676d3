import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import Trash2 from "lucide-solid/icons/trash";
import { createMemo, createSignal, Index, Show } from "solid-js";
import { EVERY_ROW } from "../../model/condition";
import { setSegmentation } from "../../model/edits/segmentation-edits";
import { territoryColor } from "../../model/palette";
import type { Segment, Segmentation } from "../../model/planning/segmentation";
import { segmentMembership } from "../../model/segments";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { ConditionEditor } from "./condition-editor";
import "../territories/dialogs.css";
import "./segments.css";

/** One way to divide the accounts: named segments with conditions, counted while they are edited. Saved as one step. */
export function SegmentationDialog(props: { segmentation: string | null }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const before = session.plan.planning.segmentations.find(({ id }) => id === props.segmentation) ?? null;
  const newSegment = (position: number): Segment => ({
    id: makeId(),
    name: `Segment ${position + 1}`,
    color: territoryColor(position + 1),
    condition: EVERY_ROW,
  });
  const [draft, setDraft] = createSignal<Segmentation>(
    before ?? { id: makeId(), name: "My segments", segments: [newSegment(0)] },
  );
  const membership = createMemo(() => segmentMembership(planner.plan().tables.accounts, draft()));
  const count = (number: number) => countText(planner.plan(), number);
  const setSegments = (segments: readonly Segment[]) => setDraft({ ...draft(), segments });
  const change = (position: number, fields: Partial<Segment>) =>
    setSegments(draft().segments.with(position, { ...draft().segments[position]!, ...fields }));
  const move = (position: number, by: number) => {
    const segment = draft().segments[position]!;
    setSegments(
      draft()
        .segments.toSpliced(position, 1)
        .toSpliced(position + by, 0, segment),
    );
  };
  const close = () => dialogs.open({ kind: "planning", show: { kind: "segments" } });
  const problem = () => {
    const names = draft().segments.map(({ name }) => name.trim());
    if (draft().name.trim() === "") return "Give the segments a name.";
    if (names.includes("")) return "Give each segment a name.";
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    return twice ? `There are two segments named ${twice}.` : null;
  };
  const save = () => {
    const to = { ...draft(), name: draft().name.trim() };
    if (to !== before && JSON.stringify(to) !== JSON.stringify(before)) {
      const label = `${before ? "Change" : "Add"} segments by ${to.name}`;
      doEdit(planner, setSegmentation(session.plan, to.id, to, label));
    }
    close();
  };
  return (
    <Modal
      open
      size="large"
      title={before ? `Segments by ${before.name}` : "New segments"}
      description="An account is in the first segment whose condition it meets, and in no other."
      onClose={close}
      footer={
        <>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button type="button" class="button button-primary" disabled={problem() !== null} onClick={save}>
            Save
          </button>
        </>
      }
    >
      <div class="form">
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={draft().name}
            onInput={(event) => setDraft({ ...draft(), name: event.currentTarget.value })}
          />
        </label>
        <ol class="segment-list" aria-label="Segments">
          <Index each={draft().segments}>
            {(segment, position) => (
              <li class="segment" aria-label={segment().name}>
                <div class="segment-head">
                  <input
                    class="input input-color segment-color"
                    type="color"
                    aria-label={`Color of ${segment().name}`}
                    value={segment().color}
                    onChange={(event) => change(position, { color: event.currentTarget.value })}
                  />
                  <input
                    class="input segment-name"
                    aria-label={`Name of segment ${position + 1}`}
                    value={segment().name}
                    onInput={(event) => change(position, { name: event.currentTarget.value })}
                  />
                  <output class="segment-count" aria-label={`Accounts in ${segment().name}`}>
                    {count(membership().counts[position + 1]!)}
                    <Show when={membership().meeting[position + 1]! > membership().counts[position + 1]!}>
                      <span
                        class="muted"
                        title="So many meet its condition; the others are in an earlier segment"
                      >
                        {" "}
                        of {count(membership().meeting[position + 1]!)}
                      </span>
                    </Show>
                  </output>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Move ${segment().name} up`}
                    disabled={position === 0}
                    onClick={() => move(position, -1)}
                  >
                    <ArrowUp aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Move ${segment().name} down`}
                    disabled={position === draft().segments.length - 1}
                    onClick={() => move(position, 1)}
                  >
                    <ArrowDown aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Remove ${segment().name}`}
                    onClick={() => setSegments(draft().segments.toSpliced(position, 1))}
                  >
                    <Trash2 aria-hidden="true" />
                  </button>
                </div>
                <ConditionEditor
                  name={segment().name}
                  condition={segment().condition}
                  onChange={(condition) => change(position, { condition })}
                />
              </li>
            )}
          </Index>
        </ol>
        <div class="segment-rest">
          <button
            type="button"
            class="button"
            onClick={() => setSegments([...draft().segments, newSegment(draft().segments.length)])}
          >
            Add a segment
          </button>
          <span class="muted">
            Other <output aria-label="Accounts in Other">{count(membership().counts[0]!)}</output>
          </span>
          <span class="muted">
            Meet several conditions{" "}
            <output aria-label="Accounts that meet several conditions">
              {count(membership().overlapping)}
            </output>
          </span>
        </div>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
      </div>
    </Modal>
  );
}
