import { createMemo, createSignal, For, Show } from "solid-js";
import { columnUses } from "../../model/column-uses";
import { removeDerivedColumn, saveDerivedColumn } from "../../model/edits/derived-column-edits";
import { type FormulaTable, sheetColumns, shownText, typesOf } from "../../model/formula/column-names";
import { checkDraft } from "../../model/formula/sheet-formulas";
import { derivedKey, type FormulaRecord } from "../../model/planning/derived-column";
import type { ColumnType } from "../../model/table";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { useWords } from "../grid/columns/use-words";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { FormulaEditor } from "./formula-editor";
import { FormulaPreview } from "./formula-preview";
import { freeHeader, headerProblem } from "./header-problem";
import "../territories/dialogs.css";

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  number: "Number",
  currency: "Money",
  percent: "Percent",
  date: "Date",
  datetime: "Date and time",
  text: "Text",
  choice: "Choice",
  yesno: "Yes or no",
};

/** Makes a formula column (record null) or changes one: its name, what it is calculated from, and how its results are shown. */
export function FormulaDialog(props: {
  table: FormulaTable;
  record: FormulaRecord | null;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const before = props.record;
  const id = before?.id ?? makeId();
  const { session } = planner;
  const [header, setHeader] = createSignal(
    before?.header ?? freeHeader(session.plan, props.table, "Formula"),
  );
  const [text, setText] = createSignal(
    before ? shownText(before, sheetColumns(session.plan, props.table)) : "=",
  );
  const [type, setType] = createSignal<ColumnType | null>(before?.source.type ?? null);

  const columns = createMemo(() =>
    sheetColumns(planner.plan(), props.table).filter(({ key }) => key !== derivedKey({ id })),
  );
  const draft = createMemo(
    (): FormulaRecord => ({
      id,
      table: props.table,
      header: header(),
      source: { kind: "formula", text: text(), type: type() ?? "number" },
    }),
  );
  const checked = createMemo(() => checkDraft(planner.plan(), draft()));
  const types = createMemo((): readonly ColumnType[] => {
    const now = checked();
    return now.ok ? typesOf(now.formula.kind) : [type() ?? "number"];
  });
  const shownType = () => types().find((candidate) => candidate === type()) ?? types()[0]!;
  const isEmpty = () => text().trim() === "" || text().trim() === "=";
  const problem = () => {
    const now = checked();
    return now.ok ? null : now.problem;
  };
  const nameProblem = () => headerProblem(planner.plan(), props.table, id, header());
  const uses = createMemo(() => columnUses(planner.plan(), props.table, derivedKey({ id })).map(useWords));
  const canSave = () => !planner.readOnly() && problem() === null && nameProblem() === null;
  const save = () => {
    if (!canSave()) return;
    const { source } = draft();
    doEdit(
      planner,
      saveDerivedColumn(session.plan, { ...draft(), source: { ...source, type: shownType() } }),
    );
    props.onClose();
  };
  const remove = () => {
    doEdit(planner, removeDerivedColumn(session.plan, id));
    props.onClose();
  };
  return (
    <Modal
      open
      size="medium"
      title={before ? `Formula of ${before.header}` : "Formula column"}
      description="Calculated for every row, and again whenever something changes that it depends on."
      onClose={props.onClose}
      footer={
        <>
          <Show when={before}>
            <button
              type="button"
              class="button button-danger formula-remove"
              disabled={planner.readOnly()}
              onClick={remove}
            >
              Delete column
            </button>
          </Show>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="formula-form" class="button button-primary" disabled={!canSave()}>
            {before ? "Save" : "Add column"}
          </button>
        </>
      }
    >
      <form
        id="formula-form"
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="form-row">
          <label class="field field-grow">
            <span class="field-label">Name of the column</span>
            <input class="input" value={header()} onInput={(event) => setHeader(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span class="field-label">Shown as</span>
            <select
              class="select"
              value={shownType()}
              onChange={(event) => setType(event.currentTarget.value as ColumnType)}
            >
              <For each={types()}>{(each) => <option value={each}>{TYPE_WORDS[each]}</option>}</For>
            </select>
          </label>
        </div>
        <Show when={nameProblem()}>{(words) => <p class="form-problem">{words()}</p>}</Show>
        <div class="field">
          <span class="field-label">Formula</span>
          <FormulaEditor
            text={text()}
            onInput={setText}
            columns={columns()}
            problem={isEmpty() ? null : problem()}
            onSubmit={save}
          />
        </div>
        <Show when={uses().length > 0}>
          <p class="form-hint">Read by: {uses().join(", ")}</p>
        </Show>
        <FormulaPreview draft={{ ...draft(), source: { ...draft().source, type: shownType() } }} />
      </form>
    </Modal>
  );
}
