import X from "lucide-solid/icons/x";
import { createSignal, createUniqueId, For } from "solid-js";

/** Some texts, each a chip; Enter, comma or leaving the box takes what was typed, and the backspace key the last one off. */
export function ValuesInput(props: {
  label: string;
  values: readonly string[];
  /** Offered while typing. */
  offered: readonly string[];
  /** What a typed text stands for; several where it is a range. */
  read?: (typed: string) => readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const listId = createUniqueId();
  const [typed, setTyped] = createSignal("");
  const take = (text: string) => {
    setTyped("");
    const parts = text.split(/[,;\n\t]/).map((part) => part.trim());
    const read = parts.filter((part) => part !== "").flatMap((part) => props.read?.(part) ?? [part]);
    const added = read.filter((value) => !props.values.includes(value));
    if (added.length > 0) props.onChange([...props.values, ...new Set(added)]);
  };
  const remove = (value: string) => props.onChange(props.values.filter((other) => other !== value));
  return (
    <div class="values-input">
      <For each={props.values}>
        {(value) => (
          <span class="values-chip">
            {value === "" ? "(blank)" : value}
            <button type="button" aria-label={`Remove ${value || "blank"}`} onClick={() => remove(value)}>
              <X aria-hidden="true" />
            </button>
          </span>
        )}
      </For>
      <input
        class="values-box"
        aria-label={props.label}
        placeholder={props.values.length === 0 ? "Type or choose" : ""}
        list={listId}
        autocomplete="off"
        spellcheck={false}
        value={typed()}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          // A choice from the list is taken at once, and so is what a comma ends.
          const chosen = !(event instanceof InputEvent) || event.inputType === "insertReplacementText";
          if ((chosen && props.offered.includes(text)) || /[,;\n\t]/.test(text)) take(text);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            // Not the form's: one value is done, not the rule.
            event.preventDefault();
            take(typed());
          } else if (event.key === "Backspace" && typed() === "" && props.values.length > 0) {
            remove(props.values.at(-1)!);
          }
        }}
        onBlur={() => take(typed())}
      />
      <datalist id={listId}>
        <For each={props.offered.filter((value) => value !== "" && !props.values.includes(value))}>
          {(value) => <option value={value} />}
        </For>
      </datalist>
    </div>
  );
}
