import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { editCells } from "../../../src/model/edits/edit-cells";
import { setMeasure } from "../../../src/model/edits/plan-records";
import { updateTerritory } from "../../../src/model/edits/territory-edits";
import type { Measure, MeasureSource } from "../../../src/model/measure";
import { slotsOverCapacity } from "../../../src/model/metrics/capacities";
import { type Figures, figures, updateFigures } from "../../../src/model/metrics/figures";
import { lifetimeFactor } from "../../../src/model/metrics/measure-values";
import { meanProductivity } from "../../../src/model/metrics/rep-part";
import { alignmentAt, type Plan, withAlignment } from "../../../src/model/plan";
import { A, B, PATH } from "../../helpers/small-plan";
import { twelveAccounts } from "../../helpers/twelve-accounts";

const measure = (source: MeasureSource, rest: Partial<Measure> = {}): Measure => ({
  id: "m",
  name: "Measure",
  source,
  weight: 1,
  tolerance: 0.1,
  ...rest,
});
const STATUS_POINTS = {
  kind: "choice",
  column: "status",
  points: [
    { text: "Lead", points: 50 },
    { text: "Won", points: 200 },
  ],
  otherwise: 0,
} as const;
const BIG = {
  kind: "condition",
  condition: { match: "all", tests: [{ column: "revenue", test: { kind: "range", from: 1000, to: null } }] },
  points: 25,
} as const;

/** The twelve accounts, measured by this alone; A has one unit worth 1,000, B two of 2,000 and blank, nobody one of 4,000. */
function planWith(only: Measure): Plan {
  const plan = twelveAccounts();
  const alignment = { ...alignmentAt(plan, PATH), territoryOfUnit: Uint16Array.of(A, B, B, 0) };
  return { ...withAlignment(plan, PATH, alignment), measures: [only] };
}
const figureOf = (only: Measure) => figures(planWith(only), PATH).measures[0]!;
const totals = (source: MeasureSource) => [...figureOf(measure(source)).totals];
const targets = (rest: Partial<Measure>) =>
  [...figureOf(measure({ kind: "column", column: "revenue" }, rest)).targets].slice(1);

describe("measures of twelve accounts, against figures worked out by hand", () => {
  it("give points for each status", () => {
    // A: Lead Lead Won Won Won; B: Lead Won Won Lost Lost Lead; nobody: Won
    expect(totals({ kind: "blend", parts: [STATUS_POINTS] })).toEqual([200, 700, 500]);
  });
  it("add points, conditions and weighted columns", () => {
    // Revenue × 0.1 is 150, 510 and 120; from 1,000 on there are none, two and one
    const weighed = { kind: "column", column: "revenue", weight: 0.1, scaled: false } as const;
    const [nobody, a, b] = totals({ kind: "blend", parts: [STATUS_POINTS, BIG, weighed] });
    expect(nobody).toBeCloseTo(200 + 25 + 120, 9);
    expect(a).toBeCloseTo(700 + 150, 9);
    expect(b).toBeCloseTo(500 + 50 + 510, 9);
  });
  it("add columns of different size by their percent of the total", () => {
    const scaled = { kind: "column", column: "revenue", weight: 2, scaled: true } as const;
    const [nobody, a, b] = totals({ kind: "blend", parts: [scaled] });
    expect(a).toBeCloseTo((2 * 100 * 1500) / 7800, 9);
    expect(nobody! + a! + b!).toBeCloseTo(200, 9);
  });
  it("bring nothing where the columns are gone", () => {
    const gone = { ...STATUS_POINTS, column: "gone" };
    expect(totals({ kind: "blend", parts: [gone] })).toEqual([0, 0, 0]);
    expect(totals({ kind: "unit-column", column: "gone" })).toEqual([0, 0, 0]);
  });
  it("value customers over their lifetime", () => {
    // 40 % margin, 80 % stay, money loses 10 %: 0.4 × 0.8 ÷ 0.3
    const lifetime = {
      kind: "lifetime",
      column: "revenue",
      margin: 0.4,
      retention: 0.8,
      discount: 0.1,
    } as const;
    const [nobody, a, b] = totals(lifetime);
    expect(nobody).toBeCloseTo((1200 * 0.32) / 0.3, 9);
    expect(a).toBeCloseTo((1500 * 0.32) / 0.3, 9);
    expect(b).toBeCloseTo((5100 * 0.32) / 0.3, 9);
    expect(lifetimeFactor({ margin: 1, retention: 1, discount: 0 })).toBe(0);
  });
  it("follow who has the unit", () => {
    expect(totals({ kind: "unit-column", column: "market" })).toEqual([4000, 1000, 2000]);
  });
});

