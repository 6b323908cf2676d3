import { onCleanup } from "solid-js";
import { noteUnits } from "../../model/edits/choose-units";
import type { Change } from "../../model/patch";
import type { Plan } from "../../model/plan";
import { type ColumnRole, columnByKey, isLive } from "../../model/table";
import { chosenUnitSet } from "../../model/units";
import type { Planner } from "../planner";
import type { Services } from "../services";

const PLACED_BY: ReadonlySet<ColumnRole | null> = new Set([
  "latitude",
  "longitude",
  "postalCode",
  "state",
  "country",
] as const);

/** Keeps the accounts' units true: after an edit of a place, an address or the rows, those of the accounts concerned are found again. */
export function keepUnits(planner: Planner, { unitSet }: Pick<Services, "unitSet">): void {
  const { session } = planner;
  const stop = session.observe((event) => {
    if (event.kind !== "plan" || event.change.followed || event.change.origin !== "edit") return;
    const record = chosenUnitSet(event.change.plan);
    if (!record) return;
    const rows = [
      ...new Set(event.change.patch.changes.flatMap((change) => placedRows(session.plan, change))),
    ];
    if (rows.length > 0) void note(rows, record);
  });
  onCleanup(stop);

  async function note(rows: readonly number[], record: NonNullable<ReturnType<typeof chosenUnitSet>>) {
    const [{ findUnits }, set] = await Promise.all([import("../../geodata/find-units"), unitSet(record)]);
    // the plan may use other units by now
    if (chosenUnitSet(session.plan)?.id !== record.id) return;
    const { accounts } = session.plan.tables;
    const live = rows.filter((row) => isLive(accounts, row));
    const found = findUnits(set, accounts, live);
    const names = Array.from(found, (unit) => (unit < 0 ? null : set.names[unit]!));
    session.edit(noteUnits(session.plan, live, names));
  }
}

function placedRows({ tables }: Plan, change: Change): number[] {
  if (change.kind === "rows-added" && change.table === "accounts")
    return change.ids.map((_, i) => change.at + i);
  if (change.kind !== "cells" || change.table !== "accounts") return [];
  const role = columnByKey(tables.accounts, change.column)?.role ?? null;
  return PLACED_BY.has(role) ? [...change.rows] : [];
}
