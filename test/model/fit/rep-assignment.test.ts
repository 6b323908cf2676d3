import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignReps,
  type RepAssignmentProblem,
  seatsByRoom,
  totalPoints,
  wishPrices,
} from "../../../src/model/fit/rep-assignment";

const NOBODY = -1;
const [ANN, BOB, CID] = [0, 1, 2];

function problem(
  points: readonly (readonly number[])[],
  fields: Partial<RepAssignmentProblem> = {},
): RepAssignmentProblem {
  const repCount = points[0]?.length ?? 0;
  return {
    territoryCount: points.length,
    repCount,
    points: Float64Array.from(points.flat()),
    seats: new Int32Array(repCount).fill(1),
    lockedTo: new Int32Array(points.length).fill(-1),
    current: new Int32Array(points.length).fill(-1),
    ...fields,
  };
}

describe("reps for territories", () => {
  //             Ann Bob Cid
  const wanted = [
    [90, 80, 10], // Chicago
    [85, 20, 30], // Denver
    [50, 60, 40], // Miami
  ];
  it("together have the most points, not each the best rep", () => {
    const found = assignReps(problem(wanted));
    // Ann is best in Chicago, but Denver needs her more: 80 + 85 + 40 beats 90 + 60 + 30.
    expect([...found.repOf]).toEqual([BOB, ANN, CID]);
    expect(found.total).toBe(205);
  });
  it("prices a wish by what is lost in all, and says who has to change with it", () => {
    const { prices, movesFor } = wishPrices(assignReps(problem(wanted)), 0);
    // Ann in Chicago leaves 30 for Cid in Denver and Bob's 60 in Miami: 180.
    expect([...prices].map((price) => Math.round(price * 1e6) / 1e6)).toEqual([25, 0, 50]);
    expect(movesFor(ANN)).toEqual([
      { territory: 0, from: BOB, to: ANN },
      { territory: 1, from: ANN, to: CID },
      { territory: 2, from: CID, to: BOB },
    ]);
    expect(movesFor(BOB)).toEqual([]);
  });
  it("keeps locks and assigns the others around them", () => {
    const found = assignReps(problem(wanted, { lockedTo: Int32Array.of(ANN, -1, -1) }));
    expect([...found.repOf]).toEqual([ANN, CID, BOB]);
    expect(found.total).toBe(180);
    expect([...wishPrices(found, 0).prices]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(wishPrices(found, 1).prices[ANN]).toBeNaN();
  });
  it("gives several territories to a rep with several seats", () => {
    const found = assignReps(problem(wanted, { seats: Int32Array.of(2, 1, 0) }));
    expect([...found.repOf]).toEqual([ANN, ANN, BOB]);
    expect(wishPrices(found, 0).prices[CID]).toBeNaN();
  });
  it("leaves the territory without a rep that loses least by it", () => {
    const found = assignReps(problem([[50], [90], [70]]));
    expect([...found.repOf]).toEqual([NOBODY, ANN, NOBODY]);
    expect(found.total).toBe(90);
  });
  it("leaves a rep without a territory where there are more reps", () => {
    const found = assignReps(problem([[50, 60, 40]]));
    expect([...found.repOf]).toEqual([BOB]);
    expect([...wishPrices(found, 0).prices].map(Math.round)).toEqual([10, 0, 20]);
    expect(wishPrices(found, 0).movesFor(ANN)).toEqual([{ territory: 0, from: BOB, to: ANN }]);
  });
  it("changes nobody where it gains nothing", () => {
    const even = [
      [50, 50],
      [50, 50],
    ];
    for (const current of [Int32Array.of(ANN, BOB), Int32Array.of(BOB, ANN)]) {
      expect(assignReps(problem(even, { current })).repOf).toEqual(current);
    }
  });
});

const arbitraryProblem = fc
  .record({ territories: fc.integer({ min: 1, max: 4 }), reps: fc.integer({ min: 1, max: 4 }) })
  .chain(({ territories, reps }) =>
    fc.record({
      points: fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: reps, maxLength: reps }), {
        minLength: territories,
        maxLength: territories,
      }),
      seats: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: reps, maxLength: reps }),
      lock: fc.record({ territory: fc.nat(territories - 1), rep: fc.integer({ min: -1, max: reps - 1 }) }),
    }),
  )
  .map(({ points, seats, lock }) => {
    const lockedTo = new Int32Array(points.length).fill(-1);
    lockedTo[lock.territory] = lock.rep;
    return problem(points, { seats: Int32Array.from(seats), lockedTo });
  });

