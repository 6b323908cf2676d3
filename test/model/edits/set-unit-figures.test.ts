import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignUnits } from "../../../src/model/edits/assign-units";
import { setUnitFigures } from "../../../src/model/edits/set-unit-figures";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { PATH } from "../../helpers/small-plan";
import { alignedByUnits } from "../../helpers/unit-plan";

const MEASURE = { id: "market", name: "Market", weight: 1, tolerance: 0.1 };
const potential = (...values: number[]) =>
  ({ header: "Market", type: "number", values: Float64Array.of(...values) }) as const;
const cells = (plan: Plan) => plan.tables.units.columns.filter(({ kind }) => kind === "number");
const market = (plan: Plan) => figures(plan, PATH).measures.find(({ measure }) => measure.id === "market")!;

describe("figures of units", () => {
  const plan = alignedByUnits("AABB", "1234");
  it("become a column and a measure", () => {
    const next = applyPatch(plan, setUnitFigures(plan, potential(10, 20, Number.NaN, 40), MEASURE));
    expect([...market(next).totals]).toEqual([0, 30, 40]);
    expect([...market(next).targets]).toEqual([0, 35, 35]);
    expect(next.measures).toHaveLength(3);
  });
  it("of units that the next file does not name stay", () => {
    const first = applyPatch(plan, setUnitFigures(plan, potential(10, 20), MEASURE));
    const next = applyPatch(
      first,
      setUnitFigures(first, potential(Number.NaN, 5, 7), { ...MEASURE, id: "other" }),
    );
    expect(cells(next)).toHaveLength(1);
    expect([...market(next).totals]).toEqual([0, 15, 7]);
    expect(next.measures).toHaveLength(3);
  });
  it("are taken back with their measure", () => {
    const patch = setUnitFigures(plan, potential(1), MEASURE);
    const back = applyPatch(applyPatch(plan, patch), invertPatch(patch));
    expect([cells(back).length, back.measures]).toEqual([0, plan.measures]);
  });
  it("are counted after every assignment as from scratch", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uniqueArray(fc.nat(3)), fc.nat(2)), { maxLength: 6 }),
        fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
        (steps, values) => {
          let now = applyPatch(plan, setUnitFigures(plan, potential(...values), MEASURE));
          let counted = figures(now, PATH);
          for (const [units, slot] of steps) {
            const patch = assignUnits(now, PATH, new Set(units), slot);
            now = applyPatch(now, patch);
            counted = updateFigures(counted, now, patch);
          }
          expect(counted.measures.at(-1)).toEqual(figures(now, PATH).measures.at(-1));
          expect(counted.balanceScore).toBeCloseTo(figures(now, PATH).balanceScore, 9);
        },
      ),
    ));
});
