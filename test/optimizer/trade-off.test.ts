import { describe, expect, it } from "vitest";
import { disruptionPrices } from "../../src/optimizer/disruption-prices";
import { defineProblem, type Problem } from "../../src/optimizer/problem";
import { createRandom } from "../../src/optimizer/random";
import { beats, type TradeOffPoint, tradeOff } from "../../src/optimizer/trade-off";
import { clusteredProblem } from "../bench/optimizer-cases";
import { run } from "./problems";

/** A plan that was good once: a tenth of its accounts have drifted to other reps since. */
function driftedProblem(): Problem {
  const problem = clusteredProblem({ items: 160, territories: 6, tolerance: 0.15, seed: 4 });
  const random = createRandom(9);
  const current = run(problem, 60).assignment.map((territory) =>
    random.next() < 0.1 ? random.below(6) : territory,
  );
  const disruptionPrice = disruptionPrices({ ...problem, current }, new Float64Array(160).fill(1));
  const repOf = Uint16Array.from({ length: 6 }, (_, territory) => territory);
  return defineProblem({ ...problem, current, baselineRep: current, repOf, disruptionPrice });
}

function curveOf(problem: Problem, seed: number): readonly TradeOffPoint[] {
  let last: readonly TradeOffPoint[] = [];
  for (const points of tradeOff(problem, "repair", seed, 10)) {
    if (!points) continue;
    for (const a of points) for (const b of points) expect(beats(a, b)).toBe(false);
    last = points;
  }
  return last;
}

describe("the curve of trade-offs", () => {
  const problem = driftedProblem();
  const curve = curveOf(problem, 1);
  const possible = curve.filter(({ feasible }) => feasible);

  it("holds several plans, from less disruption to less travel or better balance", () => {
    expect(possible.length).toBeGreaterThan(3);
    const first = possible[0]!;
    expect(Math.min(...possible.map(({ travel }) => travel))).toBeLessThan(first.travel);
    expect(possible.at(-1)!.disruption).toBeGreaterThan(first.disruption);
  });

  it("begins with the plan as it is, which disrupts nobody", () =>
    expect(curve[0]).toMatchObject({ disruption: 0, disruptedItems: 0, settings: null }));

  it("tells figures that hold for its plans", () => {
    for (const { assignment, disruptedItems, disruption } of curve) {
      const changed = [...assignment.keys()].filter((item) => assignment[item] !== problem.current[item]);
      expect(disruptedItems).toBe(changed.length);
      expect(disruption).toBeCloseTo(
        changed.reduce((sum, item) => sum + problem.disruptionPrice[item]!, 0),
        6,
      );
    }
  });

  it("depends on the seed alone", () => expect(curveOf(problem, 1)).toEqual(curve));
});
