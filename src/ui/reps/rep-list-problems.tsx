import { For, Show } from "solid-js";
import type { ArrivingReps } from "../../session/arriving-reps";
import { MAX_LISTED_REPS, type RepList } from "../../session/rep-list";

const LISTED = 5;

/** What of a list of reps is new, unknown or cannot be read. */
export function RepListProblems(props: {
  list: RepList | null;
  arriving: ArrivingReps | null;
  problem: string | null;
}) {
  return (
    <div class="row-problems">
      <Show when={props.problem}>
        <p class="form-problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <Show when={props.list?.tooMany}>
        <p class="form-problem">Only the first {MAX_LISTED_REPS.toLocaleString()} rows are read.</p>
      </Show>
      <Show when={props.arriving}>
        {(arriving) => (
          <>
            <Show when={arriving().newHeaders.length > 0}>
              <p class="form-hint">New columns: {arriving().newHeaders.join(", ")}.</p>
            </Show>
            <Show when={nobodies(arriving()) > 0}>
              <p class="form-problem">{count(nobodies(arriving()), "row")} without a name left out.</p>
            </Show>
            <Show when={arriving().homeless > 0}>
              <p class="form-hint">{count(arriving().homeless, "home")} not found by address.</p>
            </Show>
            <Show when={arriving().unknownTerritories.length > 0}>
              <p class="form-hint">
                Territories that the plan does not have: {listed(arriving().unknownTerritories)}.
              </p>
            </Show>
            <For each={arriving().unread.slice(0, LISTED)}>
              {({ row, header, text }) => (
                <p class="form-problem">
                  Row {row + 1}: “{text}” does not fit {header}; the cell stays blank.
                </p>
              )}
            </For>
            <Show when={arriving().unread.length > LISTED}>
              <p class="muted">and {arriving().unread.length - LISTED} more</p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function nobodies({ fates }: ArrivingReps): number {
  return fates.filter((fate) => fate === "nobody").length;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${number === 1 ? noun : `${noun}s`}`;
}

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return names.slice(0, LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
