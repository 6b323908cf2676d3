import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import "./option-list.css";

export interface Option {
  readonly id: string;
  /** What typing is matched against. */
  readonly text: string;
  readonly content: () => JSX.Element;
}

/** Options drawn at once; typing finds the others. */
const SHOWN = 100;

/** A search box over a list: typing filters, arrows move, Enter chooses. The pattern of a combobox with a listbox. */
export function OptionList(props: {
  label: string;
  placeholder: string;
  options: readonly Option[];
  onChoose: (id: string) => void;
  empty: string;
}) {
  const listId = createUniqueId();
  const [query, setQuery] = createSignal("");
  const [active, setActive] = createSignal(0);
  const matches = createMemo(() => {
    const words = folded(query()).split(/\s+/).filter(Boolean);
    return props.options.filter((option) => words.every((word) => folded(option.text).includes(word)));
  });
  const shown = createMemo(() => matches().slice(0, SHOWN));
  // Another list, or another order of it: what was looked at is elsewhere.
  createEffect(() => {
    matches();
    setActive(0);
  });
  const optionId = (position: number) => `${listId}-${position}`;
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown().length - 1, to));
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(active() + 1);
    else if (event.key === "ArrowUp") move(active() - 1);
    else if (event.key === "PageDown") move(active() + 10);
    else if (event.key === "PageUp") move(active() - 10);
    else if (event.key === "Enter") {
      const option = shown()[active()];
      if (option) props.onChoose(option.id);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="option-list">
      <input
        class="input"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={matches().length > 0 ? optionId(active()) : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder={props.placeholder}
        value={query()}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autofocus
      />
      <div class="option-list-options" role="listbox" id={listId} aria-label={props.label}>
        <For each={shown()}>
          {(option, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above answers the keys for all options
            <div
              role="option"
              tabIndex={-1}
              id={optionId(position())}
              class="option"
              aria-selected={position() === active()}
              onClick={() => props.onChoose(option.id)}
            >
              {option.content()}
            </div>
          )}
        </For>
        <Show when={matches().length > SHOWN}>
          <p class="option-list-empty">
            {(matches().length - SHOWN).toLocaleString()} more: type a part of the name.
          </p>
        </Show>
        <Show when={matches().length === 0}>
          <p class="option-list-empty">{props.empty}</p>
        </Show>
      </div>
    </div>
  );
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
