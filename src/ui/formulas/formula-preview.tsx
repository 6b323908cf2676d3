import { createDeferred, createMemo, For, Show } from "solid-js";
import { canonicalText } from "../../model/canonical-text";
import { cellValue } from "../../model/cells";
import { planOfLayer } from "../../model/eligibility";
import { asTableColumn, calculatedFormula, errorCounts } from "../../model/formula/calculate-column";
import type { FormulaTable } from "../../model/formula/column-names";
import { draftSheet, type SheetFormula, withDraft } from "../../model/formula/sheet-formulas";
import { CELL_ERRORS } from "../../model/formula/vectors";
import { derivedKey, type FormulaRecord } from "../../model/planning/derived-column";
import { naturalOrder } from "../../model/row-order";
import { type Column, columnByKey, isLive } from "../../model/table";
import { numberFormat } from "../grid/cell-format";
import { rowName } from "../grid/table-columns";
import { countText } from "../number-format";
import { usePlanner } from "../planner";

const ROWS = 6;
const MOST_INPUTS = 3;

/** What a formula that is being written gives for the first rows, beside the columns it reads. */
export function FormulaPreview(props: { draft: FormulaRecord }) {
  const planner = usePlanner();
  // Whole columns are calculated, which may take longer than a keystroke leaves time for.
  const draft = createDeferred(() => props.draft, { timeoutMs: 300 });
  const seen = createMemo(() => planOfLayer(planner.plan(), planner.path().layer));
  const table = createMemo(() => seen().tables[draft().table as FormulaTable]);
  const calculated = createMemo(() => {
    const record = draft();
    const formulas = draftSheet(seen(), record);
    const found: SheetFormula = formulas.get(derivedKey(record))!;
    const result = calculatedFormula(withDraft(seen(), record), found, formulas, planner.alignment());
    if (!result.ok || !found.ok) return null;
    const inputs = found.formula.columns
      .flatMap((key) => columnByKey(table(), key) ?? [])
      .slice(0, MOST_INPUTS);
    return {
      column: asTableColumn(record, result.values, result.type),
      errors: result.values.errors,
      inputs,
      values: result.values,
    };
  });
  const rows = createMemo(() => {
    const first: number[] = [];
    const order = naturalOrder(table());
    for (let at = 0; at < table().count && first.length < ROWS; at++) {
      const row = order?.[at] ?? at;
      if (isLive(table(), row)) first.push(row);
    }
    return first;
  });
  const text = (column: Column, row: number): string => {
    const value = cellValue(column, row);
    if (typeof value === "number") return numberFormat(column.type, planner.plan().settings)(value);
    return typeof value === "boolean" ? (value ? "Yes" : "No") : canonicalText(value, column.type);
  };
  const faults = createMemo(() => {
    const now = calculated();
    return now ? [...errorCounts(now.values, table())] : [];
  });
  return (
    <Show when={calculated()}>
      {(now) => (
        <div class="formula-preview">
          <table class="measure-table" aria-label="Preview">
            <thead>
              <tr>
                <th>Row</th>
                <For each={now().inputs}>{(column) => <th>{column.header}</th>}</For>
                <th>{draft().header.trim() || "Result"}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {(row) => (
                  <tr>
                    <td>{rowName(table().columns, row) || row + 1}</td>
                    <For each={now().inputs}>{(column) => <td>{text(column, row)}</td>}</For>
                    <td
                      class="formula-result"
                      classList={{ "grid-cell-error": Boolean(now().errors?.[row]) }}
                    >
                      {CELL_ERRORS[now().errors?.[row] ?? 0] || text(now().column, row)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <For each={faults()}>
            {([words, count]) => (
              <p class="formula-fault">
                {words}: {countText(planner.plan(), count)} {count === 1 ? "row" : "rows"}
              </p>
            )}
          </For>
        </div>
      )}
    </Show>
  );
}
