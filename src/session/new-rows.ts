import { detectDelimiter } from "../files/csv/delimiter";
import { isBlankRow, parseFirstRows } from "../files/csv/parse-rows";
import { plainHeader, rolesByHeader } from "../files/import/column-roles";
import type { NewCells } from "../model/edits/add-rows";
import { type CellProblem, cellFormatOf, parseCell, trimCell } from "../model/parse-cell";
import type { Plan } from "../model/plan";
import type { RoutedTable } from "../model/planning/routing-rule";
import {
  type CellValue,
  type Column,
  type ColumnRole,
  columnByKey,
  columnByRole,
  shownColumns,
  type Table,
} from "../model/table";

/** Rows read at once: more than that is an import of its own. */
export const MAX_NEW_ROWS = 20_000;

/** A cell that is not a value of its column's type; it is left blank. Rows count from 0. */
export interface NewRowProblem {
  readonly row: number;
  readonly header: string;
  readonly text: string;
  readonly problem: CellProblem;
}

/** Rows that were pasted or typed for a table of the plan. */
export interface NewRows {
  readonly count: number;
  readonly cells: readonly NewCells[];
  readonly problems: readonly NewRowProblem[];
  /** Headers of columns that the table does not have yet. */
  readonly newHeaders: readonly string[];
  /** False where the text has no headers and its cells were taken in the order of the table's columns. */
  readonly hasHeaders: boolean;
  /** Rows behind the first MAX_NEW_ROWS, which are left out. */
  readonly tooMany: boolean;
}

/**
 * Reads rows for a table: CSV or cells of a spreadsheet, with headers or in the order of the table's columns, or one row as lines of
 * "Field: value". null where the text holds none.
 */
export function readNewRows(plan: Plan, name: RoutedTable, text: string): NewRows | null {
  const table = plan.tables[name];
  const rows = (fieldLines(text) ?? cellsOf(text)).filter((row) => !isBlankRow(row));
  const first = rows[0];
  if (!first) return null;
  const hasHeaders = rows.length > 1 && areHeaders(table, first);
  const body = hasHeaders ? rows.slice(1) : rows;
  const headers = hasHeaders
    ? first.map(trimCell)
    : shownColumns(table)
        .slice(0, Math.max(...body.map((row) => row.length)))
        .map(({ header }) => header);
  const kept = body.slice(0, MAX_NEW_ROWS);
  const targets = targetsOf(table, headers, kept, hasHeaders);
  const problems: NewRowProblem[] = [];
  const format = cellFormatOf(plan.settings.locale);
  const cells = targets.flatMap((target, i): NewCells[] => {
    if (!target) return [];
    const type = target.known?.type ?? target.made.type;
    const values = kept.map((row, at): CellValue => {
      const parsed = parseCell(trimCell(row[i] ?? ""), type, format);
      if (parsed.ok) return parsed.value;
      problems.push({ row: at, header: headers[i]!, text: row[i] ?? "", problem: parsed.problem });
      return null;
    });
    return [{ column: target.known ? { key: target.known.key } : { key: null, ...target.made }, values }];
  });
  cells.push(...missingPlace(table, cells, kept.length));
  const newHeaders = targets.flatMap((target) => (target && !target.known ? [target.made.header] : []));
  return { count: kept.length, cells, problems, newHeaders, hasHeaders, tooMany: body.length > kept.length };
}

/** Columns for a place that the address will give, where there is an address and the table has none. */
function missingPlace(table: Table, cells: readonly NewCells[], count: number): NewCells[] {
  const roleOf = ({ column }: NewCells) =>
    column.key === null ? column.role : columnByKey(table, column.key)?.role;
  const roles = new Set(cells.map(roleOf));
  if (!roles.has("postalCode") && !roles.has("city")) return [];
  const values = new Array<null>(count).fill(null);
  return (["latitude", "longitude"] as const)
    .filter((role) => !roles.has(role) && !columnByRole(table, role))
    .map((role) => {
      const header = role === "latitude" ? "Latitude" : "Longitude";
      return { column: { key: null, header, role, type: "number" }, values };
    });
}

interface Target {
  readonly known: Column | undefined;
  readonly made: { readonly header: string; readonly role: ColumnRole | null; readonly type: "text" };
}

/** The column of each header: by its name, else by what it means; each of the table's at most once. */
function targetsOf(
  table: Table,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  hasHeaders: boolean,
): (Target | null)[] {
  if (!hasHeaders) {
    return shownColumns(table)
      .slice(0, headers.length)
      .map((known) => ({ known, made: { header: "", role: null, type: "text" } }));
  }
  const byName = headers.map((header) =>
    table.columns.find((column) => plainHeader(column.header) === plainHeader(header)),
  );
  const fill = headers.map(
    (_, i) => rows.filter((row) => trimCell(row[i] ?? "") !== "").length / rows.length,
  );
  const roles = rolesByHeader(headers, fill);
  const taken = new Set<Column>();
  return headers.map((header, i) => {
    if (header === "") return null;
    const role = roles[i] ?? null;
    const byRole = role ? columnByRole(table, role) : undefined;
    const known = byName[i] ?? (byRole && !byName.includes(byRole) ? byRole : undefined);
    if (known && !taken.has(known)) {
      taken.add(known);
      return { known, made: { header, role: null, type: "text" } };
    }
    return { known: undefined, made: { header, role: byRole ? null : role, type: "text" } };
  });
}

/** Whether a row names columns: most of its cells are headers of the table or of such files. */
function areHeaders(table: Table, row: readonly string[]): boolean {
  const filled = row.map(trimCell).filter((cell) => cell !== "");
  const known = new Set(table.columns.map(({ header }) => plainHeader(header)));
  const roles = rolesByHeader(
    filled,
    filled.map(() => 1),
  );
  const named = filled.filter((cell, i) => known.has(plainHeader(cell)) || roles[i] !== null);
  return named.length * 2 >= filled.length && filled.length > 0;
}

function cellsOf(text: string): string[][] {
  return parseFirstRows(text, { delimiter: detectDelimiter(text), quotes: true }, MAX_NEW_ROWS + 2);
}

/** One row told as lines of "Field: value", its headers first; null for anything else. */
function fieldLines(text: string): string[][] | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const pairs = lines.map((line) => /^\s*([^:,;\t"]{1,60}?)\s*:\s*(.*?)\s*$/.exec(line));
  if (lines.length === 0 || pairs.some((pair) => pair === null)) return null;
  return [pairs.map((pair) => pair![1]!), pairs.map((pair) => pair![2]!)];
}
