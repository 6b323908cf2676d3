import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { paintAccounts } from "../../../src/model/edits/paint-accounts";
import { latticePlan, lettersOf } from "../../helpers/lattice-plan";
import { A, B, PATH } from "../../helpers/small-plan";

const plan = latticePlan(["AB.", "ab."]);
const all = [0, 1, 2, 3, 4, 5];
const painted = (slot: number, onlyUnassigned: boolean, respectLocks: boolean) =>
  lettersOf(applyPatch(plan, paintAccounts(plan, PATH, all, slot, { onlyUnassigned, respectLocks })));

describe("a stroke over accounts", () => {
  test("takes all but the locked ones", () => {
    expect(painted(B, false, true)).toBe("BBBabB");
  });

  test("takes only what nobody has, if so wished", () => {
    expect(painted(A, true, true)).toBe("ABAabA");
  });

  test("moves locked ones with their lock, if so wished", () => {
    expect(painted(B, false, false)).toBe("BBBbbB");
  });

  test("erases", () => {
    expect(painted(0, false, true)).toBe("...ab.");
  });

  test("does nothing where all is as it should be", () => {
    expect(paintAccounts(plan, PATH, [0], A, { onlyUnassigned: false, respectLocks: true }).changes).toEqual(
      [],
    );
  });
});
