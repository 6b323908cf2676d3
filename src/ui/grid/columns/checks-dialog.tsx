import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { breakingRows } from "../../../model/column-checks";
import { setPlanningRecord } from "../../../model/edits/set-planning-record";
import { cellFormatOf, parseCell } from "../../../model/parse-cell";
import { type CellValidation, type ColumnRule, ruleIdOf } from "../../../model/planning/column-rule";
import { Modal } from "../../controls/modal";
import { RadioChoice } from "../../controls/radio-choice";
import { fullNumberText } from "../cell-format";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";

type CheckKind = CellValidation["kind"] | "none";

/** What the cells of a column may hold. */
export function ChecksDialog(props: { grid: GridState; column: GridColumn; onClose: () => void }) {
  const { grid, column } = props;
  const { edit, locale } = grid.props;
  const { table } = edit;
  const view = column.view();
  const rule = edit.rules?.().find((candidate) => candidate.column === column.key);
  const before = rule?.validation ?? null;
  const textOf = (value: number | null) => (value === null ? "" : fullNumberText(value, column.type, locale));
  const [kind, setKind] = createSignal<CheckKind>(before?.kind ?? "none");
  const [strict, setStrict] = createSignal(before?.strict ?? true);
  const [required, setRequired] = createSignal(before?.required ?? false);
  const [choices, setChoices] = createSignal(
    before?.kind === "choices" ? before.choices.join("\n") : usual(),
  );
  const [from, setFrom] = createSignal(before?.kind === "range" ? textOf(before.from) : "");
  const [to, setTo] = createSignal(before?.kind === "range" ? textOf(before.to) : "");
  const [most, setMost] = createSignal(before?.kind === "length" ? String(before.most) : "80");
  // Where nothing is typed there is nothing to refuse.
  const canRefuse = column.edit !== undefined && column.edit.kind !== "dialog";

  const limit = (text: string): number | null | undefined => {
    const parsed = parseCell(text, column.type, cellFormatOf(locale));
    return parsed.ok && (parsed.value === null || typeof parsed.value === "number")
      ? parsed.value
      : undefined;
  };
  const listed = () => [
    ...new Set(
      choices()
        .split("\n")
        .map((choice) => choice.trim())
        .filter((choice) => choice !== ""),
    ),
  ];
  const checked = createMemo((): CellValidation | null | string => {
    const shared = { strict: strict() && canRefuse, required: required() };
    switch (kind()) {
      case "none":
        return required() ? { ...shared, kind: "range", from: null, to: null } : null;
      case "choices":
        return listed().length > 0
          ? { ...shared, kind: "choices", choices: listed() }
          : "List what may be chosen.";
      case "range": {
        const [least, greatest] = [limit(from()), limit(to())];
        if (least === undefined || greatest === undefined)
          return "Write the limits as in the column, or none.";
        if (least === null && greatest === null) return "Give at least one limit.";
        if (least !== null && greatest !== null && least > greatest)
          return "The limits are the wrong way round.";
        return { ...shared, kind: "range", from: least, to: greatest };
      }
      case "length": {
        const count = Number(most());
        return Number.isInteger(count) && count > 0
          ? { ...shared, kind: "length", most: count }
          : "The length must be a whole number above 0.";
      }
      case "unique":
        return { ...shared, kind: "unique" };
    }
  });
  const problem = () => {
    const made = checked();
    return typeof made === "string" ? made : null;
  };
  const breaking = createMemo(() => {
    const made = checked();
    return made === null || typeof made === "string" ? null : breakingRows(made, view, grid.props.hidden);
  });
  const count = () => breaking()?.reduce((sum, flag) => sum + flag, 0) ?? 0;
  const save = () => {
    const made = checked();
    if (typeof made === "string" || table === null) return;
    saveRule(grid, column, { validation: made });
  };
  const kinds = (): readonly { value: CheckKind; label: string }[] => [
    { value: "none", label: "Anything" },
    ...(view.kind === "text" ? [{ value: "choices" as const, label: "One of a list" }] : []),
    ...(view.kind === "number" ? [{ value: "range" as const, label: "From … to …" }] : []),
    ...(view.kind === "text" ? [{ value: "length" as const, label: "At most so many characters" }] : []),
    ...(view.kind !== "yesno" ? [{ value: "unique" as const, label: "No two the same" }] : []),
  ];

  return (
    <Modal
      open
      size="small"
      title={`Check the cells of ${column.header}`}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="checks-form"
            class="button button-primary"
            disabled={problem() !== null}
          >
            Save
          </button>
        </>
      }
    >
      <form
        id="checks-form"
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
          props.onClose();
        }}
      >
        <RadioChoice label="A cell may hold" labelled value={kind()} choices={kinds()} onChange={setKind} />
        <Switch>
          <Match when={kind() === "choices"}>
            <label class="field">
              <span class="field-label">What may be chosen, one a line</span>
              <textarea
                class="input"
                rows={6}
                value={choices()}
                onInput={(event) => setChoices(event.currentTarget.value)}
              />
            </label>
          </Match>
          <Match when={kind() === "range"}>
            <div class="form-row">
              <label class="field field-grow">
                <span class="field-label">From</span>
                <input class="input" value={from()} onInput={(event) => setFrom(event.currentTarget.value)} />
              </label>
              <label class="field field-grow">
                <span class="field-label">To</span>
                <input class="input" value={to()} onInput={(event) => setTo(event.currentTarget.value)} />
              </label>
            </div>
          </Match>
          <Match when={kind() === "length"}>
            <label class="field">
              <span class="field-label">Characters at most</span>
              <input
                class="input"
                inputmode="numeric"
                value={most()}
                onInput={(event) => setMost(event.currentTarget.value)}
              />
            </label>
          </Match>
        </Switch>
        <label class="check-field">
          <input
            type="checkbox"
            checked={required()}
            onChange={(event) => setRequired(event.currentTarget.checked)}
          />
          No cell may be blank
        </label>
        <Show when={canRefuse}>
          <RadioChoice
            label="What else is typed or pasted"
            labelled
            value={strict() ? "strict" : "lenient"}
            choices={[
              { value: "strict", label: "is refused" },
              { value: "lenient", label: "is taken and marked" },
            ]}
            onChange={(choice) => setStrict(choice === "strict")}
          />
        </Show>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
        <Show when={problem() === null && checked() !== null}>
          <p role="status">
            <Show when={count() > 0} fallback="Every cell keeps to it.">
              {cellsThatBreak(count(), locale)} it now.
            </Show>
          </p>
        </Show>
        <Show when={problem() === null && count() > 0}>
          <div>
            <button
              type="button"
              class="button"
              onClick={() => {
                save();
                const rows = breaking();
                if (rows) grid.showOnly({ label: `${column.header} breaks its rule`, rows });
                props.onClose();
              }}
            >
              Save and show {cellsOf(count(), locale)}
            </button>
          </div>
        </Show>
      </form>
    </Modal>
  );

  /** The texts of a column with few, as a list to begin with. */
  function usual(): string {
    if (view.kind !== "text" || view.texts.size > 60) return "";
    const used = new Set(view.codes);
    return [...used]
      .map((code) => view.texts.text(code))
      .filter((text) => text !== "")
      .sort()
      .join("\n");
  }
}

/** Saves part of a column's rule; a rule that says nothing goes. */
export function saveRule(
  { props }: GridState,
  column: GridColumn,
  fields: Partial<Pick<ColumnRule, "validation" | "coloring">>,
): void {
  const { edit } = props;
  const { table } = edit;
  if (table === null) return;
  const id = ruleIdOf(table, column.key);
  const before = edit.plan().planning.columnRules.find((rule) => rule.id === id);
  const none: ColumnRule = { id, table, column: column.key, validation: null, coloring: null };
  const made = { ...(before ?? none), ...fields };
  const rule = made.validation === null && made.coloring === null ? null : made;
  const what = "validation" in fields ? "checks" : "colors";
  if (rule || before) {
    edit.commit(
      setPlanningRecord(edit.plan(), "columnRules", id, rule, `Change the ${what} of ${column.header}`),
    );
  }
}

function cellsOf(count: number, locale: string): string {
  return count === 1 ? "1 cell" : `${count.toLocaleString(locale)} cells`;
}

function cellsThatBreak(count: number, locale: string): string {
  return count === 1 ? "1 cell breaks" : `${cellsOf(count, locale)} break`;
}
