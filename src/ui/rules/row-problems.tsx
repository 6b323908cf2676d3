import { For, Show } from "solid-js";
import type { AlignmentPath, Plan } from "../../model/plan";
import type { Decision } from "../../model/rules/decision";
import { answerWords } from "../../model/rules/reason-words";
import { MAX_NEW_ROWS, type NewRows } from "../../session/new-rows";

/** Problems listed before the rest is a number. */
const LISTED = 5;

/** What is to be known of rows that were read: cells left blank, columns that are new, rows left out. */
export function RowProblems(props: { rows: NewRows | null; problem: string | null }) {
  return (
    <div class="row-problems">
      <Show when={props.problem}>
        <p class="form-problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <Show when={props.rows}>
        {(rows) => (
          <>
            <Show when={rows().newHeaders.length > 0}>
              <p class="form-hint">New columns: {rows().newHeaders.join(", ")}.</p>
            </Show>
            <Show when={rows().tooMany}>
              <p class="form-problem">Only the first {MAX_NEW_ROWS.toLocaleString()} rows are read.</p>
            </Show>
            <Show when={rows().problems.length > 0}>
              <ul class="rule-overlaps">
                <For each={rows().problems.slice(0, LISTED)}>
                  {({ row, header, text }) => (
                    <li class="form-problem">
                      Row {row + 1}: “{text}” does not fit {header}; the cell stays blank.
                    </li>
                  )}
                </For>
                <Show when={rows().problems.length > LISTED}>
                  <li class="muted">and {rows().problems.length - LISTED} more</li>
                </Show>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

/** Why the deciding rule gave a row to whom it did. */
export function reasonOf(plan: Plan, path: AlignmentPath, { answer }: Decision): string {
  return answerWords(plan, path, answer);
}
