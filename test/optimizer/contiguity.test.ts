import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NeighborGraph, NO_PLACE, rowsOfEdges } from "../../src/geo/neighbor-graph";
import { makeBlocks } from "../../src/optimizer/blocks";
import { canJoin, keepsWhole } from "../../src/optimizer/connected-moves";
import { makePlan, moveBlock, recount, recountPieces } from "../../src/optimizer/plan";
import { balancedMeasure, defineProblem, evenTargets, NONE, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { plane, run } from "./problems";

/** A town on a grid: some lots empty, some with two items, and here and there a river without a bridge. */
const anyTown = fc
  .record({
    seed: fc.integer(),
    width: fc.integer({ min: 2, max: 7 }),
    height: fc.integer({ min: 2, max: 6 }),
    territoryCount: fc.integer({ min: 2, max: 5 }),
    locks: fc.constantFrom(0, 0.05),
    holes: fc.constantFrom(0, 0.15),
    doubles: fc.constantFrom(0, 0.3),
    homeless: fc.constantFrom(0, 0.1),
    river: fc.boolean(),
  })
  .map(({ seed, width, height, territoryCount, river, ...shares }) => {
    const random = createRandom(seed);
    const placeOf: number[] = [];
    const points: [number, number][] = [];
    for (let place = 0; place < width * height; place++) {
      const items = random.next() < shares.holes ? 0 : random.next() < shares.doubles ? 2 : 1;
      for (let item = 0; item < items; item++) {
        placeOf.push(random.next() < shares.homeless ? NO_PLACE : place);
        points.push([place % width, Math.floor(place / width)]);
      }
    }
    const edges: number[] = [];
    for (let place = 0; place < width * height; place++) {
      const crosses = river && place % width === width >> 1;
      if (place % width < width - 1 && !crosses) edges.push(place, place + 1);
      if (place + width < width * height) edges.push(place, place + width);
    }
    const itemCount = points.length;
    const values = Float64Array.from({ length: itemCount }, () => 1 + random.below(5));
    const neighbors: NeighborGraph = {
      placeCount: width * height,
      placeOf: Uint32Array.from(placeOf),
      ...rowsOfEdges(width * height, Uint32Array.from(edges)),
    };
    return defineProblem({
      itemCount,
      territoryCount,
      surface: "plane",
      kmPerUnit: 1,
      places: plane(points),
      current: Uint16Array.from({ length: itemCount }, () => random.below(territoryCount)),
      lockedTo: Uint16Array.from({ length: itemCount }, () =>
        random.next() < shares.locks ? random.below(territoryCount) : NONE,
      ),
      measures: [balancedMeasure(values, evenTargets(values, territoryCount), 0.2)],
      neighbors,
    });
  });

/** Pieces beyond one per territory and part of the map, by union-find over pairs of items: the plain twin. */
function extraPieces({ itemCount, neighbors }: Problem, territoryOf: ArrayLike<number>): number[] {
  const { placeCount, placeOf, start, neighbors: beside } = neighbors!;
  const linked = (a: number, b: number): boolean => {
    const from = placeOf[a]!;
    const to = placeOf[b]!;
    if (from >= placeCount || to >= placeCount) return false;
    return from === to || beside.subarray(start[from]!, start[from + 1]!).includes(to);
  };
  const roots = (same: (a: number, b: number) => boolean): number[] => {
    const root = Array.from({ length: itemCount }, (_, item) => item);
    for (let changed = true; changed; ) {
      changed = false;
      for (let a = 0; a < itemCount; a++) {
        for (let b = 0; b < itemCount; b++) {
          if (root[b]! >= root[a]! || !linked(a, b) || !same(a, b)) continue;
          root[a] = root[b]!;
          changed = true;
        }
      }
    }
    return root;
  };
  const part = roots(() => true);
  const piece = roots((a, b) => territoryOf[a] === territoryOf[b]);
  const counts: number[] = [];
  for (let territory = 0; territory < 5; territory++) {
    const pieces = new Set<number>();
    const parts = new Set<number>();
    for (let item = 0; item < itemCount; item++) {
      if (territoryOf[item] !== territory || placeOf[item]! >= placeCount) continue;
      pieces.add(piece[item]!);
      parts.add(part[item]!);
    }
    counts.push(pieces.size - parts.size);
  }
  return counts;
}

describe("a plan that must hang together", () => {
  it("does so from its first report on, where nothing is locked, and never breaks a lock", () =>
    fc.assert(
      fc.property(anyTown, fc.constantFrom("fresh" as const, "repair" as const), (problem, mode) => {
        fc.pre(problem.itemCount > 0);
        const { assignment, extraPieces: reported } = run(problem, 4, { mode });
        const twin = extraPieces(problem, assignment).reduce((sum, pieces) => sum + pieces, 0);
        expect(reported).toBe(twin);
        if (!problem.lockedTo.some((lock) => lock !== NONE)) expect(twin).toBe(0);
        problem.lockedTo.forEach((lock, item) => {
          if (lock !== NONE) expect(assignment[item]).toBe(lock);
        });
      }),
      { numRuns: 40 },
    ));

  it("checks moves around the moved blocks with the same answer as counting all pieces", () =>
    fc.assert(
      fc.property(anyTown, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 20 }), (problem, moves) => {
        fc.pre(problem.itemCount > 0);
        const blocks = makeBlocks({ ...problem, lockedTo: problem.lockedTo.slice().fill(NONE) }, false);
        const plan = makePlan(problem, blocks, 1);
        plan.of.set(problem.current);
        recount(plan);
        recountPieces(plan, plan.size.keys());
        for (const [chance, other] of moves) {
          const block = chance % blocks.count;
          const from = plan.of[block]!;
          const to = other % problem.territoryCount;
          if (from === to) continue;
          const before = extraPieces(problem, plan.of);
          const moved = plan.of.slice();
          moved[block] = to;
          const after = extraPieces(problem, moved);
          const whole = after[from]! <= before[from]! && after[to]! <= before[to]!;
          expect(keepsWhole(plan, from, to, block)).toBe(whole);
          if (whole && before[to] === 0) expect(canJoin(plan, block, to)).toBe(true);
          if (!whole) continue;
          moveBlock(plan, block, to);
          recountPieces(plan, [from, to]);
          expect([...plan.pieces]).toEqual(after.slice(0, problem.territoryCount));
        }
      }),
    ));
});

it("brings a scattered territory together in a repair", () => {
  const values = new Float64Array(12).fill(1);
  const {
    assignment,
    extraPieces: reported,
    feasible,
  } = run(
    defineProblem({
      itemCount: 12,
      territoryCount: 2,
      surface: "plane",
      kmPerUnit: 1,
      places: plane(Array.from({ length: 12 }, (_, item) => [item, 0])),
      current: Uint16Array.from({ length: 12 }, (_, item) => item % 2),
      measures: [balancedMeasure(values, evenTargets(values, 2), 0.01)],
      neighbors: {
        placeCount: 12,
        placeOf: Uint32Array.from({ length: 12 }, (_, item) => item),
        ...rowsOfEdges(
          12,
          Uint32Array.from({ length: 22 }, (_, i) => (i + 1) >> 1),
        ),
      },
    }),
    6,
    { mode: "repair" },
  );
  expect({ reported, feasible }).toEqual({ reported: 0, feasible: true });
  expect(assignment.slice(0, 6).every((territory) => territory === assignment[0])).toBe(true);
});
