import { describe, expect, it } from "vitest";
import type { Measure } from "../../../src/model/measure";
import type { Plan } from "../../../src/model/plan";
import { UNIT_COLUMNS } from "../../../src/model/units";
import { strongestValue, valuesOfUnits, whiteSpace } from "../../../src/ui/map/unit-values";
import { mapPlan, numberColumn, table, textColumn } from "./map-plan";

/** Four accounts: two in Cook, one in Lake, one nowhere; Dane has potential and nobody. */
const plan: Plan = (() => {
  const made = mapPlan(4, 2);
  const { accounts } = made.tables;
  const units = table(3, 5, [
    textColumn(UNIT_COLUMNS.code, null, ["1", "2", "3"]),
    textColumn(UNIT_COLUMNS.name, null, ["Cook", "Lake", "Dane"]),
    numberColumn("potential", null, Float64Array.of(50, 20, 70)),
  ]);
  const columns = accounts.columns.map((column) =>
    column.key === "revenue" && column.kind === "number"
      ? { ...column, values: Float64Array.of(1, 2, 4, 8) }
      : column,
  );
  const unit = textColumn("unit", "unit", ["Cook", "Cook", "Lake", ""]);
  return {
    ...made,
    tables: { ...made.tables, units, accounts: { ...accounts, columns: [...columns, unit] } },
  };
})();
const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
const measure = (source: Measure["source"]): Measure => ({
  id: "m",
  name: "M",
  weight: 1,
  tolerance: 0.1,
  source,
});

describe("figures by unit", () => {
  it("are what the accounts in it bring", () => {
    const revenue = valuesOfUnits(plan, path, measure({ kind: "column", column: "revenue" }));
    expect([...revenue]).toEqual([3, 4, 0]);
  });

  it("are a unit's own potential where the measure is of units, whoever lies in it", () => {
    const potential = valuesOfUnits(plan, path, measure({ kind: "unit-column", column: "potential" }));
    expect([...potential]).toEqual([50, 20, 70]);
  });

  it("leave as white space the units without an account", () => {
    const space = whiteSpace(plan, path, measure({ kind: "unit-column", column: "potential" }));
    expect([...space]).toEqual([Number.NaN, Number.NaN, 70]);
  });

  it("have a strongest color that one giant does not take from all others", () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => (i === 0 ? 1e9 : i % 10));
    expect(strongestValue(values)).toBe(9);
    expect(strongestValue(new Float64Array(3))).toBe(0);
  });
});
