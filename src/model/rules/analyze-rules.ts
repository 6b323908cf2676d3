import { suitsColumn } from "../condition";
import { planOfLayer } from "../eligibility";
import { formatRowId } from "../ids";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import {
  NO_ROUTING,
  ROUTED_TABLES,
  type RoutedTable,
  type RoutingRule,
  type RuleField,
  type RuleTarget,
} from "../planning/routing-rule";
import { addRows, countRows, countShared, dropRows, keepRows, noRows, type RowBits } from "../row-bits";
import { segmentIds } from "../segments";
import { isLive } from "../table";
import { fieldColumn } from "./rule-field";
import { RuleReach } from "./rule-reach";
import { RuleMatcher } from "./rule-rows";

/** Numbers of rows by table. */
export type RowCounts = Readonly<Record<RoutedTable, number>>;

/** What a rule shares with another. */
export interface RuleOverlap {
  readonly rule: string;
  readonly rows: RowCounts;
}

/** What a rule speaks of that is not there, in the tables it is for. */
export type RuleLoss =
  | { readonly kind: "field"; readonly table: RoutedTable; readonly field: RuleField }
  /** The column holds something that the test says nothing about. */
  | { readonly kind: "unsuited"; readonly table: RoutedTable; readonly field: RuleField }
  | { readonly kind: "segment" | "territory" | "rep"; readonly id: string }
  | { readonly kind: "empty-pool" };

/** What one rule takes and what stands in its way. */
export interface RuleFindings {
  readonly rule: string;
  /** Rows that meet its conditions. */
  readonly meeting: RowCounts;
  /**
   * Rows that no earlier rule took: what it takes, without those that it cannot place and leaves to the next rule. 0 while it is off.
   */
  readonly taken: RowCounts;
  /** Rows that reach it but have no territory or rep by its target. */
  readonly missed: RowCounts;
  /** Whether earlier rules take all or part of what it means. */
  readonly shadow: "none" | "part" | "whole";
  /** The earlier rules that take rows it means, and how many each. */
  readonly shadowedBy: readonly RuleOverlap[];
  readonly losses: readonly RuleLoss[];
}

export interface RulesAnalysis {
  /** In the order of the rules. */
  readonly rules: readonly RuleFindings[];
  /** Rows that no rule takes: what is left to the catch-all. */
  readonly left: RowCounts;
  /** Those of them that the catch-all cannot place. */
  readonly missed: RowCounts;
  readonly rows: Readonly<Record<RoutedTable, RuleRows>>;
}

/** The rows of one table by rule, in the order of the rules. */
export interface RuleRows {
  readonly meeting: readonly RowBits[];
  readonly taken: readonly RowBits[];
  /** What reaches each rule and its target cannot place, as a row without a place has no nearest territory. */
  readonly missed: readonly RowBits[];
  readonly left: RowBits;
  /** Those of the rows left that the catch-all cannot place. */
  readonly leftMissed: RowBits;
}

/** Which rows of a table each rule means and takes, by conditions and targets: nobody being away or full. */
export function rowsByRule(plan: Plan, path: AlignmentPath, table: RoutedTable): RuleRows {
  const seen = planOfLayer(plan, path.layer);
  const matcher = new RuleMatcher(seen, path, table);
  const reach = new RuleReach(seen, path, table);
  const left = matcher.live.slice();
  const meeting: RowBits[] = [];
  const taken: RowBits[] = [];
  const missed: RowBits[] = [];
  for (const rule of plan.planning.rules) {
    const rows = matcher.rowsOf(rule);
    meeting.push(rows);
    if (rule.enabled) {
      const own = keepRows(rows.slice(), left);
      const unplaced = reach.missedBy(rule.target, own);
      if (rule.otherwise === "next") dropRows(own, unplaced);
      taken.push(own);
      missed.push(unplaced);
      dropRows(left, own);
    } else {
      taken.push(noRows(plan.tables[table].count));
      missed.push(noRows(plan.tables[table].count));
    }
  }
  const { catchAll } = plan.planning.routing[0] ?? NO_ROUTING;
  return { meeting, taken, missed, left, leftMissed: reach.missedBy(catchAll, left) };
}

/** What every rule takes now, what shadows it, and what is missing. */
export function analyzeRules(plan: Plan, path: AlignmentPath): RulesAnalysis {
  const { rules } = plan.planning;
  const rows = { accounts: rowsByRule(plan, path, "accounts"), leads: rowsByRule(plan, path, "leads") };
  const meeting = rules.map((_, i) => counts(rows, (table) => countRows(table.meeting[i]!)));
  const taken = rules.map((_, i) => counts(rows, (table) => countRows(table.taken[i]!)));
  const missed = rules.map((_, i) => counts(rows, (table) => countRows(table.missed[i]!)));
  return {
    rules: rules.map((rule, i) => {
      const reaching = counts(rows, (table) => countRows(addRows(table.taken[i]!.slice(), table.missed[i]!)));
      const isShadowed = rule.enabled && total(reaching) < total(meeting[i]!);
      const earlier = isShadowed ? rules.slice(0, i).filter((_, other) => total(taken[other]!) > 0) : [];
      const shadowedBy = overlaps(rules, earlier, (other) =>
        counts(rows, (table) => countShared(table.meeting[i]!, table.taken[other]!)),
      );
      return {
        rule: rule.id,
        meeting: meeting[i]!,
        taken: taken[i]!,
        missed: missed[i]!,
        shadow: shadowedBy.length === 0 ? "none" : total(reaching) === 0 ? "whole" : "part",
        shadowedBy,
        losses: lossesOf(plan, path, rule),
      };
    }),
    left: counts(rows, ({ left }) => countRows(left)),
    missed: counts(rows, ({ leftMissed }) => countRows(leftMissed)),
    rows,
  };
}

