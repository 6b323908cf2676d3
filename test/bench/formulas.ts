import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { editCells } from "../../src/model/edits/edit-cells";
import { calculatedColumn } from "../../src/model/formula/calculate-column";
import { type AlignmentPath, alignmentAt, type Plan } from "../../src/model/plan";
import type { FormulaRecord } from "../../src/model/planning/derived-column";
import { columnByRole } from "../../src/model/table";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title = "formula columns calculated anew and after edits, in ms (aim: 100 at 100,000 accounts)";

const RUNS = 15;

export async function run(args: readonly string[]): Promise<void> {
  const rows = [];
  for (const size of sizesOf(args)) {
    const { plan, path } = largePlan(size, 500);
    for (const text of formulasOf(plan)) rows.push(measured(plan, path, text));
  }
  console.log(
    `seed ${BENCH_SEED}, 500 territories; "a cell" is an edit of the first column named, "a move" one of 100 accounts; 0 where nothing is to be done`,
  );
  printTable(rows);
}

function formulasOf({ tables: { accounts } }: Plan): readonly string[] {
  const header = (role: "revenue" | "industry" | "name" | "lastActivity") =>
    `[${(columnByRole(accounts, role) ?? accounts.columns.find(({ type }) => type === "date"))!.header}]`;
  const [revenue, industry, name] = [header("revenue"), header("industry"), header("name")];
  return [
    `=${revenue} * 0.3 + IF(${industry} = "Finance", 10, 0)`,
    `=ROUND(LN(${revenue} + 1) ^ 2 / 3, 1)`,
    `=UPPER(LEFT(${name}, 3)) & "-" & ${industry}`,
    `=DATEDIF(${header("lastActivity")}, TODAY(), "M")`,
    `=TERRITORY_SUM(${revenue})`,
    `=PERCENT_OF_TERRITORY(${revenue})`,
    `=RANK_IN_TERRITORY(${revenue})`,
    `=RANK(${revenue})`,
    '=[Territory] & " / " & [Rep]',
  ];
}

function measured(plain: Plan, path: AlignmentPath, text: string) {
  const { accounts } = plain.tables;
  const first = accounts.columns.find(({ header }) => text.includes(`[${header}]`));
  const times = { scratch: [] as number[], cell: [] as number[], move: [] as number[] };
  for (let i = 0; i < RUNS; i++) {
    // A record that was never seen has nothing to start from.
    const record: FormulaRecord = {
      id: "bench",
      table: "accounts",
      header: "Result",
      source: { kind: "formula", text, type: "number" },
    };
    const plan: Plan = { ...plain, day: 20_600, planning: { ...plain.planning, columns: [record] } };
    const row = (i * 7919) % accounts.count;
    times.scratch.push(timeOf(() => calculate(plan, path, record)));
    const value = first?.kind === "number" ? i : `Text ${i}`;
    const edited = first ? applyPatch(plan, editCells(plan, "accounts", first.key, [row], [value])) : plan;
    times.cell.push(timeOf(() => calculate(edited, path, record)));
    const moving = new Set(Array.from({ length: 100 }, (_, k) => (row + k) % accounts.count));
    const moved = applyPatch(edited, assignAccounts(edited, path, moving, 1 + i));
    times.move.push(timeOf(() => calculate(moved, path, record)));
  }
  return {
    formula: text,
    accounts: accounts.count,
    scratch: quantile(times.scratch),
    "worst (first call)": Math.max(...times.scratch),
    "a cell": quantile(times.cell),
    "a move": quantile(times.move),
  };
}

function calculate(plan: Plan, path: AlignmentPath, record: FormulaRecord): void {
  const column = calculatedColumn(plan, record, alignmentAt(plan, path));
  if (!column.ok) throw new Error(column.problem.message);
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
