import { suitsColumn } from "../condition";
import { formatRowId } from "../ids";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import {
  ROUTED_TABLES,
  type RoutedTable,
  type RoutingRule,
  type RuleField,
  type RuleTarget,
} from "../planning/routing-rule";
import { countRows, countShared, dropRows, keepRows, noRows, type RowBits } from "../row-bits";
import { isLive } from "../table";
import { fieldColumn } from "./rule-field";
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
  /** Rows that it is the first to mean of the rules that are on: what it takes. 0 while it is off. */
  readonly taken: RowCounts;
  /** Whether earlier rules take all or part of what it means. */
  readonly shadow: "none" | "part" | "whole";
  /** The earlier rules that take rows it means, and how many each. */
  readonly shadowedBy: readonly RuleOverlap[];
  /** Rules that are on, mean some of the same rows and give them to someone else. */
  readonly conflicts: readonly RuleOverlap[];
  readonly losses: readonly RuleLoss[];
}

export interface RulesAnalysis {
  /** In the order of the rules. */
  readonly rules: readonly RuleFindings[];
  /** Rows that no rule takes: what is left to the catch-all. */
  readonly left: RowCounts;
}

/** The rows of one table by rule, in the order of the rules. */
export interface RuleRows {
  readonly meeting: readonly RowBits[];
  readonly taken: readonly RowBits[];
  readonly left: RowBits;
}

/** Which rows of a table each rule means and takes, by conditions alone: nobody being away or full. */
export function rowsByRule(plan: Plan, path: AlignmentPath, table: RoutedTable): RuleRows {
  const matcher = new RuleMatcher(plan, path, table);
  const left = matcher.live.slice();
  const meeting: RowBits[] = [];
  const taken: RowBits[] = [];
  for (const rule of plan.planning.rules) {
    const rows = matcher.rowsOf(rule);
    meeting.push(rows);
    if (rule.enabled) {
      taken.push(keepRows(rows.slice(), left));
      dropRows(left, rows);
    } else {
      taken.push(noRows(plan.tables[table].count));
    }
  }
  return { meeting, taken, left };
}

/** What every rule takes now, what shadows it, contradicts it, or is missing. */
export function analyzeRules(plan: Plan, path: AlignmentPath): RulesAnalysis {
  const { rules } = plan.planning;
  const byTable = { accounts: rowsByRule(plan, path, "accounts"), leads: rowsByRule(plan, path, "leads") };
  const counts = (of: (rows: RuleRows) => number): RowCounts => ({
    accounts: of(byTable.accounts),
    leads: of(byTable.leads),
  });
  const meeting = rules.map((_, i) => counts((rows) => countRows(rows.meeting[i]!)));
  const taken = rules.map((_, i) => counts((rows) => countRows(rows.taken[i]!)));
  const targets = rules.map(({ target }) => JSON.stringify(target));
  const overlaps = (i: number, others: readonly number[], of: (rows: RuleRows, other: number) => RowBits) =>
    others.flatMap((other): RuleOverlap[] => {
      const rows = counts((table) => countShared(table.meeting[i]!, of(table, other)));
      return rows.accounts + rows.leads > 0 ? [{ rule: rules[other]!.id, rows }] : [];
    });
  const isOn = (i: number) => rules[i]!.enabled && total(meeting[i]!) > 0;
  const on = [...rules.keys()].filter(isOn);
  // Two rules share the same rows either way round.
  const conflicts = rules.map((): RuleOverlap[] => []);
  on.forEach((i, position) => {
    for (const other of on.slice(position + 1)) {
      if (targets[i] === targets[other]) continue;
      for (const { rows } of overlaps(i, [other], (table, rule) => table.meeting[rule]!)) {
        conflicts[i]!.push({ rule: rules[other]!.id, rows });
        conflicts[other]!.push({ rule: rules[i]!.id, rows });
      }
    }
  });
  return {
    rules: rules.map((rule, i) => {
      const earlier = on.filter((other) => other < i && total(taken[other]!) > 0);
      const shadowedBy =
        isOn(i) && total(taken[i]!) < total(meeting[i]!)
          ? overlaps(i, earlier, (table, other) => table.taken[other]!)
          : [];
      return {
        rule: rule.id,
        meeting: meeting[i]!,
        taken: taken[i]!,
        shadow: shadowedBy.length === 0 ? "none" : total(taken[i]!) === 0 ? "whole" : "part",
        shadowedBy,
        conflicts: conflicts[i]!,
        losses: lossesOf(plan, path, rule),
      };
    }),
    left: counts(({ left }) => countRows(left)),
  };
}

function total({ accounts, leads }: RowCounts): number {
  return accounts + leads;
}

/** What a rule speaks of that the plan does not have. A field counts as lost where no table that the rule is for, and that has rows, has it. */
export function lossesOf(plan: Plan, path: AlignmentPath, rule: RoutingRule): readonly RuleLoss[] {
  const tables = ROUTED_TABLES.filter((table) => rule.rows === "both" || rule.rows === table);
  const losses: RuleLoss[] = [];
  const segmentIds = new Set(
    plan.planning.segmentations.flatMap(({ id, segments }) =>
      segments.map((segment) => `${id} ${segment.id}`),
    ),
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
        if (!segmentIds.has(`${test.segmentation} ${id}`)) losses.push({ kind: "segment", id });
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
