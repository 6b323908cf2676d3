import { For, Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import type { Capacity, Measure } from "../../model/measure";
import { slotsOverCapacity } from "../../model/metrics/capacities";
import { NumberInput } from "../controls/number-input";
import { usePlanner } from "../planner";
import { summableColumns } from "./measure-columns";

/** The most of a measure that one rep can carry, and who carries more. */
export function CapacityEditor(props: {
  measure: Measure;
  onChange: (capacity: Capacity | undefined) => void;
}) {
  const planner = usePlanner();
  const columns = () => summableColumns(planner.plan().tables.reps);
  const value = () => {
    const { capacity } = props.measure;
    return capacity?.kind === "column" ? `column:${capacity.column}` : (capacity?.kind ?? "");
  };
  const choose = (chosen: string) => {
    if (chosen === "") props.onChange(undefined);
    else if (chosen === "same") props.onChange({ kind: "same", most: usual() });
    else props.onChange({ kind: "column", column: chosen.slice("column:".length) });
  };
  const figure = () => planner.figures().measures.find(({ measure }) => measure.id === props.measure.id);
  /** A fifth above the mean target, so that a first limit shows something. */
  const usual = () => {
    const targets = [...(figure()?.targets ?? [])].filter((target) => target > 0);
    const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
    return mean > 0 ? Number((1.2 * mean).toPrecision(2)) : 100;
  };
  const over = () => {
    const alignment = planner.alignment();
    const { totals, capacities } = figure() ?? { totals: new Float64Array(0), capacities: null };
    return slotsOverCapacity(totals, capacities, alignment).map((slot) => territoryAt(alignment, slot).name);
  };
  return (
    <div class="measure-line">
      <label class="field">
        <span class="field-label">The most one rep can carry</span>
        <select class="select" value={value()} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">No limit</option>
          <option value="same">The same for every rep</option>
          <For each={columns()}>
            {(column) => <option value={`column:${column.key}`}>Rep column {column.header}</option>}
          </For>
        </select>
      </label>
      <Show when={props.measure.capacity?.kind === "same" ? props.measure.capacity : null}>
        {(same) => (
          <div class="field">
            <span class="field-label">At most</span>
            <NumberInput
              label={`Most ${props.measure.name} of one rep`}
              value={same().most}
              min={0}
              max={1e15}
              onChange={(most) => props.onChange({ kind: "same", most })}
            />
          </div>
        )}
      </Show>
      <Show when={props.measure.capacity}>
        <p class="form-hint measure-hint" data-tone={over().length > 0 ? "bad" : undefined}>
          {over().length === 0
            ? "Nobody carries more."
            : `Too much in ${over().slice(0, 5).join(", ")}${over().length > 5 ? ` and ${over().length - 5} more` : ""}.`}
        </p>
      </Show>
    </div>
  );
}
