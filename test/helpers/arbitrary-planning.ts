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
    namedAccounts: [
      { id: "named", account: 7, rep: 8, territory: null },
      { id: "lost", account: 9, rep: 10, territory: "gone" },
    ],
    holdouts: [{ id: "held", deal: 11, rep: 8, until: 20_000.5 }],
    families: [{ id: "", together: true }],
    levels: [{ id: "", names: ["Zone", "=1+1", "Patch"] }],
    cutOuts: [
      {
        id: "",
        plan: "whole",
        scenario: "current",
        layer: "main",
        group: "west",
        base: {
          territories: [
            {
              id: "t",
              name: "T",
              color: "#123456",
              group: "west",
              coverage: [{ rep: 8, role: "primary" }],
              share: 1,
              segments: ["large"],
            },
          ],
          groups: [{ id: "west", name: "West", parent: null }],
          accounts: [[7, 9]],
          locks: [{ account: 7, lock: { reason: "key", until: null } }],
        },
      },
    ],
    fit: [
      {
        id: "",
        weights: { language: 0, industry: 2.5, relationship: 4, seniority: 2, distance: 3, skills: 1 },
        halfKm: 80.5,
        halfLifeDays: 90,
        halfTenureYears: 1.5,
        asOf: 20_000,
      },
    ],
    repLocks: [{ id: "territory-A", rep: 9_007_199_254_740_991 }],
  };
}
