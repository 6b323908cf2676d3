import * as v from "valibot";
import type { FitSettings } from "../../model/planning/fit-settings";
import {
  NO_PLANNING,
  type PlanningCollection,
  type PlanningRecords,
  type PlanningTypes,
} from "../../model/planning/planning-records";
import type { RepLock } from "../../model/planning/rep-lock";
import { workloadFields } from "./measure-fields";
import { moveNoteFields, publicationFields } from "./publication-fields";
import { routingFields, ruleFields } from "./rule-fields";
import { idText, limit, number } from "./shared-fields";
import { SHEET_SCHEMAS } from "./sheet-record-fields";
import { TERRITORY_SCHEMAS } from "./territory-record-fields";

const atLeast0 = v.pipe(number, v.minValue(0));
const above0 = v.pipe(number, v.gtValue(0));

const fit: v.GenericSchema<unknown, FitSettings> = v.looseObject({
  id: v.literal(""),
  weights: v.looseObject({
    language: atLeast0,
    industry: atLeast0,
    relationship: atLeast0,
    seniority: atLeast0,
    distance: atLeast0,
    skills: atLeast0,
  }),
  halfKm: above0,
  halfLifeDays: above0,
  halfTenureYears: above0,
  asOf: limit,
});

const repLock: v.GenericSchema<unknown, RepLock> = v.looseObject({
  id: idText,
  rep: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
});

/** What one record of each collection must be. */
export const PLANNING_SCHEMAS: {
  readonly [Collection in PlanningCollection]: v.GenericSchema<unknown, PlanningTypes[Collection]>;
} = {
  ...TERRITORY_SCHEMAS,
  rules: ruleFields,
  routing: routingFields,
  fit,
  repLocks: repLock,
  workload: workloadFields,
  publications: publicationFields,
  moveNotes: moveNoteFields,
  ...SHEET_SCHEMAS,
};

/** Collections by name. Those that a file does not have are empty, and those that this version does not know ride along. */
export const planningFields = v.looseObject(
  Object.fromEntries(
    Object.entries(PLANNING_SCHEMAS).map(([collection, record]) => [
      collection,
      v.optional(v.array(record as v.GenericSchema)),
    ]),
  ),
);
export type PlanningFields = v.InferOutput<typeof planningFields>;

export function planningToFields(planning: PlanningRecords): PlanningFields {
  return Object.fromEntries(
    Object.entries(planning).map(([collection, records]) => [collection, [...records]]),
  );
}

/** `fields` have passed `planningFields`. */
export function planningOfFields(fields: PlanningFields): PlanningRecords {
  const present = Object.entries(fields).filter(([, records]) => records !== undefined);
  return { ...NO_PLANNING, ...Object.fromEntries(present) };
}
