import { createSignal, For, Show } from "solid-js";
import type {
  AreaChoice,
  AreaFinding,
  AreaInspection,
  AreaPosition,
  ReadAreas,
} from "../../files/areas/area-import";
import type { UnitSource } from "../../files/areas/units-job";
import { placeOf } from "../../model/metrics/places";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { findingWords, skippedWords } from "./unit-words";
import type { UnitsRunner } from "./use-units";

/** Accounts whose places are compared with the file's numbers. */
const COMPARED = 500;

/** A file of the planner's own areas: what it holds, what names them, how its numbers are meant, and what is repaired, before it is used. */
export function AreasForm(props: {
  file: File;
  runner: UnitsRunner;
  onAreas: (source: UnitSource, findings: readonly AreaFinding[]) => void;
  onCancel: () => void;
}) {
  const planner = usePlanner();
  const { units, makeId } = useServices();
  const [inspection, setInspection] = createSignal<AreaInspection | null>(null);
  const [choice, setChoice] = createSignal<AreaChoice>({ name: null, code: null, position: "degrees" });
  /** The areas as the choice makes them; null while they are checked, and where they cannot be used. */
  const [ready, setReady] = createSignal<ReadAreas | null>(null);
  const [name, setName] = createSignal(props.file.name.replace(/\.[^.]+$/, ""));
  const counted = (count: number) => countText(planner.plan(), count);
  const places = () => {
    const { accounts } = planner.session.plan.tables;
    const step = Math.max(1, Math.floor(accounts.count / COMPARED));
    const found: number[] = [];
    for (let row = 0; row < accounts.count; row += step) {
      const place = placeOf(accounts, row);
      if (place) found.push(place.longitude, place.latitude);
    }
    return Float64Array.from(found);
  };
  const inspect = async () => {
    const result = await props.runner.run(`Reading ${props.file.name}`, (onProgress) =>
      units.inspectAreas(props.file, places(), onProgress),
    );
    if (!result) return props.onCancel();
    if (!result.ok) {
      props.runner.setProblem(`${result.refusal.title} ${result.refusal.advice}`);
      return props.onCancel();
    }
    setInspection(result.inspection);
    await check(result.inspection.proposal);
  };
  const check = async (wanted: AreaChoice) => {
    setChoice(wanted);
    setReady(null);
    const result = await props.runner.run("Checking the areas", (onProgress) =>
      units.readAreas(wanted, onProgress),
    );
    // another choice was made meanwhile
    if (choice() !== wanted) return;
    // whoever cancels ends the worker, and with it what it knows of the file
    if (!result) props.onCancel();
    else if (result.ok) setReady(result.areas);
    else props.runner.setProblem(`${result.refusal.title} ${result.refusal.advice}`);
  };
  void inspect();
  const take = () => {
    const areas = ready();
    if (!areas) return;
    const source = { id: `own:${makeId()}`, name: name() || "Areas", unit: "Area", approximate: false };
    props.onAreas({ ...source, areas: areas.areas }, areas.findings);
  };
  const sample = (key: string | null) =>
    inspection()
      ?.properties.find((property) => property.key === key)
      ?.samples.join(", ") ?? "";
  return (
    <Show when={inspection()}>
      {(found) => (
        <fieldset class="form units-form" aria-label="Own areas">
          <p>{`${props.file.name}: ${counted(found().areas)} ${found().areas === 1 ? "area" : "areas"}.`}</p>
          <For each={skippedWords(found().skipped, counted)}>
            {(words) => <p class="form-hint">{words}</p>}
          </For>
          <label class="field">
            <span class="field-label">Call these units</span>
            <input class="input" value={name()} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <div class="form-row">
            <PropertySelect
              label="Named by"
              none="Number them"
              value={choice().name}
              properties={found().properties.map(({ key }) => key)}
              onChange={(key) => void check({ ...choice(), name: key })}
            />
            <PropertySelect
              label="Code"
              none="The name"
              value={choice().code}
              properties={found().properties.map(({ key }) => key)}
              onChange={(key) => void check({ ...choice(), code: key })}
            />
            <label class="field field-grow">
              <span class="field-label">Coordinates</span>
              <select
                class="select"
                value={choice().position}
                onChange={(event) =>
                  void check({ ...choice(), position: event.currentTarget.value as AreaPosition })
                }
              >
                <option value="degrees">Longitude, latitude</option>
                <option value="swapped">Latitude, longitude (swapped)</option>
                <option value="web-mercator">Meters (Web Mercator)</option>
              </select>
            </label>
          </div>
          <Show when={found().doubt}>{(doubt) => <p class="units-warning">{doubt()}</p>}</Show>
          <p class="form-hint">{sample(choice().name) === "" ? "" : `Such as ${sample(choice().name)}`}</p>
          <Show when={ready()}>
            {(areas) => (
              <ul class="units-findings" aria-label="Repairs">
                <For
                  each={areas().findings}
                  fallback={<li class="form-hint">Nothing has to be repaired.</li>}
                >
                  {(finding) => <li>{findingWords(finding, counted)}</li>}
                </For>
              </ul>
            )}
          </Show>
          <div class="form-row">
            <button type="button" class="button button-primary" disabled={ready() === null} onClick={take}>
              Use these areas
            </button>
            <button type="button" class="button" onClick={props.onCancel}>
              Not now
            </button>
          </div>
        </fieldset>
      )}
    </Show>
  );
}

function PropertySelect(props: {
  label: string;
  none: string;
  value: string | null;
  properties: readonly string[];
  onChange: (key: string | null) => void;
}) {
  // Positions, since a property may be called anything.
  const position = () => (props.value === null ? "" : String(props.properties.indexOf(props.value)));
  return (
    <label class="field field-grow">
      <span class="field-label">{props.label}</span>
      <select
        class="select"
        value={position()}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onChange(value === "" ? null : props.properties[Number(value)]!);
        }}
      >
        <option value="">{props.none}</option>
        <For each={props.properties}>{(key, at) => <option value={at()}>{key}</option>}</For>
      </select>
    </label>
  );
}
