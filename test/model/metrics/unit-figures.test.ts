import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitFigures } from "../../../src/model/metrics/unit-figures";
import { accountsPerUnit, exceptionsOf, unitOfAccount } from "../../../src/model/units";
import { PATH } from "../../helpers/small-plan";
import { alignedByUnits, unitPlan } from "../../helpers/unit-plan";

describe("the figures of units", () => {
  it("count what lies in each and what would stay behind", () => {
    const figures = unitFigures(alignedByUnits("AAb.aB", "111122"), PATH);
    expect([...figures.accounts]).toEqual([4, 2, 0, 0]);
    expect([...figures.exceptions]).toEqual([1, 1, 0, 0]);
    expect([...figures.unassigned]).toEqual([1, 0, 0, 0]);
    expect([...figures.locked]).toEqual([1, 1, 0, 0]);
    expect([...figures.named]).toEqual([0, 0, 0, 0]);
  });
  it("know no exception before the plan is aligned by units", () => {
    const { accounts, exceptions, unassigned } = unitFigures(unitPlan("AB.", "111"), PATH);
    expect([...accounts]).toEqual([3, 0, 0, 0]);
    expect([...exceptions, ...unassigned]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it("add up to what is said of the whole plan", () => {
    const account = fc.tuple(fc.constantFrom("A", "B", "a", "b", "."), fc.constantFrom(".", "1", "2", "3"));
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 30 }), (accounts) => {
        const plan = alignedByUnits(
          accounts.map(([letter]) => letter).join(""),
          accounts.map(([, unit]) => unit).join(""),
        );
        const figures = unitFigures(plan, PATH);
        const { flags } = exceptionsOf(plan, PATH);
        const unitOf = unitOfAccount(plan);
        const byUnit = [0, 1, 2, 3].map(
          (unit) => flags.filter((flag, row) => flag && unitOf[row] === unit).length,
        );
        expect([...figures.exceptions]).toEqual(byUnit);
        expect(figures.accounts).toEqual(accountsPerUnit(plan));
      }),
    );
  });
});
