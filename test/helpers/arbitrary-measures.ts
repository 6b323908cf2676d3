import type { Measure } from "../../src/model/measure";
import { EVERY_TEST } from "./arbitrary-planning";

/** A measure of every source but the plainest, with every way to set targets and capacities. */
export const EVERY_SOURCE: readonly Measure[] = [
  {
    id: "blend",
    name: "Score",
    source: {
      kind: "blend",
      parts: [
        { kind: "column", column: "c1", weight: -0.5, scaled: true },
        { kind: "choice", column: "c2", points: [{ text: "=1+1", points: 200 }], otherwise: 1 },
        { kind: "condition", condition: EVERY_TEST, points: 50.25 },
      ],
    },
    weight: 1,
    tolerance: 0.15,
    target: { kind: "equal" },
    typed: { west: 1234.5 },
    capacity: { kind: "same", most: 500 },
  },
  {
    id: "lifetime",
    name: "Lifetime value",
    source: { kind: "lifetime", column: "c1", margin: 0.4, retention: 0.9, discount: 0.08 },
    weight: 0,
    tolerance: 0.1,
    target: { kind: "quota" },
  },
  {
    id: "units",
    name: "Potential",
    source: { kind: "unit-column", column: "c0" },
    weight: 1,
    tolerance: 0.1,
    target: { kind: "capacity" },
    capacity: { kind: "column", column: "c1" },
  },
  {
    id: "workload",
    name: "Workload",
    source: { kind: "workload" },
    weight: 2,
    tolerance: 0.1,
    target: { kind: "ramp", from: 20_000, months: 12 },
  },
  {
    id: "share",
    name: "Accounts",
    source: { kind: "accounts" },
    weight: 1,
    tolerance: 0.1,
    target: { kind: "share" },
  },
];
