import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { createTerritory } from "../../src/model/edits/territory-edits";
import { alignmentAt, type Plan, withAlignment } from "../../src/model/plan";
import type { TextColumn } from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";
import { NONE } from "../../src/optimizer/problem";
import { stateProblem } from "../../src/optimizer/row-problem";
import { startOptimization } from "../../src/session/optimization-run";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import { type Proposal, proposalPatch } from "../../src/session/proposal";
import { optimizerAtHand } from "../helpers/optimizer-at-hand";
import { A, B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { countedIds, problemOf, proposalByDigits, refusal, settingsOf } from "./proposed";

/** What the optimizer proposes. */
function proposed(plan: Plan, fields: Partial<OptimizationSettings>): Proposal {
  const optimizer = optimizerAtHand();
  let proposal: Proposal | null = null;
  const run = startOptimization(optimizer, plan, PATH, settingsOf(plan, fields), countedIds(), (state) => {
    if (state.kind === "done") proposal = state.proposal;
  });
  if ("reason" in run) throw new Error(run.reason);
  optimizer.settle();
  if (!proposal) throw new Error("Expected a proposal, got none.");
  return proposal;
}

const accepted = (plan: Plan, proposal: Proposal) => applyPatch(plan, proposalPatch(plan, proposal));
const count = (letters: string, letter: string) => [...letters].filter((other) => other === letter).length;

/** A plan with territories A, B, C and D; "C" and "D" of the letters are in them. */
function fourTerritories(letters: string): Plan {
  const two = smallPlan(letters.replace(/[CD]/g, "."));
  const fields = { color: "#000000", group: null, share: 1 };
  const plan = ["C", "D"].reduce((now, name, i) => {
    const coverage = [{ rep: 3 + i, role: "primary" }];
    return applyPatch(
      now,
      createTerritory(now, PATH, { id: `territory-${name}`, name, coverage, ...fields }),
    );
  }, two);
  const alignment = alignmentAt(plan, PATH);
  const territoryOf = alignment.territoryOf.map((slot, row) =>
    Math.max(slot, ".ABCD".indexOf(letters[row]!)),
  );
  const aligned = { ...alignment, territoryOf };
  const layers = plan.layers.map((layer) => ({ ...layer, baseline: aligned }));
  return withAlignment({ ...plan, layers }, PATH, aligned);
}

describe("only inside some territories", () => {
  const within = (...names: string[]) =>
    ({
      territories: { kind: "within", territories: names.map((name) => `territory-${name}`) },
    }) as const;

  it("accounts outside are untouched, and targets stay those of the whole plan", () => {
    const plan = fourTerritories("AAAAAABBCCCD");
    const { rows, slots } = problemOf(plan, within("A", "B"));
    expect([...rows.rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(slots).toEqual([A, B]);
    expect([...rows.measures[0]!.target]).toEqual([3, 3]);
    const after = lettersOf(accepted(plan, proposed(plan, within("A", "B"))));
    expect(after.slice(8)).toBe("CCCD");
    expect([count(after, "A"), count(after, "B")]).toEqual([4, 4]);
  });

  it("shares out the unassigned where they are chosen too", () => {
    const plan = fourTerritories("AABBCCCDDD..");
    const chosen = {
      territories: { kind: "within", territories: ["territory-A", "territory-B", "unassigned"] },
    } as const;
    const after = lettersOf(accepted(plan, proposed(plan, chosen)));
    expect(after.slice(4, 10)).toBe("CCCDDD");
    expect([count(after, "A"), count(after, "B")]).toEqual([3, 3]);
  });

  it("needs two to move between", () => {
    expect(refusal(smallPlan("AABB"), within("A"))).toContain("two or more");
    expect(refusal(smallPlan("AABB"), within("gone", "A"))).toContain("two or more");
  });
});

describe("more and fewer territories", () => {
  it("adds new ones beside those there are, and moves little else", () => {
    const plan = smallPlan("AAAAAAAABBBB");
    const proposal = proposed(plan, { territories: { kind: "add", count: 1 }, keep: "strongly" });
    const after = lettersOf(accepted(plan, proposal));
    expect([..."ABC"].map((letter) => count(after, letter))).toEqual([4, 4, 4]);
    expect(count(after.slice(8), "B")).toBe(4);
  });

  it("shares out the accounts of those that are dropped, and moves little else", () => {
    const plan = fourTerritories("AAABBBCCCDDD");
    const proposal = proposed(plan, {
      territories: { kind: "drop", territories: ["territory-D"] },
      keep: "strongly",
    });
    const next = accepted(plan, proposal);
    expect(alignmentAt(next, PATH).territories[4]).toBeNull();
    const after = lettersOf(next);
    expect(after.slice(0, 9)).toBe("AAABBBCCC");
    expect([..."ABC"].map((letter) => count(after, letter))).toEqual([4, 4, 4]);
  });

  it("does not drop one that holds locked accounts, nor all", () => {
    const drop = (...names: string[]) =>
      ({ territories: { kind: "drop", territories: names.map((name) => `territory-${name}`) } }) as const;
    expect(refusal(smallPlan("AAbB"), drop("B"))).toMatch(/^B holds locked accounts/);
    expect(refusal(smallPlan("AABB"), drop("A", "B"))).toContain("at least one");
    expect(refusal(smallPlan("AABB"), drop())).toContain("Choose");
  });
});

describe("regions first", () => {
  it("draws regions and territories inside them, and says which are which", () => {
    const plan = smallPlan("AAAAAAAABBBBBBBB");
    const proposal = proposed(plan, { territories: { kind: "regions", regions: 2, count: 4 } });
    const next = alignmentAt(accepted(plan, proposal), PATH);
    expect(next.groups.map(({ name }) => name)).toEqual(["Region 1", "Region 2"]);
    const members = next.groups.map(
      ({ id }) => next.territories.filter((territory) => territory?.group === id).length,
    );
    expect(members).toEqual([2, 2]);
    expect([1, 2, 3, 4].map((slot) => [...next.territoryOf].filter((of) => of === slot).length)).toEqual([
      4, 4, 4, 4,
    ]);
  });

  it("keeps to the plan's own regions, each with as much as its territories", () => {
    const plan = fourTerritories("AAAAAAABBBCD");
    const alignment = alignmentAt(plan, PATH);
    const groups = ["East", "West"].map((name) => ({ id: name, name, parent: null }));
    const territories = alignment.territories.map((territory, slot) =>
      territory && slot > 0 ? { ...territory, group: slot < 4 ? "East" : "West" } : territory,
    );
    const grouped = withAlignment(plan, PATH, { ...alignment, groups, territories });
    const { regions } = problemOf(grouped, { territories: { kind: "regions", regions: "groups" } });
    expect(regions).toEqual({ count: 2, of: Uint16Array.of(0, 0, 0, 1), areNew: false });
    const after = lettersOf(
      accepted(grouped, proposed(grouped, { territories: { kind: "regions", regions: "groups" } })),
    );
    expect([..."ABCD"].map((letter) => count(after, letter))).toEqual([3, 3, 3, 3]);
    expect(refusal(plan, { territories: { kind: "regions", regions: "groups" } })).toContain("one region");
  });
});

describe("rules of a problem", () => {
  it("hold single territories to tolerances of their own", () => {
    const plan = smallPlan("AAAABBBB");
    const balance = [{ measure: "count", tolerance: 0.1, tolerances: { "territory-B": 0.5 } }];
    const [measure] = problemOf(plan, { balance }).rows.measures;
    expect([...measure!.least]).toEqual([3.6, 2]);
    expect([...measure!.most]).toEqual([4.4, 6]);
  });

  it("cap what is typed, else what the rep can carry, else the same for all", () => {
    const plan = withCapacityColumn(fourTerritories("AABBCCDD"), [7, Number.NaN]);
    const rule = { measure: "count", column: "capacity", each: 5, territories: { "territory-C": 2 } };
    const { rows, rules } = problemOf(plan, { balance: [], capacities: [rule] });
    expect(rules).toEqual([{ kind: "capacity", measure: "count" }]);
    expect([...rows.measures[0]!.most]).toEqual([7, 5, 2, 5]);
    expect(rows.measures[0]!.least.every((least) => least === Number.NEGATIVE_INFINITY)).toBe(true);
    const { rows: open } = problemOf(plan, { capacities: [{ ...rule, each: null }] });
    expect([...open.measures.at(-1)!.most]).toEqual([
      7,
      Number.POSITIVE_INFINITY,
      2,
      Number.POSITIVE_INFINITY,
    ]);
    expect(open.measures.at(-1)!.target.every((target) => Number.isFinite(target) && target > 0)).toBe(true);
  });

  it("hold capacities in what is proposed", () => {
    const plan = smallPlan("AAAAAAAABB");
    const capacities = [{ measure: "count", column: null, each: null, territories: { "territory-A": 3 } }];
    const after = lettersOf(accepted(plan, proposed(plan, { balance: [], capacities })));
    expect(count(after, "A")).toBe(3);
    expect(count(after, "B")).toBe(7);
  });

  it("never let more change hands than the limit, whatever balance asks for", () => {
    const letters = fc.array(fc.constantFrom("A", "B", "."), { minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(letters, fc.constantFrom(0, 0.1, 0.3), (all, share) => {
        const plan = smallPlan(all.join(""));
        const proposal = proposed(plan, { changeLimit: { by: "accounts", share } });
        const had = all.filter((letter) => letter !== ".").length;
        const changed = all.filter(
          (letter, row) => letter !== "." && letter !== ".AB"[proposal.territoryOf[row]!],
        ).length;
        expect(changed).toBeLessThanOrEqual(share * had + 1e-9);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it("count the limit by revenue, and what has changed outside of the territories chosen", () => {
    const plan = smallPlan("AABB", [100, 10, 10, 80]);
    const { rows } = problemOf(plan, { changeLimit: { by: "revenue", share: 0.25 } });
    expect(stateProblem(rows).changeLimit).toEqual({ weights: Float64Array.of(100, 10, 10, 80), most: 50 });
    const four = fourTerritories("AABBCCCC");
    const moved = withAlignment(four, PATH, {
      ...alignmentAt(four, PATH),
      territoryOf: Uint16Array.of(1, 1, 2, 2, 1, 1, 3, 3),
    });
    const within = { kind: "within", territories: ["territory-B", "territory-C"] } as const;
    const limit = problemOf(moved, { territories: within, changeLimit: { by: "accounts", share: 1 } });
    // All eight had a rep; the two that A has from C have changed already.
    expect(stateProblem(limit.rows).changeLimit!.most).toBe(6);
  });

  it("price relationships by revenue where that is asked for", () => {
    const plan = smallPlan("AABB", [100, 10, 10, 80]);
    const prices = (keepBy: "accounts" | "revenue") =>
      stateProblem(problemOf(plan, { keepBy }).rows).disruptionPrice;
    const even = prices("accounts");
    const weighted = prices("revenue");
    expect(new Set(even).size).toBe(1);
    expect(weighted[0]! / weighted[1]!).toBeCloseTo(10, 9);
    const sum = (of: Float64Array) => of.reduce((total, price) => total + price, 0);
    expect(sum(weighted)).toBeCloseTo(sum(even), 6);
  });

  it("keep units whole, but for accounts that may part", () => {
    const plan = smallPlan("AAABBB", [5, 5, 7, 7, 7, 9]);
    const groups = (fields: Partial<OptimizationSettings>) => [
      ...stateProblem(problemOf(plan, { wholeColumn: "revenue", ...fields }).rows).groupOf!,
    ];
    expect(groups({})).toEqual([0, 0, 2, 2, 2, -1]);
    expect(groups({ apart: [103] })).toEqual([0, 0, 2, -1, 2, -1]);
    expect(groups({ apart: [100] })).toEqual([-1, -1, 2, 2, 2, -1]);
    const proposal = proposed(plan, { wholeColumn: "revenue" });
    expect(new Set([2, 3, 4].map((row) => proposal.territoryOf[row])).size).toBe(1);
  });

  it("keep families together as the plan tells them", () => {
    const plan = smallPlan("AAABBB");
    const { accounts } = plan.tables;
    const dictionary = TextDictionary.from(["Account 0"]);
    const parent = {
      ...accounts.columns[0]!,
      key: "parent",
      role: "parent",
      codes: Uint32Array.of(0, 0, 0, 0, 1, 1),
      dictionary,
    } as TextColumn;
    const related = {
      ...plan,
      tables: { ...plan.tables, accounts: { ...accounts, columns: [...accounts.columns, parent] } },
    };
    const groupOf = (fields: Partial<OptimizationSettings>) =>
      stateProblem(problemOf(related, fields).rows).groupOf;
    expect([...groupOf({})!]).toEqual([0, -1, -1, -1, 0, 0]);
    expect([...groupOf({ wholeColumn: "revenue", apart: [105] })!]).toEqual([0, 0, 0, 0, 0, -1]);
    expect(groupOf({ families: false })).toBeUndefined();
  });

  it("ask for neighbors only where territories must hang together", () => {
    const plan = smallPlan("AAAABBBB");
    expect(stateProblem(problemOf(plan).rows).neighbors).toBeUndefined();
    const { neighbors } = stateProblem(problemOf(plan, { connected: true }).rows);
    expect(neighbors!.placeCount).toBe(8);
    const proposal = proposed(smallPlan("ABABABABAB"), { connected: true, keep: "ignore" });
    expect(proposal.progress.extraPieces).toBe(0);
  });
});

it("says how many accounts without a place stayed and were dealt for balance", () => {
  const plan = smallPlan("AAAA..BB");
  const { tables } = plan;
  const columns = tables.accounts.columns.map((column) =>
    column.role === "latitude" && column.kind === "number"
      ? {
          ...column,
          values: column.values.map((value, row) => ([0, 4, 5].includes(row) ? Number.NaN : value)),
        }
      : column,
  );
  const unplaced = { ...plan, tables: { ...tables, accounts: { ...tables.accounts, columns } } };
  const proposal = proposed(unplaced, {});
  expect(proposal.progress.unplaced).toEqual({ kept: 1, dealtForBalance: 2 });
  expect(proposal.territoryOf[0]).toBe(A);
});

it("goes on from what it is given, and pays for relationships as before", () => {
  const plan = smallPlan("AAAABB");
  const { rows } = problemOf(plan);
  const start = Uint16Array.of(0, 0, 0, 1, 1, 1);
  expect([...stateProblem({ ...rows, start }).current]).toEqual([...start]);
  expect(stateProblem({ ...rows, start }).disruptionPrice).toEqual(stateProblem(rows).disruptionPrice);
  expect([...stateProblem(rows).current]).toEqual([0, 0, 0, 0, 1, 1]);
  expect(stateProblem(rows).lockedTo.every((territory) => territory === NONE)).toBe(true);
});

it("reads a proposal back in slots, whatever the territories of the problem are", () => {
  const plan = fourTerritories("AABBCCDD");
  const drop = { territories: { kind: "drop", territories: ["territory-A"] } } as const;
  const proposal = proposalByDigits(plan, "00001122", drop);
  expect(proposal.slots).toEqual([2, 3, 4]);
  expect([...proposal.territoryOf]).toEqual([2, 2, 2, 2, 3, 3, 4, 4]);
});

function withCapacityColumn(plan: Plan, capacities: readonly number[]): Plan {
  const { reps } = plan.tables;
  const column = {
    kind: "number",
    type: "number",
    key: "capacity",
    header: "Capacity",
    role: "capacity",
    origin: "imported",
    source: null,
    values: Float64Array.from(capacities),
  } as const;
  return { ...plan, tables: { ...plan.tables, reps: { ...reps, columns: [...reps.columns, column] } } };
}

describe("what an account keeps", () => {
  /** Both territories are Ann's, and the baseline had everything in A. */
  function annsTwo(): Plan {
    const plan = smallPlan("AABB");
    const alignment = alignmentAt(plan, PATH);
    const coverage = [{ rep: 1, role: "primary" }];
    const territories = alignment.territories.map((territory, slot) =>
      territory && slot > 0 ? { ...territory, coverage } : territory,
    );
    const baseline = { ...alignment, territories, territoryOf: Uint16Array.of(A, A, A, A) };
    const layers = plan.layers.map((layer) => ({ ...layer, baseline }));
    return withAlignment({ ...plan, layers }, PATH, { ...alignment, territories });
  }

  it("is its rep of the baseline: between territories of one rep it moves freely", () => {
    const { baselineRep, repOf } = stateProblem(problemOf(annsTwo()).rows);
    expect([...repOf]).toEqual([0, 0]);
    expect([...baselineRep!]).toEqual([0, 0, 0, 0]);
  });

  it("is the territory it is in now, where that is wished", () => {
    const { baselineRep, repOf } = stateProblem(problemOf(annsTwo(), { keepWhat: "territory" }).rows);
    expect([...repOf]).toEqual([0, 1]);
    expect([...baselineRep!]).toEqual([0, 0, 1, 1]);
  });
});
