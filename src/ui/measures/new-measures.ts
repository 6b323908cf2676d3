import type { Measure, MeasureSource } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { columnByRole } from "../../model/table";
import { measurableColumns, summableColumns } from "./measure-columns";

/** A measure that can be added. */
export interface NewMeasure {
  readonly group: "Columns" | "Worked out" | "Units";
  readonly label: string;
  readonly name: string;
  readonly source: MeasureSource;
  /** True where its label says why it cannot be added. */
  readonly disabled?: boolean;
}

/** What the plan could measure and does not yet; blends and lifetime values can be added any number of times. */
export function newMeasures(plan: Plan): readonly NewMeasure[] {
  const { tables, measures } = plan;
  const has = (kind: MeasureSource["kind"], key?: string) =>
    measures.some(({ source }) => source.kind === kind && (!("column" in source) || source.column === key));
  const columns = measurableColumns(plan);
  const offered: NewMeasure[] = [];
  if (!has("accounts")) {
    offered.push({
      group: "Columns",
      label: "Number of accounts",
      name: "Accounts",
      source: { kind: "accounts" },
    });
  }
  for (const { key, header, reason } of columns) {
    if (has("column", key)) continue;
    const label = reason ? `${header} (${reason})` : header;
    const source = { kind: "column", column: key } as const;
    offered.push({ group: "Columns", label, name: header, source, disabled: reason !== null });
  }
  if (!has("workload")) {
    const name = "Workload";
    offered.push({
      group: "Worked out",
      label: "Workload: visits and travel",
      name,
      source: { kind: "workload" },
    });
  }
  offered.push({
    group: "Worked out",
    label: "Blend of columns and points",
    name: freeName(measures, "Blend"),
    source: { kind: "blend", parts: [] },
  });
  const money =
    columnByRole(tables.accounts, "revenue") ??
    columns.find(({ type, reason }) => type === "currency" && !reason);
  if (money) {
    offered.push({
      group: "Worked out",
      label: "Customer lifetime value",
      name: freeName(measures, "Lifetime value"),
      source: { kind: "lifetime", column: money.key, margin: 0.4, retention: 0.85, discount: 0.1 },
    });
  }
  for (const { key, header } of summableColumns(tables.units)) {
    if (has("unit-column", key)) continue;
    offered.push({
      group: "Units",
      label: header,
      name: header,
      source: { kind: "unit-column", column: key },
    });
  }
  return offered;
}

function freeName(measures: readonly Measure[], wanted: string): string {
  const names = new Set(measures.map(({ name }) => name));
  let [name, number] = [wanted, 2];
  while (names.has(name)) name = `${wanted} ${number++}`;
  return name;
}
