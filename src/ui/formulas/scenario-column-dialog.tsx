import { createSignal, For, Show } from "solid-js";
import { removeDerivedColumn, saveDerivedColumn } from "../../model/edits/derived-column-edits";
import type { DerivedColumn, DerivedSource } from "../../model/planning/derived-column";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { freeHeader, headerProblem } from "./header-problem";
import "../territories/dialogs.css";
import "./formulas.css";

type ScenarioSource = Exclude<DerivedSource, { kind: "formula" }>;

/** Makes a column that shows another scenario beside the data (record null), or changes one. */
export function ScenarioColumnDialog(props: {
  table: DerivedColumn["table"];
  kind: ScenarioSource["kind"];
  record: DerivedColumn | null;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const id = props.record?.id ?? makeId();
  const scenarios = () => planner.plan().scenarios;
  const measures = () => planner.plan().measures;
  const [source, setSource] = createSignal<ScenarioSource>(startOf());
  const [typed, setTyped] = createSignal<string | null>(props.record?.header ?? null);
  const nameOf = (scenario: string) => scenarios().find((candidate) => candidate.id === scenario)?.name ?? "";
  const suggested = () => {
    const now = source();
    if (now.kind === "scenario-territory") return `Territory in ${nameOf(now.scenario)}`;
    const measure = measures().find((candidate) => candidate.id === now.measure)?.name ?? "Measure";
    const whose = props.table === "accounts" ? " of the territory" : "";
    return `${measure}${whose}, ${nameOf(now.from)} to ${nameOf(now.to)}`;
  };
  const header = () => typed() ?? freeHeader(planner.plan(), props.table, suggested());
  const problem = () => {
    const now = source();
    if (now.kind === "measure-change" && now.from === now.to) return "Choose two different scenarios.";
    return headerProblem(planner.plan(), props.table, id, header());
  };

  function startOf(): ScenarioSource {
    const { record } = props;
    if (record && record.source.kind !== "formula") return record.source;
    const { scenarios: all, measures: counted } = session.plan;
    const shown = session.path.scenario;
    const other = all.find((scenario) => scenario.id !== shown)?.id ?? shown;
    if (props.kind === "scenario-territory") return { kind: props.kind, scenario: other };
    return { kind: props.kind, measure: counted[0]?.id ?? "", from: other, to: shown };
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem() || planner.readOnly()) return;
    doEdit(
      planner,
      saveDerivedColumn(session.plan, { id, table: props.table, header: header(), source: source() }),
    );
    props.onClose();
  };
  const remove = () => {
    doEdit(planner, removeDerivedColumn(session.plan, id));
    props.onClose();
  };
  const change = () =>
    source().kind === "measure-change"
      ? (source() as Extract<ScenarioSource, { kind: "measure-change" }>)
      : null;
  const territory = () =>
    source().kind === "scenario-territory"
      ? (source() as Extract<ScenarioSource, { kind: "scenario-territory" }>)
      : null;

  return (
    <Modal
      open
      size="small"
      title={props.kind === "scenario-territory" ? "Territory in a scenario" : "Change between scenarios"}
      description={
        props.kind === "scenario-territory"
          ? "Shows beside the data which territory a scenario gives each account."
          : props.table === "accounts"
            ? "Shows by how much the territory that holds the account changes: its total in the second scenario less that in the first."
            : "Shows by how much each territory changes: its total in the second scenario less that in the first."
      }
      onClose={props.onClose}
      footer={
        <>
          <Show when={props.record}>
            <button
              type="button"
              class="button button-danger formula-remove"
              disabled={planner.readOnly()}
              onClick={remove}
            >
              Delete column
            </button>
          </Show>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="scenario-column-form"
            class="button button-primary"
            disabled={problem() !== null || planner.readOnly()}
          >
            {props.record ? "Save" : "Add column"}
          </button>
        </>
      }
    >
      <form id="scenario-column-form" class="form" onSubmit={save}>
        <Show when={territory()}>
          {(now) => (
            <Choice
              label="Scenario"
              items={scenarios()}
              value={now().scenario}
              onChange={(scenario) => setSource({ ...now(), scenario })}
            />
          )}
        </Show>
        <Show when={change()}>
          {(now) => (
            <>
              <Choice
                label="Measure"
                items={measures()}
                value={now().measure}
                onChange={(measure) => setSource({ ...now(), measure })}
              />
              <div class="form-row">
                <Choice
                  label="From"
                  items={scenarios()}
                  value={now().from}
                  onChange={(from) => setSource({ ...now(), from })}
                />
                <Choice
                  label="To"
                  items={scenarios()}
                  value={now().to}
                  onChange={(to) => setSource({ ...now(), to })}
                />
              </div>
            </>
          )}
        </Show>
        <label class="field">
          <span class="field-label">Name of the column</span>
          <input class="input" value={header()} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <p class="form-problem" role="status">
          {problem() ?? ""}
        </p>
      </form>
    </Modal>
  );
}

function Choice(props: {
  label: string;
  items: readonly { readonly id: string; readonly name: string }[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <label class="field field-grow">
      <span class="field-label">{props.label}</span>
      <select
        class="select"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <Show when={!props.items.some(({ id }) => id === props.value)}>
          <option value={props.value}>(gone)</option>
        </Show>
        <For each={props.items}>{({ id, name }) => <option value={id}>{name}</option>}</For>
      </select>
    </label>
  );
}
