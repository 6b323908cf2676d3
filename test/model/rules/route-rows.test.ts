import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/model/plan";
import type { RoutingRule, RuleTarget } from "../../../src/model/planning/routing-rule";
import type { Decision } from "../../../src/model/rules/decision";
import { reasonWords } from "../../../src/model/rules/reason-words";
import { dryRun, routeRows, routeSteps, unroutedRows } from "../../../src/model/rules/route-rows";
import {
  inStates,
  type LeadFields,
  pool,
  type RepFields,
  rep,
  routingPlan,
  rule,
} from "../../helpers/routing-plan";
import { A, PATH } from "../../helpers/small-plan";
import { makeColumn, makeTable } from "../../helpers/small-table";

const NOW = 20_000.5;
const ANN_BOB_CID: readonly RepFields[] = [{ name: "Ann" }, { name: "Bob" }, { name: "Cid" }];
const A_TERRITORY: RuleTarget = { kind: "territory", territory: "territory-A" };

function routed(plan: Plan, now = NOW): Decision[] {
  return routeRows(plan, PATH, "leads", plan.tables.leads.ids.keys(), now);
}

/** First letters of the reps' names, "." for nobody. */
function letters(decisions: readonly Decision[]): string {
  return decisions.map(({ answer }) => (answer.given ? ("ABCDEFGH"[answer.rep] ?? "-") : ".")).join("");
}

const leads = (count: number, fields: LeadFields = {}) => Array.from({ length: count }, () => fields);
const why = (plan: Plan, decision: Decision) => reasonWords(plan, PATH, decision);

describe("a lead", () => {
  it("goes where the first rule says that means it, else to the catch-all", () => {
    const plan = routingPlan(
      ANN_BOB_CID,
      [{ state: "TX" }, { state: "NY" }, { state: "WA" }],
      [
        rule("texas", { kind: "rep", rep: rep(3) }, [inStates("TX")]),
        rule("east and texas", { kind: "rep", rep: rep(2) }, [inStates("TX", "NY")]),
      ],
    );
    const decisions = routed(plan);
    expect(letters(decisions)).toBe("CB.");
    expect(decisions.map((decision) => decision.rule?.id ?? null)).toEqual(["texas", "east and texas", null]);
    expect(why(plan, decisions[2]!)).toBe("Left unassigned");
  });

  it("goes to the territory's rep, and to its second one while the first is away", () => {
    const reps = [{ name: "Ann", awayFrom: 19_999, awayTo: 20_000 }, { name: "Bob" }, { name: "Cid" }];
    const plan = routingPlan(reps, leads(1), [rule("west", A_TERRITORY)]);
    const alone = routed(plan)[0]!;
    expect(alone.answer.given).toBe(false);
    expect(why(plan, alone)).toBe(
      "Left unassigned; before, west: Nobody may have it (Ann is away until 2024-10-04)",
    );
    const scenario = plan.scenarios[0]!;
    const alignment = scenario.alignments.main!;
    const territories = alignment.territories.map(
      (territory, slot) =>
        territory &&
        (slot === A
          ? { ...territory, coverage: [...territory.coverage, { rep: 3, role: "backup" }] }
          : territory),
    );
    const alignments = { main: { ...alignment, territories } };
    const covered = { ...plan, scenarios: [{ ...scenario, alignments }] };
    expect(letters(routed(covered))).toBe("C");
    expect(why(covered, routed(covered)[0]!)).toBe("Goes to A; Ann is away until 2024-10-04");
    expect(letters(routed(covered, 20_001))).toBe("A");
  });

  it("falls through to the next rule, or stops, where nobody may have it", () => {
    const reps = [
      { name: "Ann", languages: "English" },
      { name: "Bob", languages: "English; Spanish" },
    ];
    const lead = [{ language: "Español" }];
    const ann = rule("ann", { kind: "rep", rep: rep(1) });
    const bob = rule("bob", { kind: "rep", rep: rep(2) });
    const plan = routingPlan(reps, lead, [ann, bob]);
    expect(letters(routed(plan))).toBe("B");
    expect(why(plan, routed(plan)[0]!)).toBe(
      "Goes to Bob; before, ann: Nobody may have it (Ann does not speak Español)",
    );
    const stopped = routingPlan(reps, lead, [{ ...ann, otherwise: "stop" }, bob]);
    expect(letters(routed(stopped))).toBe(".");
    const unasked = { ...ann, eligibility: { ...ann.eligibility, language: false } };
    expect(letters(routed(routingPlan(reps, lead, [unasked, bob])))).toBe("A");
  });

  it("stays unassigned where the rule says so", () => {
    const rules = [
      rule("spam", { kind: "unassigned" }, [inStates("XX")]),
      rule("all", { kind: "rep", rep: rep(1) }),
    ];
    expect(letters(routed(routingPlan(ANN_BOB_CID, [{ state: "XX" }, {}], rules)))).toBe(".A");
  });
});

