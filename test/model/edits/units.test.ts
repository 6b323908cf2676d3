import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import {
  alignByUnits,
  assignUnits,
  assignUnitsByName,
  returnExceptions,
} from "../../../src/model/edits/assign-units";
import { chooseUnits, deleteAreas, noteUnits, removeUnits } from "../../../src/model/edits/choose-units";
import { fillUnits } from "../../../src/model/edits/fill-units";
import { lockAccounts } from "../../../src/model/edits/lock-accounts";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import { invertPatch, type Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { columnByRole, isLive } from "../../../src/model/table";
import { accountsPerUnit, chosenUnitSet, exceptionsOf, isAlignedByUnits } from "../../../src/model/units";
import { seededRandom } from "../../helpers/seeded-random";
import { A, B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";
import { makeColumn } from "../../helpers/small-table";
import {
  alignedByUnits,
  exceptionMarks,
  FOUR_UNITS,
  OWN_SET,
  unitDigits,
  unitLetters,
  unitPlan,
} from "../../helpers/unit-plan";

const alignmentOf = (plan: Plan) => plan.scenarios[0]!.alignments.main!;
const edited = (plan: Plan, ...edits: ((plan: Plan) => Patch)[]) =>
  edits.reduce((current, edit) => applyPatch(current, edit(current)), plan);
const give = (units: readonly number[], slot: number) => (plan: Plan) =>
  assignUnits(plan, PATH, new Set(units), slot);

/** What a plan says about units and accounts. */
const stateOf = (plan: Plan) => ({
  letters: lettersOf(plan),
  units: unitLetters(plan),
  digits: unitDigits(plan),
  live: Array.from({ length: plan.tables.units.count }, (_, row) => isLive(plan.tables.units, row)),
  sets: [plan.planning.unitSets, plan.planning.units],
  columns: plan.tables.accounts.columns.map(({ header }) => header),
});

describe("choosing units", () => {
  it("tells every account its unit", () => {
    const plan = unitPlan("AAB.", "12.4");
    expect(unitDigits(plan)).toBe("12.4");
    expect(columnByRole(plan.tables.accounts, "unit")?.header).toBe("Area");
    expect([...accountsPerUnit(plan)]).toEqual([1, 1, 0, 1]);
    expect(chosenUnitSet(plan)?.name).toBe("Test areas");
  });
  it("leaves all accounts where they are, and nobody is an exception yet", () => {
    const plan = unitPlan("AAB.", "1111");
    expect(lettersOf(plan)).toBe("AAB.");
    expect(isAlignedByUnits(plan, alignmentOf(plan))).toBe(false);
    expect(exceptionsOf(plan, PATH).count).toBe(0);
  });
  it("is taken back as a whole", () => {
    const plan = smallPlan("AAB.");
    const patch = chooseUnits(plan, OWN_SET, FOUR_UNITS, [0, 1, 2, 3], seededRandom(1));
    const back = applyPatch(applyPatch(plan, patch), invertPatch(patch));
    expect({ ...stateOf(back), live: [], units: "" }).toEqual({ ...stateOf(plan), live: [], units: "" });
    expect(stateOf(back).live).toEqual([false, false, false, false]);
  });
  it("keeps the units of a set for when it is used again", () => {
    const other = { ...OWN_SET, id: "us-state", name: "US states", areas: null };
    const plan = edited(alignedByUnits("AABB", "1122"), (now) =>
      chooseUnits(now, other, { codes: ["IL"], names: ["Illinois"] }, [0, 0, 0, 0], seededRandom(2)),
    );
    expect(chosenUnitSet(plan)).toEqual(other);
    expect(plan.planning.unitSets.map(({ id }) => id)).toEqual(["own:t"]);
    expect(unitDigits(plan)).toBe("5555");
    const back = edited(plan, (now) => chooseUnits(now, OWN_SET, FOUR_UNITS, [0, 0, 1, 1], seededRandom(3)));
    expect(chosenUnitSet(back)).toEqual(OWN_SET);
    expect(chosenUnitSet(back)).toBe(chosenUnitSet(back));
    expect(back.tables.units.count).toBe(5);
    expect(unitLetters(back)).toBe("AB...");
  });
  it("removes units without moving anybody", () => {
    const plan = edited(alignedByUnits("AAB.", "1122"), removeUnits);
    expect(lettersOf(plan)).toBe("AAB.");
    expect(unitDigits(plan)).toBe("....");
    expect(chosenUnitSet(plan)).toBeNull();
    expect(exceptionsOf(plan, PATH)).toMatchObject({ count: 0, placed: 0 });
  });
  it("forgets own areas only while they are not in use", () => {
    const plan = unitPlan("AB", "12");
    expect(deleteAreas(plan, OWN_SET.id).changes).toEqual([]);
    const patch = deleteAreas(edited(plan, removeUnits), OWN_SET.id);
    const without = applyPatch(edited(plan, removeUnits), patch);
    expect(without.planning.unitSets).toEqual([]);
    expect(applyPatch(without, invertPatch(patch)).planning.unitSets).toEqual([OWN_SET]);
  });
  it("notes where accounts are now", () => {
    const plan = edited(unitPlan("AAB", "111"), (now) => noteUnits(now, [1, 2], ["Two", null]));
    expect(unitDigits(plan)).toBe("12.");
    expect(noteUnits(plan, [1, 2], ["Two", null]).changes).toEqual([]);
  });
});

describe("aligning by units", () => {
  it("gives each unit to who has most of its accounts", () =>
    expect(unitLetters(alignedByUnits("AABBB.", "112212"))).toBe("AB.."));
  it("asks the first measure where accounts are equal", () => {
    const plan = unitPlan("ABAB", "1122", [10, 20, 30, 5]);
    const byRevenue = { ...plan, measures: [...plan.measures].reverse() };
    expect(unitLetters(edited(byRevenue, (now) => alignByUnits(now, PATH)))).toBe("BA..");
  });
  it("leaves unassigned accounts out of the vote", () =>
    expect(unitLetters(alignedByUnits("..A", "111"))).toBe("A..."));
  it("makes exceptions of the others", () => {
    const plan = alignedByUnits("AABb.", "1111.");
    expect(exceptionMarks(plan)).toBe("--xx-");
    expect(exceptionsOf(plan, PATH)).toMatchObject({ count: 2, placed: 4, many: true });
    expect([...exceptionsOf(plan, PATH).inTerritory]).toEqual([0, 0, 2]);
    expect([...exceptionsOf(plan, PATH).fromTerritory]).toEqual([0, 2, 0]);
  });
  it("makes none of accounts that nobody has", () => {
    const plan = alignedByUnits("AA..B.", "111111");
    expect(exceptionMarks(plan)).toBe("----x-");
    expect(lettersOf(edited(plan, (now) => returnExceptions(now, PATH)))).toBe("AA..A.");
  });
  it("flags more than a tenth", () => {
    const digits = "1".repeat(20);
    expect(exceptionsOf(alignedByUnits(`${"A".repeat(18)}BB`, digits), PATH).many).toBe(false);
    expect(exceptionsOf(alignedByUnits(`${"A".repeat(17)}BBB`, digits), PATH).many).toBe(true);
  });
});

describe("assigning units", () => {
  it("takes the accounts along", () =>
    expect(lettersOf(edited(alignedByUnits("AAB.", "1122"), give([0], B)))).toBe("BBB."));
  it("leaves locked accounts as exceptions", () => {
    const plan = edited(alignedByUnits("AaB", "112"), give([0], B));
    expect(lettersOf(plan)).toBe("BaB");
    expect(exceptionMarks(plan)).toBe("-x-");
  });
  it("leaves accounts named for a rep", () => {
    const plan = alignedByUnits("AAB", "112");
    const named = {
      ...plan,
      planning: { ...plan.planning, namedAccounts: [{ id: "n", account: 100, rep: 1, territory: null }] },
    };
    const pinned = applyPatch(named, {
      label: "",
      cause: { kind: "action", action: "test" },
      changes: [{ kind: "locks", path: PATH, accounts: new Uint32Array(0), from: [], to: [] }],
    });
    expect(lettersOf(edited(pinned, give([0], B)))).toBe("aBB");
  });
  it("brings exceptions home", () =>
    expect(lettersOf(edited(alignedByUnits("AAB", "111"), (now) => returnExceptions(now, PATH)))).toBe(
      "AAA",
    ));
  it("makes an exception of an account that is moved alone", () => {
    const plan = edited(alignedByUnits("AAA", "111"), (now) => assignAccounts(now, PATH, new Set([1]), B));
    expect(exceptionMarks(plan)).toBe("-x-");
  });
  it("goes by names, several at once, as one step", () => {
    const plan = alignedByUnits("AABB.", "11223");
    const patch = assignUnitsByName(plan, PATH, [0, 1, 2, 3], ["b", null, "A", "Nobody"]);
    const after = applyPatch(plan, patch);
    expect(unitLetters(after)).toBe("B.A.");
    expect(lettersOf(after)).toBe("BB..A");
    expect(patch.label).toBe("Give 3 units to their territories with 5 accounts");
    expect(stateOf(applyPatch(after, invertPatch(patch)))).toEqual(stateOf(plan));
  });
  it("says what it does", () => {
    const plan = alignedByUnits("AAB", "112");
    expect(give([0], B)(plan).label).toBe("Give 1 unit to B with 2 accounts");
    expect(give([0, 3], 0)(plan).label).toBe("Unassign 2 units with 2 accounts");
    expect(give([0], A)(plan).changes).toEqual([]);
  });
});

describe("filling free units", () => {
  // Four in a row: One – Two – Three – Four.
  const inRow = (unit: number) => [unit - 1, unit + 1].filter((other) => other >= 0 && other < 4);
  const filledUnits = (letters: string, digits: string) =>
    edited(alignedByUnits(letters, digits), (now) => fillUnits(now, PATH, inRow));
  it("lets territories grow evenly from both ends", () =>
    expect(unitLetters(filledUnits("AB", "14"))).toBe("AABB"));
  it("takes free accounts along and leaves locked ones", () => {
    const plan = alignedByUnits("A..", "122");
    const locked = edited(plan, (now) => lockAccounts(now, PATH, new Set([2]), { reason: "", until: null }));
    const next = edited(locked, (now) => fillUnits(now, PATH, inRow));
    expect(unitLetters(next)).toBe("AAAA");
    expect([...alignmentOf(next).territoryOf]).toEqual([A, A, 0]);
  });
  it("leaves units alone that no neighbor leads to", () => {
    const plan = alignedByUnits("A", "1");
    expect(fillUnits(plan, PATH, () => []).changes).toEqual([]);
  });
});

const cases = fc
  .array(fc.record({ letter: fc.constantFrom(..."ABab."), digit: fc.constantFrom(..."1234.") }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((rows) => ({
    letters: rows.map(({ letter }) => letter).join(""),
    digits: rows.map(({ digit }) => digit).join(""),
  }));
const someUnits = fc.uniqueArray(fc.integer({ min: 0, max: 3 }));

describe("any plan with units", () => {
  it("is as before once an assignment is taken back", () =>
    fc.assert(
      fc.property(cases, someUnits, fc.integer({ min: 0, max: 2 }), ({ letters, digits }, units, slot) => {
        const plan = alignedByUnits(letters, digits);
        const patch = assignUnits(plan, PATH, new Set(units), slot);
        expect(stateOf(applyPatch(applyPatch(plan, patch), invertPatch(patch)))).toEqual(stateOf(plan));
      }),
    ));
  it("has every free account of a unit that was assigned in its territory, and no other moved", () =>
    fc.assert(
      fc.property(cases, someUnits, fc.integer({ min: 0, max: 2 }), ({ letters, digits }, units, slot) => {
        const plan = alignedByUnits(letters, digits);
        const now = lettersOf(applyPatch(plan, assignUnits(plan, PATH, new Set(units), slot)));
        const expected = [...letters].map((letter, row) => {
          const free = letter === letter.toUpperCase();
          return free && units.includes(Number(digits[row]) - 1) ? ".AB"[slot] : letter;
        });
        expect(now).toBe(expected.join(""));
      }),
    ));
  it("counts potential of units as from scratch", () =>
    fc.assert(
      fc.property(cases, someUnits, fc.integer({ min: 0, max: 2 }), ({ letters, digits }, units, slot) => {
        const plan = withPotential(alignedByUnits(letters, digits));
        const patch = assignUnits(plan, PATH, new Set(units), slot);
        const next = applyPatch(plan, patch);
        const updated = updateFigures(figures(plan, PATH), next, patch);
        expect(updated.measures.at(-1)).toEqual(figures(next, PATH).measures.at(-1));
        expect(updated.accounts).toEqual(figures(next, PATH).accounts);
        expect(updated.balanceScore).toBeCloseTo(figures(next, PATH).balanceScore, 9);
      }),
    ));
  it("needs no new figures where units move that nothing measures", () => {
    const plan = alignedByUnits("AB", "12");
    const before = figures(plan, PATH);
    const patch = give([3], A)(plan);
    expect(updateFigures(before, applyPatch(plan, patch), patch)).toBe(before);
  });
});

function withPotential(plan: Plan): Plan {
  const { units } = plan.tables;
  const market = makeColumn("market", "number", [100, null, 30, 7]);
  return {
    ...plan,
    tables: { ...plan.tables, units: { ...units, columns: [...units.columns, market] } },
    measures: [
      ...plan.measures,
      {
        id: "m",
        name: "Market",
        source: { kind: "unit-column", column: "market" },
        weight: 1,
        tolerance: 0.1,
      },
    ],
  };
}
