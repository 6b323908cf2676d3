import type { Patch, RecordTypes } from "../patch";
import type { Measure, Plan, PlanSettings, Scenario } from "../plan";

/** Gives the plan another name. */
export function renamePlan(plan: Plan, name: string): Patch {
  return record(`Rename the plan to ${name}`, "name", "", 0, plan.name, name);
}

/** Changes locale, currency, units of distance or time zone. */
export function changeSettings(plan: Plan, fields: Partial<PlanSettings>): Patch {
  const to = { ...plan.settings, ...fields };
  return record("Change the plan's settings", "settings", "", 0, plan.settings, to);
}

/** Adds a measure, replaces the one with its id, or with `to` null removes it. */
export function setMeasure(plan: Plan, id: string, to: Measure | null): Patch {
  const at = plan.measures.findIndex((measure) => measure.id === id);
  const from = plan.measures[at] ?? null;
  const verb = !from ? "Add" : to ? "Change" : "Remove";
  const label = `${verb} measure ${(to ?? from)?.name ?? ""}`;
  return record(label, "measures", id, at < 0 ? plan.measures.length : at, from, to);
}

/** Adds a scenario, replaces the one with its id, or with `to` null deletes it. A plan keeps at least one. */
export function setScenario(plan: Plan, id: string, to: Scenario | null): Patch {
  const at = plan.scenarios.findIndex((scenario) => scenario.id === id);
  const from = plan.scenarios[at] ?? null;
  if (!to && plan.scenarios.length === 1)
    throw new Error("Expected to keep at least one scenario, got none.");
  const verb = !from ? "Create" : to ? "Change" : "Delete";
  const label = `${verb} scenario ${(to ?? from)?.name ?? ""}`;
  return record(label, "scenarios", id, at < 0 ? plan.scenarios.length : at, from, to);
}

function record<Collection extends keyof RecordTypes>(
  label: string,
  collection: Collection,
  key: string,
  at: number,
  from: RecordTypes[Collection] | null,
  to: RecordTypes[Collection] | null,
): Patch {
  const change = { kind: "record", collection, key, at, from, to } as Patch["changes"][number];
  return { label, cause: { kind: "action", action: `set-${collection}` }, changes: [change] };
}
