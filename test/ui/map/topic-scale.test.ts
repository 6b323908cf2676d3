import { describe, expect, it } from "vitest";
import { indexColor } from "../../../src/ui/map/color-scale";
import { TERRITORIES } from "../../../src/ui/map/map-topics";
import { topicScale } from "../../../src/ui/map/topic-scale";
import { mapPlan } from "./map-plan";

const plan = mapPlan(10, 2);
const measure = plan.measures.find(({ id }) => id === "revenue")!;
const nothing = { account: null, density: null, unit: null };

describe("the scale of a topic", () => {
  it("is none for plain territories, and where nothing has any of it", () => {
    expect(topicScale(plan, TERRITORIES, { account: 1, density: 1, unit: 1 }, false)).toBeNull();
    for (const kind of ["accounts", "heat", "units", "white-space"] as const) {
      expect(topicScale(plan, { kind, measure }, nothing, false)).toBeNull();
    }
    expect(topicScale(plan, { kind: "units", measure }, { ...nothing, unit: 0 }, false)).toBeNull();
  });

  it("has the target of an index in the middle", () => {
    const scale = topicScale(plan, { kind: "index", measure }, nothing, false)!;
    expect(scale.labels).toEqual(["≤ 40", "100 on target", "≥ 160"]);
    expect(scale.color(0.5)).toEqual(indexColor(100));
  });

  it("tells accounts by the strongest and what is half as strong", () => {
    const scale = topicScale(plan, { kind: "accounts", measure }, { ...nothing, account: 400_000 }, false)!;
    expect(scale.labels).toEqual(["0", "$100.0K", "≥ $400.0K"]);
  });

  it("tells densities for a square of ten by ten of the plan's miles", () => {
    const scale = topicScale(plan, { kind: "heat", measure }, { ...nothing, density: 1000 }, false)!;
    expect(scale.labels).toEqual(["few", "$259.0K per 100 sq mi"]);
  });
});
