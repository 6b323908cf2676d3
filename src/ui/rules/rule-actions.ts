import { applyPatch } from "../../model/apply-patch";
import { acceptRouting } from "../../model/edits/accept-routing";
import { moveRule, setRule } from "../../model/edits/rule-edits";
import type { Patch } from "../../model/patch";
import type { RoutedTable, RoutingRule } from "../../model/planning/routing-rule";
import { rowsOf } from "../../model/row-bits";
import { rowsByRule } from "../../model/rules/analyze-rules";
import { routeRows, unroutedRows } from "../../model/rules/route-rows";
import { doneText } from "../done-text";
import type { Planner } from "../planner";

const MS_PER_DAY = 86_400_000;

/** This moment in days since 1970. */
export function nowInDays(): number {
  return Date.now() / MS_PER_DAY;
}

/** Does an edit, says so, and offers to take it back. */
export function editAndTell(planner: Planner, patch: Patch): boolean {
  if (!planner.session.edit(patch)) return false;
  const text = doneText(patch.label);
  planner.announce(text);
  planner.notify({ text, action: { label: "Undo", run: () => planner.session.undo() } });
  return true;
}

export function deleteRule(planner: Planner, rule: RoutingRule): void {
  editAndTell(planner, setRule(planner.session.plan, rule.id, null));
}

/** Puts a copy behind a rule. */
export function copyRule(planner: Planner, rule: RoutingRule, id: string): void {
  const at = planner.session.plan.planning.rules.findIndex((candidate) => candidate.id === rule.id) + 1;
  planner.session.edit(setRule(planner.session.plan, id, { ...rule, id }, at));
}

export function switchRule(planner: Planner, rule: RoutingRule, enabled: boolean): void {
  if (planner.session.edit(setRule(planner.session.plan, rule.id, { ...rule, enabled }))) {
    planner.announce(`${rule.name} is ${enabled ? "on" : "off"}.`);
  }
}

/** Puts a rule at another place, counted from 0. */
export function placeRule(planner: Planner, rule: RoutingRule, at: number): void {
  const { rules } = planner.session.plan.planning;
  const place = Math.max(0, Math.min(at, rules.length - 1));
  if (planner.session.edit(moveRule(planner.session.plan, rule.id, place))) {
    planner.announce(`${rule.name} is now rule ${place + 1} of ${rules.length}.`);
  }
}

/** Shows only the rows that a rule takes, or with null those that no rule takes. */
export function showTaken(planner: Planner, table: RoutedTable, rule: RoutingRule | null): void {
  const { plan, path } = planner.session;
  const rows = rowsByRule(plan, path, table);
  const at = plan.planning.rules.findIndex((candidate) => candidate.id === rule?.id);
  const taken = rowsOf(at < 0 ? rows.left : rows.taken[at]!);
  const noun = taken.length === 1 ? table.slice(0, -1) : table;
  const whose = rule ? `of rule “${rule.name}”` : "that no rule takes";
  const label = `${taken.length.toLocaleString(plan.settings.locale)} ${noun} ${whose}`;
  const flags = new Uint8Array(plan.tables[table].count);
  for (const row of taken) flags[row] = 1;
  planner.announce(label);
  if (table === "accounts") planner.setSpotlight({ label, accounts: flags });
  else planner.setLeadSpotlight({ label, leads: flags });
}

/** Leads without an owner and accounts without a territory. */
export function unroutedCounts(planner: Planner): { accounts: number; leads: number } {
  const plan = planner.plan();
  const path = planner.path();
  return {
    accounts: unroutedRows(plan, path, "accounts").length,
    leads: unroutedRows(plan, path, "leads").length,
  };
}

/** Routes leads without an owner and accounts without a territory as one undo step, and says what came of it. */
export function routeUnassigned(planner: Planner): void {
  const { plan, path } = planner.session;
  const now = nowInDays();
  const leads = routeRows(plan, path, "leads", unroutedRows(plan, path, "leads"), now);
  const forLeads = acceptRouting(plan, path, "leads", leads);
  const then = applyPatch(plan, forLeads);
  const accounts = routeRows(then, path, "accounts", unroutedRows(then, path, "accounts"), now);
  const forAccounts = acceptRouting(then, path, "accounts", accounts);
  const all = [...leads, ...accounts];
  const given = all.filter(({ answer }) => answer.given).length;
  const counts = [
    ...(leads.length > 0 ? [countWords(leads.length, "lead", plan.settings.locale)] : []),
    ...(accounts.length > 0 ? [countWords(accounts.length, "account", plan.settings.locale)] : []),
  ];
  if (all.length === 0) {
    planner.notify({ text: "Nothing is unassigned." });
    planner.announce("Nothing is unassigned.");
    return;
  }
  const patch = {
    ...forAccounts,
    label: `Route ${counts.join(" and ")}`,
    changes: [...forLeads.changes, ...forAccounts.changes],
  };
  const left = all.length - given;
  const text = `${given.toLocaleString(plan.settings.locale)} routed, ${left.toLocaleString(plan.settings.locale)} left unassigned. The column “Why” says why.`;
  if (!planner.session.edit(patch)) return;
  planner.announce(text);
  planner.notify({ text, action: { label: "Undo", run: () => planner.session.undo() } });
}

function countWords(count: number, noun: string, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? noun : `${noun}s`}`;
}
