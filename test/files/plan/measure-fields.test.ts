import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { measureFields, workloadFields } from "../../../src/files/plan/measure-fields";
import { DEFAULT_WORKLOAD } from "../../../src/model/planning/workload";
import { EVERY_SOURCE } from "../../helpers/arbitrary-measures";

const OLD = { id: "m", name: "Revenue", source: { kind: "column", column: "c1" }, weight: 1, tolerance: 0.1 };
const accepts = (fields: unknown) => v.safeParse(measureFields, fields).success;

describe("measures of a plan file", () => {
  it("may be from before there were targets and limits, and stay as they were", () => {
    expect(v.parse(measureFields, OLD)).toEqual(OLD);
  });
  it("may be of every source", () => {
    for (const measure of EVERY_SOURCE) expect(v.parse(measureFields, measure)).toEqual(measure);
  });
  it("keep fields of a later version", () => {
    expect(v.parse(measureFields, { ...OLD, later: [1] })).toEqual({ ...OLD, later: [1] });
  });
  it("are refused where a figure could not be counted", () => {
    expect(accepts({ ...OLD, source: { kind: "unheard-of" } })).toBe(false);
    expect(accepts({ ...OLD, target: { kind: "ramp", from: 0, months: 0 } })).toBe(false);
    expect(accepts({ ...OLD, typed: { west: Number.NaN } })).toBe(false);
    expect(accepts({ ...OLD, capacity: { kind: "same", most: -1 } })).toBe(false);
  });
});

describe("the workload of a plan file", () => {
  it("is read as it was", () => expect(v.parse(workloadFields, DEFAULT_WORKLOAD)).toEqual(DEFAULT_WORKLOAD));
  it("is refused where a drive would never end", () => {
    const travel = { ...DEFAULT_WORKLOAD.travel, ruralKmh: 0 };
    expect(v.safeParse(workloadFields, { ...DEFAULT_WORKLOAD, travel }).success).toBe(false);
    const visits = { kind: "choice", column: "c1", rows: [{ key: "A", visits: -1, minutes: null }] };
    expect(v.safeParse(workloadFields, { ...DEFAULT_WORKLOAD, visits }).success).toBe(false);
  });
});
