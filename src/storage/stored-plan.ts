import type { Plan } from "../model/plan";
import type { PlanSummary } from "../model/saved-plan";
import { liveCount } from "../model/table";
import type { StoredPlan, StoredRecord } from "./schema";
import { fromRecord, toRecord } from "./stored-record";

export function summaryOf({ id, name, tables, scenarios }: Plan, updatedAt: number): PlanSummary {
  const counts = {
    accounts: liveCount(tables.accounts),
    leads: liveCount(tables.leads),
    deals: liveCount(tables.deals),
    reps: liveCount(tables.reps),
    units: liveCount(tables.units),
  };
  return { id, name, updatedAt, counts, scenarios: scenarios.length };
}

export function planEntry(entry: StoredPlan): StoredRecord {
  return toRecord(entry);
}

/** The entry of a plan. Throws `DamagedRecord`. */
export function readPlanEntry(record: StoredRecord | undefined): StoredPlan {
  return fromRecord(record, "the plan's entry in the list") as StoredPlan;
}
