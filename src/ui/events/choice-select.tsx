import { For } from "solid-js";
import type { Choice } from "./team";

/** A labelled list to choose one rep or territory from; `null` while nothing is chosen. */
export function ChoiceSelect<Id extends number>(props: {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: Id | null;
  onChoose: (id: Id | null) => void;
  /** What stands for nothing chosen. */
  none?: string;
}) {
  return (
    <label class="field">
      <span class="field-label">{props.label}</span>
      <select
        class="select"
        value={props.chosen ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onChoose(value === "" ? null : (Number(value) as Id));
        }}
      >
        <option value="">{props.none ?? "Choose…"}</option>
        <For each={props.choices}>{({ id, name }) => <option value={id}>{name}</option>}</For>
      </select>
    </label>
  );
}
