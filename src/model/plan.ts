import type { Alignment } from "./alignment";
import type { Condition } from "./condition";
import type { Measure } from "./measure";
import type { PlanningRecords } from "./planning/planning-records";
import { EMPTY_TABLE, type Table, type TableName } from "./table";

export type { Measure, MeasureSource } from "./measure";

/** One alignment of each scenario over the same accounts: the main one, or an overlay for specialists. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  /** The alignment as imported, against which disruption is counted; null where none came with the accounts. */
  readonly baseline: Alignment | null;
  /** The accounts that count and can be assigned in it; absent = all. */
  readonly eligible?: Condition | undefined;
}

/** One complete alignment of the plan, layer by layer. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
  /** By layer id; every layer of the plan has one. */
  readonly alignments: Readonly<Record<string, Alignment>>;
}

export interface PlanSettings {
  /** BCP 47 tag for numbers and dates, e.g. "en-US". */
  readonly locale: string;
  /** ISO 4217 code for money, e.g. "USD". */
  readonly currency: string;
  readonly distanceUnit: "km" | "mi";
  /** IANA name, e.g. "America/Chicago". */
  readonly timeZone: string;
}

/** The document: an immutable value over typed-array columns. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly settings: PlanSettings;
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly measures: readonly Measure[];
  readonly layers: readonly Layer[];
  readonly scenarios: readonly Scenario[];
  readonly planning: PlanningRecords;
  /** The day for which locks are judged, in days since 1970-01-01: whoever opens the plan says it. Absent = before any lock expires. */
  readonly day?: number | undefined;
  /** Parts of a plan file that this version does not know, kept for those that do. */
  readonly unknown: UnknownParts;
}

/** Fields of `plan.json` and whole members of a plan file that this version does not know. */
export interface UnknownParts {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly members: ReadonlyMap<string, Uint8Array>;
}

export const NO_UNKNOWN_PARTS: UnknownParts = { fields: {}, members: new Map() };

export const EMPTY_TABLES: Readonly<Record<TableName, Table>> = {
  accounts: EMPTY_TABLE,
  leads: EMPTY_TABLE,
  deals: EMPTY_TABLE,
  reps: EMPTY_TABLE,
  units: EMPTY_TABLE,
};

/** Where an alignment stands in the plan. */
export interface AlignmentPath {
  readonly scenario: string;
  readonly layer: string;
}

/** The scenario with this id. Throws if the plan has none. */
export function scenarioById(plan: Plan, id: string): Scenario {
  const scenario = plan.scenarios.find((candidate) => candidate.id === id);
  if (!scenario) throw new Error(`Expected a scenario "${id}", got none in plan "${plan.name}".`);
  return scenario;
}

/** The alignment at a path. Throws if the plan has none. */
export function alignmentAt(plan: Plan, path: AlignmentPath): Alignment {
  const alignment = scenarioById(plan, path.scenario).alignments[path.layer];
  if (!alignment) throw new Error(`Expected a layer "${path.layer}" in scenario "${path.scenario}".`);
  return alignment;
}

/** The frozen alignment a path is compared with, or null. */
export function baselineAt(plan: Plan, path: AlignmentPath): Alignment | null {
  return plan.layers.find((layer) => layer.id === path.layer)?.baseline ?? null;
}

/** The plan with another alignment at a path. */
export function withAlignment(plan: Plan, path: AlignmentPath, alignment: Alignment): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) =>
      scenario.id === path.scenario
        ? { ...scenario, alignments: { ...scenario.alignments, [path.layer]: alignment } }
        : scenario,
    ),
  };
}
