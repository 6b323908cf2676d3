import { createSignal, For, Show } from "solid-js";
import type { ValueCount } from "../../model/views/value-counts";

/** Texts to tick, folded to a line of those ticked; where there are too many to list, one a line to type. */
export function ValueChoice(props: {
  /** null = too many to list. */
  values: readonly ValueCount[] | null;
  chosen: readonly string[];
  onChange: (texts: string[]) => void;
}) {
  const [query, setQuery] = createSignal("");
  const shown = () =>
    (props.values ?? []).filter(({ text }) => text.toLowerCase().includes(query().trim().toLowerCase()));
  const summary = () => {
    const texts = props.chosen.map(nameOf);
    return texts.length === 0
      ? "Choose values"
      : texts.length > 3
        ? `${texts.length} values`
        : texts.join(", ");
  };
  const toggle = (text: string) =>
    props.onChange(
      props.chosen.includes(text) ? props.chosen.filter((other) => other !== text) : [...props.chosen, text],
    );
  return (
    <Show
      when={props.values}
      fallback={
        <textarea
          class="input condition-text"
          rows={3}
          aria-label="Values, one a line"
          value={props.chosen.join("\n")}
          onChange={(event) =>
            props.onChange(
              event.currentTarget.value
                .split("\n")
                .map((text) => text.trim())
                .filter((text, at, all) => text !== "" && all.indexOf(text) === at),
            )
          }
        />
      }
    >
      <details class="value-choice">
        <summary>{summary()}</summary>
        <div class="value-choice-list">
          <Show when={(props.values?.length ?? 0) > 10}>
            <input
              class="input"
              type="search"
              aria-label="Find a value"
              placeholder="Find a value"
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </Show>
          <For each={shown()}>
            {({ text, rows }) => (
              <label class="check-field">
                <input type="checkbox" checked={props.chosen.includes(text)} onChange={() => toggle(text)} />
                <span class="value-choice-text">{nameOf(text)}</span>
                <span class="muted">{rows.toLocaleString()}</span>
              </label>
            )}
          </For>
        </div>
      </details>
    </Show>
  );
}

function nameOf(text: string): string {
  return text === "" ? "(blank)" : text;
}
