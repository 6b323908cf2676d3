import { describe, expect, it } from "vitest";
import type { ImpossibleFact, SettingsLoosening } from "../../../src/session/impossible";
import { factWords, remedyWords } from "../../../src/ui/optimize/impossible-words";
import { A, smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AAAAB");
const territories = plan.scenarios[0]!.alignments.main!.territories;
const speaking = { plan, territories };
const revenue = { kind: "balance", measure: "revenue" } as const;
const say = (fact: ImpossibleFact) => factWords(speaking, fact);
const offer = (...loosenings: SettingsLoosening[]) => remedyWords(speaking, { loosenings, isLeast: true });

describe("why not every rule can be met", () => {
  it("names the account that is too large, and what is allowed", () => {
    expect(
      say({ kind: "account-too-large", accounts: [0], rule: revenue, value: 14, most: 11, share: 1.4 }),
    ).toBe("Account 0 alone is 140 % of a territory's target in Revenue; at most 110 % is allowed.");
  });

  it("names the territory whose locks are too large, and the largest of them", () => {
    const fact = {
      kind: "locks-too-large",
      territory: A,
      rule: revenue,
      value: 3,
      most: 2,
      share: 1.5,
    } as const;
    expect(say({ ...fact, accounts: [0, 1, 2, 3] })).toBe(
      "The accounts locked to A are 150 % of a territory's target in Revenue, where 100 % is allowed: Account 0, Account 1 and 2 more.",
    );
  });
});

describe("accounts that count the same each", () => {
  const fact = { kind: "indivisible", rule: { kind: "balance", measure: "count" }, territories: 20 } as const;

  it("are said to be too many or too few for whole numbers", () => {
    expect(say({ ...fact, side: "most", count: 701, whole: 700 })).toMatch(
      /^701 accounts over 20 territories is 35\.05 each: in whole accounts, the bounds of .+ leave room for only 700\.$/,
    );
    expect(say({ ...fact, side: "least", count: 699, whole: 700 })).toMatch(
      /^699 accounts over 20 territories is 34\.95 each: in whole accounts, the bounds of .+ ask for at least 700\.$/,
    );
  });
});

describe("a way out", () => {
  it("says in its button what it loosens", () => {
    expect(offer({ kind: "tolerance", measure: "revenue", tolerance: 0.12 })).toBe("Allow ±12 % for Revenue");
    expect(offer({ kind: "unlock", accounts: [0, 1, 2] })).toBe("Unlock 3 accounts");
    expect(offer({ kind: "unlock", accounts: [1] })).toBe("Unlock Account 1");
    const id = territories[A]!.id;
    expect(
      offer(
        { kind: "territory-tolerance", measure: "revenue", territory: id, tolerance: 0.205 },
        { kind: "change-limit", share: 0.2 },
      ),
    ).toBe("Allow ±20.5 % for Revenue in A and 20 % to change hands");
  });

  it("says what comes along with an exception or with unlocking", () => {
    const id = territories[A]!.id;
    expect(
      offer(
        { kind: "territory-tolerance", measure: "revenue", territory: id, tolerance: 1.2 },
        { kind: "tolerance", measure: "revenue", tolerance: 0.07 },
      ),
    ).toBe("Allow ±120 % for Revenue in A and ±7 % for Revenue");
    expect(
      offer(
        { kind: "unlock", accounts: [0, 1] },
        { kind: "tolerance", measure: "revenue", tolerance: 0.03 },
        { kind: "change-limit", share: 0.18 },
      ),
    ).toBe("Unlock 2 accounts, allow ±3 % for Revenue and 18 % to change hands");
  });

  it("does not offer to give up balance as if it were little", () => {
    expect(offer({ kind: "tolerance", measure: "revenue", tolerance: 1.28 })).toBe(
      "Only by giving up balance: allow ±128 % for Revenue",
    );
  });

  it("never says less than it takes", () => {
    expect(offer({ kind: "tolerance", measure: "revenue", tolerance: 0.1201 })).toBe(
      "Allow ±12.1 % for Revenue",
    );
  });
});
