import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { removeDerivedColumn, saveDerivedColumn } from "../../../src/model/edits/derived-column-edits";
import { editCells } from "../../../src/model/edits/edit-cells";
import { formulaFaults, numberFormulas } from "../../../src/model/formula/measured-formulas";
import type { Measure, MeasureSource } from "../../../src/model/measure";
import { accountForecast } from "../../../src/model/metrics/account-shares";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import { invertPatch, type Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { pick, seededRandom } from "../../helpers/arbitrary-plan";
import { formula, planWithColumns, withFormulas } from "../../helpers/formula-plan";
import { A, B, PATH } from "../../helpers/small-plan";

const COLUMNS = {
  Revenue: ["currency", [100, 200, 300, null]],
  Size: ["number", [1, 0, 2, 4]],
} as const;

function measured(source: MeasureSource, ...formulas: readonly ReturnType<typeof formula>[]): Plan {
  const measure: Measure = { id: "m", name: "M", source, weight: 1, tolerance: 0.1 };
  return { ...withFormulas(planWithColumns("AABB", COLUMNS), ...formulas), measures: [measure] };
}

const totals = (plan: Plan) => [...figures(plan, PATH).measures[0]!.totals];
const byColumn = { kind: "column", column: "@derived:score" } as const;

describe("formula columns as measures", () => {
  it("are summed by territory; blanks and what cannot be calculated bring 0", () => {
    expect(totals(measured(byColumn, formula("Score", "=[Revenue] * 2 + 1")))).toEqual([0, 602, 602]);
    expect(totals(measured(byColumn, formula("Score", "=[Revenue] / [Size]")))).toEqual([0, 100, 150]);
    expect(
      totals(measured(byColumn, formula("Score", "=[Base] * 2"), formula("Base", "=[Size] + 1"))),
    ).toEqual([0, 6, 16]);
  });

  it("are what each account brings to the search, and to what a move does", () => {
    const plan = measured(byColumn, formula("Score", "=[Revenue] / [Size]"));
    expect([...accountForecast(plan, PATH, plan.measures[0]!)]).toEqual([100, 0, 150, 0]);
  });

  it("are parts of blends and lifetime values", () => {
    const parts = [{ kind: "column", column: "@derived:score", weight: 10, scaled: false }] as const;
    expect(totals(measured({ kind: "blend", parts }, formula("Score", "=[Size]")))).toEqual([0, 10, 60]);
    const lifetime = {
      kind: "lifetime",
      margin: 1,
      retention: 0.5,
      discount: 0,
      column: "@derived:score",
    } as const;
    expect(totals(measured(lifetime, formula("Score", "=[Size]")))).toEqual([0, 1, 6]);
  });

  it("bring nothing where they depend on the alignment, give no number, or are gone, and say why", () => {
    for (const text of ["=TERRITORY_SUM([Size])", '=IF([Territory] = "A", 1, 0)', '="text"', "=[Nothing]"]) {
      expect(totals(measured(byColumn, formula("Score", text)))).toEqual([0, 0, 0]);
    }
    expect(totals(measured(byColumn))).toEqual([0, 0, 0]);
    const plan = measured(
      byColumn,
      formula("A", "=[Size]"),
      formula("B", "=RANK_IN_TERRITORY([A])"),
      formula("C", "=[No]"),
    );
    expect(numberFormulas(plan).map(({ reason }) => reason)).toEqual([
      null,
      "depends on who has which account",
      "cannot be calculated",
    ]);
  });

  it("say why accounts bring nothing, and go as measures with the column, in one step", () => {
    const plan = measured(byColumn, formula("Score", "=[Revenue] / [Size]"), formula("Next", "=[Score] + 1"));
    expect([...formulaFaults(plan, "@derived:score")]).toEqual([["Division by zero", 1]]);
    expect([...formulaFaults(plan, "Revenue")]).toEqual([]);
    const patch = removeDerivedColumn(plan, "score");
    const without = applyPatch(plan, patch);
    expect(without.measures).toEqual([]);
    expect(without.planning.columns.map(({ header }) => header)).toEqual(["Next"]);
    const back = applyPatch(without, invertPatch(patch));
    expect([back.measures, back.planning.columns]).toEqual([plan.measures, plan.planning.columns]);
  });

  it("keep figures after edits what they are from scratch", () => {
    const start = measured(
      byColumn,
      formula("Score", "=[Base] * COLUMN_AVERAGE([Revenue])"),
      formula("Base", "=[Size] + 1"),
    );
    const edits: readonly ((plan: Plan, random: () => number) => Patch)[] = [
      (plan, random) =>
        editCells(plan, "accounts", "Revenue", [pick(random, [0, 1, 2, 3])], [pick(random, [null, 5, 70])]),
      (plan, random) =>
        editCells(plan, "accounts", "Size", [pick(random, [0, 1, 2, 3])], [pick(random, [null, 5, 70])]),
      (plan, random) =>
        assignAccounts(plan, PATH, new Set([pick(random, [0, 1, 2, 3])]), pick(random, [0, A, B])),
      (plan) => saveDerivedColumn(plan, formula("Base", "=[Revenue]")),
      (plan) => removeDerivedColumn(plan, "base"),
      (plan) => saveDerivedColumn(plan, formula("Base", "=[Size] * 3")),
    ];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        let plan = start;
        let now = figures(plan, PATH);
        const done: Patch[] = [];
        for (let step = 0; step < 10; step++) {
          const undone = random() < 0.25 ? done.pop() : undefined;
          const patch = undone ? invertPatch(undone) : pick(random, edits)(plan, random);
          if (!undone) done.push(patch);
          plan = applyPatch(plan, patch);
          now = updateFigures(now, plan, patch);
          const scratch = figures(
            {
              ...plan,
              planning: { ...plan.planning, columns: plan.planning.columns.map((record) => ({ ...record })) },
            },
            PATH,
          );
          expect([...now.measures[0]!.totals].map(Math.round)).toEqual(
            [...scratch.measures[0]!.totals].map(Math.round),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