describe("a pool", () => {
  it("takes turns, going on after whom the rule gave the last lead", () => {
    const plan = routingPlan(ANN_BOB_CID, leads(5), [rule("turns", pool("turns", 1, 1, 1))]);
    expect(letters(routed(plan))).toBe("ABCAB");
  });

  it("passes over whoever has had the day's leads", () => {
    const reps = [{ name: "Ann", dailyCap: 1 }, { name: "Bob" }];
    // Ann was given a lead this morning, Bob one yesterday.
    const before = [
      { owner: "Ann", created: 20_000.3 },
      { owner: "Bob", created: 19_999.5 },
    ];
    const plan = routingPlan(reps, [...before, ...leads(3)], [rule("turns", pool("turns", 1, 1))]);
    const decisions = routeRows(plan, PATH, "leads", [2, 3, 4], NOW);
    expect(letters(decisions)).toBe("BBB");
    expect(why(plan, decisions[0]!)).toBe("Next in turn; Ann has had 1 lead that day");
    expect(letters(routeRows(plan, PATH, "leads", [2, 3, 4], NOW + 1))).toBe("ABB");
  });

  it("counts the day in the plan's time zone", () => {
    const reps = [{ name: "Ann", dailyCap: 1 }, { name: "Bob" }];
    // 05:00 UTC is still the day before in Denver.
    const plan = routingPlan(
      reps,
      [{ owner: "Ann", created: 20_000 + 5 / 24 }, {}],
      [rule("turns", pool("turns", 1, 1))],
    );
    const inDenver = { ...plan, settings: { ...plan.settings, timeZone: "America/Denver" } };
    const at = (from: Plan, now: number) => letters(routeRows(from, PATH, "leads", [1], now));
    expect([at(plan, 20_000.5), at(inDenver, 20_000.5)]).toEqual(["B", "A"]);
    expect(at(inDenver, 20_000 + 5.5 / 24)).toBe("B");
  });

  it("gives to whoever has most capacity left, counting what was given", () => {
    // Ann has 4 accounts of 10, Bob 4 of 8, and Cid has no number.
    const reps = [{ name: "Ann", capacity: 10 }, { name: "Bob", capacity: 8 }, { name: "Cid" }];
    const plan = routingPlan(reps, leads(5), [rule("room", pool("capacity", 1, 1, 1))]);
    expect(letters(routed(plan))).toBe("AABAB");
    expect(why(plan, routed(plan)[0]!)).toBe("Most capacity left (6)");
    const asked = rule("room", pool("turns", 1, 1, 1));
    const full = routingPlan(reps, leads(12), [
      { ...asked, eligibility: { ...asked.eligibility, capacity: true } },
    ]);
    expect(letters(routed(full))).toBe("ABCABCABCABC");
    const fuller = routingPlan(
      [
        { name: "Ann", capacity: 5 },
        { name: "Bob", capacity: 4 },
      ],
      leads(2),
      [{ ...rule("room", pool("turns", 1, 1)), eligibility: { ...asked.eligibility, capacity: true } }],
    );
    expect(letters(routed(fuller))).toBe("A.");
    expect(why(fuller, routed(fuller)[1]!)).toBe(
      "Left unassigned; before, room: Nobody may have it (Ann has 5 of 5, Bob has 4 of 4)",
    );
  });

  it("prefers who knows the language and the industry", () => {
    const reps = [
      { name: "Ann", industries: "Energy" },
      { name: "Bob", industries: "Energy", languages: "en; es" },
      { name: "Cid", languages: "Spanish" },
    ];
    const fields = { language: "Spanish", industry: "energy" };
    const asks = { eligibility: { away: true, dailyCap: true, language: false, capacity: false } };
    const plan = routingPlan(reps, leads(2, fields), [rule("fit", pool("match", 1, 1, 1), [], asks)]);
    expect(letters(routed(plan))).toBe("BB");
    expect(why(plan, routed(plan)[0]!)).toBe("Knows Spanish, energy");
  });

  it("prefers who lives nearest", () => {
    const reps = [
      { name: "Ann", latitude: 40, longitude: -100 },
      { name: "Bob", latitude: 30, longitude: -90 },
    ];
    const places = [{ latitude: 31, longitude: -90 }, { latitude: 39, longitude: -100 }, {}];
    const plan = routingPlan(reps, places, [rule("near", pool("nearest", 1, 1))]);
    expect(letters(routed(plan))).toBe("BAB");
    // A degree of latitude is 111.2 km.
    expect(why(plan, routed(plan)[0]!)).toBe("Lives nearest (111 km)");
  });
});