describe("targets of 7,800 of revenue", () => {
  it("are equal, by share or by default", () => {
    expect(targets({})).toEqual([3900, 3900]);
    const plan = planWith(measure({ kind: "column", column: "revenue" }, { target: { kind: "equal" } }));
    const halved = applyPatch(plan, updateTerritory(plan, PATH, B, { share: 0.5 }));
    expect([...figures(halved, PATH).measures[0]!.targets]).toEqual([0, 3900, 3900]);
    const byShare = applyPatch(
      halved,
      setMeasure(halved, "m", measure({ kind: "column", column: "revenue" }, { target: { kind: "share" } })),
    );
    expect([...figures(byShare, PATH).measures[0]!.targets]).toEqual([0, 5200, 2600]);
  });
  it("follow quotas of 3,000 and 1,000", () => {
    expect(targets({ target: { kind: "quota" } })).toEqual([5850, 1950]);
  });
  it("follow capacities of 100 and 60", () => {
    expect(targets({ target: { kind: "capacity" } })).toEqual([4875, 2925]);
  });
  it("take the mean for a rep without a quota, and shares where nobody has one", () => {
    const plan = planWith(measure({ kind: "column", column: "revenue" }, { target: { kind: "quota" } }));
    const one = applyPatch(plan, editCells(plan, "reps", "quota", [1], [null]));
    expect([...figures(one, PATH).measures[0]!.targets]).toEqual([0, 3900, 3900]);
    const none = applyPatch(plan, editCells(plan, "reps", "quota", [0, 1], [null, null]));
    const unequal = applyPatch(none, updateTerritory(none, PATH, A, { share: 0.5 }));
    expect([...figures(unequal, PATH).measures[0]!.targets]).toEqual([0, 2600, 5200]);
  });
  it("split a rep's quota over the rep's territories", () => {
    const plan = planWith(measure({ kind: "column", column: "revenue" }, { target: { kind: "quota" } }));
    const both = applyPatch(
      plan,
      updateTerritory(plan, PATH, B, { coverage: [{ rep: 1, role: "primary" }] }),
    );
    expect([...figures(both, PATH).measures[0]!.targets]).toEqual([0, 3900, 3900]);
  });
  it("give a new rep less while the rep grows", () => {
    // Bob starts on the first day and is full after 6 of 12 months: 0.75 of a year's work beside Ann's 1
    expect(targets({ target: { kind: "ramp", from: 20_000, months: 12 } })).toEqual([
      7800 / 1.75,
      (7800 * 0.75) / 1.75,
    ]);
  });
  it("are what was typed, the others dividing the rest", () => {
    expect(targets({ typed: { "territory-A": 1800 } })).toEqual([1800, 6000]);
    expect(targets({ typed: { "territory-A": 9000 } })).toEqual([9000, 0]);
    expect(targets({ typed: { "territory-A": 1000, "territory-B": 2000 } })).toEqual([1000, 2000]);
  });
});

describe("the mean productivity of a rep", () => {
  const month = 365.25 / 12;
  it("is full long after the start, and nothing before it", () => {
    expect(meanProductivity(0, 6, 12 * month, 12)).toBe(1);
    expect(meanProductivity(24 * month, 6, 0, 12)).toBe(0);
  });
  it("grows evenly", () => {
    expect(meanProductivity(0, 12, 0, 12)).toBeCloseTo(0.5, 9);
    expect(meanProductivity(0, 12, 6 * month, 6)).toBeCloseTo(0.75, 9);
    // Six months away, then a quarter of a year at a sixth a month
    expect(meanProductivity(9 * month, 6, 0, 12)).toBeCloseTo((3 * 0.25) / 12, 9);
  });
  it("is full where start or ramp is not known", () => {
    expect(meanProductivity(Number.NaN, 6, 0, 12)).toBe(1);
    expect(meanProductivity(0, Number.NaN, 0, 12)).toBe(1);
    expect(meanProductivity(0, 0, 0, 12)).toBe(1);
  });
});

