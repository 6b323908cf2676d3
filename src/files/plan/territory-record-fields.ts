import * as v from "valibot";
import type { CutOut } from "../../model/planning/cut-out";
import type { FamilyChoice } from "../../model/planning/family-choice";
import type { Holdout } from "../../model/planning/holdout";
import type { LevelNames } from "../../model/planning/levels";
import type { NamedAccount } from "../../model/planning/named-account";
import type { Segmentation } from "../../model/planning/segmentation";
import type { UnitSetRecord, UnitsInUse } from "../../model/planning/unit-set";
import { conditionFields, idText, limit, number } from "./shared-fields";

const text = v.string();
const only = v.literal("");

const segmentations: v.GenericSchema<unknown, Segmentation> = v.looseObject({
  id: idText,
  name: text,
  segments: v.array(v.looseObject({ id: idText, name: text, color: text, condition: conditionFields })),
});

const namedAccounts: v.GenericSchema<unknown, NamedAccount> = v.looseObject({
  id: idText,
  account: number,
  rep: number,
  territory: v.nullable(text),
});

const holdouts: v.GenericSchema<unknown, Holdout> = v.looseObject({
  id: idText,
  deal: number,
  rep: number,
  until: limit,
});

const families: v.GenericSchema<unknown, FamilyChoice> = v.looseObject({ id: only, together: v.boolean() });

const levels: v.GenericSchema<unknown, LevelNames> = v.looseObject({
  id: only,
  names: v.pipe(v.array(text), v.minLength(1)),
});

const territory = v.looseObject({
  id: idText,
  name: text,
  color: text,
  group: v.nullable(text),
  coverage: v.array(v.looseObject({ rep: number, role: text })),
  share: number,
  segments: v.optional(v.array(text)),
});

const cutOuts: v.GenericSchema<unknown, CutOut> = v.looseObject({
  id: only,
  plan: idText,
  scenario: idText,
  layer: idText,
  group: idText,
  base: v.looseObject({
    territories: v.array(territory),
    groups: v.array(v.looseObject({ id: idText, name: text, parent: v.nullable(text) })),
    accounts: v.array(v.array(number)),
    units: v.optional(v.array(v.array(number))),
    locks: v.array(v.looseObject({ account: number, lock: v.looseObject({ reason: text, until: limit }) })),
  }),
});

const unitSets: v.GenericSchema<unknown, UnitSetRecord> = v.looseObject({
  id: idText,
  name: text,
  unit: text,
  approximate: v.boolean(),
  areas: v.nullable(text),
});

const units: v.GenericSchema<unknown, UnitsInUse> = v.looseObject({
  id: only,
  set: v.looseObject({ id: idText, name: text, unit: text, approximate: v.boolean() }),
});

/** What the records about who gets which accounts must be, by collection. */
export const TERRITORY_SCHEMAS = {
  segmentations,
  namedAccounts,
  holdouts,
  families,
  levels,
  cutOuts,
  unitSets,
  units,
};
