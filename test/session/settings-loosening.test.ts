import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import type { Loosening } from "../../src/optimizer/loosening";
import { loosen } from "../../src/optimizer/loosening";
import { stateProblem } from "../../src/optimizer/row-problem";
import type { SettingsLoosening } from "../../src/session/impossible";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import { proposalFrame } from "../../src/session/proposal";
import { applyLoosenings, settingsLoosenings } from "../../src/session/settings-loosening";
import { lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { countedIds, problemOf, settingsOf } from "./proposed";

const plan = smallPlan("AAaBBb", [10, 20, 30, 40, 50, 60]);

function said(loosenings: readonly Loosening[], fields: Partial<OptimizationSettings> = {}) {
  const problem = problemOf(plan, fields);
  return settingsLoosenings(
    proposalFrame(plan, PATH, problem, settingsOf(plan, fields), countedIds()),
    loosenings,
  );
}

function applied(loosenings: readonly SettingsLoosening[], fields: Partial<OptimizationSettings> = {}) {
  return applyLoosenings(plan, PATH, settingsOf(plan, fields), loosenings);
}

const caps = (fields: object) => ({
  capacities: [{ measure: "revenue", column: null, each: null, territories: {}, ...fields }],
});

describe("the optimizer's loosenings in the planner's settings", () => {
  it("round tolerances up to a tenth of a percent, but not for a rounding error", () => {
    expect(said([{ kind: "tolerance", measure: 1, tolerance: 0.12341 }])).toEqual([
      { kind: "tolerance", measure: "revenue", tolerance: 0.124 },
    ]);
    expect(said([{ kind: "tolerance", measure: 0, tolerance: 0.25 + 1e-9 }])).toEqual([
      { kind: "tolerance", measure: "count", tolerance: 0.25 },
    ]);
  });

  it("name accounts by row and territories by id", () => {
    expect(
      said([
        { kind: "unlock", items: [2] },
        { kind: "split-group", items: [0, 1] },
      ]),
    ).toEqual([
      { kind: "unlock", accounts: [2] },
      { kind: "split-family", accounts: [0, 1] },
    ]);
    expect(said([{ kind: "raise", measure: 2, territory: 1, most: 99 }], caps({ each: 50 }))).toEqual([
      { kind: "capacity", measure: "revenue", territory: "territory-B", most: 99 },
    ]);
  });

  it("say a raised bound of a balanced measure as a tolerance of its territory", () => {
    expect(said([{ kind: "raise", measure: 1, territory: 0, most: 131.25 }])).toEqual([
      { kind: "territory-tolerance", measure: "revenue", territory: "territory-A", tolerance: 0.25 },
    ]);
  });

  it("say nothing where the settings cannot", () => {
    expect(said([{ kind: "allow", item: 0, territory: 1 }])).toBeNull();
  });

  it("say a change limit as a share of all that had a rep", () => {
    const limit = { changeLimit: { by: "revenue", share: 0.1 } } as const;
    expect(said([{ kind: "change-limit", most: 42 }], limit)).toEqual([{ kind: "change-limit", share: 0.2 }]);
  });
});

describe("loosened settings", () => {
  it("unlock by a patch", () => {
    const { patch, settings } = applied([{ kind: "unlock", accounts: [2] }]);
    expect(lettersOf(applyPatch(plan, patch!))).toBe("AAABBb");
    expect(settings).toEqual(settingsOf(plan));
    expect(applied([{ kind: "tolerance", measure: "count", tolerance: 1 }]).patch).toBeNull();
  });

  it("are as wide as the optimizer's loosened bounds, in every kind", () => {
    const fields = {
      ...caps({ each: 60, territories: { "territory-B": 40 } }),
      changeLimit: { by: "accounts", share: 0.1 },
      wholeColumn: "revenue",
    } as const;
    const all: readonly Loosening[][] = [
      [{ kind: "tolerance", measure: 1, tolerance: 0.4 }],
      [{ kind: "tolerance", measure: 2, tolerance: 0.5 }],
      [{ kind: "raise", measure: 2, territory: 1, most: 77 }],
      [{ kind: "lower", measure: 1, territory: 0, least: 21 }],
      [{ kind: "change-limit", most: 3 }],
      [
        { kind: "tolerance", measure: 0, tolerance: 0.3 },
        { kind: "change-limit", most: 2 },
      ],
    ];
    for (const loosenings of all) {
      const wanted = loosen(stateProblem(problemOf(plan, fields).rows), loosenings);
      const { settings } = applied(said(loosenings, fields)!, fields);
      const got = stateProblem(problemOf(plan, settings).rows);
      for (const [measure, { least, most }] of wanted.measures.entries()) {
        least.forEach((bound, territory) => {
          expect(got.measures[measure]!.least[territory]).toBeLessThanOrEqual(bound + 1e-9);
          expect(got.measures[measure]!.most[territory]).toBeGreaterThanOrEqual(most[territory]! - 1e-9);
        });
      }
      expect(got.changeLimit!.most).toBeGreaterThanOrEqual(wanted.changeLimit!.most - 1e-9);
    }
  });

  it("never tighten what is looser already", () => {
    const balance = [
      { measure: "count", tolerance: 0.5, tolerances: { "territory-A": 0.8, "territory-B": 0.1 } },
    ];
    const { settings } = applied([{ kind: "tolerance", measure: "count", tolerance: 0.3 }], { balance });
    expect(settings.balance).toEqual([
      { measure: "count", tolerance: 0.5, tolerances: { "territory-A": 0.8, "territory-B": 0.3 } },
    ]);
  });

  it("let accounts part from their family, each named once", () => {
    const { settings } = applied([{ kind: "split-family", accounts: [0, 1] }], { apart: [101] });
    expect(settings.apart).toEqual([101, 100]);
  });
});