describe("a territory by the row", () => {
  // Accounts 0–3 stand in A at 40.0–40.3 °N, 4–7 in B at 40.4–40.7 °N.
  it("is the one whose center is nearest", () => {
    const places = [{ latitude: 40, longitude: -100 }, { latitude: 41, longitude: -99 }, {}];
    const rules = [rule("near", { kind: "nearest-territory", among: [] })];
    const plan = routingPlan(ANN_BOB_CID, places, rules);
    expect(letters(routed(plan))).toBe("AB.");
    const onlyA = rule("near", { kind: "nearest-territory", among: ["territory-A"] });
    expect(letters(routed(routingPlan(ANN_BOB_CID, places, [onlyA])))).toBe("AA.");
  });

  it("is the one that most accounts of the same unit stand in", () => {
    const lead = [{ name: "Account 9" }, { name: "Account 41" }, { name: "" }, { name: "Nothing" }];
    const field = { kind: "role", role: "name" } as const;
    const byPrefix = rule("unit", { kind: "unit", field, length: 7 });
    const plan = routingPlan(ANN_BOB_CID, lead, [byPrefix], "AAABB");
    expect(letters(routed(plan))).toBe("AA..");
    expect(why(plan, routed(plan)[0]!)).toBe("3 of 5 accounts of Account are in A");
  });

  it("is the one that the unit itself is assigned to, whatever accounts there are", () => {
    const field = { kind: "role", role: "state" } as const;
    const plan = routingPlan(
      ANN_BOB_CID,
      [{ state: "tx" }, { state: "OK" }],
      [rule("unit", { kind: "unit", field, length: null })],
    );
    const units = makeTable([makeColumn("unit", "text", ["TX", "OK"], "key")], 2);
    const scenario = plan.scenarios[0]!;
    const alignment = { ...scenario.alignments.main!, territoryOfUnit: Uint16Array.of(2, 0) };
    const assigned = {
      ...plan,
      tables: { ...plan.tables, units },
      scenarios: [{ ...scenario, alignments: { main: alignment } }],
    };
    expect(letters(routed(assigned))).toBe("B.");
    expect(why(assigned, routed(assigned)[0]!)).toBe("tx belongs to B");
  });

  it("is the one of the account that the lead names", () => {
    const field = { kind: "column", table: "leads", column: "company", header: "company" } as const;
    const lead = [{ company: "account 5" }, { company: "Account 1 " }, { company: "New Inc" }];
    const plan = routingPlan(ANN_BOB_CID, lead, [rule("known", { kind: "account", field })]);
    expect(letters(routed(plan))).toBe("BA.");
    expect(why(plan, routed(plan)[0]!)).toBe("Account 5 is in B");
  });
});

