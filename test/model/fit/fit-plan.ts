import type { Plan } from "../../../src/model/plan";
import type { FitSettings } from "../../../src/model/planning/fit-settings";
import type { CellValue, ColumnRole, ColumnType, Table, TableName } from "../../../src/model/table";
import { smallPlan } from "../../helpers/small-plan";
import { makeColumn, makeTable } from "../../helpers/small-table";

/** Cells by role, one a row; the role is the column's key. */
export type CellsByRole = Partial<Record<ColumnRole, readonly CellValue[]>>;

const TYPES: Partial<Record<ColumnRole, ColumnType>> = {
  latitude: "number",
  longitude: "number",
  employees: "number",
  revenue: "currency",
  potential: "currency",
  capacity: "number",
  quota: "currency",
  availability: "percent",
  since: "date",
  created: "date",
  lastActivity: "date",
  awayFrom: "date",
  awayTo: "date",
  ramp: "number",
};

export function tableBy(cells: CellsByRole, count: number, firstId: number): Table {
  const columns = Object.entries(cells).map(([role, values]) =>
    makeColumn(role, TYPES[role as ColumnRole] ?? "text", values, role as ColumnRole),
  );
  return makeTable(columns, count, firstId);
}

/**
 * A plan like `smallPlan`'s (A is Ann's, B is Bob's, the baseline is the alignment) with these columns instead of its own. Ann and
 * Bob have the ids 1 and 2; further reps are named Cid, Dan, ….
 */
export function fitPlan(
  letters: string,
  tables: Partial<Record<TableName, CellsByRole>>,
  settings?: Partial<FitSettings>,
): Plan {
  const plan = smallPlan(letters);
  const firstIds = { accounts: 100, reps: 1, deals: 500, leads: 700, units: 900 } as const;
  const names = ["Ann", "Bob", "Cid", "Dan", "Eve"];
  const counts = (cells: CellsByRole) => Math.max(0, ...Object.values(cells).map((values) => values.length));
  const reps = counts(tables.reps ?? {}) || 2;
  const given = { accounts: {}, ...tables, reps: { name: names.slice(0, reps), ...tables.reps } };
  const made = Object.entries(given).map(([name, cells]) => {
    const count = name === "accounts" ? letters.length : counts(cells);
    return [name, tableBy(cells, count, firstIds[name as TableName])];
  });
  const planning = settings ? { ...plan.planning, fit: [{ ...NEUTRAL, ...settings }] } : plan.planning;
  return { ...plan, planning, tables: { ...plan.tables, ...Object.fromEntries(made) } };
}

/** Every factor counts the same, from day 1,000 on. */
export const NEUTRAL: FitSettings = {
  id: "",
  weights: { language: 1, industry: 1, relationship: 1, seniority: 1, distance: 1, skills: 1 },
  halfKm: 100,
  halfLifeDays: 100,
  halfTenureYears: 2,
  asOf: 1_000,
};
