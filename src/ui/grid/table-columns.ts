import { type Accessor, createMemo, mapArray, untrack } from "solid-js";
import { cellNumber, cellText, cellValue } from "../../model/cells";
import { editCells } from "../../model/edits/edit-cells";
import { type CellProblem, cellFormatOf, parseCell } from "../../model/parse-cell";
import { ruleIdOf } from "../../model/planning/column-rule";
import { type Column, columnByKey, shownColumns, type TableName } from "../../model/table";
import { YES_NO_TEXTS } from "../../model/views/column-filter";
import { viewColumnOf } from "../../model/views/view-column";
import type { Planner } from "../planner";
import { fullNumberText, numberFormat } from "./cell-format";
import { checkedWriter } from "./columns/checked-writer";
import { type CellEdit, type GridColumn, isDate, isNumeric } from "./grid-column";

/** Past this many distinct texts a column offers no list while typing. */
const MAX_CHOICES = 500;

/** The columns of one of the plan's tables. A column's object stays the same until it is renamed, retyped or removed. */
export function createTableColumns(planner: Planner, table: TableName): Accessor<readonly GridColumn[]> {
  const columns = createMemo(() => shownColumns(planner.plan().tables[table]));
  // Keyed by what a column is, not by its values, so that an edit of a cell makes no new columns.
  const shapes = createMemo(
    () => columns().map(({ key, header, type, role }) => JSON.stringify([key, header, type, role])),
    [],
    { equals: sameTexts },
  );
  return createMemo(
    mapArray(shapes, (shape) => {
      const [key] = JSON.parse(shape) as [string];
      const first = untrack(columns).find((column) => column.key === key)!;
      const column = createMemo<Column>(
        (before) => columnByKey(planner.plan().tables[table], key) ?? before,
        first,
      );
      return tableColumn(planner, table, column, first);
    }),
  );
}

function tableColumn(
  planner: Planner,
  table: TableName,
  column: Accessor<Column>,
  { key, header, type, role }: Column,
): GridColumn {
  const settings = createMemo(() => planner.plan().settings);
  const format = createMemo(() => numberFormat(type, settings()));
  const text = (row: number): string => {
    const data = column();
    switch (data.kind) {
      case "number":
        return format()(data.values[row]!);
      case "text":
        return data.dictionary.text(data.codes[row]!);
      case "yesno":
        return YES_NO_TEXTS[data.flags[row]!]!;
    }
  };
  const fullText = (row: number): string =>
    column().kind === "number"
      ? fullNumberText(cellNumber(column(), row), type, settings().locale)
      : text(row);
  const view = createMemo(() => viewColumnOf(column()));
  return {
    key,
    header,
    type,
    width: widthOf(header, type, role),
    pinned: role === "name",
    view,
    text,
    fullText,
    ...(isNumeric({ type }) || isDate({ type }) ? { format: (value: number) => format()(value) } : {}),
    // A sum of coordinates says nothing.
    ...(role === "latitude" || role === "longitude" ? { aggregate: "none" as const } : {}),
    ...(role === "unit"
      ? { readOnlyReason: "The unit follows from the account's place and address." }
      : { edit: cellEdit(planner, table, column, { key, type }) }),
  };
}

function cellEdit(
  planner: Planner,
  table: TableName,
  column: Accessor<Column>,
  { key, type }: Pick<Column, "key" | "type">,
): CellEdit {
  const locale = createMemo(() => planner.plan().settings.locale);
  const cellFormat = createMemo(() => cellFormatOf(locale()));
  const rule = createMemo(() =>
    planner.plan().planning.columnRules.find(({ id }) => id === ruleIdOf(table, key)),
  );
  const format = (value: number) => numberFormat(type, planner.plan().settings)(value);
  const writer = checkedWriter(
    {
      read: (typed) => {
        const parsed = parseCell(typed, type, cellFormat());
        return parsed.ok ? parsed : { ok: false, message: problemWords(parsed.problem) };
      },
      patch: (plan, rows, values) => editCells(plan, table, key, rows, values),
    },
    {
      validation: () => rule()?.validation ?? null,
      column: () => viewColumnOf(column()),
      deleted: () => planner.plan().tables[table].deleted,
      format,
    },
  );
  const listed = () => {
    const validation = rule()?.validation;
    return validation?.kind === "choices" ? validation.choices : null;
  };
  if (type === "yesno") {
    return { kind: "toggle", value: (row) => cellValue(column(), row) === true, ...writer };
  }
  return {
    kind: "text",
    ...writer,
    choices: type === "choice" || type === "text" ? () => listed() ?? offered(column()) : undefined,
  };
}

/** The distinct texts of a column with few, as people reuse them. */
function offered(column: Column): readonly string[] {
  if (column.kind !== "text" || column.dictionary.size > MAX_CHOICES) return [];
  if (column.type === "text" && column.dictionary.size > column.codes.length / 4) return [];
  const used = new Set<number>(column.codes);
  used.delete(0);
  return [...used].map((code) => column.dictionary.text(code)).sort();
}

function problemWords(problem: CellProblem): string {
  switch (problem) {
    case "not-a-number":
      return "This is not a number.";
    case "too-large":
      return "This number is too large.";
    case "not-a-date":
      return "This is not a date. Write it like 2025-03-31.";
    case "not-yes-no":
      return "Write yes or no.";
    case "error-text":
      return "This is a spreadsheet's error, not a value.";
  }
}

function widthOf(header: string, type: Column["type"], role: Column["role"]): number {
  if (role === "name") return 220;
  if (role === "email" || role === "street") return 200;
  const forHeader = 36 + header.length * 7;
  return Math.min(240, Math.max(forHeader, VALUE_WIDTHS[type]));
}

/** Room in px for a usual value of the type. */
const VALUE_WIDTHS: Readonly<Record<Column["type"], number>> = {
  text: 128,
  choice: 128,
  number: 96,
  currency: 124,
  percent: 84,
  date: 112,
  datetime: 168,
  yesno: 76,
};

/** The text that names a row: in its name column, else its key. */
export function rowName(columns: readonly Column[], row: number): string {
  const named = columns.find(({ role }) => role === "name") ?? columns.find(({ role }) => role === "key");
  return cellText(named, row);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