it("tells every rule on the way of a lead", () => {
  const plan = routingPlan(
    [{ name: "Ann", languages: "English" }, { name: "Bob" }],
    [{ state: "TX", language: "French" }],
    [
      rule("off", { kind: "rep", rep: rep(1) }, [], { enabled: false }),
      rule("accounts", { kind: "rep", rep: rep(1) }, [], { rows: "accounts" }),
      rule("ohio", { kind: "rep", rep: rep(1) }, [inStates("OH")]),
      rule("ann", { kind: "rep", rep: rep(1) }),
      rule("bob", { kind: "rep", rep: rep(2) }),
      rule("late", { kind: "rep", rep: rep(1) }, [inStates("TX")]),
    ],
  );
  const steps = routeSteps(plan, PATH, "leads", routed(plan)[0]!);
  expect(steps.map(({ rule: { id }, outcome }) => `${id}: ${outcome}`)).toEqual([
    "off: off",
    "accounts: other-table",
    "ohio: not-meant",
    "ann: nobody",
    "bob: given",
    "late: not-asked",
  ]);
  expect(steps[2]).toMatchObject({ failed: [inStates("OH")] });
  expect(steps[5]).toMatchObject({ meant: true });
});

it("routes accounts to a territory of the pool's reps, whoever is away", () => {
  const reps = [{ name: "Ann", awayFrom: 0 }, { name: "Bob" }, { name: "Cid" }];
  const plan = routingPlan(reps, [], [rule("all", pool("turns", 1, 1, 1))], "AB....");
  expect(unroutedRows(plan, PATH, "accounts")).toEqual([2, 3, 4, 5]);
  const decisions = routeRows(plan, PATH, "accounts", [2, 3, 4, 5], NOW);
  expect(decisions.map(({ answer }) => answer.given && answer.territory)).toEqual([1, 2, 1, 2]);
  expect(why(plan, decisions[0]!)).toBe("Next in turn; Cid has no territory");
});

describe("in a plan with segments", () => {
  const large = {
    id: "large",
    name: "Large",
    color: "#000000",
    condition: {
      match: "all",
      tests: [{ column: "revenue", test: { kind: "range", from: 100, to: null } }],
    } as const,
  };
  /** Account 0 is in A, 1 in B; 2 is large and 3 is not. A takes only large accounts. */
  function segmented(rules: readonly RoutingRule[]): Plan {
    const plan = routingPlan(ANN_BOB_CID, [], rules, "AB..");
    const revenue = plan.tables.accounts.columns.map((column) =>
      column.key === "revenue" && column.kind === "number"
        ? { ...column, values: Float64Array.of(100, 1, 100, 1) }
        : column,
    );
    const scenario = plan.scenarios[0]!;
    const alignment = scenario.alignments.main!;
    const territories = alignment.territories.map(
      (territory, slot) => territory && (slot === A ? { ...territory, segments: ["large"] } : territory),
    );
    return {
      ...plan,
      tables: { ...plan.tables, accounts: { ...plan.tables.accounts, columns: revenue } },
      planning: { ...plan.planning, segmentations: [{ id: "size", name: "Size", segments: [large] }] },
      scenarios: [{ ...scenario, alignments: { main: { ...alignment, territories } } }],
    };
  }
  const slots = (plan: Plan) =>
    routeRows(plan, PATH, "accounts", [2, 3], NOW).map(({ answer }) => (answer.given ? answer.territory : 0));

  it("gives no territory an account that it does not take", () => {
    expect(slots(segmented([rule("a", A_TERRITORY)]))).toEqual([1, 0]);
    expect(slots(segmented([rule("pool", pool("turns", 1, 1))]))).toEqual([1, 2]);
    const near = segmented([rule("near", { kind: "nearest-territory", among: ["territory-A"] })]);
    expect(slots(near)).toEqual([1, 0]);
    expect(why(near, routeRows(near, PATH, "accounts", [3], NOW)[0]!)).toBe(
      "Left unassigned; before, near: The territory does not take its segment",
    );
  });

  it("asks for the rest of a segmentation too", () => {
    const rest = { kind: "segment", segmentation: "size", segments: ["other:size"] } as const;
    expect(slots(segmented([rule("rest", { kind: "rep", rep: rep(2) }, [rest])]))).toEqual([0, 2]);
  });

  it("leaves accounts out that do not count in the layer", () => {
    const plan = segmented([rule("b", { kind: "rep", rep: rep(2) })]);
    const layers = plan.layers.map((layer) => ({ ...layer, eligible: large.condition }));
    expect(unroutedRows(plan, PATH, "accounts")).toEqual([2, 3]);
    expect(unroutedRows({ ...plan, layers }, PATH, "accounts")).toEqual([2]);
  });
});

