import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { bringTogether } from "../../src/model/edits/bring-together";
import { familyOf, splitFamilies, withRelatives } from "../../src/model/families";
import type { Plan } from "../../src/model/plan";
import { lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { makeColumn } from "../helpers/small-table";

/** A plan whose accounts have the keys "0", "1", … and these parents. */
function familyPlan(letters: string, parents: readonly (string | null)[]): Plan {
  const plan = smallPlan(letters);
  const { accounts } = plan.tables;
  const columns = [
    ...accounts.columns,
    makeColumn(
      "id",
      "text",
      parents.map((_, row) => `k${row}`),
      "key",
    ),
    makeColumn("parent", "text", parents, "parent"),
  ];
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

describe("families", () => {
  const of = (...parents: (string | null)[]) => [
    ...familyOf(familyPlan("A".repeat(parents.length), parents)),
  ];
  it("are an account and those who name it their parent, by key or by name", () =>
    expect(of(null, "k0", "account 0", null)).toEqual([0, 0, 0, -1]));
  it("reach over generations", () => expect(of("k1", "k2", null, "k4", null)).toEqual([0, 0, 0, 1, 1]));
  it("are siblings whose parent is not in the plan", () =>
    expect(of("Holding", "Holding", "Other", null)).toEqual([0, 0, -1, -1]));
  it("bear accounts that are their own parent, and circles", () =>
    expect(of("k0", "k2", "k1")).toEqual([-1, 0, 0]));
  it("know keys by their case", () => expect(of(null, "K0", "K0")).toEqual([-1, 0, 0]));
  it("do without a column of parents", () => expect([...familyOf(smallPlan("AB"))]).toEqual([-1, -1]));
  it("are the connected parts of the graph of parents", () => {
    const parent = fc.option(fc.integer({ min: 0, max: 19 }), { nil: null });
    fc.assert(
      fc.property(fc.array(parent, { minLength: 20, maxLength: 20 }), (parents) => {
        const found = of(...parents.map((row) => (row === null ? null : `k${row}`)));
        // From scratch: spread the smallest row of a part until nothing changes.
        const part = parents.map((_, row) => row);
        for (let round = 0; round < 20; round++) {
          for (const [row, above] of parents.entries()) {
            if (above === null) continue;
            const least = Math.min(part[row]!, part[above]!);
            part[row] = least;
            part[above] = least;
          }
        }
        for (let a = 0; a < 20; a++) {
          const alone = part.filter((other) => other === part[a]).length === 1;
          expect(found[a] === -1).toBe(alone);
          for (let b = 0; b < 20; b++) if (!alone) expect(found[a] === found[b]).toBe(part[a] === part[b]);
        }
      }),
    );
  });
});

describe("families over territories", () => {
  // Accounts 0–2 are one family, 3–4 another, 5 has nobody.
  const parents = [null, "k0", "k0", null, "k3", null];
  const plan = familyPlan("AABAAB", parents);
  it("are listed where they are split", () =>
    expect(splitFamilies(plan, PATH)).toEqual([
      {
        family: 0,
        accounts: [0, 1, 2],
        places: [
          { slot: 1, accounts: 2 },
          { slot: 2, accounts: 1 },
        ],
      },
    ]));
  const together = (letters: string) => {
    const start = familyPlan(letters, parents);
    return lettersOf(applyPatch(start, bringTogether(start, PATH, splitFamilies(start, PATH))));
  };
  it("come together where most of them are, in one step", () => expect(together("AABABB")).toBe("AAAAAB"));
  it("come to a pinned relative, and leave two pinned ones apart", () => {
    expect(together("AAbAAB")).toBe("BBbAAB");
    expect(together("aAbAAB")).toBe("aAbAAB");
  });
  it("leave Unassigned", () => {
    expect(together("..BAAB")).toBe("BBBAAB");
    expect(together("...AAB")).toBe("...AAB");
  });
  it("move as a whole if wished", () => expect(withRelatives(plan, [1, 5])).toEqual([1, 5, 0, 2]));
});
