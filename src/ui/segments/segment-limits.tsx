import { For, Show } from "solid-js";
import { segmentIds, segmentNames } from "../../model/segments";
import { usePlanner } from "../planner";
import "./segments.css";

/** The segments that a territory takes, by segmentation; nothing ticked = all. */
export function SegmentLimits(props: {
  takes: readonly string[];
  onChange: (takes: readonly string[]) => void;
}) {
  const planner = usePlanner();
  const toggle = (id: string) =>
    props.onChange(
      props.takes.includes(id) ? props.takes.filter((other) => other !== id) : [...props.takes, id],
    );
  return (
    <Show when={planner.plan().planning.segmentations.length > 0}>
      <fieldset class="choice segment-limits">
        <legend class="field-label">Takes only these segments (none ticked = all)</legend>
        <For each={planner.plan().planning.segmentations}>
          {(record) => {
            const names = segmentNames(record);
            const ids = segmentIds(record);
            // "Other" is first by number, and last to a person.
            const order = [...ids.keys()].slice(1).concat(0);
            return (
              <fieldset class="segment-limit" aria-label={record.name}>
                <span class="muted">{record.name}</span>
                <For each={order}>
                  {(number) => (
                    <label class="check-field">
                      <input
                        type="checkbox"
                        checked={props.takes.includes(ids[number]!)}
                        onChange={() => toggle(ids[number]!)}
                      />
                      {names[number]}
                    </label>
                  )}
                </For>
              </fieldset>
            );
          }}
        </For>
      </fieldset>
    </Show>
  );
}
