import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import X from "lucide-solid/icons/x";
import { createEffect, createSignal, on, Show } from "solid-js";
import type { GridState } from "../grid-state";
import type { FindScope, GridFind } from "./create-find";
import "./find.css";

/** The bar that finds and replaces, above the rows. */
export function FindBar(props: { grid: GridState; find: GridFind; onDone: () => void }) {
  const { grid, find } = props;
  const [by, setBy] = createSignal("");
  let input!: HTMLInputElement;
  const number = (count: number) => count.toLocaleString(grid.props.locale);
  const words = () => {
    const found = find.found();
    if (find.query().text === "") return "";
    if (!found || (find.searching() && found.count === 0)) return "Searching…";
    if (found.count === 0) return "Nothing found";
    return find.at() > 0 ? `${number(find.at())} of ${number(found.count)}` : `${number(found.count)} found`;
  };
  const close = () => {
    find.close();
    props.onDone();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === input) find.next(event.shiftKey);
    else if (!find.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const replacing = () => find.mode() === "replace";
  const Toggle = (toggle: { name: "matchCase" | "wholeCell"; label: string; children: string }) => (
    <button
      type="button"
      class="button button-quiet grid-find-toggle"
      aria-pressed={find.query()[toggle.name]}
      title={toggle.label}
      aria-label={toggle.label}
      onClick={() => find.setQuery({ [toggle.name]: !find.query()[toggle.name] })}
    >
      {toggle.children}
    </button>
  );
  createEffect(
    on(find.asked, () => {
      input.focus();
      input.select();
    }),
  );
  return (
    <search class="grid-find" aria-label={`Find in ${grid.props.name}`} onKeyDown={keys}>
      <input
        ref={input}
        type="text"
        class="input grid-find-input"
        aria-label="Find"
        placeholder="Find"
        autocomplete="off"
        spellcheck={false}
        value={find.query().text}
        onInput={(event) => find.setQuery({ text: event.currentTarget.value })}
      />
      <span class="grid-find-count" role="status" aria-label="Matches">
        {words()}
      </span>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label="Previous match"
        title="Previous match (Shift+Enter)"
        onClick={() => find.next(true)}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label="Next match"
        title="Next match (Enter)"
        onClick={() => find.next(false)}
      >
        <ArrowDown aria-hidden="true" />
      </button>
      <Toggle name="matchCase" label="Match case">
        Aa
      </Toggle>
      <Toggle name="wholeCell" label="Match the whole cell">
        [ab]
      </Toggle>
      <select
        class="select grid-find-scope"
        aria-label="Where to find"
        value={find.scope()}
        onChange={(event) => find.setScope(event.currentTarget.value as FindScope)}
      >
        <option value="all">All columns</option>
        <Show when={find.scopes().column !== ""}>
          <option value="column">{find.scopes().column}</option>
        </Show>
        <Show when={find.scopes().selection}>
          <option value="selection">Selection</option>
        </Show>
      </select>
      <Show
        when={replacing()}
        fallback={
          <button
            type="button"
            class="button button-quiet"
            disabled={grid.props.readOnly}
            onClick={() => find.open("replace")}
          >
            Replace…
          </button>
        }
      >
        <input
          type="text"
          class="input grid-find-input"
          aria-label="Replace with"
          placeholder="Replace with"
          autocomplete="off"
          spellcheck={false}
          value={by()}
          onInput={(event) => setBy(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            find.replaceOne(by());
          }}
        />
        <button
          type="button"
          class="button"
          disabled={!find.found()?.count || grid.props.readOnly}
          onClick={() => find.replaceOne(by())}
        >
          Replace
        </button>
        <button
          type="button"
          class="button"
          disabled={!find.found()?.count || find.searching() || grid.props.readOnly}
          onClick={() => {
            find.replaceAll(by());
            // The button goes dead with the last match, and would take the keys with it.
            input.focus();
          }}
        >
          Replace all
        </button>
      </Show>
      <span class="spacer" />
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label="Close find"
        title="Close (Esc)"
        onClick={close}
      >
        <X aria-hidden="true" />
      </button>
    </search>
  );
}
