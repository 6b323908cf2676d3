import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { indexOf } from "../../model/metrics/balance";
import type { CapacityRule, OptimizationSettings } from "../../session/optimization-settings";
import { usePlanner } from "../planner";
import { TerritoryNumbers } from "./territory-numbers";

/** What no territory may hold more of: one number for all, or from the reps, and others for single territories. */
export function Capacities(props: {
  settings: OptimizationSettings;
  onChange: (fields: Partial<OptimizationSettings>) => void;
}) {
  const planner = usePlanner();
  const rules = () => props.settings.capacities;
  const nameOf = (id: string) => planner.plan().measures.find((measure) => measure.id === id)?.name ?? "";
  const free = () =>
    planner.plan().measures.filter(({ id }) => !rules().some(({ measure }) => measure === id));
  const set = (measure: string, to: CapacityRule | null) =>
    props.onChange({
      capacities: rules().flatMap((rule) => (rule.measure === measure ? (to ? [to] : []) : [rule])),
    });
  const numberColumns = () =>
    planner
      .plan()
      .tables.reps.columns.filter(
        ({ kind, role }) => kind === "number" && role !== "latitude" && role !== "longitude",
      );
  /** The largest target, so that a new capacity is one that can be met. */
  const firstFor = (id: string) => {
    const figure = planner.figures().measures.find(({ measure }) => measure.id === id);
    const target = Math.max(0, ...(figure?.targets ?? []));
    return Number.isNaN(indexOf(1, target)) ? 0 : Math.ceil(target * 1.25);
  };
  return (
    <>
      <For each={rules().map(({ measure }) => measure)}>
        {(id) => (
          <Show when={rules().find(({ measure }) => measure === id)}>
            {(rule) => (
              <div class="optimize-exceptions">
                <div class="territory-number">
                  <span class="territory-number-name">{nameOf(id)}: at most</span>
                  <input
                    class="input input-value"
                    type="number"
                    min={0}
                    step="any"
                    aria-label={`Capacity for ${nameOf(id)} in every territory`}
                    value={rule().each ?? ""}
                    onChange={(event) => {
                      const each = event.currentTarget.valueAsNumber;
                      set(id, { ...rule(), each: Number.isFinite(each) ? each : null });
                    }}
                  />
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Remove the capacity for ${nameOf(id)}`}
                    onClick={() => set(id, null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                </div>
                <Show when={numberColumns().length > 0}>
                  <label class="territory-number">
                    <span class="territory-number-name">or by rep</span>
                    <select
                      class="select"
                      value={rule().column ?? ""}
                      onChange={(event) => set(id, { ...rule(), column: event.currentTarget.value || null })}
                    >
                      <option value="">not from the reps</option>
                      <For each={numberColumns()}>
                        {({ key, header }) => <option value={key}>{header}</option>}
                      </For>
                    </select>
                  </label>
                </Show>
                <TerritoryNumbers
                  label={`Capacity for ${nameOf(id)}`}
                  numbers={rule().territories}
                  first={rule().each ?? firstFor(id)}
                  unit=""
                  onChange={(territories) => set(id, { ...rule(), territories })}
                />
              </div>
            )}
          </Show>
        )}
      </For>
      <Show when={free().length > 0}>
        <select
          class="select"
          aria-label="Add a capacity"
          onChange={(event) => {
            const measure = event.currentTarget.value;
            event.currentTarget.value = "";
            if (!measure) return;
            const rule = { measure, column: null, each: firstFor(measure), territories: {} };
            props.onChange({ capacities: [...rules(), rule] });
          }}
        >
          <option value="">Add a capacity…</option>
          <For each={free()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
        </select>
      </Show>
    </>
  );
}
