import { cellText } from "../cells";
import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { ROUTED_TABLES, type RoutingRule, type RoutingSettings } from "../planning/routing-rule";
import { CATCH_ALL_NAME } from "../rules/routing-state";
import { columnByRole, isLive } from "../table";
import { editCells } from "./edit-cells";
import { movePlanningRecord, setPlanningRecord } from "./set-planning-record";

/**
 * Adds a rule behind the others or at a place, replaces the one with its id, or with `to` null removes it. Its name is made distinct. Rows
 * that a rule has routed take on its new name, so that turns go on.
 */
export function setRule(plan: Plan, id: string, to: RoutingRule | null, at?: number): Patch {
  const from = plan.planning.rules.find((rule) => rule.id === id) ?? null;
  const named = to && { ...to, name: distinctRuleName(plan, to.name, id) };
  const verb = !from ? "Add" : named ? "Change" : "Delete";
  const patch = setPlanningRecord(
    plan,
    "rules",
    id,
    named,
    `${verb} rule ${(named ?? from)?.name ?? ""}`,
    at,
  );
  if (!from || !named || from.name === named.name) return patch;
  const renamed = ROUTED_TABLES.flatMap((name) => {
    const table = plan.tables[name];
    const column = columnByRole(table, "routedBy");
    const rows = [...table.ids.keys()].filter(
      (row) => isLive(table, row) && cellText(column, row) === from.name,
    );
    if (!column || rows.length === 0) return [];
    return editCells(
      plan,
      name,
      column.key,
      rows,
      rows.map(() => named.name),
    ).changes;
  });
  return { ...patch, changes: [...patch.changes, ...renamed] };
}

/** Puts a rule at another place: whichever comes first decides. */
export function moveRule(plan: Plan, id: string, at: number): Patch {
  const name = plan.planning.rules.find((rule) => rule.id === id)?.name ?? "";
  return movePlanningRecord(plan, "rules", id, at, `Move rule ${name}`);
}

/** Sets what holds for all rules. */
export function setRouting(plan: Plan, to: RoutingSettings): Patch {
  return setPlanningRecord(plan, "routing", "", to, "Change the catch-all");
}

/** The name, or with a number behind it where another rule has it: rows remember rules by name. */
export function distinctRuleName(plan: Plan, name: string, id: string): string {
  const taken = new Set(plan.planning.rules.filter((rule) => rule.id !== id).map((rule) => rule.name));
  taken.add(CATCH_ALL_NAME);
  const wanted = name.trim() || "Rule";
  let distinct = wanted;
  for (let number = 2; taken.has(distinct); number++) distinct = `${wanted} (${number})`;
  return distinct;
}
