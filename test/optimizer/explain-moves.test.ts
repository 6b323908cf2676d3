import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainMoves, territoryBounds } from "../../src/optimizer/explain-moves";
import { balancedMeasure, defineProblem, NONE } from "../../src/optimizer/problem";
import { plane, problemsUpTo, run } from "./problems";

const choice = { mode: "repair", keep: 1 } as const;

// Two reps at 0 and 10 on a line; the account at 6 (of 4) went from the first to the second.
const line = defineProblem({
  itemCount: 4,
  territoryCount: 2,
  surface: "plane",
  kmPerUnit: 1,
  places: plane([
    [0, 0],
    [1, 0],
    [6, 0],
    [10, 0],
  ]),
  centers: plane([
    [0, 0],
    [10, 0],
  ]),
  visits: Float64Array.of(1, 1, 2, 1),
  measures: [balancedMeasure(Float64Array.of(5, 5, 4, 6), Float64Array.of(10, 10), 0.1)],
  current: Uint16Array.of(0, 0, 0, 1),
  repOf: Uint16Array.of(0, 1),
  baselineRep: Uint16Array.of(0, 0, 0, 1),
  disruptionPrice: Float64Array.of(1, 1, 1, 1),
});
const after = { assignment: Uint16Array.of(0, 0, 1, 1), centers: line.centers };

describe("why an account moved", () => {
  it("is told in indexes of both territories, travel, fit and disruption", () =>
    expect(explainMoves(line, choice, after)).toEqual([
      {
        items: [2],
        from: 0,
        to: 1,
        reason: "cheaper",
        left: [{ measure: 0, without: 100, with: 140 }],
        joined: [{ measure: 0, without: 60, with: 100 }],
        cost: { travel: -4, fit: 0, disruption: 1, total: -3 },
        backBreaks: { territory: 1, measure: 0, side: "below", relative: expect.closeTo(0.3, 9) },
        runnerUp: {
          territory: 0,
          extra: { travel: 4, fit: 0, disruption: -1, total: 3 },
          breaks: { territory: 1, measure: 0, side: "below", relative: expect.closeTo(0.3, 9) },
        },
      },
    ]));

  it("is balance where the new territory is dearer but going back would break a bound", () => {
    const dear = defineProblem({ ...line, disruptionPrice: Float64Array.of(9, 9, 9, 9) });
    expect(explainMoves(dear, choice, after)[0]).toMatchObject({ reason: "balance", cost: { total: 5 } });
  });

  it("is room where nothing else speaks for it", () => {
    const loose = defineProblem({ ...line, measures: [], disruptionPrice: Float64Array.of(9, 9, 9, 9) });
    expect(explainMoves(loose, choice, after)[0]).toMatchObject({ reason: "room", backBreaks: null });
  });

  it("is a rule or a lock where one demands it", () => {
    const classes = { of: Uint16Array.of(0, 0, 1, 0), count: 2, forbidden: Uint8Array.of(0, 0, 1, 0) };
    expect(explainMoves(defineProblem({ ...line, classes }), choice, after)[0]).toMatchObject({
      reason: "rule",
      runnerUp: null,
    });
    const locked = defineProblem({ ...line, lockedTo: Uint16Array.of(NONE, NONE, 1, NONE) });
    expect(explainMoves(locked, choice, after)[0]).toMatchObject({ reason: "lock" });
  });

  it("tells a family once", () => {
    const family = defineProblem({ ...line, groupOf: Int32Array.of(-1, 7, 7, -1) });
    const moved = { ...after, assignment: Uint16Array.of(0, 1, 1, 1) };
    expect(explainMoves(family, choice, moved)).toMatchObject([
      { items: [1, 2], left: [{ without: 50, with: 140 }] },
    ]);
  });

  it("agrees with the plans before and after, whatever the problem", () =>
    fc.assert(
      fc.property(problemsUpTo(12, 4), (problem) => {
        const { assignment, centers } = run(problem, 3, { mode: "repair" });
        const moves = explainMoves(problem, choice, { assignment, centers });
        const moved = [...assignment.keys()].filter(
          (item) => problem.current[item] !== NONE && problem.current[item] !== assignment[item],
        );
        expect(moves.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(moved);
        for (const { from, to, joined } of moves) {
          expect(from).not.toBe(to);
          for (const { measure, with: index } of joined) {
            const { values, target } = problem.measures[measure]!;
            let sum = 0;
            for (const [item, territory] of assignment.entries()) if (territory === to) sum += values[item]!;
            if (target[to]! > 1e-3) expect(index).toBeCloseTo((100 * sum) / target[to]!, 6);
          }
        }
      }),
      { numRuns: 60 },
    ));
});

describe("what binds a territory", () => {
  it("is its bounds, tightest first", () =>
    expect(territoryBounds(line, choice, { ...after, assignment: Uint16Array.of(0, 0, 0, 1) })[1]).toEqual({
      territory: 1,
      slacks: [
        { measure: 0, side: "below", slack: expect.closeTo(-3, 9), share: expect.closeTo(-0.3, 9) },
        { measure: 0, side: "above", slack: expect.closeTo(5, 9), share: expect.closeTo(0.5, 9) },
      ],
    }));
});