/** The other rules that are on, mean some of the rows that a rule means, and give them to someone else. */
export function conflictsOf(
  rules: readonly RoutingRule[],
  { rows }: RulesAnalysis,
  id: string,
): readonly RuleOverlap[] {
  const at = rules.findIndex((rule) => rule.id === id);
  const own = rules[at];
  // The rules may have changed since they were counted.
  if (!own?.enabled || rows.leads.meeting.length !== rules.length) return [];
  const target = JSON.stringify(own.target);
  const others = rules.filter(
    (rule) => rule.id !== id && rule.enabled && JSON.stringify(rule.target) !== target,
  );
  return overlaps(rules, others, (other) =>
    counts(rows, (table) => countShared(table.meeting[at]!, table.meeting[other]!)),
  );
}

function overlaps(
  rules: readonly RoutingRule[],
  others: readonly RoutingRule[],
  shared: (other: number) => RowCounts,
): RuleOverlap[] {
  const found = others.map((rule) => ({ rule: rule.id, rows: shared(rules.indexOf(rule)) }));
  return found.filter(({ rows }) => total(rows) > 0);
}

function counts(rows: RulesAnalysis["rows"], of: (table: RuleRows) => number): RowCounts {
  return { accounts: of(rows.accounts), leads: of(rows.leads) };
}

function total({ accounts, leads }: RowCounts): number {
  return accounts + leads;
}

/** What a rule speaks of that the plan does not have. A field counts as lost where no table that the rule is for, and that has rows, has it. */
export function lossesOf(plan: Plan, path: AlignmentPath, rule: RoutingRule): readonly RuleLoss[] {
  const tables = ROUTED_TABLES.filter((table) => rule.rows === "both" || rule.rows === table);
  const losses: RuleLoss[] = [];
  const known = new Set(
    plan.planning.segmentations.flatMap((one) => segmentIds(one).map((segment) => `${one.id} ${segment}`)),
  );
  for (const test of rule.tests) {
    if (test.kind === "cell") {
      for (const table of tables) {
        const column = fieldColumn(plan, table, test.field);
        if (!column) losses.push({ kind: "field", table, field: test.field });
        else if (!suitsColumn(column, test.test)) losses.push({ kind: "unsuited", table, field: test.field });
      }
    } else if (test.kind === "segment") {
      for (const id of test.segments) {
        if (!known.has(`${test.segmentation} ${id}`)) losses.push({ kind: "segment", id });
      }
    } else losses.push(...lostTerritories(plan, path, test.territories));
  }
  return [...losses, ...lossesOfTarget(plan, path, rule.target, tables)];
}

/** The same of a target alone. */
export function lossesOfTarget(
  plan: Plan,
  path: AlignmentPath,
  target: RuleTarget,
  tables: readonly RoutedTable[] = ROUTED_TABLES,
): readonly RuleLoss[] {
  switch (target.kind) {
    case "unassigned":
      return [];
    case "territory":
      return lostTerritories(plan, path, [target.territory]);
    case "nearest-territory":
      return lostTerritories(plan, path, target.among);
    case "unit":
    case "account":
      return tables.flatMap((table): RuleLoss[] =>
        fieldColumn(plan, table, target.field) ? [] : [{ kind: "field", table, field: target.field }],
      );
    case "rep":
      return lostReps(plan, [target.rep]);
    case "pool":
      return target.reps.length === 0
        ? [{ kind: "empty-pool" }]
        : lostReps(
            plan,
            target.reps.map(({ rep }) => rep),
          );
  }
}

function lostTerritories(plan: Plan, path: AlignmentPath, ids: readonly string[]): RuleLoss[] {
  const known = new Set(
    alignmentAt(plan, path)
      .territories.slice(1)
      .map((territory) => territory?.id),
  );
  return ids.filter((id) => !known.has(id)).map((id) => ({ kind: "territory", id }));
}

function lostReps({ tables: { reps } }: Plan, ids: readonly string[]): RuleLoss[] {
  const known = new Set(
    [...reps.ids.keys()].filter((row) => isLive(reps, row)).map((row) => formatRowId(reps.ids[row]!)),
  );
  return ids.filter((id) => !known.has(id)).map((id) => ({ kind: "rep", id }));
}
