import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NeighborGraph, NO_PLACE, neighborGraph } from "../../src/geo/neighbor-graph";

const graphOf = (points: readonly (readonly [number, number])[], longest?: number) =>
  neighborGraph(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    longest,
  );
const neighborsOf = (graph: NeighborGraph, place: number) => [
  ...graph.neighbors.subarray(graph.start[place]!, graph.start[place + 1]!),
];
function reached(graph: NeighborGraph): number {
  const seen = new Set(graph.placeCount > 0 ? [0] : []);
  for (const place of seen) for (const neighbor of neighborsOf(graph, place)) seen.add(neighbor);
  return seen.size;
}

describe("neighbor graph", () => {
  it("joins a row of places one after the other", () => {
    const graph = graphOf([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect([0, 1, 2, 3].map((place) => neighborsOf(graph, place))).toEqual([[1], [0, 2], [1, 3], [2]]);
  });

  it("is connected and symmetric, whatever the points", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))),
        (points) => {
          const graph = graphOf(points);
          expect(graph.placeCount).toBe(new Set(points.map(String)).size);
          expect(reached(graph)).toBe(graph.placeCount);
          for (let place = 0; place < graph.placeCount; place++) {
            for (const neighbor of neighborsOf(graph, place))
              expect(neighborsOf(graph, neighbor)).toContain(place);
          }
        },
      ),
    ));

  it("takes coincident points as one place and leaves out those without one", () => {
    const graph = graphOf([
      [0, 0],
      [0, 0],
      [Number.NaN, 0],
      [5, 5],
    ]);
    expect([...graph.placeOf]).toEqual([0, 0, NO_PLACE, 1]);
    expect(neighborsOf(graph, 0)).toEqual([1]);
  });

  it("cuts the spike to an island but for its one shortest link", () => {
    const grid = Array.from({ length: 25 }, (_, i) => [i % 5, Math.floor(i / 5) + (i % 2) * 0.01] as const);
    const islands = [[60, 2] as const, [61, 2.5] as const, [61, 1.2] as const];
    const graph = graphOf([...grid, ...islands], 3);
    const bridges = [25, 26, 27].flatMap((place) => neighborsOf(graph, place).filter((other) => other < 25));
    expect(bridges).toHaveLength(1);
    expect(reached(graph)).toBe(28);
  });

  it("does not slow down with ten thousand accounts at one spot", () => {
    const points = Array.from({ length: 20_000 }, (_, i) =>
      i % 2 ? ([3, 3] as const) : ([i % 101, i % 97] as const),
    );
    const graph = graphOf(points);
    expect(Math.max(...graph.start.subarray(1).map((end, place) => end - graph.start[place]!))).toBeLessThan(
      40,
    );
    expect(reached(graph)).toBe(graph.placeCount);
  });
});
