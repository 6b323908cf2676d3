import type { Patch } from "../patch";
import type { Plan } from "../plan";
import type { PlanningCollection, PlanningTypes } from "../planning/planning-records";

/**
 * Adds a planning record (at `at`, by default behind the others), replaces the one with its id, or with `to` null removes it.
 * `label` is what undo calls it.
 */
export function setPlanningRecord<Collection extends PlanningCollection>(
  plan: Plan,
  collection: Collection,
  id: string,
  to: PlanningTypes[Collection] | null,
  label: string,
  at?: number,
): Patch {
  const records: readonly PlanningTypes[Collection][] = plan.planning[collection];
  const found = records.findIndex((record) => record.id === id);
  const from = records[found] ?? null;
  const cause = { kind: "action", action: `set-${collection}` } as const;
  if (from === to) return { label, cause, changes: [] };
  const place = found >= 0 ? found : (at ?? records.length);
  return { label, cause, changes: [{ kind: "planning", collection, id, at: place, from, to }] };
}

/** Puts a record at another place of its collection: order matters for rules. */
export function movePlanningRecord<Collection extends PlanningCollection>(
  plan: Plan,
  collection: Collection,
  id: string,
  at: number,
  label: string,
): Patch {
  const records: readonly PlanningTypes[Collection][] = plan.planning[collection];
  const found = records.findIndex((record) => record.id === id);
  const record = records[found];
  const cause = { kind: "action", action: `move-${collection}` } as const;
  const place = Math.max(0, Math.min(at, records.length - 1));
  if (!record || found === place) return { label, cause, changes: [] };
  return {
    label,
    cause,
    changes: [
      { kind: "planning", collection, id, at: found, from: record, to: null },
      { kind: "planning", collection, id, at: place, from: null, to: record },
    ],
  };
}
