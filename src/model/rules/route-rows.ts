import { UNASSIGNED } from "../alignment";
import { cellNumber, cellText } from "../cells";
import { planOfLayer } from "../eligibility";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable, RoutingRule, RuleTest } from "../planning/routing-rule";
import { hasRow } from "../row-bits";
import { columnByRole, isLive, type Table } from "../table";
import type { Decision, RuleAnswer } from "./decision";
import { pastRoutings } from "./past-routings";
import { Router } from "./router";
import { RuleMatcher } from "./rule-rows";

/**
 * Routes rows as if all came in at one moment (days since 1970 with fractions), after what the rows of the plan say was given before.
 * Leads go in the order in which they were created, accounts in the order of the sheet. One decision for each row.
 */
export function routeRows(
  plan: Plan,
  path: AlignmentPath,
  table: RoutedTable,
  rows: Iterable<number>,
  now: number,
): Decision[] {
  const seen = planOfLayer(plan, path.layer);
  const wanted = orderOf(seen.tables[table], table, rows);
  const anew = flags(seen.tables[table].count, wanted);
  const past = pastRoutings(seen, path).filter((routing) => routing.table !== table || !anew[routing.row]);
  // A clock that was wrong must not let a row come before what was given already.
  const at = Math.max(now, past.at(-1)?.at ?? now);
  const router = new Router(seen, path, table, past, table === "accounts" ? anew : null);
  return wanted.map((row) => router.route(row, at));
}

/**
 * Where every row of the table would have gone had the rules been there from the start: each lead at the time it was created (those
 * without one first), every account at `now`. Nothing that was given counts as given before.
 */
export function dryRun(plan: Plan, path: AlignmentPath, table: RoutedTable, now: number): Decision[] {
  const seen = planOfLayer(plan, path.layer);
  const source = seen.tables[table];
  const live = [...source.ids.keys()].filter((row) => isLive(source, row));
  const created = table === "leads" ? columnByRole(source, "created") : undefined;
  const anew = table === "accounts" ? new Uint8Array(source.count).fill(1) : null;
  const router = new Router(seen, path, table, [], anew);
  const rows = orderOf(source, table, live);
  const times = rows.map((row) => (created ? cellNumber(created, row) : now));
  const first = times.find((time) => !Number.isNaN(time)) ?? now;
  return rows.map((row, i) => router.route(row, Number.isNaN(times[i]!) ? first : times[i]!));
}

/** Leads that nobody has, or accounts without a territory that are not locked. */
export function unroutedRows(plan: Plan, path: AlignmentPath, table: RoutedTable): number[] {
  const source = planOfLayer(plan, path.layer).tables[table];
  if (table === "accounts") {
    const { territoryOf, locked } = alignmentAt(plan, path);
    return [...source.ids.keys()].filter(
      (row) => isLive(source, row) && territoryOf[row] === UNASSIGNED && !locked[row],
    );
  }
  const owner = columnByRole(source, "owner");
  const territory = columnByRole(source, "territory");
  return [...source.ids.keys()].filter(
    (row) =>
      isLive(source, row) && cellText(owner, row).trim() === "" && cellText(territory, row).trim() === "",
  );
}

/** One rule on the way of a row. */
export type RouteStep =
  | { readonly rule: RoutingRule; readonly outcome: "off" | "other-table" }
  /** The tests that the row does not pass; of a rule that asks for any of none, none. */
  | { readonly rule: RoutingRule; readonly outcome: "not-meant"; readonly failed: readonly RuleTest[] }
  | {
      readonly rule: RoutingRule;
      readonly outcome: "nobody" | "given" | "stopped";
      readonly answer: RuleAnswer;
    }
  /** Not asked any more. `meant`: it would have meant the row. */
  | { readonly rule: RoutingRule; readonly outcome: "not-asked"; readonly meant: boolean };

/** The way of a row through all the rules, in their order, that led to a decision. */
export function routeSteps(
  plan: Plan,
  path: AlignmentPath,
  table: RoutedTable,
  decision: Decision,
): RouteStep[] {
  const matcher = new RuleMatcher(planOfLayer(plan, path.layer), path, table);
  const fell = new Map(decision.fellThrough.map(({ rule, answer }) => [rule.id, answer]));
  let decided = false;
  return plan.planning.rules.map((rule): RouteStep => {
    if (!rule.enabled) return { rule, outcome: "off" };
    if (rule.rows !== "both" && rule.rows !== table) return { rule, outcome: "other-table" };
    if (decided) return { rule, outcome: "not-asked", meant: hasRow(matcher.rowsOf(rule), decision.row) };
    if (rule.id === decision.rule?.id) {
      decided = true;
      return { rule, outcome: decision.answer.given ? "given" : "stopped", answer: decision.answer };
    }
    const answer = fell.get(rule.id);
    if (answer) return { rule, outcome: "nobody", answer };
    const failed = rule.tests.filter((test) => !hasRow(matcher.rowsPassing(test), decision.row));
    return { rule, outcome: "not-meant", failed };
  });
}

/** Leads by the time they were created, those without one first; else by row. */
function orderOf(table: Table, name: RoutedTable, rows: Iterable<number>): number[] {
  const created = name === "leads" ? columnByRole(table, "created") : undefined;
  const time = (row: number) => {
    const value = created ? cellNumber(created, row) : Number.NaN;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  return [...new Set(rows)].sort((a, b) => {
    const [first, second] = [time(a), time(b)];
    return first === second ? a - b : first - second;
  });
}

function flags(count: number, rows: readonly number[]): Uint8Array {
  const marked = new Uint8Array(count);
  for (const row of rows) marked[row] = 1;
  return marked;
}
