import { createMemo, For, Show } from "solid-js";
import type { RollUp } from "../../files/import/import-plan";
import { type ImportDraft, type ImportFlow, rollUpFor } from "../../session/import-flow";
import { DIALOG_LOCALE } from "./dialog-locale";

/** Whether several rows make one account, such as order lines, and which rows belong together. */
export function RollUpChoice(props: { draft: ImportDraft; flow: ImportFlow }) {
  const rollUp = () => props.draft.plan.rollUp;
  const format = createMemo(() => new Intl.NumberFormat(DIALOG_LOCALE));
  const change = (update: (rollUp: RollUp) => RollUp) =>
    props.flow.change((plan) => (plan.rollUp ? { ...plan, rollUp: update(plan.rollUp) } : plan));
  const groupNames = () =>
    (rollUp()?.groupBy ?? []).map((index) => props.draft.plan.columns[index]?.header).join(", ");
  const suggestion = () => {
    const proposed = props.draft.preview.proposedRollUp;
    if (!proposed || rollUp()) return "";
    const names = proposed.groupBy.map((index) => props.draft.plan.columns[index]?.header);
    return `The rows repeat ${names.join(" and ")}: they look like order lines rather than accounts.`;
  };
  return (
    <section aria-label="Rows and accounts">
      <h3>Rows and accounts</h3>
      <label class="check-field">
        <input
          type="checkbox"
          checked={rollUp() !== null}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            props.flow.change((plan) => ({ ...plan, rollUp: on ? rollUpFor(props.draft) : null }));
          }}
        />
        Combine rows of the same customer into one account
      </label>
      <Show when={suggestion()}>{(text) => <p class="muted">{text()}</p>}</Show>
      <Show when={rollUp()}>
        {(current) => (
          <>
            <p class="roll-up-figures">
              {`${format().format(props.draft.preview.rowCount)} rows → `}
              <strong>
                {props.draft.checking ? "…" : `${format().format(props.draft.review.accountCount)} accounts`}
              </strong>
            </p>
            <details class="roll-up-groups">
              <summary>{`Same customer = same ${groupNames() || "…"}`}</summary>
              <ul class="roll-up-columns" aria-label="Columns that tell customers apart">
                <For each={props.draft.plan.columns}>
                  {(column) => (
                    <li>
                      <label class="check-field">
                        <input
                          type="checkbox"
                          checked={current().groupBy.includes(column.index)}
                          disabled={current().groupBy.length === 1 && current().groupBy[0] === column.index}
                          onChange={(event) => {
                            const on = event.currentTarget.checked;
                            change((before) => ({
                              ...before,
                              groupBy: on
                                ? [...before.groupBy, column.index]
                                : before.groupBy.filter((index) => index !== column.index),
                            }));
                          }}
                        />
                        {column.header}
                      </label>
                    </li>
                  )}
                </For>
              </ul>
            </details>
            <div class="roll-up-count">
              <label class="field">
                <span class="field-label">Count in a new column</span>
                <select
                  class="select"
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    change((before) => ({ ...before, countOf: value === "" ? null : Number(value) }));
                  }}
                >
                  <option value="" selected={current().countOf === null}>
                    Rows
                  </option>
                  <For each={props.draft.plan.columns}>
                    {(column) => (
                      <option value={column.index} selected={current().countOf === column.index}>
                        {`Different ${column.header}`}
                      </option>
                    )}
                  </For>
                </select>
              </label>
              <label class="field">
                <span class="field-label">Called</span>
                <input
                  class="input"
                  value={current().countHeader}
                  onChange={(event) => {
                    const countHeader = event.currentTarget.value.trim();
                    if (countHeader) change((before) => ({ ...before, countHeader }));
                    else event.currentTarget.value = current().countHeader;
                  }}
                />
              </label>
            </div>
            <p class="muted">
              Above, each column says how its cells combine: sums for figures, the most frequent text for
              names, the latest of dates.
            </p>
          </>
        )}
      </Show>
    </section>
  );
}
