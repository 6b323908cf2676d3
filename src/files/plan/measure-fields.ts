import * as v from "valibot";
import type { Measure } from "../../model/measure";
import type { Workload } from "../../model/planning/workload";
import { conditionFields, number } from "./shared-fields";

const text = v.string();
const idText = v.pipe(text, v.minLength(1));
const atLeast0 = v.pipe(number, v.minValue(0));
const above0 = v.pipe(number, v.gtValue(0));

const blendPart = v.variant("kind", [
  v.looseObject({ kind: v.literal("column"), column: text, weight: number, scaled: v.boolean() }),
  v.looseObject({
    kind: v.literal("choice"),
    column: text,
    points: v.array(v.looseObject({ text, points: number })),
    otherwise: number,
  }),
  v.looseObject({ kind: v.literal("condition"), condition: conditionFields, points: number }),
]);

const source = v.variant("kind", [
  v.looseObject({ kind: v.literal("accounts") }),
  v.looseObject({ kind: v.literal("column"), column: text }),
  v.looseObject({ kind: v.literal("blend"), parts: v.array(blendPart) }),
  v.looseObject({
    kind: v.literal("lifetime"),
    column: text,
    margin: number,
    retention: number,
    discount: number,
  }),
  v.looseObject({ kind: v.literal("unit-column"), column: text }),
  v.looseObject({ kind: v.literal("workload") }),
]);

const target = v.variant("kind", [
  v.looseObject({ kind: v.literal("share") }),
  v.looseObject({ kind: v.literal("equal") }),
  v.looseObject({ kind: v.literal("quota") }),
  v.looseObject({ kind: v.literal("capacity") }),
  v.looseObject({ kind: v.literal("ramp"), from: number, months: above0 }),
]);

const capacity = v.variant("kind", [
  v.looseObject({ kind: v.literal("same"), most: atLeast0 }),
  v.looseObject({ kind: v.literal("column"), column: text }),
]);

/** One measure. What older files do not have is absent, which means the usual. */
export const measureFields: v.GenericSchema<unknown, Measure> = v.looseObject({
  id: idText,
  name: text,
  source,
  weight: number,
  tolerance: number,
  target: v.exactOptional(target),
  typed: v.exactOptional(v.record(text, number)),
  capacity: v.exactOptional(capacity),
});

const rows = v.array(v.looseObject({ key: text, visits: atLeast0, minutes: v.nullable(atLeast0) }));

/** What it takes to look after the accounts. */
export const workloadFields: v.GenericSchema<unknown, Workload> = v.looseObject({
  id: v.literal(""),
  visits: v.variant("kind", [
    v.looseObject({ kind: v.literal("column"), column: text }),
    v.looseObject({ kind: v.literal("choice"), column: text, rows }),
    v.looseObject({ kind: v.literal("segments"), segmentation: text, rows }),
    v.looseObject({ kind: v.literal("same") }),
  ]),
  otherwise: atLeast0,
  minutes: atLeast0,
  travel: v.looseObject({
    circuity: v.pipe(number, v.minValue(1)),
    urbanKmh: above0,
    urbanKm: atLeast0,
    ruralKmh: above0,
    visitsPerTrip: v.pipe(number, v.minValue(1)),
  }),
  selling: v.looseObject({ daysPerYear: above0, hoursPerDay: above0, share: above0 }),
});
