import { describe, expect, it } from "vitest";
import { fitClasses } from "../../src/model/fit/fit-classes";
import { fitModel } from "../../src/model/fit/fit-model";
import { segmentClasses } from "../../src/model/hybrid";
import { alignmentAt, type Plan, withAlignment } from "../../src/model/plan";
import { createBudget } from "../../src/optimizer/budget";
import { createRandom } from "../../src/optimizer/random";
import { stateProblem } from "../../src/optimizer/row-problem";
import { search } from "../../src/optimizer/search";
import { optimizationProblem } from "../../src/session/optimization-problem";
import { defaultOptimizationSettings } from "../../src/session/optimization-settings";
import { problemClasses } from "../../src/session/problem-classes";
import { A, B, PATH } from "../helpers/small-plan";
import { fitPlan, NEUTRAL } from "../model/fit/fit-plan";

// A wants accounts that speak English and B those that speak Spanish; two of them are small.
const plan = fitPlan(
  "AABB",
  {
    accounts: {
      language: ["English", "Spanish", "English", "Spanish"],
      employees: [10, 10, 2_000, 2_000],
      latitude: [40, 41, 40, 41],
      longitude: [-100, -100, -99, -99],
    },
    reps: { language: ["English", "Spanish"] },
  },
  NEUTRAL,
);
const slots = [A, B];

/** The plan with A limited to small accounts. */
function limited(): Plan {
  const small = {
    match: "all",
    tests: [{ column: "employees", test: { kind: "range", from: 0, to: 100 } }],
  } as const;
  const large = { match: "all", tests: [] } as const;
  const segmentation = {
    id: "size",
    name: "Size",
    segments: [
      { id: "small", name: "Small", color: "#123456", condition: small },
      { id: "large", name: "Large", color: "#654321", condition: large },
    ],
  };
  const alignment = alignmentAt(plan, PATH);
  const territories = alignment.territories.map(
    (territory, slot) => territory && (slot === A ? { ...territory, segments: ["small"] } : territory),
  );
  const planning = { ...plan.planning, segmentations: [segmentation] };
  return withAlignment({ ...plan, planning }, PATH, { ...alignment, territories });
}

describe("what keeps accounts from territories, and what it costs", () => {
  it("is nothing without segments, and without fit", () =>
    expect(problemClasses(plan, PATH, slots, false)).toBeNull());

  it("is fit by class where it counts", () => {
    const classes = problemClasses(plan, PATH, slots, true)!;
    const misfit = (account: number, territory: number) =>
      classes.cost![classes.of[account]! * 2 + territory];
    expect([0, 1, 2, 3].map((account) => [misfit(account, 0), misfit(account, 1)])).toEqual([
      [0, 2],
      [2, 0],
      [0, 2],
      [2, 0],
    ]);
    expect(classes.forbidden).toBeUndefined();
  });

  it("tells apart what segments or fit tell apart", () => {
    const both = limited();
    const classes = problemClasses(both, PATH, slots, true)!;
    const rules = segmentClasses(both, PATH)!;
    const fit = fitClasses(fitModel(both, PATH), alignmentAt(both, PATH), null, slots, 2)!;
    for (const account of [0, 1, 2, 3]) {
      for (const [territory, slot] of slots.entries()) {
        const at = classes.of[account]! * slots.length + territory;
        expect(classes.forbidden![at]).toBe(rules.refused[rules.of[account]! * rules.slots + slot]);
        expect(classes.cost![at]).toBe(fit.cost[fit.of[account]! * slots.length + territory]);
      }
    }
    expect([0, 1, 2, 3].map((account) => classes.forbidden![classes.of[account]! * 2])).toEqual([0, 0, 1, 1]);
    expect(problemClasses(both, PATH, slots, false)!.cost).toBeUndefined();
  });
});

it("brings accounts to the reps who speak their language, where the way is no longer", () => {
  // Twelve neighbors, half of each language in either territory.
  const languages = Array.from({ length: 12 }, (_, row) => (row % 4 < 2 ? "English" : "Spanish"));
  const mixed = fitPlan(
    "ABABABABABAB",
    {
      accounts: {
        language: languages,
        latitude: languages.map((_, row) => 40 + row / 1_000),
        longitude: languages.map(() => -100),
      },
      reps: { language: ["English", "Spanish"] },
    },
    NEUTRAL,
  );
  const settings = { ...defaultOptimizationSettings(mixed, 2), keep: "ignore" } as const;
  const spoken = (countFit: boolean) => {
    const problem = optimizationProblem(mixed, PATH, { ...settings, countFit });
    if ("reason" in problem) throw new Error(`Expected a problem, got: ${problem.reason}`);
    const enough = createBudget(20);
    for (const progress of search(stateProblem(problem.rows), problem.options, createRandom(1))) {
      if (!enough(progress)) continue;
      expect(progress.feasible).toBe(true);
      return languages.filter(
        (language, row) => language === ["English", "Spanish"][progress.assignment[row]!],
      ).length;
    }
    throw new Error("Expected a plan, got none.");
  };
  expect(spoken(true)).toBe(12);
  expect(spoken(false)).toBeLessThan(12);
});

describe("what an account counts for when its rep changes", () => {
  const problem = (of: Plan) => {
    const stated = optimizationProblem(of, PATH, {
      ...defaultOptimizationSettings(of, 2),
      keepBy: "revenue",
    });
    if ("reason" in stated) throw new Error(`Expected a problem, got: ${stated.reason}`);
    return stated.rows.disruptionWeights;
  };
  it("grows with the strength of the relationship", () => {
    const known = fitPlan(
      "AA.",
      {
        accounts: {
          lastActivity: [1_000, 900, 1_000],
          revenue: [10, 10, 10],
          latitude: [1, 2, 3],
          longitude: [1, 2, 3],
        },
      },
      NEUTRAL,
    );
    // All of it is left, half of it is left, nobody had it.
    expect([...problem(known)!]).toEqual([17.5, 10, 10]);
  });
  it("is revenue alone where nothing is known of relationships", () => {
    const unknown = fitPlan("AA.", { accounts: { revenue: [10, 20, 30] } }, NEUTRAL);
    expect([...problem(unknown)!]).toEqual([10, 20, 30]);
  });
});
