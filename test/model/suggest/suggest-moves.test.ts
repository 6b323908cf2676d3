import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { figures } from "../../../src/model/metrics/figures";
import { meanKm } from "../../../src/model/metrics/travel";
import type { Plan } from "../../../src/model/plan";
import { makeSamplePlan } from "../../../src/model/sample/sample-plan";
import { suggestionPatch, suggestMoves } from "../../../src/model/suggest/suggest-moves";
import { diagnoseTerritories } from "../../../src/model/suggest/territory-diagnosis";
import { A, B, lettersOf, PATH, smallPlan } from "../../helpers/small-plan";
import { usPostalCodes } from "../sample/sample-places";

const suggest = (plan: Plan) => suggestMoves(plan, PATH, figures(plan, PATH));
const taken = (plan: Plan) => {
  const [first] = suggest(plan);
  return first ? lettersOf(applyPatch(plan, suggestionPatch(plan, PATH, first.moves))) : null;
};

describe("suggested moves", () => {
  it("give the account at the border to the territory that lacks it", () =>
    expect(taken(smallPlan("AAAABB"))).toBe("AAABBB"));

  it("give a whole group where one account is not enough", () => {
    const [first] = suggest(smallPlan("AAAAAAAABB"));
    expect(first).toMatchObject({ kind: "group", moves: [{ from: A, to: B }] });
    expect([...first!.moves[0]!.accounts].sort()).toEqual([5, 6, 7]);
  });

  it("swap two where both have the right number but not the right sum", () => {
    const plan = smallPlan("AAAAAABBBBBB", [14, 14, 14, 14, 14, 30, 10, 10, 10, 10, 10, 10]);
    expect(suggest(plan)[0]).toMatchObject({ kind: "swap" });
    expect(suggest(plan)[0]!.after.balanceScore).toBeGreaterThan(figures(plan, PATH).balanceScore);
  });

  it("leave locked accounts where they are", () => expect(taken(smallPlan("AAAaBB"))).toBe("AABaBB"));

  it("find a territory for accounts that have none", () => expect(taken(smallPlan("AAAB.B"))).toBe("AAABBB"));

  it("are silent where everything is balanced", () => expect(suggest(smallPlan("AAABBB"))).toEqual([]));

  it("promise exactly what they do, and no account twice", () => {
    const plan = makeSamplePlan(usPostalCodes, { seed: 1, now: Date.UTC(2026, 0, 5) });
    const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
    const before = figures(plan, path);
    const suggestions = suggestMoves(plan, path, before);
    expect(suggestions).toHaveLength(5);
    for (const { moves, after } of suggestions) {
      const exact = figures(applyPatch(plan, suggestionPatch(plan, path, moves)), path);
      expect(after.balanceScore).toBeCloseTo(exact.balanceScore, 9);
      expect(after.travel.km.reduce((a, b) => a + b)).toBeCloseTo(
        exact.travel.km.reduce((a, b) => a + b),
        6,
      );
      const gained = after.balanceScore > before.balanceScore;
      expect(gained || meanKm(after.travel) < meanKm(before.travel)).toBe(true);
    }
    const accounts = suggestions.flatMap(({ moves }) => moves.flatMap((move) => move.accounts));
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it("do nothing for accounts that moved since", () => {
    const plan = smallPlan("AAAABB");
    const [first] = suggest(plan);
    const later = applyPatch(plan, suggestionPatch(plan, PATH, first!.moves));
    expect(suggestionPatch(later, PATH, first!.moves).changes).toEqual([]);
  });
});

describe("a diagnosis", () => {
  it("names what is off, by how much, and the accounts that weigh most", () => {
    const [first, second] = diagnoseTerritories(
      smallPlan("AAB", [30, 50, 20]),
      PATH,
      figures(smallPlan("AAB", [30, 50, 20]), PATH),
    );
    expect(first).toMatchObject({ slot: A, measure: { id: "revenue" }, excess: 30 });
    expect(first!.deviation).toBeCloseTo(0.6);
    expect(first!.largest.map(({ account, share, indexWithout }) => [account, share, indexWithout])).toEqual([
      [1, 50 / 80, 60],
      [0, 30 / 80, 100],
    ]);
    expect(second).toMatchObject({ slot: B, measure: { id: "revenue" }, excess: -30 });
  });

  it("is empty where all is within its tolerance", () =>
    expect(diagnoseTerritories(smallPlan("AB"), PATH, figures(smallPlan("AB"), PATH))).toEqual([]));
});
