import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { Segmentation } from "../planning/segmentation";
import { segmentIds } from "../segments";
import { setPlanningRecord } from "./set-planning-record";

/**
 * Adds a segmentation, replaces the one with its id, or with `to` null removes it. Territories of all scenarios that were limited to
 * segments which are gone then, are limited to what they list beside, and to nothing where that is all.
 */
export function setSegmentation(plan: Plan, id: string, to: Segmentation | null, label: string): Patch {
  const patch = setPlanningRecord(plan, "segmentations", id, to, label);
  const from = plan.planning.segmentations.find((record) => record.id === id);
  const kept = new Set(to ? segmentIds(to) : []);
  const gone = new Set(from ? segmentIds(from).filter((segment) => !kept.has(segment)) : []);
  if (gone.size === 0 || patch.changes.length === 0) return patch;
  return { ...patch, changes: [...patch.changes, ...withoutSegments(plan, gone)] };
}

function withoutSegments(plan: Plan, gone: ReadonlySet<string>): Change[] {
  return plan.scenarios.flatMap((scenario) =>
    Object.entries(scenario.alignments).flatMap(([layer, { territories }]) =>
      territories.flatMap((from, slot): Change[] => {
        if (!from?.segments?.some((segment) => gone.has(segment))) return [];
        const segments = from.segments.filter((segment) => !gone.has(segment));
        const { segments: _, ...rest } = from;
        const to = segments.length > 0 ? { ...rest, segments } : rest;
        return [{ kind: "territory", path: { scenario: scenario.id, layer }, slot, from, to }];
      }),
    ),
  );
}
