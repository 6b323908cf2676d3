import { createMemo, createSignal, For, Index, Show } from "solid-js";
import type { ColumnPlan } from "../../files/import/import-plan";
import type { ImportDraft, ImportFlow } from "../../session/import-flow";
import { ColumnHead } from "./column-head";
import { DIALOG_LOCALE } from "./dialog-locale";
import { clipped } from "./short-text";

const SHOWN_ROWS = 6;

/** Each column brings a few dozen elements: a thousand at once would freeze the page. */
const COLUMNS_AT_ONCE = 100;

/** The first rows of the file, and above every column what it means. */
export function ColumnTable(props: { draft: ImportDraft; flow: ImportFlow }) {
  const [shown, setShown] = createSignal(COLUMNS_AT_ONCE);
  const columns = () => props.draft.plan.columns.slice(0, shown());
  const hidden = () => props.draft.plan.columns.length - columns().length;
  const rows = createMemo(() => props.draft.preview.firstRows.slice(0, SHOWN_ROWS));
  return (
    <>
      <section class="column-table" aria-label="Columns and first rows" tabindex={-1}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="line-number">
                <span class="visually-hidden">Line</span>
              </th>
              <Index each={columns()}>
                {(column) => (
                  <ColumnHead
                    column={column()}
                    facts={props.draft.preview.facts[column().index]}
                    rowCount={props.draft.review.rowCount}
                    blank={props.draft.review.blankCounts[column().index] ?? 0}
                    combined={props.draft.plan.rollUp !== null}
                    locale={DIALOG_LOCALE}
                    onChange={(change) => props.flow.changeColumn(column().index, change)}
                  />
                )}
              </Index>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row, position) => (
                <tr>
                  <th scope="row" class="line-number">
                    {props.draft.preview.firstLines[position()]}
                  </th>
                  <Index each={columns()}>
                    {(column) => <Cell column={column()} text={row[column().index] ?? ""} />}
                  </Index>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={hidden() > 0}>
        <div class="import-actions">
          <button type="button" class="button" onClick={() => setShown(shown() + COLUMNS_AT_ONCE)}>
            {`Show ${Math.min(COLUMNS_AT_ONCE, hidden())} more columns`}
          </button>
          <span class="muted">{`${hidden()} columns are imported as proposed.`}</span>
        </div>
      </Show>
    </>
  );
}

function Cell(props: { column: ColumnPlan; text: string }) {
  return (
    <td
      classList={{
        "cell-left-out": !props.column.include,
        "cell-number": props.column.type === "number" || props.column.type === "currency",
      }}
      title={props.text.length > 32 ? clipped(props.text, 400) : undefined}
    >
      {clipped(props.text, 32)}
    </td>
  );
}
