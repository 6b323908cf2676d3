import { describe, expect, it } from "vitest";
import { keepNames } from "../../src/optimizer/keep-names";
import { balancedMeasure, defineProblem, evenTargets, type ProblemInput } from "../../src/optimizer/problem";
import type { SearchProgress } from "../../src/optimizer/progress";

/** Three territories of two items each, every one with a rep of its own: 001122. */
function problem(fields: Partial<ProblemInput> = {}) {
  const values = new Float64Array(6).fill(1);
  return defineProblem({
    itemCount: 6,
    territoryCount: 3,
    places: new Float64Array(18),
    measures: [balancedMeasure(values, evenTargets(values, 3), 0.1)],
    repOf: Uint16Array.of(0, 1, 2),
    baselineRep: Uint16Array.of(0, 0, 1, 1, 2, 2),
    disruptionPrice: new Float64Array(6).fill(10),
    ...fields,
  });
}

function progressOf(territories: string): SearchProgress {
  return {
    phase: "improving",
    iterations: 1,
    assignment: Uint16Array.from(territories, Number),
    centers: Float64Array.from({ length: 9 }, (_, i) => Math.floor(i / 3)),
    feasible: false,
    violation: { territory: 0, measure: 0, side: "above", relative: 0.1 },
    totalViolation: 0.1,
    cost: { travel: 0, disruption: 0, fit: 0, total: 0 },
    balanceScore: 90,
    disruptedItems: 0,
    unplaced: { kept: 0, dealtForBalance: 0 },
  };
}

const named = (territories: string, fields: Partial<ProblemInput> = {}) => {
  const { assignment, ...rest } = keepNames(problem(fields), progressOf(territories));
  return { territories: assignment.join(""), ...rest };
};

describe("keeping names", () => {
  it("trades back territories that traded places", () => {
    const { territories, violation, centers } = named("110022");
    expect(territories).toBe("001122");
    expect(violation?.territory).toBe(1);
    expect([...centers]).toEqual([1, 1, 1, 0, 0, 0, 2, 2, 2]);
  });
  it("leaves names alone that keep most", () => expect(named("001212").territories).toBe("001212"));
  it("keeps the name of a territory with a locked item", () => {
    const lockedTo = new Uint16Array(6).fill(0xffff);
    lockedTo[0] = 1;
    expect(named("110022", { lockedTo }).territories).toBe("110022");
  });
  it("keeps the name of a territory that is worked from a home", () => {
    const centers = new Float64Array(9).fill(Number.NaN);
    centers.fill(0.5, 0, 3);
    expect(named("110022", { centers }).territories).toBe("110022");
  });
});
