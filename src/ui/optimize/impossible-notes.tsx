import { For, Show } from "solid-js";
import type { Impossible, Remedy } from "../../session/impossible";
import { isLimitBinding, offeredRemedies } from "../../session/impossible-remedies";
import { usePlanner } from "../planner";
import { factWords, remedyWords, type Speaking } from "./impossible-words";

/** Facts that are told; more of the same kind say nothing new. */
const FACTS = 5;

/** Why the rules cannot all be met, with names, and the loosenings that would do, the least intrusive first, each a press away. */
export function ImpossibleNotes(props: {
  impossible: Impossible;
  territories: Speaking["territories"];
  onApply: (remedy: Remedy) => void;
}) {
  const planner = usePlanner();
  const speaking = (): Speaking => ({ plan: planner.plan(), territories: props.territories });
  const hidden = () => props.impossible.facts.length - FACTS;
  const remedies = () => offeredRemedies(props.impossible.remedies);
  const isOfLimit = () => isLimitBinding(props.impossible.remedies);
  return (
    <section class="impossible" aria-label="Why not every rule can be met">
      <Show
        when={props.impossible.facts.length > 0}
        fallback={
          <Show when={!isOfLimit()}>
            <p>No plan was found that meets every rule.</p>
          </Show>
        }
      >
        <ul class="impossible-facts">
          <For each={props.impossible.facts.slice(0, FACTS)}>
            {(fact) => <li>{factWords(speaking(), fact)}</li>}
          </For>
        </ul>
        <Show when={hidden() > 0}>
          <p class="form-hint">And {hidden()} more reasons of this kind.</p>
        </Show>
      </Show>
      <Show when={isOfLimit()}>
        <p>The limit on what changes hands is too tight: every other rule can be met.</p>
      </Show>
      <For each={remedies()}>
        {(remedy) => (
          <button type="button" class="button impossible-remedy" onClick={() => props.onApply(remedy)}>
            {remedyWords(speaking(), remedy)}
          </button>
        )}
      </For>
      <Show when={remedies().some(({ isLeast }) => isLeast)}>
        <p class="form-hint">Less of it is not enough. A press changes the settings and searches again.</p>
      </Show>
      <Show when={props.impossible.searching}>
        <p class="form-hint" role="status">
          Looking for the smallest change that makes it possible…
        </p>
      </Show>
    </section>
  );
}
