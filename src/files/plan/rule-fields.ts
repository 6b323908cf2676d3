import * as v from "valibot";
import {
  POOL_SHARES,
  ROUTED_TABLES,
  type RoutingRule,
  type RoutingSettings,
  type RuleField,
  type RuleTarget,
  type RuleTest,
} from "../../model/planning/routing-rule";
import type { ColumnRole } from "../../model/table";
import { cellTestFields, idText } from "./shared-fields";

const text = v.string();
const texts = v.array(text);

const field: v.GenericSchema<unknown, RuleField> = v.variant("kind", [
  // A role that this version does not know is a field that no table has.
  v.looseObject({
    kind: v.literal("role"),
    role: text as unknown as v.GenericSchema<unknown, ColumnRole>,
  }),
  v.looseObject({ kind: v.literal("column"), table: v.picklist(ROUTED_TABLES), column: text, header: text }),
]);

const test: v.GenericSchema<unknown, RuleTest> = v.variant("kind", [
  v.looseObject({ kind: v.literal("cell"), field, test: cellTestFields }),
  v.looseObject({ kind: v.literal("segment"), segmentation: text, segments: texts }),
  v.looseObject({ kind: v.literal("nearest-territory"), territories: texts }),
]);

const target: v.GenericSchema<unknown, RuleTarget> = v.variant("kind", [
  v.looseObject({ kind: v.literal("unassigned") }),
  v.looseObject({ kind: v.literal("territory"), territory: text }),
  v.looseObject({ kind: v.literal("nearest-territory"), among: texts }),
  v.looseObject({
    kind: v.literal("unit"),
    field,
    length: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.looseObject({ kind: v.literal("account"), field }),
  v.looseObject({ kind: v.literal("rep"), rep: text }),
  v.looseObject({
    kind: v.literal("pool"),
    reps: v.array(v.looseObject({ rep: text, weight: v.pipe(v.number(), v.finite(), v.gtValue(0)) })),
    share: v.picklist(POOL_SHARES),
  }),
]);

/** What a rule must be. */
export const ruleFields: v.GenericSchema<unknown, RoutingRule> = v.looseObject({
  id: idText,
  name: text,
  enabled: v.boolean(),
  rows: v.picklist(["both", ...ROUTED_TABLES]),
  match: v.picklist(["all", "any"]),
  tests: v.array(test),
  target,
  eligibility: v.looseObject({
    away: v.boolean(),
    dailyCap: v.boolean(),
    language: v.boolean(),
    capacity: v.boolean(),
  }),
  otherwise: v.picklist(["next", "stop"]),
});

/** What the settings of all rules must be. */
export const routingFields: v.GenericSchema<unknown, RoutingSettings> = v.looseObject({
  id: v.literal(""),
  catchAll: target,
  dailyCap: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
});
