import { createUniqueId, For, Show } from "solid-js";
import "./form.css";

/** One of a few, all of them in view. */
export function RadioChoice<Value extends string>(props: {
  label: string;
  /** Shows the label; otherwise only screen readers hear it. */
  labelled?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  onChange: (value: Value) => void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class="choice">
      <legend class={props.labelled ? "field-label" : "visually-hidden"}>{props.label}</legend>
      <For each={props.choices}>
        {(choice) => (
          <label class="check-field">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>
              {choice.label}
              <Show when={choice.note}>{(note) => <span class="choice-note">{note()}</span>}</Show>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
