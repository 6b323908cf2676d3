import { describe, expect, it } from "vitest";
import { alignmentAt } from "../../src/model/plan";
import { unitsAsProposed } from "../../src/model/proposed-units";
import { PATH } from "../helpers/small-plan";
import { alignedByUnits } from "../helpers/unit-plan";

/** Territories of the four units, as letters, once the accounts are in the territories proposed; null where units would mislead. */
function proposed(letters: string, digits: string, then: string): string | null {
  const plan = alignedByUnits(letters, digits);
  const territoryOf = Uint16Array.from(then, (letter) => ".AB".indexOf(letter));
  const units = unitsAsProposed(plan, alignmentAt(plan, PATH).territoryOfUnit, territoryOf);
  return units && Array.from(units, (slot) => ".AB"[slot]).join("");
}

describe("the units of a proposal", () => {
  it("go where all of their accounts go", () => {
    expect(proposed("AABB", "1122", "BBBB")).toBe("BB..");
  });

  it("go where most of their accounts go, while few are exceptions", () => {
    const digits = `${"1".repeat(9)}2`;
    expect(proposed("AAAAAAAAAB", digits, "BBBBBBBBBA")).toBe("BA..");
    expect(proposed(`${"A".repeat(11)}B`, `${"1".repeat(11)}2`, `${"B".repeat(10)}AB`)).toBe("BB..");
  });

  it("are not told where more than a tenth of the accounts would be exceptions", () => {
    expect(proposed("AABB", "1122", "ABAB")).toBeNull();
  });

  it("stay where no account of theirs is assigned", () => {
    expect(proposed("AB", "12", ".B")).toBe("AB..");
  });

  it("know nothing of accounts without a unit", () => {
    expect(proposed("AB..", "12..", "ABBA")).toBe("AB..");
  });
});
