import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestAssignment } from "../../src/model/assignment-problem";
import { matchTerritories } from "../../src/optimizer/match-territories";
import { NONE } from "../../src/optimizer/problem";

describe("matching territories", () => {
  it("lets names follow the accounts that stay together", () =>
    expect([
      ...matchTerritories({
        proposed: Uint16Array.of(0, 0, 0, 1, 1, 2),
        proposedCount: 3,
        existing: Uint16Array.of(1, 1, 0, 0, 0, NONE),
        existingCount: 2,
      }),
    ]).toEqual([1, 0, NONE]));

  it("weighs by worth", () =>
    expect([
      ...matchTerritories({
        proposed: Uint16Array.of(0, 0, 0),
        proposedCount: 1,
        existing: Uint16Array.of(0, 0, 1),
        existingCount: 2,
        worth: Float64Array.of(1, 1, 5),
      }),
    ]).toEqual([1]));

  it("gives no existing territory away twice", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4))), (pairs) => {
        const match = matchTerritories({
          proposed: Uint16Array.from(pairs, ([to]) => to),
          proposedCount: 5,
          existing: Uint16Array.from(pairs, ([, from]) => from),
          existingCount: 5,
        });
        const taken = [...match].filter((territory) => territory !== NONE);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    ));
});

it("finds the cheapest of all assignments", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 24, maxLength: 24 }),
      (rows, extra, numbers) => {
        const columns = rows + extra;
        const cost = Float64Array.from(numbers.slice(0, rows * columns));
        const found = cheapestAssignment(rows, columns, cost);
        expect(new Set(found).size).toBe(rows);
        const total = found.reduce((sum, column, row) => sum + cost[row * columns + column]!, 0);
        expect(total).toBe(cheapestByTrying(rows, columns, cost, 0, new Set()));
      },
    ),
  ));

function cheapestByTrying(
  rows: number,
  columns: number,
  cost: Float64Array,
  row: number,
  taken: ReadonlySet<number>,
): number {
  if (row === rows) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (let column = 0; column < columns; column++) {
    if (taken.has(column)) continue;
    const rest = cheapestByTrying(rows, columns, cost, row + 1, new Set([...taken, column]));
    best = Math.min(best, cost[row * columns + column]! + rest);
  }
  return best;
}
