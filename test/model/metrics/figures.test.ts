import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { insertColumn, renameColumn, setColumnRole } from "../../../src/model/edits/column-edits";
import { deleteColumn } from "../../../src/model/edits/delete-column";
import { editCells } from "../../../src/model/edits/edit-cells";
import { setMeasure } from "../../../src/model/edits/plan-records";
import { deleteRows, insertRows } from "../../../src/model/edits/row-edits";
import { updateTerritory } from "../../../src/model/edits/territory-edits";
import { indexOf } from "../../../src/model/metrics/balance";
import { type Figures, figures, updateFigures } from "../../../src/model/metrics/figures";
import { meanKm } from "../../../src/model/metrics/travel";
import { invertPatch } from "../../../src/model/patch";
import { A, B, PATH, smallPlan } from "../../helpers/small-plan";

describe("the figures of an alignment", () => {
  it("index 100 where a territory holds its share of all accounts, Unassigned included", () => {
    // 40 accounts' worth of 10 each: A holds 2 of 4, B holds 1, one is unassigned; each should hold 2
    const { measures } = figures(smallPlan("AAB."), PATH);
    const accounts = measures[0]!;
    expect([...accounts.totals]).toEqual([1, 2, 1]);
    expect([...accounts.targets]).toEqual([0, 2, 2]);
    expect(indexOf(accounts.totals[A]!, accounts.targets[A]!)).toBe(100);
    expect(indexOf(accounts.totals[B]!, accounts.targets[B]!)).toBe(50);
    expect(accounts.score).toBe(75);
    expect(accounts.within).toBe(1);
  });

  it("weigh the measures' scores", () => {
    // Accounts 3 : 1 → 50; revenue 30 : 30 → 100; weights 1 : 3 → 87.5
    const plan = smallPlan("AAAB", [10, 10, 10, 30]);
    const { balanceScore, measures } = figures(plan, PATH);
    expect(measures.map(({ score }) => score)).toEqual([50, 100]);
    expect(balanceScore).toBe(87.5);
  });

  it("follow a territory's share of the target", () => {
    const plan = smallPlan("AAB");
    const halved = applyPatch(plan, updateTerritory(plan, PATH, B, { share: 0.5 }));
    const { measures } = figures(halved, PATH);
    expect([...measures[0]!.targets]).toEqual([0, 2, 1]);
    expect(measures[0]!.score).toBe(100);
  });

  it("are blank where a measure sums to nothing", () => {
    const { measures, balanceScore } = figures(smallPlan("AB", [0, 0]), PATH);
    expect(measures[1]!.score).toBeNaN();
    expect(balanceScore).toBe(100);
  });

  it("count accounts and revenue that change hands; those that nobody had cannot", () => {
    const plan = smallPlan("AAB.", [10, 20, 30, 40]);
    const moved = applyPatch(plan, assignAccounts(plan, PATH, new Set([1, 3]), B));
    expect(figures(moved, PATH).disruption).toEqual({
      accounts: 3,
      changedAccounts: 1,
      revenue: 60,
      changedRevenue: 20,
    });
  });

  it("know how far accounts lie from the middle of their territory", () => {
    const oneSpot = smallPlan("A");
    expect(meanKm(figures(oneSpot, PATH).travel)).toBeCloseTo(0, 3);
    const two = smallPlan("AA");
    // 0.1° north and 0.1° east of 40°N: 14.05 km apart, the middle between them
    expect(meanKm(figures(two, PATH).travel)).toBeCloseTo(14.05 / 2, 1);
  });
});

describe("figures updated after an edit", () => {
  const letter = fc.constantFrom("A", "B", ".", "a", "b");
  const scenario = fc.record({
    letters: fc.array(letter, { minLength: 1, maxLength: 30 }),
    moves: fc.array(
      fc.record({
        accounts: fc.array(fc.nat(29), { maxLength: 10 }),
        to: fc.constantFrom(0, A, B),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    revenue: fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 30, maxLength: 30 }),
  });

  it("agree with figures counted from scratch", () => {
    fc.assert(
      fc.property(scenario, ({ letters, moves, revenue }) => {
        let plan = smallPlan(letters.join(""), revenue.slice(0, letters.length));
        let live = figures(plan, PATH);
        for (const { accounts, to } of moves) {
          const rows = new Set(accounts.filter((account) => account < letters.length));
          const patch = assignAccounts(plan, PATH, rows, to);
          plan = applyPatch(plan, patch);
          live = updateFigures(live, plan, patch);
        }
        expectSame(live, figures(plan, PATH));
      }),
    );
  });

  it("notice edits of cells, whatever column they are in", () => {
    const original = smallPlan("AABb.", [10, 20, 30, 40, 50]);
    for (const column of original.tables.accounts.columns) {
      const value = column.kind === "number" ? 41 : column.kind === "text" ? "new" : true;
      const patch = editCells(original, "accounts", column.key, [0, 3], [value, null]);
      const after = applyPatch(original, patch);
      expectSame(updateFigures(figures(original, PATH), after, patch), figures(after, PATH));
    }
  });

  it("count new accounts, with a place and without, and columns renamed, added and used for something else", () => {
    const original = smallPlan("AABb.", [10, 20, 30, 40, 50]);
    const placed = [
      { column: "latitude", values: [10] },
      { column: "longitude", values: [20] },
      { column: "revenue", values: [70] },
    ];
    const edits = [
      insertRows(original, "accounts", { before: 1 }, [7]),
      insertRows(original, "accounts", "end", [7], placed),
      deleteRows(original, "accounts", [1, 3]),
      deleteRows(original, "reps", [0]),
      insertColumn(original, "accounts", 0, { key: "x", header: "X", type: "number" }),
      renameColumn(original, "accounts", "revenue", "Money"),
      setColumnRole(original, "accounts", "latitude", "revenue"),
      deleteColumn(original, "accounts", "revenue"),
    ];
    for (const patch of edits) {
      const after = applyPatch(original, patch);
      const live = updateFigures(figures(original, PATH), after, patch);
      expectSame(live, figures(after, PATH));
      const inverse = invertPatch(patch);
      expectSame(updateFigures(live, applyPatch(after, inverse), inverse), figures(original, PATH));
    }
  });

  it("notice a change of the measures", () => {
    const plan = smallPlan("AAB");
    const patch = setMeasure(plan, "count", null);
    const after = applyPatch(plan, patch);
    expectSame(updateFigures(figures(plan, PATH), after, patch), figures(after, PATH));
  });
});

/** Equal figures; sums of moved money and kilometers within rounding. */
function expectSame(got: Figures, expected: Figures): void {
  expect(got.measures.length).toBe(expected.measures.length);
  for (const [i, measure] of expected.measures.entries()) {
    for (const [slot, total] of measure.totals.entries()) {
      expect(got.measures[i]!.totals[slot]).toBeCloseTo(total, 6);
    }
    expect(got.measures[i]!.within).toBe(measure.within);
  }
  expect([...got.accounts]).toEqual([...expected.accounts]);
  expect(got.disruption?.changedAccounts).toBe(expected.disruption?.changedAccounts);
  expect(got.disruption?.changedRevenue).toBeCloseTo(expected.disruption?.changedRevenue ?? 0, 6);
  expect([...got.travel.located]).toEqual([...expected.travel.located]);
  for (const [slot, km] of expected.travel.km.entries()) expect(got.travel.km[slot]).toBeCloseTo(km, 6);
}
