import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronRight from "lucide-solid/icons/chevron-right";
import { createSignal, For, Show } from "solid-js";
import { type Suggestion, suggestionPatch } from "../../model/suggest/suggest-moves";
import { selectRows } from "../../session/row-selection";
import { takeLostFocus } from "../controls/catch-focus";
import { usePlanner } from "../planner";
import { createSuggestions } from "./create-suggestions";
import { diagnosisReason, diagnosisTitle, suggestionEffect, suggestionTitle } from "./suggestion-words";
import "./suggestions-section.css";

/** Territories named as off at once. */
const SHOWN_DIAGNOSES = 5;

/** The best next moves, one click each, and what is off; worked out only while it is open. */
export function SuggestionsSection() {
  const planner = usePlanner();
  const { session } = planner;
  const [open, setOpen] = createSignal(false);
  const advice = createSuggestions(planner, open);
  const fixed = () => planner.readOnly() || planner.preview() !== null;
  let section!: HTMLElement;

  const select = (accounts: readonly number[]) =>
    session.select(selectRows(planner.plan().tables.accounts.count, accounts));
  const accountsOf = ({ moves }: Suggestion) => moves.flatMap(({ accounts }) => accounts);
  const make = (suggestion: Suggestion) => {
    const title = suggestionTitle(session.plan, session.alignment, suggestion);
    const patch = { ...suggestionPatch(session.plan, session.path, suggestion.moves), label: title };
    if (!session.edit(patch)) {
      planner.notify({ text: "These accounts moved or were locked since." });
      return;
    }
    planner.announce(`Done: ${title}.`);
    planner.notify({ text: `Done: ${title}.`, action: { label: "Undo", run: () => session.undo() } });
    queueMicrotask(() => takeLostFocus(section));
  };
  const many = () => advice()?.diagnoses.length ?? 0;

  return (
    <section ref={section} class="suggestions" aria-label="Suggestions" tabIndex={-1}>
      <button
        type="button"
        class="suggestions-toggle"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <Show when={open()} fallback={<ChevronRight aria-hidden="true" />}>
          <ChevronDown aria-hidden="true" />
        </Show>
        Suggestions
      </button>
      <Show when={open()}>
        <Show when={advice()} fallback={<p class="suggestions-note">Looking for good moves…</p>}>
          {(now) => (
            <>
              <ul class="suggestion-list" aria-label="Suggested moves">
                <For each={now().suggestions}>
                  {(suggestion) => (
                    <li class="suggestion">
                      <button
                        type="button"
                        class="suggestion-words"
                        title="Select these accounts"
                        onClick={() => select(accountsOf(suggestion))}
                      >
                        <span>{suggestionTitle(now().plan, now().alignment, suggestion)}</span>
                        <span class="suggestion-effect">
                          {suggestionEffect(now().plan, now().figures, suggestion)}
                        </span>
                      </button>
                      <button
                        type="button"
                        class="button"
                        disabled={fixed()}
                        aria-label={`Do it: ${suggestionTitle(now().plan, now().alignment, suggestion)}`}
                        onClick={() => make(suggestion)}
                      >
                        Do it
                      </button>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={now().suggestions.length === 0}>
                <p class="suggestions-note">
                  No single move, group or swap would help. The optimizer looks at all of them together.
                </p>
              </Show>
              <Show when={many() > 0}>
                <h3 class="suggestions-heading">
                  Out of balance
                  {many() > SHOWN_DIAGNOSES ? `: the worst ${SHOWN_DIAGNOSES} of ${many()}` : ""}
                </h3>
                <ul class="suggestion-list" aria-label="Out of balance">
                  <For each={now().diagnoses.slice(0, SHOWN_DIAGNOSES)}>
                    {(diagnosis) => (
                      <li class="suggestion">
                        <button
                          type="button"
                          class="suggestion-words"
                          title="Select the largest accounts"
                          onClick={() => select(diagnosis.largest.map(({ account }) => account))}
                        >
                          <span>{diagnosisTitle(now().plan, now().alignment, diagnosis)}</span>
                          <span class="suggestion-effect">
                            {diagnosisReason(
                              now().plan,
                              diagnosis,
                              now().figures.accounts[diagnosis.slot] ?? 0,
                            )}
                          </span>
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}
