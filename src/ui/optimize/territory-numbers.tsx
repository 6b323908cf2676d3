import X from "lucide-solid/icons/x";
import { createMemo, For, Show } from "solid-js";
import { territorySlots } from "../../model/alignment";
import { usePlanner } from "../planner";

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Numbers for single territories, by territory id: a row for each that has one, and a choice to add another. */
export function TerritoryNumbers(props: {
  /** What the numbers are, for screen readers: "Tolerance of Revenue". */
  label: string;
  numbers: Readonly<Record<string, number>>;
  /** The number a territory starts with. */
  first: number;
  unit: string;
  onChange: (numbers: Record<string, number>) => void;
}) {
  const planner = usePlanner();
  const territories = createMemo(() => {
    const alignment = planner.alignment();
    return territorySlots(alignment)
      .map((slot) => alignment.territories[slot]!)
      .sort((a, b) => NAMES.compare(a.name, b.name));
  });
  const given = () => territories().filter(({ id }) => props.numbers[id] !== undefined);
  const others = () => territories().filter(({ id }) => props.numbers[id] === undefined);
  const without = (id: string) =>
    Object.fromEntries(Object.entries(props.numbers).filter(([territory]) => territory !== id));
  return (
    <div class="territory-numbers">
      <For each={given()}>
        {(territory) => (
          <div class="territory-number">
            <span class="swatch" style={{ "--swatch": territory.color }} />
            <span class="territory-number-name">{territory.name}</span>
            <input
              class="input input-count"
              type="number"
              min={0}
              step="any"
              aria-label={`${props.label} in ${territory.name}`}
              value={props.numbers[territory.id]}
              onChange={(event) => {
                const value = event.currentTarget.valueAsNumber;
                if (value >= 0) props.onChange({ ...props.numbers, [territory.id]: value });
              }}
            />
            <span>{props.unit}</span>
            <button
              type="button"
              class="button button-quiet button-icon"
              aria-label={`Remove the exception for ${territory.name}`}
              onClick={() => props.onChange(without(territory.id))}
            >
              <X aria-hidden="true" />
            </button>
          </div>
        )}
      </For>
      <Show when={others().length > 0}>
        <select
          class="select"
          aria-label={`${props.label}: add a territory`}
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = "";
            if (value) props.onChange({ ...props.numbers, [value]: props.first });
          }}
        >
          <option value="">Another number for a territory…</option>
          <For each={others()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
        </select>
      </Show>
    </div>
  );
}
