import type { Condition } from "../../src/model/condition";
import type { PlanningRecords } from "../../src/model/planning/planning-records";

/** A condition with a test of every kind. */
export const EVERY_TEST: Condition = {
  match: "any",
  tests: [
    { column: "c1", test: { kind: "text", match: "starts", text: "=1+1" } },
    { column: "c1", test: { kind: "one-of", texts: ["", "Ö"] } },
    { column: "c2", test: { kind: "none-of", texts: ["a"] } },
    { column: "c2", test: { kind: "starts-with-any", texts: ["75", "é"] } },
    { column: "c2", test: { kind: "range", from: null, to: -1.5 } },
    { column: "c3", test: { kind: "blank" } },
    { column: "c3", test: { kind: "filled" } },
  ],
};

/** Planning records of every collection. */
export function everyPlanningRecord(): PlanningRecords {
  return {
    segmentations: [
      {
        id: "size",
        name: "Size",
        segments: [
          { id: "large", name: "Large", color: "#1f77b4", condition: EVERY_TEST },
          { id: "rest", name: "Rest", color: "#ff7f0e", condition: { match: "all", tests: [] } },
        ],
      },
    ],
  };
}
