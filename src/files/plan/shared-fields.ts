import * as v from "valibot";
import type { CellTest, Condition } from "../../model/condition";

const text = v.string();
/** An id or a key. */
export const idText = v.pipe(text, v.minLength(1));
/** A number that JSON holds. */
export const number = v.pipe(v.number(), v.finite());
const texts = v.array(text);
/** A number, or null for no limit. */
export const limit = v.nullable(number);

/** What a cell must be. */
export const cellTestFields: v.GenericSchema<unknown, CellTest> = v.variant("kind", [
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
  tests: v.array(v.looseObject({ column: text, test: cellTestFields })),
});
