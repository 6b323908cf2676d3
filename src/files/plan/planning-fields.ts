import * as v from "valibot";
import type { CutOut } from "../../model/planning/cut-out";
import type { FamilyChoice } from "../../model/planning/family-choice";
import type { FitSettings } from "../../model/planning/fit-settings";
import type { Holdout } from "../../model/planning/holdout";
import type { LevelNames } from "../../model/planning/levels";
import type { NamedAccount } from "../../model/planning/named-account";
import {
  NO_PLANNING,
  type PlanningCollection,
  type PlanningRecords,
  type PlanningTypes,
} from "../../model/planning/planning-records";
import type { RepLock } from "../../model/planning/rep-lock";
import type { Segmentation } from "../../model/planning/segmentation";
import { routingFields, ruleFields } from "./rule-fields";
import { conditionFields, idText } from "./shared-fields";

const segmentation: v.GenericSchema<unknown, Segmentation> = v.looseObject({
  id: idText,
  name: v.string(),
  segments: v.array(
    v.looseObject({ id: idText, name: v.string(), color: v.string(), condition: conditionFields }),
  ),
});

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

const only = v.literal("");

const namedAccount: v.GenericSchema<unknown, NamedAccount> = v.looseObject({
  id: idText,
  account: number,
  rep: number,
  territory: v.nullable(text),
});

const holdout: v.GenericSchema<unknown, Holdout> = v.looseObject({
  id: idText,
  deal: number,
  rep: number,
  until: limit,
});

const familyChoice: v.GenericSchema<unknown, FamilyChoice> = v.looseObject({
  id: only,
  together: v.boolean(),
});

const levelNames: v.GenericSchema<unknown, LevelNames> = v.looseObject({
  id: only,
  names: v.pipe(v.array(text), v.minLength(1)),
});

const cutOut: v.GenericSchema<unknown, CutOut> = v.looseObject({
  id: only,
  plan: idText,
  scenario: idText,
  layer: idText,
  group: idText,
  base: v.looseObject({
    territories: v.array(
      v.looseObject({
        id: idText,
        name: text,
        color: text,
        group: v.nullable(text),
        coverage: v.array(v.looseObject({ rep: number, role: text })),
        share: number,
        segments: v.optional(texts),
      }),
    ),
    groups: v.array(v.looseObject({ id: idText, name: text, parent: v.nullable(text) })),
    accounts: v.array(v.array(number)),
    locks: v.array(v.looseObject({ account: number, lock: v.looseObject({ reason: text, until: limit }) })),
  }),
});

/** What one record of each collection must be. */
export const PLANNING_SCHEMAS: {
  readonly [Collection in PlanningCollection]: v.GenericSchema<unknown, PlanningTypes[Collection]>;
} = {
  segmentations: segmentation,
  namedAccounts: namedAccount,
  holdouts: holdout,
  families: familyChoice,
  levels: levelNames,
  cutOuts: cutOut,
  rules: ruleFields,
  routing: routingFields,
  fit,
  repLocks: repLock,
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
