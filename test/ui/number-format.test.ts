import { describe, expect, it } from "vitest";
import { countText, distanceText, fullValue, shortValue } from "../../src/ui/number-format";
import { smallPlan } from "../helpers/small-plan";

const plan = smallPlan("AB");
const [accounts, revenue] = plan.measures as [(typeof plan.measures)[0], (typeof plan.measures)[0]];

describe("figures", () => {
  it("are written in the plan's locale, money with its currency", () => {
    expect(shortValue(plan, revenue, 1_234_000)).toBe("$1.2M");
    expect(fullValue(plan, revenue, -1_234_000)).toBe("-$1,234,000");
    expect(fullValue(plan, accounts, 1200)).toBe("1,200");
    expect(countText(plan, 100_000)).toBe("100,000");
    expect(distanceText(plan, 12.34)).toBe("12 km");
  });

  it("are hours where they are workload", () => {
    const workload = { ...accounts, source: { kind: "workload" } } as const;
    expect(shortValue(plan, workload, 1234)).toBe("1.2K h");
    expect(fullValue(plan, workload, 1234)).toBe("1,234 h");
  });

  it("have no sign where they round to nothing", () => {
    // What is left of a total after everything that was added was taken away again.
    const hairBelow = 0.3 - 0.1 - 0.2;
    expect(hairBelow).toBeLessThan(0);
    expect(shortValue(plan, revenue, hairBelow)).toMatch(/^\$0/);
    expect(fullValue(plan, accounts, hairBelow)).toBe("0");
  });
});
