import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { SheetColumn } from "../../model/formula/column-names";
import { type Completion, completionsAt, signatureAt } from "../../model/formula/complete";
import type { FormulaProblem } from "../../model/formula/problem";
import "./formulas.css";

/** A formula being written: columns and functions are offered while typing, and what is wrong is underlined where it stands. */
export function FormulaEditor(props: {
  text: string;
  onInput: (text: string) => void;
  columns: readonly SheetColumn[];
  problem: FormulaProblem | null;
  /** Enter, where nothing is offered. */
  onSubmit: () => void;
}) {
  const listId = createUniqueId();
  const helpId = createUniqueId();
  const [place, setPlace] = createSignal(props.text.length);
  // The text may have become shorter before the caret is heard of.
  const caret = () => Math.min(place(), props.text.length);
  const [active, setActive] = createSignal(0);
  /** The text for which the list was closed; all = everything is offered though nothing is written. */
  const [closedFor, setClosedFor] = createSignal<string | null>(props.text);
  const [all, setAll] = createSignal(false);
  let input!: HTMLTextAreaElement;
  let backdrop!: HTMLDivElement;

  const offered = createMemo(() =>
    closedFor() === props.text
      ? { from: 0, to: 0, items: [] }
      : completionsAt(props.text, caret(), props.columns, all()),
  );
  const items = () => offered().items;
  // What is just being written is not wrong yet.
  const problem = () =>
    items().length > 0 && props.problem && props.problem.end >= offered().from ? null : props.problem;
  const hint = createMemo(() => signatureAt(props.text, caret()));
  const optionId = (position: number) => `${listId}-${position}`;

  const follow = () => setPlace(input.selectionStart);
  const take = (item: Completion) => {
    const { from, to } = offered();
    input.setRangeText(item.insert, from, to, "end");
    input.setSelectionRange(from + item.caret, from + item.caret);
    props.onInput(input.value);
    setAll(false);
    setActive(0);
    follow();
    input.focus();
  };
  const move = (step: number) => {
    const count = items().length;
    setActive((active() + step + count) % count);
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const open = items().length > 0;
    const item = items()[active()];
    if (event.key === "ArrowDown" && open) move(1);
    else if (event.key === "ArrowUp" && open) move(-1);
    else if ((event.key === "Enter" || event.key === "Tab") && item && !event.shiftKey) take(item);
    else if (event.key === "Escape" && open) setClosedFor(props.text);
    else if (event.key === " " && event.ctrlKey) {
      setClosedFor(null);
      setAll(true);
    } else if (event.key === "Enter" && !event.shiftKey) props.onSubmit();
    else return;
    event.preventDefault();
    // Esc would close the dialog too.
    event.stopPropagation();
  };

  return (
    <div class="formula-editor">
      <div class="formula-box">
        <div class="formula-backdrop" ref={backdrop} aria-hidden="true">
          <Underlined text={props.text} problem={problem()} />
        </div>
        <textarea
          ref={input}
          class="input formula-input"
          rows={3}
          aria-label="Formula"
          aria-autocomplete="list"
          aria-controls={items().length > 0 ? listId : undefined}
          aria-activedescendant={items().length > 0 ? optionId(active()) : undefined}
          aria-invalid={problem() !== null}
          aria-describedby={helpId}
          autocomplete="off"
          spellcheck={false}
          value={props.text}
          on:keydown={onKeyDown}
          onKeyUp={follow}
          onClick={follow}
          onInput={(event) => {
            setClosedFor(null);
            setAll(false);
            setActive(0);
            props.onInput(event.currentTarget.value);
            follow();
          }}
          onScroll={() => {
            backdrop.scrollTop = input.scrollTop;
          }}
        />
      </div>
      <p id={helpId} class="formula-problem" role="status">
        {problem()?.message ?? ""}
      </p>
      <div class="formula-help">
        <Show
          when={items().length > 0}
          fallback={
            <Show when={hint()} fallback={<GeneralHint />}>
              {(shown) => (
                <SignatureWords signature={shown().signature} help={shown().help} place={shown().place} />
              )}
            </Show>
          }
        >
          <div id={listId} class="formula-list" role="listbox" aria-label="Columns and functions">
            <For each={items()}>
              {(item, position) => (
                <div
                  id={optionId(position())}
                  role="option"
                  tabindex={-1}
                  class="formula-option"
                  aria-selected={position() === active()}
                  title={item.help}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    take(item);
                  }}
                >
                  <span>{item.label}</span>
                  <span class="muted formula-option-help">{item.help}</span>
                </div>
              )}
            </For>
          </div>
        </Show>
      </div>
    </div>
  );
}

/** The text again, invisible, with the problem underlined: it lies under the text that is edited. */
function Underlined(props: { text: string; problem: FormulaProblem | null }) {
  const start = () => Math.min(props.problem?.start ?? props.text.length, props.text.length);
  const end = () => Math.max(start(), Math.min(props.problem?.end ?? start(), props.text.length));
  return (
    <>
      {props.text.slice(0, start())}
      <Show when={props.problem}>
        <mark>{props.text.slice(start(), end()) || " "}</mark>
      </Show>
      {props.text.slice(end())}
    </>
  );
}

function GeneralHint() {
  return (
    <p class="form-hint">
      Type <kbd>[</kbd> for a column or the first letters of a function; Ctrl+Space offers everything. For
      example <code>=[Revenue] * 0.3 + IF([Industry] = "Finance", 10, 0)</code> or{" "}
      <code>=RANK_IN_TERRITORY([Revenue])</code>
    </p>
  );
}

/** The signature with the value in bold that is being written. */
function SignatureWords(props: { signature: string; help: string; place: number }) {
  const parts = createMemo(() => {
    const open = props.signature.indexOf("(");
    const places = props.signature.slice(open + 1, -1).split(", ");
    return { name: props.signature.slice(0, open), places, at: Math.min(props.place, places.length - 1) };
  });
  return (
    <p class="form-hint">
      <code>
        {parts().name}(
        <For each={parts().places}>
          {(place, i) => (
            <>
              {i() > 0 ? ", " : ""}
              <Show when={i() === parts().at} fallback={place}>
                <strong>{place}</strong>
              </Show>
            </>
          )}
        </For>
        )
      </code>{" "}
      {props.help}
    </p>
  );
}
