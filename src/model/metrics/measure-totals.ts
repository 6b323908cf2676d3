import type { Alignment } from "../alignment";
import { formulaReads } from "../formula/measured-formulas";
import type { Measure } from "../measure";
import type { AssignmentChange } from "../patch";
import { alignmentAt, type Plan } from "../plan";
import { columnByRole, type TableName } from "../table";
import { blendColumns } from "./blend-values";
import { measureValues, unitValues } from "./measure-values";
import { territoryTotals, updateTerritoryTotals } from "./territory-totals";
import { visitColumns } from "./visit-plan";
import type { WorkloadFigures } from "./workload";

/** What each territory holds of a measure, by slot. `workload` may be null only where the measure is not of workload. */
export function measureTotals(
  plan: Plan,
  alignment: Alignment,
  measure: Measure,
  workload: WorkloadFigures | null,
): Float64Array {
  switch (measure.source.kind) {
    case "workload":
      return hoursOf(workload);
    case "unit-column":
      return unitTotals(alignment, unitValues(plan.tables.units, measure.source.column));
    default:
      return territoryTotals(alignment, measureValues(plan.tables.accounts, measure));
  }
}

/** The same after accounts moved, in time proportional to the accounts moved and to the units. `workload` is that after the move. */
export function updateMeasureTotals(
  totals: Float64Array,
  plan: Plan,
  measure: Measure,
  workload: WorkloadFigures | null,
  change: AssignmentChange,
): Float64Array {
  switch (measure.source.kind) {
    case "workload":
      return hoursOf(workload);
    case "unit-column":
      // units may have moved with the accounts, and there are few of them
      return unitTotals(alignmentAt(plan, change.path), unitValues(plan.tables.units, measure.source.column));
    default:
      return updateTerritoryTotals(totals, measureValues(plan.tables.accounts, measure), change);
  }
}

/** Whether a plan balances or shows workload, so that its figures have to drive. */
export function measuresWorkload({ measures }: Plan): boolean {
  return measures.some(({ source }) => source.kind === "workload");
}

/** Whether a plan balances or shows a column of the units, so that it matters who has which unit. */
export function measuresUnits({ measures }: Plan): boolean {
  return measures.some(({ source }) => source.kind === "unit-column");
}

/** Whether the figures of a plan depend on the cells of a column. Places are left out: they move everything. */
export function isMeasured(plan: Plan, table: TableName, key: string): boolean {
  const { tables, measures } = plan;
  switch (table) {
    case "accounts":
      return (
        columnByRole(tables.accounts, "revenue")?.key === key ||
        measures.some(({ source }) => {
          const reads = (column: string) => column === key || formulaReads(plan, column, key);
          if (source.kind === "column" || source.kind === "lifetime") return reads(source.column);
          if (source.kind === "blend") return blendColumns(source.parts).some(reads);
          return source.kind === "workload" && visitColumns(plan).includes(key);
        })
      );
    case "units":
      return measures.some(({ source }) => source.kind === "unit-column" && source.column === key);
    case "reps": {
      const role = tables.reps.columns.find((column) => column.key === key)?.role;
      return measures.some(({ target, capacity }) => {
        if (capacity?.kind === "column" && capacity.column === key) return true;
        if (target?.kind === "ramp") return role === "since" || role === "ramp";
        return role !== null && role !== undefined && target?.kind === role;
      });
    }
    default:
      return false;
  }
}

function hoursOf(workload: WorkloadFigures | null): Float64Array {
  if (!workload) throw new Error("Expected the workload of a plan that measures it, got none.");
  return workload.hours;
}

function unitTotals({ territories, territoryOfUnit }: Alignment, values: Float64Array): Float64Array {
  const totals = new Float64Array(territories.length);
  for (let unit = 0; unit < values.length; unit++) totals[territoryOfUnit[unit] ?? 0]! += values[unit]!;
  return totals;
}