it("runs dry over past leads at the time each came in, whatever became of them", () => {
  const reps = [{ name: "Ann", dailyCap: 1, awayFrom: 102, awayTo: 102 }, { name: "Bob" }];
  const past = [
    { created: 101.2, owner: "Bob" },
    { created: 100.5, owner: "Bob" },
    { created: 100.6, owner: "Bob" },
    { created: 102.1, owner: "Bob" },
    { created: 102.2 },
  ];
  const plan = routingPlan(reps, past, [rule("turns", pool("turns", 1, 1))]);
  const decisions = dryRun(plan, PATH, "leads", NOW);
  expect(decisions.map(({ row }) => row)).toEqual([1, 2, 0, 3, 4]);
  expect(letters(decisions)).toBe("ABABB");
  expect(decisions.map(({ at }) => at)).toEqual([100.5, 100.6, 101.2, 102.1, 102.2]);
});

const arbitraryRule: fc.Arbitrary<RoutingRule> = fc
  .record({
    target: fc.oneof(
      fc.constantFrom<RuleTarget>(
        { kind: "unassigned" },
        A_TERRITORY,
        { kind: "territory", territory: "gone" },
        { kind: "nearest-territory", among: [] },
        { kind: "rep", rep: rep(9) },
        { kind: "rep", rep: rep(2) },
      ),
      fc
        .constantFrom("turns", "weights", "capacity", "match", "nearest" as const)
        .map((share) => pool(share as "turns", 1, 2, 3)),
    ),
    tests: fc.subarray(["TX", "NY", "WA"]).map((states) => [inStates(...states)]),
    match: fc.constantFrom("all", "any" as const),
    enabled: fc.boolean(),
    otherwise: fc.constantFrom("next", "stop" as const),
    capacity: fc.boolean(),
  })
  .map(({ target, tests, capacity, match, otherwise, enabled }) => ({
    ...rule("", target, tests),
    match: match as "all",
    otherwise: otherwise as "next",
    enabled,
    eligibility: { away: true, dailyCap: true, language: true, capacity },
  }));

const arbitraryPlan = fc
  .record({
    rules: fc.array(arbitraryRule, { maxLength: 5 }),
    states: fc.array(fc.constantFrom("TX", "NY", "WA", "OH"), { maxLength: 12 }),
  })
  .map(({ rules, states }) =>
    routingPlan(
      [
        { name: "Ann", dailyCap: 2, capacity: 6, languages: "English" },
        { name: "Bob", capacity: 5, awayFrom: 20_000, awayTo: 20_000 },
        { name: "Cid", latitude: 40, longitude: -100 },
      ],
      states.map((state, i) => ({
        state,
        latitude: 40 + i / 10,
        longitude: -100,
        created: 19_990 + (i % 3),
      })),
      rules.map((one, i) => ({ ...one, id: `${i}`, name: `${i}` })),
    ),
  );

it("decides on every row exactly once, and the same whatever order the rows are named in", () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.boolean(), (plan, dry) => {
      const rows = [...plan.tables.leads.ids.keys()];
      const run = (order: readonly number[]) =>
        dry ? dryRun(plan, PATH, "leads", NOW) : routeRows(plan, PATH, "leads", order, NOW);
      const decisions = run(rows);
      expect(decisions.map(({ row }) => row).sort((a, b) => a - b)).toEqual(rows);
      expect(run(rows.toReversed())).toEqual(decisions);
      for (const decision of decisions) {
        const steps = routeSteps(plan, PATH, "leads", decision);
        const ends = steps.filter(({ outcome }) => outcome === "given" || outcome === "stopped");
        expect(ends.map((step) => step.rule.id)).toEqual(decision.rule ? [decision.rule.id] : []);
      }
    }),
  );
});

it("never gives a rep more leads in a day than the cap", () => {
  fc.assert(
    fc.property(arbitraryPlan, (plan) => {
      const ofAnn = routed(plan).filter(({ answer, rule }) => rule && answer.given && answer.rep === 0);
      expect(ofAnn.length).toBeLessThanOrEqual(2);
    }),
  );
});
