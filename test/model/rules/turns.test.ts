import fc from "fast-check";
import { expect, it } from "vitest";
import { Turns } from "../../../src/model/rules/turns";

function given(turns: Turns, count: number, open: readonly number[]): string {
  return Array.from({ length: count }, () => {
    const position = turns.next(open);
    turns.give(position);
    return "ABCDEFGH"[position]!;
  }).join("");
}

it("goes round in the order of the pool", () => {
  expect(given(new Turns([1, 1, 1]), 7, [0, 1, 2])).toBe("ABCABCA");
});

it("mixes by weight", () => {
  expect(given(new Turns([3, 1, 1]), 10, [0, 1, 2])).toBe("ABACAABACA");
});

it("goes on after whoever was chosen, and does not flood who was away", () => {
  const turns = new Turns([1, 1, 1]);
  expect(given(turns, 60, [1, 2])).toBe("BC".repeat(30));
  expect(given(turns, 7, [0, 1, 2])).toBe("AABCABC");
});

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

it("gives everyone exactly the share that is due after each whole round", () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 4 }), (shares, rounds) => {
      const total = shares.reduce((sum, share) => sum + share, 0);
      const all = shares.map((_, position) => position);
      const letters = given(new Turns(shares), rounds * total, all);
      expect(all.map((position) => letters.split("ABCDEFGH"[position]!).length - 1)).toEqual(
        shares.map((share) => share * rounds),
      );
    }),
  );
});

it("keeps everyone within one of the share that is due at any time", () => {
  fc.assert(
    fc.property(weights, (shares) => {
      const total = shares.reduce((sum, share) => sum + share, 0);
      const turns = new Turns(shares);
      const counts = shares.map(() => 0);
      for (let lead = 1; lead <= 3 * total; lead++) {
        const position = turns.next(shares.map((_, i) => i));
        turns.give(position);
        counts[position]!++;
        for (const [i, share] of shares.entries()) {
          expect(Math.abs(counts[i]! - (lead * share) / total)).toBeLessThan(1 + 1e-9);
        }
      }
    }),
  );
});