describe("capacities", () => {
  it("show where a territory holds more than its rep can carry", () => {
    const same = measure({ kind: "accounts" }, { capacity: { kind: "same", most: 5 } });
    const plan = planWith(same);
    const { totals: held, capacities } = figures(plan, PATH).measures[0]!;
    expect([...capacities!].slice(1)).toEqual([5, 5]);
    expect(slotsOverCapacity(held, capacities, alignmentAt(plan, PATH))).toEqual([B]);
  });
  it("come from a rep column, blank meaning no limit", () => {
    const plan = planWith(
      measure({ kind: "accounts" }, { capacity: { kind: "column", column: "capacity" } }),
    );
    expect([...figures(plan, PATH).measures[0]!.capacities!].slice(1)).toEqual([100, 60]);
    const blank = applyPatch(plan, editCells(plan, "reps", "capacity", [0], [null]));
    expect(figures(blank, PATH).measures[0]!.capacities![A]).toBeNaN();
  });
  it("are none unless asked for", () =>
    expect(figureOf(measure({ kind: "accounts" })).capacities).toBeNull());
});

describe("figures of measures of every kind", () => {
  const plan: Plan = {
    ...planWith(measure({ kind: "accounts" })),
    measures: [
      measure({ kind: "blend", parts: [STATUS_POINTS, BIG] }, { id: "blend", target: { kind: "quota" } }),
      measure(
        { kind: "lifetime", column: "revenue", margin: 0.4, retention: 0.8, discount: 0.1 },
        { id: "clv" },
      ),
      measure({ kind: "unit-column", column: "market" }, { id: "units", target: { kind: "capacity" } }),
      measure({ kind: "workload" }, { id: "workload", target: { kind: "ramp", from: 20_000, months: 12 } }),
      measure(
        { kind: "accounts" },
        { id: "accounts", typed: { "territory-A": 3 }, capacity: { kind: "column", column: "capacity" } },
      ),
    ],
  };

  it("agree after moves with those counted from scratch", () => {
    const move = fc.record({
      accounts: fc.uniqueArray(fc.nat(11), { maxLength: 6 }),
      to: fc.constantFrom(0, A, B),
    });
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 6 }), (moves) => {
        let after = plan;
        let live = figures(plan, PATH);
        for (const { accounts, to } of moves) {
          const patch = assignAccounts(after, PATH, new Set(accounts), to);
          after = applyPatch(after, patch);
          live = updateFigures(live, after, patch);
        }
        expectSame(live, figures(after, PATH));
      }),
    );
  });

  it("notice edits of any cell of accounts, reps and units", () => {
    const before = figures(plan, PATH);
    for (const table of ["accounts", "reps", "units"] as const) {
      for (const column of plan.tables[table].columns) {
        const value = column.kind === "number" ? 41 : "Won";
        const patch = editCells(plan, table, column.key, [0, 1], [value, null]);
        const after = applyPatch(plan, patch);
        expectSame(updateFigures(before, after, patch), figures(after, PATH));
      }
    }
  });
});

/** Equal totals, targets and capacities of every measure, within rounding. */
function expectSame(got: Figures, expected: Figures): void {
  for (const [i, figure] of expected.measures.entries()) {
    for (const key of ["totals", "targets", "capacities"] as const) {
      const values = figure[key];
      if (values === null) expect(got.measures[i]![key]).toBeNull();
      for (const [slot, value] of values?.entries() ?? []) {
        const other = got.measures[i]![key]![slot]!;
        if (Number.isNaN(value)) expect(other).toBeNaN();
        else expect(other).toBeCloseTo(value, 6);
      }
    }
  }
  expect(got.balanceScore).toBeCloseTo(expected.balanceScore, 6);
}
