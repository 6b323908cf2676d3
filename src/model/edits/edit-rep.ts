import { cellValue } from "../cells";
import type { RowId } from "../ids";
import type { CellChange, Change, Patch } from "../patch";
import type { Plan } from "../plan";
import {
  type CellValue,
  type Column,
  type ColumnRole,
  type ColumnType,
  columnByKey,
  columnByRole,
  rowById,
} from "../table";
import { TextDictionary } from "../text-dictionary";

/** A column that the table of reps may have. */
export interface RepColumn {
  readonly role: ColumnRole;
  readonly header: string;
  readonly type: ColumnType;
}

/** What there is to say of a rep, in the order of the columns that are made where the plan has none. */
export const REP_COLUMNS = [
  { role: "name", header: "Rep", type: "text" },
  { role: "seniority", header: "Seniority", type: "choice" },
  { role: "manager", header: "Manager", type: "choice" },
  { role: "lead", header: "Paired with", type: "choice" },
  { role: "language", header: "Languages", type: "text" },
  { role: "industry", header: "Industries", type: "text" },
  { role: "skills", header: "Skills", type: "text" },
  { role: "region", header: "Region", type: "text" },
  { role: "quota", header: "Quota", type: "currency" },
  { role: "capacity", header: "Capacity", type: "number" },
  { role: "availability", header: "Availability", type: "percent" },
  { role: "since", header: "Start date", type: "date" },
  { role: "ramp", header: "Ramp (months)", type: "number" },
  { role: "awayFrom", header: "Away from", type: "date" },
  { role: "awayTo", header: "Away to", type: "date" },
  { role: "city", header: "Home city", type: "text" },
  { role: "state", header: "State", type: "text" },
  { role: "postalCode", header: "Postal code", type: "text" },
  { role: "country", header: "Country", type: "text" },
  { role: "latitude", header: "Latitude", type: "number" },
  { role: "longitude", header: "Longitude", type: "number" },
] as const satisfies readonly RepColumn[];

export type RepRole = (typeof REP_COLUMNS)[number]["role"];

/** What is said of a rep; roles that are left out stay as they are. */
export type RepDetails = Readonly<Partial<Record<RepRole, CellValue>>>;

/**
 * Changes what the plan says of a rep, or with an id that no row has adds one. Columns that the table lacks are made, but only for what is
 * not blank, and for the whole address with any part of it, so that it can be located.
 */
export function editRep(plan: Plan, id: RowId, details: RepDetails): Patch {
  const { reps } = plan.tables;
  const row = rowById(reps).get(id);
  const given = withPlace(details);
  const changes: Change[] = [];
  const columns = new Map<RepRole, Column>();
  for (const { role, header, type } of REP_COLUMNS) {
    const known = columnByRole(reps, role);
    if (known) columns.set(role, known);
    else if (given.has(role)) {
      const column = blankColumn(freeKey(plan, role), header, type, role, reps.count);
      const at = reps.columns.length + changes.length;
      changes.push({ kind: "column", table: "reps", at, from: null, to: column });
      columns.set(role, column);
    }
  }
  const cells = [...columns].flatMap(([role, column]) =>
    details[role] === undefined ? [] : [{ column, value: details[role] }],
  );
  const name = String(details.name ?? nameAt(plan, row));
  const cause = { kind: "action", action: "edit-rep" } as const;
  if (row === undefined) {
    changes.push({
      kind: "rows-added",
      table: "reps",
      at: reps.count,
      ids: [id],
      cells: cells.map(({ column, value }) => ({ column: column.key, values: [value] })),
    });
    return { label: `Add rep ${name}`, cause, changes };
  }
  for (const { column, value } of cells) {
    const from = columnByKey(reps, column.key) ? cellValue(column, row) : null;
    if (from !== value) changes.push(cellChange(column.key, row, from, value));
  }
  return { label: `Change rep ${name}`, cause, changes };
}

/** Roles that need a column. */
function withPlace(details: RepDetails): Set<RepRole> {
  const given = new Set<RepRole>();
  for (const { role } of REP_COLUMNS) if ((details[role] ?? null) !== null) given.add(role);
  const address = ["city", "state", "postalCode", "country"] as const;
  if (address.some((role) => given.has(role))) {
    for (const role of ["city", "state", "postalCode", "latitude", "longitude"] as const) given.add(role);
  }
  if (given.has("latitude") || given.has("longitude")) given.add("latitude").add("longitude");
  return given;
}

function cellChange(column: string, row: number, from: CellValue, to: CellValue): CellChange {
  return {
    kind: "cells",
    table: "reps",
    column,
    rows: Uint32Array.of(row),
    from: [from],
    to: [to],
    fromSources: null,
    toSources: null,
  };
}

function nameAt(plan: Plan, row: number | undefined): CellValue {
  const column = columnByRole(plan.tables.reps, "name");
  return column && row !== undefined ? cellValue(column, row) : "";
}

/** A key for a column of reps: the role itself, or with a number behind it where another column has that key. */
export function freeKey(plan: Plan, role: string): string {
  let key = role;
  for (let number = 2; columnByKey(plan.tables.reps, key); number++) key = `${role}-${number}`;
  return key;
}

/** A column of the planner's own in which every cell is blank. */
export function blankColumn(
  key: string,
  header: string,
  type: ColumnType,
  role: ColumnRole | null,
  count: number,
): Column {
  const base = { key, header, role, origin: "planner", source: null } as const;
  if (type === "text" || type === "choice") {
    return { ...base, kind: "text", type, codes: new Uint32Array(count), dictionary: new TextDictionary() };
  }
  if (type === "yesno") return { ...base, kind: "yesno", type, flags: new Uint8Array(count).fill(2) };
  return { ...base, kind: "number", type, values: new Float64Array(count).fill(Number.NaN) };
}
