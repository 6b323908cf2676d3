import type { Patch } from "../patch";
import { type Layer, type Plan, scenarioById } from "../plan";
import type { Publication } from "../planning/publication";
import { setScenario } from "./plan-records";
import { setPlanningRecord } from "./set-planning-record";

/** What a publication needs beside the scenario. */
export interface PublicationTerms {
  /** Ids for the record and for the frozen copy. */
  readonly id: string;
  readonly frozen: string;
  /** Days since 1970-01-01. */
  readonly effective: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly author: string;
  readonly note: string;
  /** Counts disruption from now on against what is published. */
  readonly asBaseline: boolean;
}

/** Puts a scenario in force from a day on: freezes a copy of it, archived, so that what was in force can always be looked up. */
export function publishScenario(plan: Plan, source: string, terms: PublicationTerms): Patch {
  const scenario = scenarioById(plan, source);
  const { asBaseline, ...fields } = terms;
  const publication: Publication = { ...fields, source, name: scenario.name };
  const label = `Publish ${scenario.name}`;
  const copy = { ...scenario, id: terms.frozen, name: `${scenario.name} (published)`, archived: true };
  const freeze = setScenario(plan, terms.frozen, copy);
  const record = setPlanningRecord(plan, "publications", terms.id, publication, label);
  const baselines = asBaseline ? plan.layers.map((layer, at) => baselineChange(layer, at, scenario)) : [];
  return {
    label,
    cause: { kind: "action", action: "publish-scenario" },
    changes: [...freeze.changes, ...record.changes, ...baselines],
  };
}

function baselineChange(from: Layer, at: number, { alignments }: Plan["scenarios"][number]) {
  const to = { ...from, baseline: alignments[from.id] ?? from.baseline };
  return { kind: "record", collection: "layers", key: from.id, at, from, to } as const;
}

/** Takes a publication back; the frozen copy stays among the archived scenarios. */
export function withdrawPublication(plan: Plan, id: string): Patch {
  const name = plan.planning.publications.find((one) => one.id === id)?.name ?? "";
  return setPlanningRecord(plan, "publications", id, null, `Withdraw ${name}`);
}
