import ChevronRight from "lucide-solid/icons/chevron-right";
import Trash2 from "lucide-solid/icons/trash";
import { createMemo, createUniqueId, Show } from "solid-js";
import type { Measure } from "../../model/measure";
import { NumberInput } from "../controls/number-input";
import { indexText } from "../number-format";
import { usePlanner } from "../planner";
import { CapacityEditor } from "./capacity-editor";
import { measureSummary } from "./measure-words";
import { SourceEditor } from "./source-editor";
import { TargetEditor } from "./target-editor";

/** One measure: name, weight, tolerance and score; opened also where its numbers come from, its targets and its limit. */
export function MeasureRow(props: {
  measure: Measure;
  opened: boolean;
  onOpen: (open: boolean) => void;
  onChange: (fields: Partial<Measure>) => void;
  onRemove: () => void;
}) {
  const planner = usePlanner();
  const details = createUniqueId();
  const score = createMemo(
    () =>
      planner.figures().measures.find(({ measure }) => measure.id === props.measure.id)?.score ?? Number.NaN,
  );
  return (
    <>
      <tr>
        <td>
          <input
            class="input measure-name"
            aria-label={`Name of ${props.measure.name}`}
            value={props.measure.name}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name) props.onChange({ name });
              else event.currentTarget.value = props.measure.name;
            }}
          />
          <button
            type="button"
            class="measure-details-button"
            aria-expanded={props.opened}
            aria-controls={props.opened ? details : undefined}
            aria-label={`Details of ${props.measure.name}`}
            onClick={() => props.onOpen(!props.opened)}
          >
            <ChevronRight size={13} aria-hidden="true" />
            {measureSummary(planner.plan(), props.measure)}
          </button>
        </td>
        <td class="measure-number">
          <NumberInput
            label={`Weight of ${props.measure.name}`}
            value={props.measure.weight}
            min={0}
            max={1000}
            onChange={(weight) => props.onChange({ weight })}
          />
        </td>
        <td class="measure-number">
          <NumberInput
            label={`Tolerance of ${props.measure.name} in percent`}
            value={Math.round(props.measure.tolerance * 1000) / 10}
            min={0}
            max={100}
            onChange={(percent) => props.onChange({ tolerance: percent / 100 })}
          />
        </td>
        <td class="measure-number measure-score">{indexText(score())}</td>
        <td>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label={`Remove ${props.measure.name}`}
            onClick={props.onRemove}
          >
            <Trash2 aria-hidden="true" />
          </button>
        </td>
      </tr>
      <Show when={props.opened}>
        <tr id={details} class="measure-details">
          <td colSpan={5}>
            <fieldset class="measure-part">
              <legend>Counts</legend>
              <SourceEditor source={props.measure.source} onChange={(source) => props.onChange({ source })} />
            </fieldset>
            <fieldset class="measure-part">
              <legend>Target</legend>
              <TargetEditor measure={props.measure} onChange={props.onChange} />
            </fieldset>
            <fieldset class="measure-part">
              <legend>Limit</legend>
              <CapacityEditor measure={props.measure} onChange={(capacity) => props.onChange({ capacity })} />
            </fieldset>
          </td>
        </tr>
      </Show>
    </>
  );
}
