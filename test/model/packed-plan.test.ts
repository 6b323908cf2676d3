import { describe, expect, it } from "vitest";
import { emptyAlignment } from "../../src/model/alignment";
import { cellSource, cellValue } from "../../src/model/cells";
import { packPlan, packTexts, planBuffers, unpackPlan, unpackTexts } from "../../src/model/packed-plan";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../src/model/plan";
import { NO_PLANNING } from "../../src/model/planning/planning-records";
import { TextDictionary } from "../../src/model/text-dictionary";

const names = { key: "n", header: "Name", role: "name", origin: "imported" } as const;
const sales = { key: "s", header: "Sales", role: "revenue", origin: "imported" } as const;
const alignment = emptyAlignment(2);
const plan: Plan = {
  id: "p",
  name: "Plan",
  createdAt: 0,
  settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "UTC" },
  tables: {
    ...EMPTY_TABLES,
    accounts: {
      count: 2,
      ids: Float64Array.of(1, 2),
      deleted: null,
      columns: [
        {
          ...names,
          kind: "text",
          type: "text",
          codes: Uint32Array.of(1, 2),
          dictionary: TextDictionary.from(["Zoë 東京", "\ud800 lone"]),
          source: null,
        },
        {
          ...sales,
          kind: "number",
          type: "number",
          values: Float64Array.of(5, Number.NaN),
          source: { codes: Uint32Array.of(0, 2), dictionary: TextDictionary.from(["n/a"]) },
        },
      ],
    },
  },
  measures: [],
  layers: [{ id: "l", name: "Sales", baseline: alignment }],
  scenarios: [{ id: "s", name: "Current", description: "", archived: false, alignments: { l: alignment } }],
  planning: NO_PLANNING,
  unknown: NO_UNKNOWN_PARTS,
};

describe("a packed plan", () => {
  it("survives cloning with every text and source", () => {
    const packed = packPlan(plan);
    const { accounts } = unpackPlan(structuredClone(packed)).tables;
    expect(accounts.columns.map((column) => [cellValue(column, 0), cellValue(column, 1)])).toEqual([
      ["Zoë 東京", "\ud800 lone"],
      [5, null],
    ]);
    expect(cellSource(accounts.columns[1]!, 1)).toBe("n/a");
  });
  it("names each buffer once, so that it can be transferred although baseline and scenario share theirs", () => {
    const packed = packPlan(plan);
    const buffers = planBuffers(packed);
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(buffers).toContain(alignment.territoryOf.buffer);
    const moved = structuredClone(packed, { transfer: buffers });
    expect(moved.scenarios[0]!.alignments.l!.territoryOf.length).toBe(2);
    expect(alignment.territoryOf.length).toBe(0);
  });
  it("packs texts end to end", () => {
    const texts = ["", "a", "bc", ""];
    expect(unpackTexts(packTexts(texts))).toEqual(texts);
  });
});
