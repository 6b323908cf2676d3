import { type Accessor, createMemo, createRoot, getOwner, onCleanup } from "solid-js";
import { breakingRows, type CheckProblem, cellProblem } from "../../../model/column-checks";
import { barOf, extentOf, heatOf } from "../../../model/column-scale";
import type { CellColoring, CellValidation, ColumnRule } from "../../../model/planning/column-rule";
import type { GridColumn } from "../grid-column";
import { sameItems } from "../same-items";

/** How the cells of a column look by its rule. Each is one look-up a cell; what they need is counted once per change of the column. */
export interface ColumnLook {
  /** CSS classes and variables of a cell by row; undefined where it has none. */
  readonly paint: (row: number) => CellPaint | undefined;
  /** True where the cell breaks a rule that only marks. */
  readonly breaks: (row: number) => boolean;
  readonly problem: (row: number) => CheckProblem | null;
  /** 1 for each row that breaks the rule; null where none does. */
  readonly breaking: Accessor<Uint8Array | null>;
}

export interface CellPaint {
  readonly class: "grid-heat-high" | "grid-heat-low" | "grid-bar-cell";
  /** Strength from 0 to 100, of bars where they end. */
  readonly to: number;
  /** Of bars where they begin. */
  readonly from: number;
}

export interface LookInputs {
  readonly rules: Accessor<readonly ColumnRule[]>;
  readonly columns: Accessor<readonly GridColumn[]>;
  /** 1 for rows left out. */
  readonly hidden: Accessor<Uint8Array | null>;
}

/** The looks of a sheet's columns by key; columns without a rule have none. */
export function createColumnLooks(inputs: LookInputs): Accessor<ReadonlyMap<string, ColumnLook>> {
  const made = new Map<string, { rule: ColumnRule; column: GridColumn; look: ColumnLook; end: () => void }>();
  const owner = getOwner();
  onCleanup(() => {
    for (const { end } of made.values()) end();
  });
  const used = createMemo(() => inputs.rules(), [], { equals: sameItems });
  return createMemo(() => {
    const looks = new Map<string, ColumnLook>();
    if (used().length === 0 && made.size === 0) return looks;
    const columns = new Map(inputs.columns().map((column) => [column.key, column]));
    for (const rule of used()) {
      const column = columns.get(rule.column);
      if (!column) continue;
      const before = made.get(rule.column);
      if (before?.rule === rule && before.column === column) {
        looks.set(rule.column, before.look);
        continue;
      }
      before?.end();
      createRoot((end) => {
        const look = columnLook(rule, column, inputs.hidden);
        made.set(rule.column, { rule, column, look, end });
        looks.set(rule.column, look);
      }, owner);
    }
    for (const [key, { end }] of made) {
      if (looks.has(key)) continue;
      end();
      made.delete(key);
    }
    return looks;
  });
}

function columnLook(
  { validation, coloring }: ColumnRule,
  column: GridColumn,
  hidden: Accessor<Uint8Array | null>,
): ColumnLook {
  // All rows are gone through only for whoever asks, and for what one row does not tell: cells are edited in a millisecond.
  let last: { view: unknown; hidden: Uint8Array | null; rows: Uint8Array | null } | null = null;
  const breaking = () => {
    const [view, left] = [column.view(), hidden()];
    if (last?.view !== view || last.hidden !== left)
      last = { view, hidden: left, rows: validation && breakingRows(validation, view, left) };
    return last.rows;
  };
  return {
    paint: coloring ? painter(coloring, column, hidden) : () => undefined,
    breaks: (row) =>
      validation?.kind === "unique"
        ? breaking()?.[row] === 1
        : !hidden()?.[row] && problemOf(validation, column, row, null) !== null,
    problem: (row) => problemOf(validation, column, row, hidden()),
    breaking,
  };
}

/** Paints by a coloring; also for the preview of one that is not the column's yet. */
export function painter(
  coloring: CellColoring,
  column: Pick<GridColumn, "view">,
  hidden: Accessor<Uint8Array | null>,
): (row: number) => CellPaint | undefined {
  const values = createMemo(() => {
    const view = column.view();
    return view.kind === "number" ? view.values : null;
  });
  const extent = createMemo(() => {
    const numbers = values();
    return numbers && extentOf(numbers, hidden());
  });
  return (row) => {
    const value = values()?.[row] ?? Number.NaN;
    const bounds = extent();
    if (!bounds || Number.isNaN(value)) return undefined;
    if (coloring.kind === "bars") {
      const [from, to] = barOf(value, bounds);
      return { class: "grid-bar-cell", from: percent(from), to: percent(to) };
    }
    const heat = heatOf(value, bounds, coloring);
    const strength = percent(Math.min(1, Math.abs(heat)));
    return { class: heat < 0 ? "grid-heat-low" : "grid-heat-high", from: 0, to: strength };
  };
}

function problemOf(
  validation: CellValidation | null,
  column: GridColumn,
  row: number,
  hidden: Uint8Array | null,
): CheckProblem | null {
  return validation && cellProblem(validation, column.view(), row, hidden);
}

function percent(part: number): number {
  return Math.round(1000 * part) / 10;
}
