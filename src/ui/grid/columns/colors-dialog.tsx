import { createMemo, createSignal, For, Show } from "solid-js";
import { cellFormatOf, parseCell } from "../../../model/parse-cell";
import type { CellColoring } from "../../../model/planning/column-rule";
import { Modal } from "../../controls/modal";
import { RadioChoice } from "../../controls/radio-choice";
import { fullNumberText } from "../cell-format";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { saveRule } from "./checks-dialog";
import { painter } from "./column-looks";

type Look = "none" | "sequential" | "diverging" | "bars";
const SAMPLES = 7;

/** How the cells of a column are colored by their numbers. */
export function ColorsDialog(props: { grid: GridState; column: GridColumn; onClose: () => void }) {
  const { grid, column } = props;
  const { edit, locale } = grid.props;
  const before = edit.rules?.().find((rule) => rule.column === column.key)?.coloring ?? null;
  const [look, setLook] = createSignal<Look>(
    before === null ? "sequential" : before.kind === "bars" ? "bars" : before.scale,
  );
  const [reversed, setReversed] = createSignal(before?.reversed ?? false);
  const [middle, setMiddle] = createSignal(
    before?.middle == null ? "" : fullNumberText(before.middle, column.type, locale),
  );
  const middleValue = () => {
    const parsed = parseCell(middle(), column.type, cellFormatOf(locale));
    return parsed.ok && typeof parsed.value !== "string" && typeof parsed.value !== "boolean"
      ? parsed.value
      : undefined;
  };
  const problem = () =>
    look() === "diverging" && middleValue() === undefined
      ? "Write the middle as in the column, or none."
      : null;
  const coloring = createMemo((): CellColoring | null => {
    const chosen = look();
    if (chosen === "none") return null;
    return {
      kind: chosen === "bars" ? "bars" : "scale",
      scale: chosen === "diverging" ? "diverging" : "sequential",
      middle: chosen === "diverging" ? (middleValue() ?? null) : null,
      reversed: chosen !== "bars" && reversed(),
    };
  });
  const rows = samples(grid, column);
  const paint = createMemo(() => {
    const made = coloring();
    return made && painter(made, column, () => grid.props.hidden);
  });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    saveRule(grid, column, { coloring: coloring() });
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`Color the cells of ${column.header}`}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="colors-form"
            class="button button-primary"
            disabled={problem() !== null}
          >
            Save
          </button>
        </>
      }
    >
      <form id="colors-form" class="form" onSubmit={save}>
        <RadioChoice
          label="Cells are colored"
          labelled
          value={look()}
          choices={[
            { value: "none", label: "Not at all" },
            { value: "sequential", label: "From the least to the greatest" },
            { value: "diverging", label: "Both ways from a middle" },
            { value: "bars", label: "By bars" },
          ]}
          onChange={setLook}
        />
        <Show when={look() === "diverging"}>
          <label class="field">
            <span class="field-label">Middle (empty: half-way)</span>
            <input class="input" value={middle()} onInput={(event) => setMiddle(event.currentTarget.value)} />
          </label>
        </Show>
        <Show when={look() === "sequential" || look() === "diverging"}>
          <label class="check-field">
            <input
              type="checkbox"
              checked={reversed()}
              onChange={(event) => setReversed(event.currentTarget.checked)}
            />
            The other way round
          </label>
        </Show>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
        <ul class="color-samples" aria-label="Preview">
          <For each={rows}>
            {(row) => {
              const painted = () => paint()?.(row);
              return (
                <li
                  class={`color-sample ${painted()?.class ?? ""}`}
                  style={{
                    "--paint-from": `${painted()?.from ?? 0}%`,
                    "--paint-to": `${painted()?.to ?? 0}%`,
                  }}
                >
                  {column.text(row)}
                </li>
              );
            }}
          </For>
        </ul>
      </form>
    </Modal>
  );
}

/** Rows from the least to the greatest number of the column, evenly among those that have one. */
function samples({ props }: GridState, column: GridColumn): readonly number[] {
  const view = column.view();
  if (view.kind !== "number") return [];
  const { values } = view;
  const rows = Uint32Array.from(values.keys()).filter(
    (row) => !props.hidden?.[row] && !Number.isNaN(values[row]!),
  );
  rows.sort((a, b) => values[a]! - values[b]!);
  const count = Math.min(SAMPLES, rows.length);
  return Array.from(
    { length: count },
    (_, i) => rows[Math.round((i * (rows.length - 1)) / Math.max(1, count - 1))]!,
  );
}
