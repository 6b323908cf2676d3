import { createMemo, createSignal, For, Show } from "solid-js";
import { territorySlots, UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { usePlanner } from "../planner";

const NAMES = new Intl.Collator(undefined, { numeric: true });
/** A list so long can be searched. */
const LONG = 12;

/** Some of the territories, by id; those of the selected accounts with one press. */
export function TerritoryPicker(props: {
  label: string;
  chosen: readonly string[];
  /** Whether Unassigned is one of them. */
  withUnassigned?: boolean;
  onChange: (chosen: readonly string[]) => void;
}) {
  const planner = usePlanner();
  const [search, setSearch] = createSignal("");
  const all = createMemo(() => {
    const alignment = planner.alignment();
    const named = territorySlots(alignment)
      .map((slot) => alignment.territories[slot]!)
      .sort((a, b) => NAMES.compare(a.name, b.name));
    return props.withUnassigned ? [UNASSIGNED_TERRITORY, ...named] : named;
  });
  const found = () => {
    const text = search().trim().toLowerCase();
    return text ? all().filter(({ name }) => name.toLowerCase().includes(text)) : all();
  };
  const ofSelection = createMemo(() => {
    const { flags } = planner.selection();
    const { territoryOf, territories } = planner.alignment();
    const ids = new Set<string>();
    for (let row = 0; row < flags.length; row++) {
      const slot = territoryOf[row] ?? UNASSIGNED;
      const id = slot === UNASSIGNED ? UNASSIGNED_TERRITORY.id : territories[slot]?.id;
      if (flags[row] && id !== undefined) ids.add(id);
    }
    return all().flatMap(({ id }) => (ids.has(id) ? [id] : []));
  });
  const toggle = (id: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id));
  return (
    <fieldset class="territory-picker">
      <legend class="visually-hidden">{props.label}</legend>
      <Show when={all().length > LONG}>
        <input
          class="input"
          type="search"
          aria-label={`${props.label}: search`}
          placeholder={`Search ${all().length} territories`}
          value={search()}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </Show>
      <Show when={ofSelection().length > 0}>
        <button type="button" class="link" onClick={() => props.onChange(ofSelection())}>
          Those of the selected accounts ({ofSelection().length})
        </button>
      </Show>
      <div class="territory-picker-list">
        <For each={found()}>
          {(territory) => (
            <label class="optimize-choice">
              <input
                type="checkbox"
                checked={props.chosen.includes(territory.id)}
                onChange={(event) => toggle(territory.id, event.currentTarget.checked)}
              />
              <span class="swatch" style={{ "--swatch": territory.color }} />
              <span>{territory.name}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
