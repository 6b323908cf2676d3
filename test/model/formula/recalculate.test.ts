import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { addRows } from "../../../src/model/edits/add-rows";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { editCells } from "../../../src/model/edits/edit-cells";
import { lockAccounts } from "../../../src/model/edits/lock-accounts";
import { calculatedColumn } from "../../../src/model/formula/calculate-column";
import type { Vector } from "../../../src/model/formula/vectors";
import type { Patch } from "../../../src/model/patch";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { type FormulaRecord, isFormula } from "../../../src/model/planning/derived-column";
import type { CellValue } from "../../../src/model/table";
import { pick, seededRandom } from "../../helpers/arbitrary-plan";
import { cellsOf, formula, planWithColumns, withFormulas } from "../../helpers/formula-plan";
import { A, B, PATH } from "../../helpers/small-plan";

const FORMULAS = [
  formula("Score", '=[Revenue] * 0.3 + IF([Industry] = "Finance", 10, 0)'),
  formula("Part", "=[Revenue] / [Size]"),
  formula("Label", '=UPPER([Industry]) & "-" & ROUND([Score])', { type: "text" }),
  formula("Big", "=[Part] > 2", { type: "yesno" }),
  formula("Where", '=[Territory] & "/" & [Rep]', { type: "text" }),
  formula("Free", "=NOT [Locked]", { type: "yesno" }),
  formula("Sum", "=TERRITORY_SUM([Score])"),
  formula("Rank", "=RANK_IN_TERRITORY([Revenue]) + RANK([Part])"),
  formula("Share", "=PERCENT_OF_TERRITORY([Size])"),
  formula("Age", "=TODAY() - [Since]"),
  formula("Same", "=[Industry]", { type: "text" }),
  formula("Seven", "=7"),
];

const PLAN: Plan = {
  ...withFormulas(
    planWithColumns("AAAABBBB....aabb", {
      Revenue: ["currency", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, null, 15, 16]],
      Size: ["number", [1, 0, 3, 4, 2, 2, 2, 2, 0, 0, 1, 1, 1, 1, 1, null]],
      Industry: ["text", Array.from({ length: 16 }, (_, row) => ["Finance", "Retail", null][row % 3]!)],
      Since: ["date", Array.from({ length: 16 }, (_, row) => (row % 5 === 0 ? null : 20_000 + row))],
    }),
    ...FORMULAS,
  ),
  day: 20_500,
};

function values(plan: Plan, record: FormulaRecord): Vector {
  const column = calculatedColumn(plan, record, alignmentAt(plan, PATH));
  if (!column.ok) throw new Error(column.problem.message);
  return column.values;
}

function allCells(plan: Plan) {
  return plan.planning.columns
    .filter(isFormula)
    .map((record) => [record.header, cellsOf(values(plan, record))]);
}

/** The same plan with formulas that were never calculated. */
function unknowing(plan: Plan): Plan {
  return {
    ...plan,
    planning: { ...plan.planning, columns: plan.planning.columns.map((record) => ({ ...record })) },
  };
}

function randomEdit(plan: Plan, random: () => number): Plan {
  const { accounts } = plan.tables;
  const rows = [...new Set([0, 1].map(() => Math.floor(random() * accounts.count)))];
  const apply = (patch: Patch) => applyPatch(plan, patch);
  const edit = (key: string, choices: readonly CellValue[]) =>
    apply(
      editCells(
        plan,
        "accounts",
        key,
        rows,
        rows.map(() => pick(random, choices)),
      ),
    );
  switch (Math.floor(random() * 9)) {
    case 0:
      return edit("Revenue", [0, null, 100, 1e308, -3]);
    case 1:
      return edit("Size", [0, null, 1, 2.5]);
    case 2:
      return edit("Industry", ["finance", "New", null, "Retail"]);
    case 3:
      return edit("Since", [null, 20_400.5, 1]);
    case 4:
      return apply(assignAccounts(plan, PATH, new Set(rows), pick(random, [0, A, B])));
    case 5:
      return apply(lockAccounts(plan, PATH, new Set(rows), { reason: "", until: null }));
    case 6: {
      const change = {
        kind: "rows-deleted",
        table: "accounts",
        rows: Uint32Array.from(rows),
        deleted: random() < 0.7,
      } as const;
      return apply({ label: "", cause: { kind: "action", action: "test" }, changes: [change] });
    }
    case 7:
      return { ...plan, day: 20_500 + Math.floor(random() * 3) };
    default:
      return apply(
        addRows(plan, "accounts", [1000 + accounts.count], [{ column: { key: "Revenue" }, values: [5] }]),
      );
  }
}

describe("formula columns after edits", () => {
  it("hold what they would from scratch, whatever is edited, undone and looked at between", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        const plans = [PLAN];
        for (let step = 0; step < 12; step++) {
          const plan = random() < 0.2 ? pick(random, plans) : randomEdit(plans.at(-1)!, random);
          plans.push(plan);
          if (random() < 0.8) expect(allCells(plan)).toEqual(allCells(unknowing(plan)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are the same objects where nothing that they read was changed", () => {
    const [score, part, , , where, , sum] = FORMULAS as readonly FormulaRecord[];
    const before = [score!, part!, where!, sum!].map((record) => values(PLAN, record));
    const edited = applyPatch(PLAN, editCells(PLAN, "accounts", "Size", [0], [9]));
    const after = [score!, part!, where!, sum!].map((record) => values(edited, record));
    expect(after.map((vector, i) => vector === before[i])).toEqual([true, false, true, true]);
    const moved = applyPatch(edited, assignAccounts(edited, PATH, new Set([0]), B));
    const last = [score!, part!, where!, sum!].map((record) => values(moved, record));
    expect(last.map((vector, i) => vector === after[i])).toEqual([true, true, false, false]);
  });

  it("outlive another formula's edit", () => {
    const [score] = FORMULAS as readonly FormulaRecord[];
    const before = values(PLAN, score!);
    const others = PLAN.planning.columns.map((record) =>
      record.id === "seven" ? formula("Seven", "=8") : record,
    );
    expect(values(withFormulas(PLAN, ...others), score!)).toBe(before);
  });
});
