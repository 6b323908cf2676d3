import Trash2 from "lucide-solid/icons/trash";
import { For, Index, Show } from "solid-js";
import { setMeasure } from "../../model/edits/plan-records";
import type { Measure } from "../../model/plan";
import { Modal } from "../controls/modal";
import { indexText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "./dialogs.css";

/** What the plan balances: accounts and any numeric columns, each with its weight and tolerance. Changes count at once. */
export function MeasuresDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;

  const change = (measure: Measure, fields: Partial<Measure>) => {
    const to = { ...measure, ...fields };
    if (JSON.stringify(to) !== JSON.stringify(measure))
      session.edit(setMeasure(session.plan, measure.id, to));
  };
  const remove = (measure: Measure) => session.edit(setMeasure(session.plan, measure.id, null));
  const unused = () => {
    const { plan } = session;
    planner.plan();
    const used = new Set(plan.measures.map(({ source }) => (source.kind === "column" ? source.column : "")));
    const place = new Set(["latitude", "longitude"]);
    const numbers = plan.tables.accounts.columns.filter(
      (column) =>
        column.kind === "number" &&
        ["number", "currency", "percent"].includes(column.type) &&
        !place.has(column.role ?? "") &&
        !used.has(column.key),
    );
    const counted = plan.measures.some(({ source }) => source.kind === "accounts");
    return { numbers, counted };
  };
  const add = (value: string) => {
    if (value === "") return;
    const column = session.plan.tables.accounts.columns.find(({ key }) => `column:${key}` === value);
    const id = makeId();
    session.edit(
      setMeasure(session.plan, id, {
        id,
        name: column?.header ?? "Accounts",
        source: column ? { kind: "column", column: column.key } : { kind: "accounts" },
        weight: 1,
        tolerance: 0.1,
      }),
    );
  };
  const score = (id: string) =>
    planner.figures().measures.find(({ measure }) => measure.id === id)?.score ?? Number.NaN;

  return (
    <Modal
      open
      size="medium"
      title="Measures to balance"
      description="Each territory should hold its share of every measure. A weight of 0 shows a measure without counting it."
      onClose={props.onClose}
      footer={
        <button type="button" class="button button-primary" onClick={props.onClose}>
          Done
        </button>
      }
    >
      <table class="measure-table">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" class="measure-number">
              Weight
            </th>
            <th scope="col" class="measure-number">
              Tolerance, ±%
            </th>
            <th scope="col" class="measure-number">
              Score now
            </th>
            <th>
              <span class="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {/* By position: a changed measure must not take the input from under the hand that changes it. */}
          <Index each={planner.plan().measures}>
            {(measure) => (
              <tr>
                <td>
                  <input
                    class="input"
                    aria-label={`Name of ${measure().name}`}
                    value={measure().name}
                    onChange={(event) => {
                      const name = event.currentTarget.value.trim();
                      if (name) change(measure(), { name });
                      else event.currentTarget.value = measure().name;
                    }}
                  />
                </td>
                <td class="measure-number">
                  <NumberInput
                    label={`Weight of ${measure().name}`}
                    value={measure().weight}
                    min={0}
                    max={1000}
                    onChange={(weight) => change(measure(), { weight })}
                  />
                </td>
                <td class="measure-number">
                  <NumberInput
                    label={`Tolerance of ${measure().name} in percent`}
                    value={Math.round(measure().tolerance * 1000) / 10}
                    min={0}
                    max={100}
                    onChange={(percent) => change(measure(), { tolerance: percent / 100 })}
                  />
                </td>
                <td class="measure-number">{indexText(score(measure().id))}</td>
                <td>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Remove ${measure().name}`}
                    onClick={() => remove(measure())}
                  >
                    <Trash2 aria-hidden="true" />
                  </button>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <Show
        when={unused().numbers.length > 0 || !unused().counted}
        fallback={<p class="form-hint">Every numeric column is a measure already.</p>}
      >
        <label class="field">
          <span class="field-label">Add a measure</span>
          <select
            class="select"
            value=""
            onChange={(event) => {
              add(event.currentTarget.value);
              event.currentTarget.value = "";
            }}
          >
            <option value="">Choose a column…</option>
            <Show when={!unused().counted}>
              <option value="accounts">Number of accounts</option>
            </Show>
            <For each={unused().numbers}>
              {(column) => <option value={`column:${column.key}`}>{column.header}</option>}
            </For>
          </select>
        </label>
      </Show>
    </Modal>
  );
}

function NumberInput(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <input
      class="input input-number"
      type="number"
      step="any"
      min={props.min}
      max={props.max}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => {
        const value = event.currentTarget.valueAsNumber;
        if (value >= props.min && value <= props.max) props.onChange(value);
        else event.currentTarget.value = String(props.value);
      }}
    />
  );
}
