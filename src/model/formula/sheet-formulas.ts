import { type Remembered, remembered } from "../metrics/remembered";
import type { Plan } from "../plan";
import { derivedKey, type FormulaRecord, isFormula } from "../planning/derived-column";
import type { Column } from "../table";
import {
  columnNamed,
  type FormulaTable,
  LOCKED_KEY,
  REP_KEY,
  type SheetColumn,
  sheetColumns,
  TERRITORY_KEY,
} from "./column-names";
import { type CompiledFormula, compileFormula, type NamedColumn } from "./compile";
import type { FormulaProblem } from "./problem";

/** A formula column as it was checked against the sheet it stands in. */
export type SheetFormula =
  | {
      readonly ok: true;
      readonly record: FormulaRecord;
      readonly formula: CompiledFormula;
      /** Whether it depends on the alignment, itself or through another formula column. */
      readonly onAlignment: boolean;
      /** Whether it depends on the day, itself or through another. */
      readonly onDay: boolean;
      /** Keys of the table's own columns that it depends on, itself or through another. */
      readonly reads: ReadonlySet<string>;
    }
  | {
      readonly ok: false;
      readonly record: FormulaRecord;
      readonly problem: FormulaProblem;
      /** Where it is calculated from itself: in words how. */
      readonly cycle: string | null;
    };

const ALIGNMENT_KEYS: ReadonlySet<string> = new Set([TERRITORY_KEY, REP_KEY, LOCKED_KEY]);

type BySheet = Map<FormulaTable, { readonly shapes: readonly Column[]; readonly formulas: SheetFormulas }>;
const checked: Remembered<Plan["planning"]["columns"], BySheet> = new WeakMap();

/** Formula columns by their keys. */
export type SheetFormulas = ReadonlyMap<string, SheetFormula>;

/** The formula columns of a table, checked. Kept for as long as neither the formulas nor the names and types of the table's columns change. */
export function sheetFormulas(plan: Plan, table: FormulaTable): SheetFormulas {
  const bySheet = remembered(checked, plan.planning.columns, [], (): BySheet => new Map());
  const shapes = plan.tables[table].columns;
  const last = bySheet.get(table);
  if (last && sameShapes(last.shapes, shapes)) return last.formulas;
  const formulas = checkSheet(plan, table);
  bySheet.set(table, { shapes, formulas });
  return formulas;
}

/** A formula that is being written, checked as if it stood in the plan in place of the one with its id. */
export function checkDraft(plan: Plan, draft: FormulaRecord): SheetFormula {
  return draftSheet(plan, draft).get(derivedKey(draft))!;
}

/** All formula columns of its sheet, checked with the one that is being written. */
export function draftSheet(plan: Plan, draft: FormulaRecord): SheetFormulas {
  return checkSheet(withDraft(plan, draft), draft.table as FormulaTable, derivedKey(draft));
}

/** The plan as it would be with a formula column that is being written. */
export function withDraft(plan: Plan, draft: FormulaRecord): Plan {
  const { columns } = plan.planning;
  const next = columns.some(({ id }) => id === draft.id)
    ? columns.map((record) => (record.id === draft.id ? draft : record))
    : [...columns, draft];
  return { ...plan, planning: { ...plan.planning, columns: next } };
}

/** `first` is checked before the others, so that a circle is told from there. */
function checkSheet(plan: Plan, table: FormulaTable, first?: string): SheetFormulas {
  const columns = sheetColumns(plan, table);
  const records = new Map<string, FormulaRecord>();
  for (const record of plan.planning.columns) {
    if (record.table === table && isFormula(record)) records.set(derivedKey(record), record);
  }
  const done = new Map<string, SheetFormula>();
  const under: string[] = [];
  const noTerritory = table === "accounts" ? null : noTerritoryWords(table);

  const formulaAt = (key: string, record: FormulaRecord): SheetFormula => {
    const known = done.get(key);
    if (known) return known;
    under.push(key);
    let cycle: string | null = null;
    const find = (name: string): NamedColumn | string | undefined => {
      const column = columnMeant(record, columns, name);
      if (typeof column !== "object") return column;
      const other = records.get(column.key);
      if (!other) return { ...column, kind: column.kind! };
      if (under.includes(column.key)) {
        cycle = cycleWords(under.slice(under.indexOf(column.key)).map((at) => records.get(at)!.header));
        return cycle;
      }
      const found = formulaAt(column.key, other);
      if (found.ok) return { ...column, kind: found.formula.kind };
      cycle = found.cycle;
      return cycle ?? `“${column.name}” cannot be calculated: ${found.problem.message}`;
    };
    const named = columns.map((column) => ({ ...column, kind: column.kind ?? ("number" as const) }));
    const result = compileFormula(record.source.text, { columns: named, find, noTerritory });
    under.pop();
    const formula: SheetFormula = result.ok
      ? { ok: true, record, formula: result.formula, ...dependencies(result.formula, done) }
      : { ok: false, record, problem: result.problem, cycle };
    done.set(key, formula);
    return formula;
  };
  const asked = first === undefined ? undefined : records.get(first);
  if (asked) formulaAt(first!, asked);
  for (const [key, record] of records) formulaAt(key, record);
  return done;
}

/** The column that a name in a formula means: the one it meant when it was written, else the one that has the name now. */
function columnMeant(
  { source: { names } }: FormulaRecord,
  columns: readonly SheetColumn[],
  name: string,
): SheetColumn | string | undefined {
  const key = names?.find((entry) => entry.name === name)?.key;
  const kept = key === undefined ? undefined : columns.find((column) => column.key === key);
  const column = kept ?? columnNamed(columns, name);
  if (column) return column;
  return key === undefined ? undefined : `The column “${name}” is gone.`;
}

function dependencies(
  { columns, readsAlignment, readsDay }: CompiledFormula,
  done: ReadonlyMap<string, SheetFormula>,
): Pick<SheetFormula & { ok: true }, "onAlignment" | "onDay" | "reads"> {
  let onAlignment = readsAlignment;
  let onDay = readsDay;
  const reads = new Set<string>();
  for (const key of columns) {
    const other = done.get(key);
    if (other?.ok) {
      onAlignment ||= other.onAlignment;
      onDay ||= other.onDay;
      for (const column of other.reads) reads.add(column);
    } else if (ALIGNMENT_KEYS.has(key)) onAlignment = true;
    else reads.add(key);
  }
  return { onAlignment, onDay, reads };
}

/** "A uses B, B uses A". */
function cycleWords(headers: readonly string[]): string {
  const steps = headers.map((header, i) => `“${header}” uses “${headers[(i + 1) % headers.length]}”`);
  return `A column cannot be calculated from itself: ${steps.join(", ")}.`;
}

function noTerritoryWords(table: FormulaTable): string {
  const rows = table === "units" ? "Units" : `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
  return `${rows} have no territory of their own: functions of territories work in the sheet of accounts.`;
}

function sameShapes(a: readonly Column[], b: readonly Column[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((column, i) => {
      const other = b[i]!;
      return (
        column === other ||
        (column.key === other.key && column.header === other.header && column.type === other.type)
      );
    })
  );
}
