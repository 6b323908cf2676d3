import type { Condition } from "./condition";
import type { Measure } from "./measure";
import type { Plan } from "./plan";
import type { RoutingRule, RuleField, RuleTarget } from "./planning/routing-rule";
import { type ColumnRole, columnByKey, type TableName } from "./table";

/** Something that reads a column, and what becomes of it when the column is deleted. */
export interface ColumnUse {
  readonly kind:
    | "role"
    | "measure"
    | "capacity"
    | "segmentation"
    | "layer"
    | "rule"
    | "workload"
    | "formula"
    | "view"
    | "checks"
    | "comments";
  /** What the planner calls it; of a role the role. */
  readonly name: string;
  /** `goes` with the column; `loses` the part that reads it; `stays` and finds nothing there. */
  readonly fate: "goes" | "loses" | "stays";
}

/** Everything in the plan that reads a column of a table, by key. */
export function columnUses(plan: Plan, table: TableName, key: string): readonly ColumnUse[] {
  const { planning } = plan;
  const column = columnByKey(plan.tables[table], key);
  const named = (kind: ColumnUse["kind"], fate: ColumnUse["fate"], names: readonly string[]) =>
    names.map((name): ColumnUse => ({ kind, name, fate }));
  const ofAccounts = table === "accounts";
  const comments = planning.comments.filter((comment) => comment.table === table && comment.column === key);
  return [
    ...(column?.role ? named("role", "goes", [column.role]) : []),
    ...plan.measures.flatMap((measure) => measureUses(measure, table, key)),
    ...named(
      "segmentation",
      "stays",
      planning.segmentations
        .filter(({ segments }) => ofAccounts && segments.some(({ condition }) => tests(condition, key)))
        .map(({ name }) => name),
    ),
    ...named(
      "layer",
      "stays",
      plan.layers
        .filter(({ eligible }) => ofAccounts && eligible && tests(eligible, key))
        .map(({ name }) => name),
    ),
    ...named(
      "rule",
      "stays",
      planning.rules
        .filter((rule) => ruleReads(rule, table, key, column?.role ?? null))
        .map(({ name }) => name),
    ),
    ...named(
      "workload",
      "stays",
      planning.workload
        .filter(({ visits }) => ofAccounts && "column" in visits && visits.column === key)
        .map(() => "Workload"),
    ),
    ...named(
      "formula",
      "stays",
      planning.columns
        .filter(
          (record) =>
            record.table === table &&
            record.source.kind === "formula" &&
            record.source.names?.some((name) => name.key === key),
        )
        .map(({ header }) => header),
    ),
    ...named(
      "view",
      "loses",
      planning.views
        .filter(
          (view) =>
            view.table === table &&
            [...view.filters, ...view.sorting, ...view.groups].some((part) => part.column === key),
        )
        .map(({ name }) => name),
    ),
    ...named(
      "checks",
      "goes",
      planning.columnRules.filter((rule) => rule.table === table && rule.column === key).map(() => ""),
    ),
    ...(comments.length > 0 ? named("comments", "stays", [comments.length.toLocaleString("en-US")]) : []),
  ];
}

/** The measure without the column: null where nothing of it is left, itself where it does not read the column. */
export function measureWithout(measure: Measure, table: TableName, key: string): Measure | null {
  const { source, capacity } = measure;
  if (table === "reps") {
    if (capacity?.kind !== "column" || capacity.column !== key) return measure;
    const { capacity: _capacity, ...rest } = measure;
    return rest;
  }
  if (table === "units") return source.kind === "unit-column" && source.column === key ? null : measure;
  if (table !== "accounts") return measure;
  if ((source.kind === "column" || source.kind === "lifetime") && source.column === key) return null;
  if (source.kind !== "blend") return measure;
  const parts = source.parts.filter((part) => part.kind === "condition" || part.column !== key);
  if (parts.length === source.parts.length) return measure;
  return parts.length === 0 ? null : { ...measure, source: { ...source, parts } };
}

function measureUses(measure: Measure, table: TableName, key: string): ColumnUse[] {
  const { id: _id, name, source } = measure;
  const left = measureWithout(measure, table, key);
  if (left === null) return [{ kind: "measure", name, fate: "goes" }];
  if (left !== measure) return [{ kind: table === "reps" ? "capacity" : "measure", name, fate: "loses" }];
  const asks =
    table === "accounts" &&
    source.kind === "blend" &&
    source.parts.some((part) => part.kind === "condition" && tests(part.condition, key));
  return asks ? [{ kind: "measure", name, fate: "stays" }] : [];
}

function ruleReads(rule: RoutingRule, table: TableName, key: string, role: ColumnRole | null): boolean {
  const fields = [
    ...rule.tests.flatMap((test) => (test.kind === "cell" ? [test.field] : [])),
    ...targetFields(rule.target),
  ];
  return fields.some((field) =>
    field.kind === "role"
      ? field.role === role && (table === "accounts" || table === "leads")
      : field.table === table && field.column === key,
  );
}

function targetFields(target: RuleTarget): readonly RuleField[] {
  return target.kind === "unit" || target.kind === "account" ? [target.field] : [];
}

function tests(condition: Condition, key: string): boolean {
  return condition.tests.some(({ column }) => column === key);
}
