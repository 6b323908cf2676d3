import { type Accessor, createMemo } from "solid-js";
import type { Alignment } from "../../model/alignment";
import { planOfLayer } from "../../model/eligibility";
import { type CalculatedColumn, calculatedColumn } from "../../model/formula/calculate-column";
import { type FormulaTable, sheetColumns, shownText, typesOf } from "../../model/formula/column-names";
import { sheetFormulas } from "../../model/formula/sheet-formulas";
import { CELL_ERRORS, type Vector } from "../../model/formula/vectors";
import type { Plan } from "../../model/plan";
import { derivedKey, type FormulaRecord, isFormula } from "../../model/planning/derived-column";
import type { ColumnType } from "../../model/table";
import { YES_NO_TEXTS } from "../../model/views/column-filter";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import type { Planner } from "../planner";
import { fullNumberText, numberFormat } from "./cell-format";
import type { GridColumn } from "./grid-column";

/** What of a formula column makes another grid column of it: its name and type, and whether it follows the alignment. */
export interface FormulaShape {
  readonly header: string;
  readonly type: ColumnType;
  readonly live: boolean;
}

export function formulaShape(plan: Plan, record: FormulaRecord): FormulaShape {
  const { header, source } = record;
  const formula = sheetFormulas(plan, record.table as FormulaTable).get(derivedKey(record));
  if (!formula?.ok) return { header, type: source.type, live: false };
  const types = typesOf(formula.formula.kind);
  return { header, type: types.find((type) => type === source.type) ?? types[0], live: formula.onAlignment };
}

/** A column that a formula calculates. `open` shows the formula. */
export function formulaColumn(
  planner: Planner,
  first: FormulaRecord,
  { header, type, live }: FormulaShape,
  shown: Accessor<Alignment>,
  open: () => void,
): GridColumn {
  const { id } = first;
  const table = first.table as FormulaTable;
  const record = createMemo<FormulaRecord>((before) => {
    const found = planner.plan().planning.columns.find((candidate) => candidate.id === id);
    return found && isFormula(found) ? found : before;
  }, first);
  const seen = createMemo(() => planOfLayer(planner.plan(), planner.path().layer));
  const result = createMemo<CalculatedColumn>((before) => {
    // Between its removal and the sheet's next columns it has nothing to be calculated from.
    if (before && !seen().planning.columns.includes(record())) return before;
    return calculatedColumn(seen(), record(), shown());
  }, undefined as never);
  const values = createMemo(() => {
    const calculated = result();
    return calculated.ok ? calculated.values : null;
  });
  const count = createMemo(() => planner.plan().tables[table].count);
  const view = createMemo(() => viewOf(values() ?? blankColumn(type, count())));
  const settings = createMemo(() => planner.plan().settings);
  const format = createMemo(() => numberFormat(type, settings()));
  const problem = createMemo(() => {
    const calculated = result();
    return calculated.ok ? null : calculated.problem.message;
  });
  const errorAt = (row: number) => problem() ?? CELL_ERRORS[values()?.errors?.[row] ?? 0]!;
  const text = (row: number): string => errorAt(row) || valueText(values(), row, format());
  const reason = createMemo(() => `Calculated: ${shownText(record(), sheetColumns(planner.plan(), table))}`);
  return {
    key: derivedKey(first),
    header,
    type,
    width: Math.min(240, Math.max(36 + header.length * 7, 132)),
    live,
    view,
    text,
    fullText: (row) => {
      const vector = values();
      if (!vector || vector.kind === "text" || vector.kind === "yesno" || errorAt(row)) return text(row);
      return fullNumberText(vector.values[row]!, type, settings().locale);
    },
    draw: (row) => <span classList={{ "grid-cell-error": errorAt(row()) !== "" }}>{text(row())}</span>,
    edit: { kind: "dialog", open },
    get readOnlyReason() {
      return reason();
    },
  };
}

function valueText(vector: Vector | null, row: number, format: (value: number) => string): string {
  if (!vector) return "";
  switch (vector.kind) {
    case "text":
      return vector.texts.text(vector.codes[row] ?? 0);
    case "yesno":
      return YES_NO_TEXTS[vector.flags[row] ?? 2]!;
    default:
      return format(vector.values[row] ?? Number.NaN);
  }
}

function viewOf(vector: Vector): ViewColumn {
  switch (vector.kind) {
    case "text":
      return { kind: "text", codes: vector.codes, texts: vector.texts };
    case "yesno":
      return { kind: "yesno", flags: vector.flags };
    default:
      return { kind: "number", values: vector.values };
  }
}

/** The column of a formula that cannot be calculated at all. */
function blankColumn(type: ColumnType, count: number): Vector {
  const plain = { constant: false, errors: null } as const;
  if (type === "yesno") return { kind: "yesno", flags: new Uint8Array(count).fill(2), ...plain };
  if (type === "text" || type === "choice") {
    return { kind: "text", codes: new Uint8Array(count), texts: codedTexts([""]), ...plain };
  }
  return { kind: "number", values: new Float64Array(count).fill(Number.NaN), ...plain };
}
