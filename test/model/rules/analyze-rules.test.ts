import fc from "fast-check";
import { expect, it } from "vitest";
import type { RoutingRule } from "../../../src/model/planning/routing-rule";
import { rowsOf } from "../../../src/model/row-bits";
import { analyzeRules, conflictsOf, rowsByRule } from "../../../src/model/rules/analyze-rules";
import { compareRouting } from "../../../src/model/rules/compare-routing";
import { dryRun, routeRows } from "../../../src/model/rules/route-rows";
import { inStates, rep, routingPlan, rule } from "../../helpers/routing-plan";
import { PATH } from "../../helpers/small-plan";

const reps = [{ name: "Ann" }, { name: "Bob" }];
const toAnn = { kind: "rep", rep: rep(1) } as const;
const toBob = { kind: "rep", rep: rep(2) } as const;
const LEADS = ["TX", "TX", "NY", "WA", "OH"].map((state) => ({ state }));
const forLeads = { rows: "leads" } as const;

function analyzed(rules: readonly RoutingRule[]) {
  const analysis = analyzeRules(routingPlan(reps, LEADS, rules), PATH);
  return { ...analysis, conflicts: (id: string) => conflictsOf(rules, analysis, id) };
}

it("counts what each rule takes, what earlier ones take from it, and what is left", () => {
  const { rules, left, conflicts } = analyzed([
    rule("texas", toAnn, [inStates("TX")], forLeads),
    rule("big", toBob, [inStates("TX", "NY")], forLeads),
    rule("texas again", toBob, [inStates("TX")], forLeads),
    rule("off", toBob, [inStates("OH")], { ...forLeads, enabled: false }),
    rule("nowhere", toBob, [inStates("XX")], forLeads),
  ]);
  expect(rules.map(({ meeting }) => meeting.leads)).toEqual([2, 3, 2, 1, 0]);
  expect(rules.map(({ taken }) => taken.leads)).toEqual([2, 1, 0, 0, 0]);
  expect(rules.map(({ shadow }) => shadow)).toEqual(["none", "part", "whole", "none", "none"]);
  expect(rules[1]!.shadowedBy).toEqual([{ rule: "texas", rows: { accounts: 0, leads: 2 } }]);
  expect(rules[2]!.shadowedBy).toEqual([{ rule: "texas", rows: { accounts: 0, leads: 2 } }]);
  expect(conflicts("texas")).toEqual([
    { rule: "big", rows: { accounts: 0, leads: 2 } },
    { rule: "texas again", rows: { accounts: 0, leads: 2 } },
  ]);
  // Both give to Bob.
  expect(conflicts("texas again").map((other) => other.rule)).toEqual(["texas"]);
  expect(conflicts("off")).toEqual([]);
  // WA and the OH of a rule that is off; no rule takes an account.
  expect(left).toEqual({ accounts: 8, leads: 2 });
});

it("names what a rule speaks of and the plan does not have", () => {
  const gone = { kind: "column", table: "leads", column: "x", header: "Campaign" } as const;
  const { rules } = analyzed([
    rule(
      "lost",
      { kind: "rep", rep: rep(9) },
      [{ kind: "cell", field: gone, test: { kind: "filled" } }],
      forLeads,
    ),
    rule("unsuited", { kind: "territory", territory: "gone" }, [
      { kind: "cell", field: { kind: "role", role: "employees" }, test: { kind: "one-of", texts: ["5"] } },
      { kind: "segment", segmentation: "size", segments: ["large"] },
    ]),
    rule("empty", { kind: "pool", reps: [], share: "turns" }, [], forLeads),
  ]);
  expect(rules.map(({ losses }) => losses)).toEqual([
    [
      { kind: "field", table: "leads", field: gone },
      { kind: "rep", id: rep(9) },
    ],
    [
      { kind: "field", table: "accounts", field: { kind: "role", role: "employees" } },
      { kind: "unsuited", table: "leads", field: { kind: "role", role: "employees" } },
      { kind: "segment", id: "large" },
      { kind: "territory", id: "gone" },
    ],
    [{ kind: "empty-pool" }],
  ]);
});

