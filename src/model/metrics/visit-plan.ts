import type { Plan } from "../plan";
import type { Segmentation } from "../planning/segmentation";
import { DEFAULT_WORKLOAD, type VisitRow, type Workload } from "../planning/workload";
import { segmentMembership } from "../segments";
import { columnByKey, columnByRole, type Table } from "../table";
import { conditionColumns } from "./blend-values";
import { type Remembered, remembered } from "./remembered";

/** What each account asks for in a year, by account row; deleted accounts ask for nothing. Shared: do not write to it. */
export interface VisitPlan {
  readonly visits: Float64Array;
  /** Hours with the customer: visits × minutes per visit. */
  readonly hours: Float64Array;
}

/** The plan's workload record, or the usual one: visits by the column with that role, else the same for all. */
export function workloadOf({ planning, tables: { accounts } }: Plan): Workload {
  const [record] = planning.workload;
  if (record) return record;
  const column = columnByRole(accounts, "visits");
  return column?.kind === "number"
    ? remembered(defaults, column.values, [], () => ({
        ...DEFAULT_WORKLOAD,
        visits: { kind: "column", column: column.key } as const,
      }))
    : DEFAULT_WORKLOAD;
}
const defaults: Remembered<Float64Array, Workload> = new WeakMap();

const memory: Remembered<Float64Array, VisitPlan> = new WeakMap();

/** Visits and hours with the customer by the plan's workload record. */
export function visitPlan(plan: Plan): VisitPlan {
  const { accounts } = plan.tables;
  const workload = workloadOf(plan);
  const { visits, otherwise, minutes } = workload;
  const segmentation = segmentationOf(plan, workload);
  const columns = visitColumns(plan).map((key) => columnByKey(accounts, key));
  const from = [accounts.deleted, visits, otherwise, minutes, segmentation, ...columns];
  return remembered(memory, accounts.ids, from, () => countVisits(accounts, workload, segmentation));
}

/** Keys of the account columns that the visits depend on. */
export function visitColumns(plan: Plan): readonly string[] {
  const workload = workloadOf(plan);
  const { visits } = workload;
  switch (visits.kind) {
    case "column":
    case "choice":
      return [visits.column];
    case "segments":
      return (segmentationOf(plan, workload)?.segments ?? []).flatMap(({ condition }) =>
        conditionColumns(condition),
      );
    case "same":
      return [];
  }
}

function segmentationOf({ planning }: Plan, { visits }: Workload): Segmentation | undefined {
  if (visits.kind !== "segments") return undefined;
  return planning.segmentations.find(({ id }) => id === visits.segmentation);
}

function countVisits(
  accounts: Table,
  { visits: source, otherwise, minutes }: Workload,
  segmentation: Segmentation | undefined,
): VisitPlan {
  const visits = new Float64Array(accounts.count).fill(otherwise);
  const hours = new Float64Array(accounts.count).fill(minutes / 60);
  const setRow = (row: number, rule: VisitRow | undefined) => {
    if (!rule) return;
    visits[row] = rule.visits;
    if (rule.minutes !== null) hours[row] = rule.minutes / 60;
  };
  if (source.kind === "column") {
    const column = columnByKey(accounts, source.column);
    if (column?.kind === "number") {
      for (let row = 0; row < accounts.count; row++) {
        const value = column.values[row]!;
        if (value >= 0 && Number.isFinite(value)) visits[row] = value;
      }
    }
  } else if (source.kind === "choice") {
    const column = columnByKey(accounts, source.column);
    if (column?.kind === "text") {
      const ruleOf: (VisitRow | undefined)[] = [];
      for (const rule of source.rows) {
        const code = rule.key === "" ? 0 : column.dictionary.find(rule.key);
        if (code !== undefined) ruleOf[code] = rule;
      }
      for (let row = 0; row < accounts.count; row++) setRow(row, ruleOf[column.codes[row]!]);
    }
  } else if (source.kind === "segments" && segmentation) {
    const { of } = segmentMembership(accounts, segmentation);
    const rules = segmentation.segments.map(({ id }) => source.rows.find(({ key }) => key === id));
    for (let row = 0; row < accounts.count; row++) setRow(row, rules[of[row]! - 1]);
  }
  for (let row = 0; row < accounts.count; row++) {
    if (accounts.deleted?.[row]) visits[row] = 0;
    hours[row] = visits[row]! * hours[row]!;
  }
  return { visits, hours };
}
