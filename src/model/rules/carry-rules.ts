import { territorySlots } from "../alignment";
import { repProfiles } from "../fit/rep-profile";
import { foldEntry } from "../fit/text-list";
import { formatRowId } from "../ids";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutingRule, RuleField, RuleTarget, RuleTest } from "../planning/routing-rule";
import type { Segmentation } from "../planning/segmentation";
import { columnByKey } from "../table";
import { fieldColumn, fieldOfColumn } from "./rule-field";

/** A plan and the alignment whose territories its rules speak of. */
export interface PlanAt {
  readonly plan: Plan;
  readonly path: AlignmentPath;
}

/**
 * The rules of another plan, with their segments and the catch-all, as they would read in this one: territories and reps by name, columns
 * by header. What has no counterpart keeps its old id, so that the rule says what it lost.
 */
export function carryRules(
  from: PlanAt,
  to: PlanAt,
): Pick<Plan["planning"], "rules" | "routing" | "segmentations"> {
  const territories = idsByName(namedTerritories(from), namedTerritories(to));
  const reps = idsByName(namedReps(from.plan), namedReps(to.plan));
  const fieldOf = (field: RuleField): RuleField => {
    if (field.kind === "role") return field;
    const header = columnByKey(from.plan.tables[field.table], field.column)?.header ?? field.header;
    const probe = { ...field, column: "", header };
    const column =
      fieldColumn(to.plan, "accounts", { ...probe, table: "leads" }) ??
      fieldColumn(to.plan, "leads", { ...probe, table: "accounts" });
    const table = column && to.plan.tables.accounts.columns.includes(column) ? "accounts" : "leads";
    return column ? fieldOfColumn(table, column) : { ...field, header };
  };
  const testOf = (test: RuleTest): RuleTest => {
    switch (test.kind) {
      case "cell":
        return { ...test, field: fieldOf(test.field) };
      case "nearest-territory":
        return { ...test, territories: test.territories.map(territories) };
      case "segment":
        return test;
    }
  };
  const targetOf = (target: RuleTarget): RuleTarget => {
    switch (target.kind) {
      case "unassigned":
        return target;
      case "territory":
        return { ...target, territory: territories(target.territory) };
      case "nearest-territory":
        return { ...target, among: target.among.map(territories) };
      case "unit":
      case "account":
        return { ...target, field: fieldOf(target.field) };
      case "rep":
        return { ...target, rep: reps(target.rep) };
      case "pool":
        return { ...target, reps: target.reps.map((one) => ({ ...one, rep: reps(one.rep) })) };
    }
  };
  const ruleOf = (rule: RoutingRule): RoutingRule => ({
    ...rule,
    tests: rule.tests.map(testOf),
    target: targetOf(rule.target),
  });
  const { rules, routing, segmentations } = from.plan.planning;
  const used = new Set(
    rules.flatMap(({ tests }) => tests.map((test) => test.kind === "segment" && test.segmentation)),
  );
  return {
    rules: rules.map(ruleOf),
    routing: routing.map((settings) => ({ ...settings, catchAll: targetOf(settings.catchAll) })),
    segmentations: [
      ...to.plan.planning.segmentations,
      ...segmentations
        .filter(({ id }) => used.has(id) && !to.plan.planning.segmentations.some((known) => known.id === id))
        .map((segmentation) => carriedSegmentation(segmentation, from.plan, to.plan)),
    ],
  };
}

function carriedSegmentation(segmentation: Segmentation, from: Plan, to: Plan): Segmentation {
  const keyOf = (key: string) => {
    const column = columnByKey(from.tables.accounts, key);
    if (!column) return key;
    const field = fieldOfColumn("accounts", column);
    const probe: RuleField = field.kind === "role" ? field : { ...field, table: "leads", column: "" };
    return fieldColumn(to, "accounts", probe)?.key ?? key;
  };
  return {
    ...segmentation,
    segments: segmentation.segments.map((segment) => {
      const tests = segment.condition.tests.map((test) => ({ ...test, column: keyOf(test.column) }));
      return { ...segment, condition: { ...segment.condition, tests } };
    }),
  };
}

type Named = readonly { readonly id: string; readonly name: string }[];

function namedTerritories({ plan, path }: PlanAt): Named {
  const alignment = alignmentAt(plan, path);
  return territorySlots(alignment).map((slot) => alignment.territories[slot]!);
}

function namedReps({ tables: { reps } }: Plan): Named {
  return repProfiles(reps).map(({ id, name }) => ({ id: formatRowId(id), name }));
}

/** The id of the thing of the same name; its own where there is none. */
function idsByName(from: Named, to: Named): (id: string) => string {
  const byName = new Map(to.map(({ id, name }) => [foldEntry(name), id]));
  const found = new Map(from.map(({ id, name }) => [id, byName.get(foldEntry(name)) ?? id]));
  return (id) => found.get(id) ?? id;
}
