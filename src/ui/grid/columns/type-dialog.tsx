import { createMemo, createSignal, For, Show } from "solid-js";
import { ambiguousDates, ambiguousNumbers } from "../../../model/ambiguous-texts";
import { columnUses } from "../../../model/column-uses";
import { retypeColumn } from "../../../model/edits/retype-column";
import { cellFormatOf } from "../../../model/parse-cell";
import { cellAsText, type RetypeFormat, retypedColumn } from "../../../model/retype-column";
import { type Column, type ColumnType, isLive, type TableName } from "../../../model/table";
import { Modal } from "../../controls/modal";
import { RadioChoice } from "../../controls/radio-choice";
import type { GridState } from "../grid-state";
import { rowName } from "../table-columns";
import { TYPE_WORDS, useWords } from "./use-words";

const MAX_EXAMPLES = 6;

/** Makes a column one of another type, once its planner has seen which cells cannot be one. */
export function TypeDialog(props: {
  grid: GridState;
  table: TableName;
  column: Column;
  onClose: () => void;
}) {
  const { grid, table, column } = props;
  const { edit, locale } = grid.props;
  const rows = edit.plan().tables[table];
  const [type, setType] = createSignal<ColumnType>(column.type);
  const [decimal, setDecimal] = createSignal(cellFormatOf(locale).decimal);
  const [dateOrder, setDateOrder] = createSignal(cellFormatOf(locale).dateOrder);
  const [percents, setPercents] = createSignal<RetypeFormat["percents"]>(usualPercents(column));
  const [keepsText, setKeepsText] = createSignal(false);

  const isDate = () => type() === "date" || type() === "datetime";
  const isNumber = () => type() === "number" || type() === "currency" || type() === "percent";
  const texts = createMemo(() => textsOf(column));
  const dates = createMemo(() => (isDate() ? ambiguousDates(texts()) : null));
  const numbers = createMemo(() => (isNumber() ? ambiguousNumbers(texts()) : null));
  const asksPercents = () =>
    (type() === "percent") !== (column.type === "percent") && isNumber() && column.kind === "number";
  const format = (): RetypeFormat => ({
    decimal: decimal(),
    dateOrder: dateOrder(),
    percents: percents(),
  });
  const preview = createMemo(() => retypedColumn(column, type(), format()));
  const failed = createMemo(() => [...preview().failed].filter((row) => isLive(rows, row)));
  const examples = () => failed().slice(0, MAX_EXAMPLES);
  const changed = () => {
    const filled = rows.count - (rows.deleted?.reduce((sum, flag) => sum + flag, 0) ?? 0);
    return (filled - failed().length).toLocaleString(locale);
  };
  const uses = createMemo(() =>
    preview().column.kind === column.kind
      ? []
      : columnUses(edit.plan(), table, column.key).filter(
          ({ kind }) => kind !== "comments" && kind !== "view",
        ),
  );
  const choose = (next: ColumnType) => {
    setType(next);
    setKeepsText(false);
    // What the other texts of the column show is more likely than what the locale has.
    const shownDates = dates()?.shown;
    if (shownDates) setDateOrder(shownDates);
    const shownNumbers = numbers()?.shown;
    if (shownNumbers) setDecimal(shownNumbers);
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = keepsText() && failed().length > 0 ? "text" : type();
    edit.commit(retypeColumn(edit.plan(), table, column.key, wanted, format()));
    props.onClose();
  };
  const place = (row: number) => {
    const position = grid.view.entries().indexOf(row);
    return position < 0 ? "" : `Row ${(position + 1).toLocaleString(locale)}`;
  };

  return (
    <Modal
      open
      size="small"
      title={`Type of ${column.header}`}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="type-form"
            class="button button-primary"
            disabled={type() === column.type}
          >
            Change type
          </button>
        </>
      }
    >
      <form id="type-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Type</span>
          <select
            class="select"
            value={type()}
            onChange={(event) => choose(event.currentTarget.value as ColumnType)}
          >
            <For each={Object.entries(TYPE_WORDS)}>
              {([value, words]) => <option value={value}>{words}</option>}
            </For>
          </select>
        </label>
        <Show when={dates()}>
          {(found) => (
            <RadioChoice
              labelled
              label={`How is ${found().example.trim()} read?`}
              value={dateOrder()}
              choices={[
                { value: "mdy", label: "Month first" },
                { value: "dmy", label: "Day first" },
              ]}
              onChange={setDateOrder}
            />
          )}
        </Show>
        <Show when={numbers()}>
          {(found) => (
            <RadioChoice
              labelled
              label={`How is ${found().example.trim()} read?`}
              value={decimal()}
              choices={[
                { value: ".", label: "1,234.56: a point before the decimals" },
                { value: ",", label: "1.234,56: a comma before the decimals" },
              ]}
              onChange={setDecimal}
            />
          )}
        </Show>
        <Show when={asksPercents()}>
          <RadioChoice
            labelled
            label="Which number is 12 %?"
            value={percents()}
            choices={[
              { value: "hundreds", label: "12" },
              { value: "fractions", label: "0.12" },
            ]}
            onChange={setPercents}
          />
        </Show>
        <Show when={type() !== column.type}>
          <p role="status">
            <Show when={failed().length > 0} fallback={`All ${changed()} rows can be of this type.`}>
              {failed().length.toLocaleString(locale)} of the rows cannot be of this type:
            </Show>
          </p>
        </Show>
        <Show when={failed().length > 0}>
          <table class="column-examples">
            <tbody>
              <For each={examples()}>
                {(row) => (
                  <tr>
                    <td class="muted">{place(row)}</td>
                    <td class="muted">{rowName(rows.columns, row)}</td>
                    <td>{cellAsText(column, row, format())}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <RadioChoice
            labelled
            label="What becomes of them?"
            value={keepsText() ? "text" : "blank"}
            choices={[
              { value: "blank", label: "Make them blank; as text they come back" },
              { value: "text", label: "Keep the column as text" },
            ]}
            onChange={(choice) => setKeepsText(choice === "text")}
          />
        </Show>
        <Show when={uses().length > 0}>
          <p>What reads the column now may not find in it what it looks for:</p>
          <ul class="column-facts">
            <For each={uses()}>{(use) => <li>{useWords(use)}</li>}</For>
          </ul>
        </Show>
      </form>
    </Modal>
  );
}

/** The texts of a column that are read when it is retyped: those of its cells, else those kept from its file. */
function textsOf(column: Column): readonly string[] {
  if (column.kind === "text") return column.dictionary.texts();
  return column.source?.dictionary.texts() ?? [];
}

/** Numbers up to 1 are more likely parts of 1 than of 100. */
function usualPercents(column: Column): RetypeFormat["percents"] {
  if (column.kind !== "number" || column.type === "percent") return "hundreds";
  for (const value of column.values) if (Math.abs(value) > 1) return "hundreds";
  return "fractions";
}
