import { cellValue, withCells } from "../../src/model/cells";
import { fitModel } from "../../src/model/fit/fit-model";
import { wishPrices } from "../../src/model/fit/rep-assignment";
import { proposeReps } from "../../src/model/fit/rep-proposal";
import { accountFits, fitMatrix, territoryFits } from "../../src/model/fit/territory-fit";
import { makeRowIds } from "../../src/model/ids";
import { liveAccounts } from "../../src/model/metrics/figures";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { seededRandom } from "../../src/model/sample/dice";
import type { Column, Table } from "../../src/model/table";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title = "fit of all accounts with all reps, in ms (aim: 200 for 100,000 × 50)";

const RUNS = 9;

export async function run(args: readonly string[]): Promise<void> {
  const rows = [];
  for (const size of sizesOf(args)) {
    for (const reps of size >= 100_000 ? [50, 500] : [50]) rows.push(measure(size, reps));
  }
  console.log(`seed ${BENCH_SEED}, ${RUNS} runs, as many territories as reps, median`);
  printTable(rows);
}

function measure(size: number, reps: number) {
  const { plan, path } = largePlan(size, reps);
  const model: number[] = [];
  const matrix: number[] = [];
  const own: number[] = [];
  const assigned: number[] = [];
  const priced: number[] = [];
  let classes = 0;
  for (let round = 0; round < RUNS; round++) {
    // New tables each time, so that nothing is remembered.
    const fresh = withReps(plan, reps);
    const alignment = alignmentAt(fresh, path);
    const worth = liveAccounts(fresh.tables.accounts);
    const start = performance.now();
    const made = fitModel(fresh, path);
    const afterModel = performance.now();
    const counted = fitMatrix(made, alignment, worth);
    const afterMatrix = performance.now();
    territoryFits(accountFits(made, alignment), alignment, worth);
    const afterOwn = performance.now();
    const wishes = { locks: new Map(), seats: null, countCapacity: false };
    const { assignment } = proposeReps(fresh, made, alignment, counted, wishes);
    const afterAssigned = performance.now();
    wishPrices(assignment, 0);
    model.push(afterModel - start);
    matrix.push(afterMatrix - afterModel);
    own.push(afterOwn - afterMatrix);
    assigned.push(afterAssigned - afterOwn);
    priced.push(performance.now() - afterAssigned);
    classes = made.classExample.length;
  }
  const median = (times: number[]) => quantile(times, 0.5).toFixed(1);
  return {
    accounts: size,
    reps,
    classes,
    prepare: median(model),
    "all pairs": median(matrix),
    "each with its own rep": median(own),
    assign: median(assigned),
    "wishes for a territory": median(priced),
  };
}

/** The plan with this many reps, the sample's again and again. */
function withReps(plan: Plan, count: number): Plan {
  const { reps } = plan.tables;
  const rows = Array.from({ length: count }, (_, row) => row);
  const columns = reps.columns.map((column): Column => {
    const values = rows.map((row) => cellValue(column, row % reps.count));
    const blank =
      column.kind === "number"
        ? { ...column, values: new Float64Array(count).fill(Number.NaN) }
        : column.kind === "text"
          ? { ...column, codes: new Uint32Array(count) }
          : { ...column, flags: new Uint8Array(count).fill(2) };
    return withCells(blank, rows, values, null);
  });
  const ids = makeRowIds(count, seededRandom(BENCH_SEED));
  ids.set(reps.ids);
  const table: Table = { count, ids, deleted: null, columns };
  return { ...plan, tables: { ...plan.tables, reps: table } };
}
