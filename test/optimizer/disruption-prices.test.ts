import { expect, it } from "vitest";
import { disruptionPrices } from "../../src/optimizer/disruption-prices";
import { defineProblem, NONE } from "../../src/optimizer/problem";
import { plane } from "./problems";

const problem = defineProblem({
  itemCount: 3,
  territoryCount: 1,
  surface: "plane",
  kmPerUnit: 2,
  places: plane([
    [0, 0],
    [10, 0],
    [Number.NaN, Number.NaN],
  ]),
  current: Uint16Array.of(0, 0, NONE),
  measures: [],
});

it("prices an average item at the kilometers that one costs now, the others by weight", () =>
  expect([...disruptionPrices(problem, Float64Array.of(1, 2, 3))]).toEqual([5, 10, 15]));

it("is nothing where weights are", () =>
  expect([...disruptionPrices(problem, new Float64Array(3))]).toEqual([0, 0, 0]));
