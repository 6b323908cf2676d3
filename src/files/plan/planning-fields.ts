import * as v from "valibot";
import type { Condition } from "../../model/condition";
import {
  NO_PLANNING,
  type PlanningCollection,
  type PlanningRecords,
  type PlanningTypes,
} from "../../model/planning/planning-records";
import type { Segmentation } from "../../model/planning/segmentation";

const text = v.string();
const idText = v.pipe(text, v.minLength(1));
const number = v.pipe(v.number(), v.finite());
const texts = v.array(text);
const limit = v.nullable(number);

const cellTest = v.variant("kind", [
  v.object({
    kind: v.literal("text"),
    match: v.picklist(["contains", "not-contains", "equals", "starts", "ends"]),
    text,
  }),
  v.object({ kind: v.literal("one-of"), texts }),
  v.object({ kind: v.literal("none-of"), texts }),
  v.object({ kind: v.literal("starts-with-any"), texts }),
  v.object({ kind: v.literal("range"), from: limit, to: limit }),
  v.object({ kind: v.literal("blank") }),
  v.object({ kind: v.literal("filled") }),
]);

/** Which rows of a table are meant. */
export const conditionFields: v.GenericSchema<unknown, Condition> = v.looseObject({
  match: v.picklist(["all", "any"]),
  tests: v.array(v.looseObject({ column: text, test: cellTest })),
});

const segmentation: v.GenericSchema<unknown, Segmentation> = v.looseObject({
  id: idText,
  name: text,
  segments: v.array(v.looseObject({ id: idText, name: text, color: text, condition: conditionFields })),
});

/** What one record of each collection must be. */
export const PLANNING_SCHEMAS: {
  readonly [Collection in PlanningCollection]: v.GenericSchema<unknown, PlanningTypes[Collection]>;
} = {
  segmentations: segmentation,
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