/** The most points that any choice of reps brings, tried one by one. */
function mostPoints(given: RepAssignmentProblem, forced: { territory: number; rep: number } | null): number {
  const left = given.seats.slice();
  for (const rep of given.lockedTo) if (rep >= 0) left[rep]!--;
  const choose = (territory: number): number => {
    if (territory === given.territoryCount) return 0;
    const locked = given.lockedTo[territory]!;
    if (locked >= 0) return given.points[territory * given.repCount + locked]! + choose(territory + 1);
    const options = forced?.territory === territory ? [forced.rep] : [...left.keys(), NOBODY];
    let best = Number.NEGATIVE_INFINITY;
    for (const rep of options) {
      if (rep >= 0 && left[rep]! <= 0) continue;
      if (rep >= 0) left[rep]!--;
      const points = rep < 0 ? 0 : given.points[territory * given.repCount + rep]!;
      best = Math.max(best, points + choose(territory + 1));
      if (rep >= 0) left[rep]!++;
    }
    return best;
  };
  return choose(0);
}

describe("against every choice tried one by one", () => {
  it("nothing brings more points", () =>
    fc.assert(
      fc.property(arbitraryProblem, (given) => {
        const found = assignReps(given);
        expect(found.total).toBe(mostPoints(given, null));
        expect(totalPoints(given, found.repOf)).toBe(found.total);
        for (const [rep, seats] of given.seats.entries()) {
          const covered = [...found.repOf.keys()].filter((territory) => found.repOf[territory] === rep);
          const locked = covered.filter((territory) => given.lockedTo[territory] === rep).length;
          expect(covered.length).toBeLessThanOrEqual(Math.max(seats, locked));
        }
      }),
    ));

  it("every wish costs what is missing from the best plan that grants it, and its moves make that plan", () =>
    fc.assert(
      fc.property(arbitraryProblem, (given) => {
        const found = assignReps(given);
        for (let territory = 0; territory < given.territoryCount; territory++) {
          if (given.lockedTo[territory]! >= 0) continue;
          const { prices, movesFor } = wishPrices(found, territory);
          for (let rep = 0; rep < given.repCount; rep++) {
            const best = mostPoints(given, { territory, rep });
            if (best === Number.NEGATIVE_INFINITY) {
              expect(prices[rep]).toBeNaN();
              continue;
            }
            expect(prices[rep]).toBeCloseTo(found.total - best, 4);
            const granted = found.repOf.slice();
            for (const move of movesFor(rep)) {
              expect(granted[move.territory]).toBe(move.from);
              granted[move.territory] = move.to;
            }
            expect(granted[territory]).toBe(rep);
            expect(totalPoints(given, granted)).toBe(best);
          }
        }
      }),
    ));
});

describe("seats by room", () => {
  it("are one each while there are enough reps", () =>
    expect([...seatsByRoom(2, [10, 20, 30])]).toEqual([1, 1, 1]));
  it("go to whoever has the most room for each of them", () =>
    // 100 ÷ 2 = 50 beats 40 ÷ 2 = 20 and 30 ÷ 2; then 100 ÷ 3 = 33; then 100 ÷ 4 = 25 beats 20.
    expect([...seatsByRoom(6, [100, 40, 30])]).toEqual([4, 1, 1]));
  it("take the mean where room is not known", () =>
    expect([...seatsByRoom(4, [Number.NaN, 40, 20])]).toEqual([1, 2, 1]));
});
