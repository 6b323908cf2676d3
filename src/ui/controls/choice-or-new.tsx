import { For, Show } from "solid-js";

/** What is chosen: one of the choices, none of them (""), or a new one by name. */
export type ChosenOrNew =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "new"; readonly name: string };

const NEW = "new";

/** A list of known things with "New …" at its end, which asks for a name. */
export function ChoiceOrNew(props: {
  label: string;
  /** What choosing nothing is called. */
  none: string;
  /** "New rep…" */
  newLabel: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  value: ChosenOrNew;
  onChange: (value: ChosenOrNew) => void;
}) {
  const newName = () => (props.value.kind === "new" ? props.value.name : null);
  const selected = () => (props.value.kind === "new" ? NEW : `known:${props.value.id}`);
  return (
    <div class="field field-grow">
      <label class="field">
        <span class="field-label">{props.label}</span>
        <select
          class="select"
          value={selected()}
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.onChange(
              value === NEW ? { kind: "new", name: "" } : { kind: "known", id: value.slice("known:".length) },
            );
          }}
        >
          <option value="known:">{props.none}</option>
          <For each={props.choices}>{({ id, name }) => <option value={`known:${id}`}>{name}</option>}</For>
          <option value={NEW}>{props.newLabel}</option>
        </select>
      </label>
      <Show when={newName() !== null}>
        <input
          class="input"
          ref={(input) => queueMicrotask(() => input.focus())}
          aria-label={`Name of the ${props.newLabel.replace("…", "").toLowerCase()}`}
          placeholder="Name"
          value={newName() ?? ""}
          onInput={(event) => props.onChange({ kind: "new", name: event.currentTarget.value })}
        />
      </Show>
    </div>
  );
}
