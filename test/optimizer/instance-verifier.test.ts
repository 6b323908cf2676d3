import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Instance, problemOfInstance, readInstances } from "../bench/optimizer-instances";
import { verify } from "../bench/optimizer-verifier";
import { run } from "./problems";

const square: Instance = {
  name: "square",
  kind: "commercial-territory-design",
  distance: "euclidean",
  territories: 2,
  points: [
    [0, 0],
    [3, 0],
    [0, 4],
    [3, 4],
  ],
  measures: [[1, 1, 1, 1]],
  tolerance: [0.05],
  center: "median",
  contiguous: true,
  edges: [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
  ],
};

describe("the verifier", () => {
  it("measures to the best unit of each territory", () =>
    expect(verify(square, [0, 0, 1, 1])).toEqual({ cost: 6, violations: 0, contiguous: true }));
  it("sees a territory in two pieces", () =>
    expect(verify(square, [0, 1, 1, 0])).toEqual({ cost: 10, violations: 0, contiguous: false }));
  it("counts broken bounds, empty territories and lost units", () => {
    expect(verify(square, [0, 0, 0, 1]).violations).toBe(2);
    expect(verify(square, [0, 0, 0, 0]).violations).toBe(3);
    expect(verify(square, [0, 0, 1, 9]).violations).toBe(2);
  });
  it("measures to the centroid where asked", () =>
    expect(verify({ ...square, center: "centroid" }, [0, 0, 1, 1]).cost).toBe(6));
});

const folder = "../shared/instances";
describe.skipIf(!existsSync(folder))(
  "published instances (skipped where ../shared/instances is absent)",
  () => {
    it.each(["SJC1", "2DU60-05-1", "cccp-TA25", "counties-KS"])(
      "%s ends whole, without violations and near the best known",
      (name) => {
        const instance = readInstances(folder).find((candidate) => candidate.name === name)!;
        const problem = problemOfInstance(instance);
        if (typeof problem === "string") throw new Error(problem);
        const { cost, violations, contiguous } = verify(instance, run(problem, 120).assignment);
        expect(violations).toBe(0);
        expect(contiguous).not.toBe(false);
        expect(cost / instance.best!).toBeLessThan(1.03);
      },
    );
  },
);
