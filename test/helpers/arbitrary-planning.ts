import type { Condition } from "../../src/model/condition";
import type { PlanningRecords } from "../../src/model/planning/planning-records";
import type { RoutingRule, RuleField, RuleTarget } from "../../src/model/planning/routing-rule";

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
    rules: EVERY_TARGET.map(everyRule),
    routing: [{ id: "", catchAll: { kind: "nearest-territory", among: [] }, dailyCap: 12 }],
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
    publications: [
      {
        id: "spring",
        frozen: "frozen",
        source: "current",
        name: 'Ö, "plan"',
        effective: 20_500,
        publishedAt: 1_700_000_000_000,
        author: "Kim",
        note: "=note",
      },
    ],
    moveNotes: [{ id: "00000000001", text: "Tell Ann,\nthen Bob" }],
    columns: [
      {
        id: "f",
        table: "accounts",
        header: "=1+1",
        source: { kind: "formula", text: "=[Ö] * 0.3", type: "currency" },
      },
      {
        id: "s",
        table: "accounts",
        header: "Then",
        source: { kind: "scenario-territory", scenario: "gone" },
      },
      {
        id: "m",
        table: "territories",
        header: "Change",
        source: { kind: "measure-change", measure: "accounts", from: "current", to: "frozen" },
      },
    ],
    views: [
      {
        id: "v",
        name: "=Ö",
        table: "accounts",
        quick: "née",
        filters: [
          { column: "c1", filter: { kind: "text", match: "ends", text: "=1+1" } },
          { column: "c2", filter: { kind: "values", values: ["", "Ö"] } },
          { column: "c3", filter: { kind: "range", from: null, to: -1.5 } },
          { column: "c4", filter: { kind: "blank" } },
          { column: "c5", filter: { kind: "filled" } },
          { column: "c6", filter: { kind: "one-of", texts: ["a", "=B"] } },
          { column: "c7", filter: { kind: "values", values: ["1.5"], except: true } },
          { column: "c8", filter: { kind: "top", count: 2.5, percent: true, bottom: false } },
          { column: "c9", filter: { kind: "average", above: false } },
          { column: "c10", filter: { kind: "period", period: "quarter", offset: -1 } },
          { column: "c11", filter: { kind: "days", back: 30, ahead: 0 } },
        ],
        sorting: [{ column: "c1", descending: true }],
        groups: [
          { column: "@territory", by: { kind: "value" } },
          { column: "c3", by: { kind: "band", size: 0.5 } },
          { column: "c6", by: { kind: "period", period: "week" } },
        ],
        groupOrder: { by: "subtotal", column: "c3", descending: true },
        aggregates: [{ column: "c3", aggregate: "average" }],
        columns: [
          { column: "c1", width: 120, hidden: false, pinned: true },
          { column: "c2", width: null, hidden: true, pinned: false },
        ],
      },
    ],
    comments: [
      {
        id: "q",
        table: "accounts",
        row: 7,
        column: "c1",
        notes: [
          { text: "Why?\n=1+1", author: "Kim", at: 1_700_000_000_000 },
          { text: "", author: "", at: 1_700_000_000_001 },
        ],
        resolvedAt: null,
      },
      {
        id: "r",
        table: "territories",
        row: "west",
        column: "@name",
        notes: [{ text: "Done", author: "Kim", at: 1 }],
        resolvedAt: 2,
      },
    ],
    columnRules: [
      {
        id: "accounts:c1",
        table: "accounts",
        column: "c1",
        validation: { kind: "choices", choices: ["", "=1+1"], strict: true, required: false },
        coloring: null,
      },
      {
        id: "accounts:c2",
        table: "accounts",
        column: "c2",
        validation: { kind: "range", from: 0, to: null, strict: false, required: true },
        coloring: { kind: "scale", scale: "diverging", middle: 100, reversed: true },
      },
    ],
    unitSets: [{ id: "own:a", name: "=Ö", unit: "", approximate: true, areas: "H4sIAA==" }],
    units: [{ id: "", set: { id: "us-county", name: "US counties", unit: "County", approximate: false } }],
    workload: [
      {
        id: "",
        visits: {
          kind: "segments",
          segmentation: "size",
          rows: [
            { key: "large", visits: 24.5, minutes: null },
            { key: "rest", visits: 0, minutes: 30 },
          ],
        },
        otherwise: 4,
        minutes: 50,
        travel: { circuity: 1.25, urbanKmh: 30, urbanKm: 12.5, ruralKmh: 85, visitsPerTrip: 6 },
        selling: { daysPerYear: 210, hoursPerDay: 7.5, share: 0.55 },
      },
    ],
  };
}

const FIELD: RuleField = { kind: "column", table: "leads", column: "c7", header: "=1+1" };

const EVERY_TARGET: readonly RuleTarget[] = [
  { kind: "unassigned" },
  { kind: "territory", territory: "west" },
  { kind: "nearest-territory", among: ["west"] },
  { kind: "unit", field: { kind: "role", role: "postalCode" }, length: 3 },
  { kind: "unit", field: FIELD, length: null },
  { kind: "account", field: FIELD },
  { kind: "rep", rep: "00000000001" },
  { kind: "pool", reps: [{ rep: "00000000001", weight: 0.5 }], share: "weights" },
];

function everyRule(target: RuleTarget, i: number): RoutingRule {
  return {
    id: `rule-${i}`,
    name: `Ö ${i}`,
    enabled: i % 2 === 0,
    rows: (["both", "accounts", "leads"] as const)[i % 3]!,
    match: i % 2 === 0 ? "all" : "any",
    tests: [
      ...EVERY_TEST.tests.map(({ test }) => ({ kind: "cell", field: FIELD, test }) as const),
      { kind: "segment", segmentation: "size", segments: ["large"] },
      { kind: "nearest-territory", territories: ["west"] },
    ],
    target,
    eligibility: { away: true, dailyCap: false, language: true, capacity: false },
    otherwise: i % 2 === 0 ? "next" : "stop",
  };
}