it("finds leads in segments by the fields that accounts have of the same meaning", () => {
  const plan = routingPlan(reps, [{ name: "Account 3" }, { name: "Someone" }]);
  const condition = {
    match: "all",
    tests: [{ column: "name", test: { kind: "text", match: "contains", text: "account" } }],
  } as const;
  const segments = [
    { id: "known", name: "Known", color: "#000000", condition },
    { id: "rest", name: "Rest", color: "#000000", condition: { match: "all", tests: [] } as const },
  ];
  const test = { kind: "segment", segmentation: "s", segments: ["rest"] } as const;
  const planning = {
    ...plan.planning,
    segmentations: [{ id: "s", name: "S", segments }],
    rules: [rule("rest", toAnn, [test])],
  };
  expect([...rowsOf(rowsByRule({ ...plan, planning }, PATH, "leads").taken[0]!)]).toEqual([1]);
  expect([...rowsOf(rowsByRule({ ...plan, planning }, PATH, "accounts").taken[0]!)]).toEqual([]);
});

it("says of the nearest territory what routing says", () => {
  const near = rule("near", toAnn, [{ kind: "nearest-territory", territories: ["territory-B"] }]);
  const places = [0, 0.3, 0.4, 0.7].map((north) => ({ latitude: 40 + north, longitude: -100 + north }));
  const plan = routingPlan(reps, [...places, {}], [near]);
  expect([...rowsOf(rowsByRule(plan, PATH, "leads").taken[0]!)]).toEqual([2, 3]);
});

it("leaves what a rule cannot place to the next, as a dry run does", () => {
  const leads = [{ latitude: 40.1, longitude: -100 }, {}, { state: "TX" }];
  const nearest = { kind: "nearest-territory", among: [] } as const;
  const numbers = (rules: readonly RoutingRule[]) => {
    const plan = routingPlan(reps, leads, rules);
    const analysis = analyzeRules(plan, PATH);
    const { byRule } = compareRouting(plan, PATH, "leads", dryRun(plan, PATH, "leads", 5));
    expect(analysis.rules.map(({ taken }) => taken.leads)).toEqual(
      rules.map(({ id }) => byRule.get(id) ?? 0),
    );
    expect(analysis.left.leads).toBe(byRule.get("") ?? 0);
    return analysis;
  };
  const found = numbers([rule("near", nearest), rule("texas", toAnn, [inStates("TX")])]);
  expect(found.rules.map(({ taken, missed, shadow }) => [taken.leads, missed.leads, shadow])).toEqual([
    [1, 2, "none"],
    [1, 0, "none"],
  ]);
  expect(found.left.leads).toBe(1);
  // One that stops keeps what it cannot place.
  const stopped = numbers([rule("near", nearest, [], { otherwise: "stop" })]);
  expect([stopped.rules[0]!.taken.leads, stopped.rules[0]!.missed.leads, stopped.left.leads]).toEqual([
    3, 2, 0,
  ]);
  // A rep who is gone places nothing.
  expect(numbers([rule("gone", { kind: "rep", rep: rep(9) })]).left.leads).toBe(3);
});

const arbitraryRules = fc.array(
  fc.record({
    states: fc.subarray(["TX", "NY", "WA"]),
    enabled: fc.boolean(),
    any: fc.boolean(),
    bob: fc.boolean(),
  }),
  { maxLength: 6 },
);

it("takes every row once or leaves it, and a rule in whole shadow is never the first to mean a row", () => {
  fc.assert(
    fc.property(arbitraryRules, (drawn) => {
      const rules = drawn.map(({ states, enabled, any, bob }, i) =>
        rule(
          `${i}`,
          bob ? toBob : toAnn,
          states.map((state) => inStates(state)),
          {
            enabled,
            match: any ? "any" : "all",
          },
        ),
      );
      const plan = routingPlan(reps, LEADS, rules);
      const analysis = analyzeRules(plan, PATH);
      const sum = analysis.rules.reduce((total, { taken }) => total + taken.leads, 0);
      expect(sum + analysis.left.leads).toBe(LEADS.length);
      const deciders = routeRows(plan, PATH, "leads", plan.tables.leads.ids.keys(), 0).map(
        (decision) => decision.rule?.id,
      );
      for (const { rule: id, taken, shadow, shadowedBy, meeting } of analysis.rules) {
        // Everyone is there and has room, so conditions alone decide.
        expect(deciders.filter((decider) => decider === id)).toHaveLength(taken.leads);
        if (shadow === "whole") expect(deciders).not.toContain(id);
        const shadowed = shadowedBy.reduce((total, { rows }) => total + rows.leads, 0);
        if (rules[Number(id)]!.enabled) expect(taken.leads + shadowed).toBe(meeting.leads);
      }
    }),
  );
});
