import { applyPatch } from "../apply-patch";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { type CellValue, columnByKey, columnByRole, type NumberColumn } from "../table";
import { editCells } from "./edit-cells";

/** What says when a rep may be given leads. */
export const REP_DAY_ROLES = ["awayFrom", "awayTo", "dailyCap"] as const;
export type RepDayRole = (typeof REP_DAY_ROLES)[number];

const HEADERS: Readonly<Record<RepDayRole, string>> = {
  awayFrom: "Away from",
  awayTo: "Away to",
  dailyCap: "Leads a day at most",
};

/** Sets a rep's absence (days since 1970) or daily cap, null for none; the column is added where the table of reps has none. */
export function setRepDays(plan: Plan, row: number, role: RepDayRole, value: number | null): Patch {
  const { reps } = plan.tables;
  const known = columnByRole(reps, role);
  const label = `Change ${HEADERS[role].toLowerCase()}`;
  const cause = { kind: "action", action: "set-rep-days" } as const;
  if (!known && value === null) return { label, cause, changes: [] };
  const changes: Change[] = [];
  let key: string = known?.key ?? role;
  if (!known) {
    while (columnByKey(reps, key)) key = `${key}-`;
    const column: NumberColumn = {
      kind: "number",
      type: role === "dailyCap" ? "number" : "date",
      key,
      header: HEADERS[role],
      role,
      origin: "planner",
      source: null,
      values: new Float64Array(reps.count).fill(Number.NaN),
    };
    changes.push({ kind: "column", table: "reps", at: reps.columns.length, from: null, to: column });
  }
  const now = applyPatch(plan, { label, cause, changes });
  const cell: CellValue = value;
  return { label, cause, changes: [...changes, ...editCells(now, "reps", key, [row], [cell]).changes] };
}
