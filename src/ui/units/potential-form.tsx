import { createSignal, For, Show } from "solid-js";
import type { Potential, PotentialChoice, PotentialInspection } from "../../files/areas/potential-csv";
import type { UnitKey } from "../../geodata/unit-keys";
import { setUnitFigures } from "../../model/edits/set-unit-figures";
import { chosenUnitSet, rowsByName } from "../../model/units";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { KEY_WORDS, negativeWords } from "./unit-words";
import type { UnitsRunner } from "./use-units";

const LISTED = 10;

/** A CSV with figures of units, such as market potential: which column says what, and what matches. */
export function PotentialForm(props: { file: File; runner: UnitsRunner; onDone: () => void }) {
  const planner = usePlanner();
  const { units, makeId, unitSet } = useServices();
  const { session } = planner;
  const [inspection, setInspection] = createSignal<PotentialInspection | null>(null);
  const [choice, setChoice] = createSignal<PotentialChoice | null>(null);
  const [potential, setPotential] = createSignal<Potential | null>(null);
  const [balance, setBalance] = createSignal(true);
  const counted = (count: number) => countText(planner.plan(), count);
  const figure = (value: number) =>
    value.toLocaleString(planner.plan().settings.locale, { maximumFractionDigits: 0 });
  const read = async (wanted: PotentialChoice) => {
    setChoice(wanted);
    setPotential(await props.runner.run("Matching units", () => units.readPotential(wanted)));
  };
  const inspect = async () => {
    const set = chosenUnitSet(session.plan);
    if (!set) return;
    const result = await props.runner.run(`Reading ${props.file.name}`, () =>
      units.inspectPotential(props.file, set),
    );
    if (!result) return props.onDone();
    if (!result.ok) {
      props.runner.setProblem(`${result.refusal.title} ${result.refusal.advice}`);
      return props.onDone();
    }
    setInspection(result.inspection);
    const { proposal, keys, headers } = result.inspection;
    if (proposal) await read(proposal);
    else if (keys[0])
      await read({ key: keys[0], keyColumn: 0, stateColumn: null, valueColumn: headers.length - 1 });
  };
  void inspect();
  const take = async () => {
    const [found, record] = [potential(), chosenUnitSet(session.plan)];
    if (!found || !record) return;
    const set = await unitSet(record);
    const { plan } = session;
    const rows = rowsByName(plan.tables.units);
    const values = new Float64Array(plan.tables.units.count).fill(Number.NaN);
    found.values.forEach((value, unit) => {
      const row = rows.get(set.names[unit]!);
      if (row !== undefined) values[row] = value;
    });
    const name = plan.measures.some((measure) => measure.name === found.header)
      ? `${found.header} of units`
      : found.header;
    const measure = balance() ? { id: makeId(), name, weight: 1, tolerance: 0.1 } : null;
    doEdit(planner, setUnitFigures(plan, { header: found.header, type: "number", values }, measure));
    props.onDone();
  };
  return (
    <Show when={inspection() && choice()}>
      <fieldset class="form units-form" aria-label="Market potential">
        <p>{`${props.file.name}: ${counted(inspection()!.rows)} ${inspection()!.rows === 1 ? "row" : "rows"}.`}</p>
        <div class="form-row">
          <label class="field field-grow">
            <span class="field-label">Units are named by</span>
            <select
              class="select"
              value={choice()!.key}
              onChange={(event) => void read({ ...choice()!, key: event.currentTarget.value as UnitKey })}
            >
              <For each={inspection()!.keys}>{(key) => <option value={key}>{KEY_WORDS[key]}</option>}</For>
            </select>
          </label>
          <ColumnSelect
            label="In column"
            headers={inspection()!.headers}
            value={choice()!.keyColumn}
            onChange={(column) => void read({ ...choice()!, keyColumn: column ?? 0 })}
          />
          <Show when={choice()!.key === "county"}>
            <ColumnSelect
              label="State in column"
              headers={inspection()!.headers}
              none="None"
              value={choice()!.stateColumn}
              onChange={(column) => void read({ ...choice()!, stateColumn: column })}
            />
          </Show>
          <ColumnSelect
            label="Figures in column"
            headers={inspection()!.headers}
            value={choice()!.valueColumn}
            onChange={(column) => void read({ ...choice()!, valueColumn: column ?? 0 })}
          />
        </div>
        <Show when={potential()}>
          {(found) => (
            <>
              <p role="status" aria-label="Matched rows">
                {`${counted(found().matched)} ${found().matched === 1 ? "row" : "rows"} matched, together ${figure(found().total)}. ${counted(found().unmatchedCount)} not matched`}
                {found().unmatchedCount > 0 ? `, together ${figure(found().unmatchedTotal)}.` : "."}
                {found().badNumbers > 0 ? ` ${counted(found().badNumbers)} without a number.` : ""}
                {found().summed > 0
                  ? ` ${counted(found().summed)} ${found().summed === 1 ? "unit has" : "units have"} several rows; they are summed.`
                  : ""}
              </p>
              <Show when={found().negatives.count > 0}>
                <p class="units-warning" role="alert">
                  {negativeWords(found().negatives, counted)}
                </p>
              </Show>
              <Show when={found().unmatchedCount > 0}>
                <ul class="units-unmatched" aria-label="Rows not matched">
                  <For each={found().unmatched.slice(0, LISTED)}>
                    {({ line, text, value }) => (
                      <li>{`Line ${counted(line)}: ${text === "" ? "blank" : text} (${figure(value)})`}</li>
                    )}
                  </For>
                </ul>
              </Show>
              <label class="check-field">
                <input
                  type="checkbox"
                  checked={balance()}
                  onChange={(event) => setBalance(event.currentTarget.checked)}
                />
                Also balance it: add it as a measure
              </label>
            </>
          )}
        </Show>
        <div class="form-row">
          <button
            type="button"
            class="button button-primary"
            disabled={planner.readOnly() || (potential()?.matched ?? 0) === 0}
            onClick={() => void take()}
          >
            Import potential
          </button>
          <button type="button" class="button" onClick={props.onDone}>
            Not now
          </button>
        </div>
      </fieldset>
    </Show>
  );
}

function ColumnSelect(props: {
  label: string;
  headers: readonly string[];
  value: number | null;
  /** What stands for no column; absent where there must be one. */
  none?: string;
  onChange: (column: number | null) => void;
}) {
  return (
    <label class="field field-grow">
      <span class="field-label">{props.label}</span>
      <select
        class="select"
        value={props.value ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onChange(value === "" ? null : Number(value));
        }}
      >
        <Show when={props.none !== undefined}>
          <option value="">{props.none}</option>
        </Show>
        <For each={props.headers}>{(header, at) => <option value={at()}>{header}</option>}</For>
      </select>
    </label>
  );
}
