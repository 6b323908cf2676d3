import { applyPatch } from "../apply-patch";
import { cellValue } from "../cells";
import { foldEntry } from "../fit/text-list";
import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { type CellValue, type Column, type ColumnType, columnByRole, type Table } from "../table";
import { editCells } from "./edit-cells";
import { blankColumn, freeKey, REP_COLUMNS, type RepRole } from "./edit-rep";
import { matchReps, REP_IDENTITIES, type RepIdentity } from "./match-reps";

/** What a column of a list of reps may say. */
export type ListedRole = RepRole | "key" | "email";

/** Every such role with the column that is made for it. */
export const LISTED_COLUMNS: readonly {
  readonly role: ListedRole;
  readonly header: string;
  readonly type: ColumnType;
}[] = [
  ...REP_COLUMNS,
  { role: "key", header: "Rep ID", type: "text" },
  { role: "email", header: "Email", type: "text" },
];

/** A column of a list of reps: a role, or null for one that is known by its header alone. */
export interface ListedCells {
  readonly role: ListedRole | null;
  readonly header: string;
  readonly type: ColumnType;
  /** By listed row. */
  readonly values: readonly CellValue[];
}

/** A list of reps as it would be taken into the plan. */
export interface TakenReps {
  /** Columns that are missing, new reps, and cells of those known: one undo step. */
  readonly patch: Patch;
  /** By listed row: the row in the table of reps after the patch; -1 for nobody. */
  readonly rowOf: readonly number[];
  readonly added: number;
  readonly matched: number;
  /** Headers of the columns that are made. */
  readonly newHeaders: readonly string[];
}

const ADDRESS: readonly (ListedRole | null)[] = ["city", "state", "postalCode"];

/** The column of reps that a column of a list fills, by its role or else its header; undefined where it has to be made. */
export function repColumn(reps: Table, role: ListedRole | null, header: string): Column | undefined {
  if (role) return columnByRole(reps, role);
  return reps.columns.find((column) => foldEntry(column.header) === foldEntry(header));
}

/**
 * Takes a list of reps into the plan. Reps that it has get what their blank cells lack, or with `replace` whatever the list says; a blank
 * of the list changes nothing. `ids` has at least as many as there are listed rows. Columns are of the type that `repColumn` has.
 */
export function takeReps(
  plan: Plan,
  listed: readonly ListedCells[],
  ids: readonly RowId[],
  replace: boolean,
): TakenReps {
  const { reps } = plan.tables;
  const { rowOf, added, matched } = matchReps(reps, identities(listed, ids.length));
  const label = labelOf(added, matched);
  const cause = { kind: "action", action: "add-reps" } as const;
  const changes: Change[] = [];
  const newHeaders: string[] = [];
  let now = plan;
  const columns = [...listed, ...missingPlace(reps, listed)].flatMap((cells) => {
    const known = repColumn(now.tables.reps, cells.role, cells.header);
    if (known) return [{ key: known.key, values: cells.values }];
    const usual = LISTED_COLUMNS.find(({ role }) => role === cells.role);
    const blank = cells.values.every((value) => value === null);
    if (blank && cells.values.length > 0) return [];
    const key = freeKey(now, cells.role ?? "listed");
    const made = blankColumn(key, usual?.header ?? cells.header, cells.type, cells.role, reps.count);
    const at = now.tables.reps.columns.length;
    const change: Change = { kind: "column", table: "reps", at, from: null, to: made };
    now = applyPatch(now, { label, cause, changes: [change] });
    changes.push(change);
    newHeaders.push(made.header);
    return [{ key, values: cells.values }];
  });
  const cellsOfNew: { column: string; values: CellValue[] }[] = [];
  for (const { key, values } of columns) {
    const told = firstTold(rowOf, values);
    const column = now.tables.reps.columns.find((candidate) => candidate.key === key)!;
    const rows = [...told.keys()].filter(
      (row) => row < reps.count && (replace || cellValue(column, row) === null),
    );
    changes.push(
      ...editCells(
        now,
        "reps",
        key,
        rows,
        rows.map((row) => told.get(row)!),
      ).changes,
    );
    cellsOfNew.push({
      column: key,
      values: Array.from({ length: added }, (_, i) => told.get(reps.count + i) ?? null),
    });
  }
  if (added > 0) {
    changes.push({
      kind: "rows-added",
      table: "reps",
      at: reps.count,
      ids: ids.slice(0, added),
      cells: cellsOfNew,
    });
  }
  return { patch: { label, cause, changes }, rowOf, added, matched, newHeaders };
}

/** What the list says of each rep: the first that is not blank where one is listed more than once. */
function firstTold(rowOf: readonly number[], values: readonly CellValue[]): Map<number, CellValue> {
  const told = new Map<number, CellValue>();
  rowOf.forEach((row, i) => {
    const value = values[i] ?? null;
    if (row >= 0 && value !== null && !told.has(row)) told.set(row, value);
  });
  return told;
}

/** Columns for the place that an address will give, where neither the list nor the table has them. */
function missingPlace(reps: Table, listed: readonly ListedCells[]): ListedCells[] {
  const hasAddress = listed.some(
    ({ role, values }) => ADDRESS.includes(role) && values.some((value) => value !== null),
  );
  if (!hasAddress) return [];
  return LISTED_COLUMNS.filter(
    ({ role }) =>
      (role === "latitude" || role === "longitude") &&
      !columnByRole(reps, role) &&
      !listed.some((cells) => cells.role === role && cells.values.some((value) => value !== null)),
  ).map((column) => ({ ...column, values: [] }));
}

function identities(listed: readonly ListedCells[], count: number): RepIdentity[] {
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      REP_IDENTITIES.map((kind) => [kind, String(listed.find(({ role }) => role === kind)?.values[i] ?? "")]),
    ),
  );
}

function labelOf(added: number, matched: number): string {
  const reps = (count: number) => `${count.toLocaleString("en-US")} ${count === 1 ? "rep" : "reps"}`;
  if (matched === 0) return `Add ${reps(added)}`;
  return added === 0 ? `Change ${reps(matched)}` : `Add ${reps(added)} and details of ${matched}`;
}
